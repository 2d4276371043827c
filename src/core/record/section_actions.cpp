#include "core/base/hash.h"
#include "core/ledger/ledger_edit.h"
#include "core/record/deviations.h"
#include "core/record/sections.h"
#include "core/steps/step.h"
#include "core/text/phrase.h"

namespace undock {

namespace {

/// What did not end well stands open; all of them stand behind a line that counts them.
void addStepTable(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("job")), Inline(t("stage")), Inline(t("what")),
        Inline(t("begun")), Inline(t("took-of-a-run")), Inline(t("verdict")) } };
    auto open = rows;
    for (const JobStory &job : story.jobs()) {
        const bool timed = job.job->guestBeganMs > 0 && job.job->guestEndedMs >= job.job->guestBeganMs;
        // All jobs of a chain are journaled before it is sent; the guest knows when each began.
        const QDateTime begun
            = timed ? QDateTime::fromMSecsSinceEpoch(job.job->guestBeganMs, QTimeZone::utc()) : job.job->begun;
        const QString took = timed ? story.duration(job.job->guestEndedMs - job.job->guestBeganMs) : QString();
        rows.push_back({ quoted(job.job->job), Inline(stageName(job.job->stage)), said(story.title(job.job->step)),
            Inline(story.local(begun).toString(QStringLiteral("HH:mm:ss"))), Inline(took),
            said(story.outcome(*job.job)) });
        if (!job.job->green())
            open.push_back(rows.back());
    }
    section.heading2(t("steps"));
    const size_t count = rows.size() - 1, unwell = open.size() - 1;
    section.table(std::move(open));
    const size_t first = section.blocks.size();
    section.table(std::move(rows));
    section.foldFrom(first, t("all-steps-passed").arg(count).arg(count - unwell));
}

void addVersions(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    struct Fact {
        StepRole step;
        const char *fact;
        const char *title;
    };
    static constexpr Fact wanted[] = {
        { StepRole::InstallsOpenclaw, "openclaw_version", "openclaw" },
        { StepRole::InstallsOpenclaw, "openclaw_bin", "openclaw-at" },
        { StepRole::InstallsOpenclaw, "node_version", "node-version" },
        { StepRole::InstallsOpenclaw, "node_bin", "node-at" },
        { StepRole::InstallsOpenclaw, "before", "before-the-install" },
        { StepRole::InstallsPanel, "panel_tag", "panel-version" },
        { StepRole::InstallsPanel, "panel_commit", "panels-commit" },
        { StepRole::InstallsPanel, "panel_aside", "the-panel-that-stood-there" },
        { StepRole::PlacesCopy, "placed", "state-directory" },
        { StepRole::PlacesCopy, "aside", "what-stood-there" },
        { StepRole::PlacesCopy, "link_aside", "what-stood-at-home-node-openclaw" },
        { StepRole::PlacesConfig, "config_backup", "backup-of-openclaw-json" },
        { StepRole::PlacesPanelConfig, "config_backup", "backup-of-panel-config-json" },
        { StepRole::WritesUnits, "gateway_unit", "gateways-unit" },
        { StepRole::WritesUnits, "panel_unit", "panels-unit" },
        { StepRole::WritesUnits, "exec_start", "starts" },
        { StepRole::WritesUnits, "unit_backup", "backup-of-a-unit" },
        { StepRole::StartsDirect, "gateway_pid", "gateways-process" },
        { StepRole::StartsDirect, "panel_pid", "panels-process" },
        { StepRole::StartsDirect, "cutover", "cutover-marker" },
        { StepRole::NotesPolicies, "policies", "restart-policies-before" },
    };
    std::vector<std::vector<Inline>> rows{ { Inline(t("item")), Inline(t("value")) } };
    for (const Fact &one : wanted) {
        const JobStory *job = story.newest(one.step);
        if (!job)
            continue;
        for (const QString &found : job->job->facts.all(QString::fromLatin1(one.fact))) {
            const bool inCopy = one.step == StepRole::PlacesConfig;
            if (!found.trimmed().isEmpty())
                rows.push_back({ Inline(t(one.title)), value(inCopy ? story.placed(found) : found, story) });
        }
    }
    if (rows.size() < 2)
        return;
    section.heading2(t("versions-and-paths"));
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    section.foldFrom(first, t("values").arg(count));
}

QString valueText(const Json &value)
{
    return value.is_string() ? toQt(value.get<std::string>())
        : value.is_null()    ? QString()
                             : QString::fromUtf8(compactJson(value));
}

void addChangedKeys(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    // Only the newest difference of each file: an earlier one was made again from a newer input.
    std::vector<const Json *> newest;
    for (const Json &diff : story.state().configDiffs()) {
        std::erase_if(newest, [&](const Json *other) { return stringAt(*other, "file") == stringAt(diff, "file"); });
        newest.push_back(&diff);
    }
    if (newest.empty())
        return;
    section.heading2(t("changed-keys"));
    const size_t first = section.blocks.size();
    size_t count = 0;
    for (const Json *diff : newest) {
        section.paragraph(quoted(stringAt(*diff, "file")));
        std::vector<std::vector<Inline>> rows{ { Inline(t("key")), Inline(t("before")), Inline(t("after")) } };
        if (diff->contains("changes") && (*diff)["changes"].is_array()) {
            for (const Json &change : (*diff)["changes"]) {
                rows.push_back({ quoted(stringAt(change, "pointer")), quoted(valueText(valueAt(change, "before"))),
                    quoted(valueText(valueAt(change, "after"))) });
            }
        }
        count += rows.size() - 1;
        section.table(std::move(rows));
        std::vector<Inline> notes;
        if (diff->contains("notes") && (*diff)["notes"].is_array()) {
            for (const Json &note : (*diff)["notes"])
                notes.push_back(codedInWords(valueText(note), story.t().catalogue()));
        }
        section.list(std::move(notes));
    }
    section.foldFrom(first, t("files-keys").arg(newest.size()).arg(count));
}

void addLedger(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("done")), Inline(t("column")), Inline(t("before")),
        Inline(t("after")) } };
    for (const Json &change : story.state().ledgerChanges()) {
        const auto edit = ledgerEditFromJson(change);
        if (!edit)
            continue;
        const bool undone = stringAt(change, "kind") == QLatin1String("undone");
        for (const LedgerChange &cell : edit->changes)
            rows.push_back({ Inline(undone ? t("taken-back") : t("updated")), quoted(cell.heading), quoted(cell.before),
                quoted(cell.after) });
    }
    if (const std::optional<Json> &open = story.state().ledgerIntended()) {
        if (const auto edit = ledgerEditFromJson(*open)) {
            for (const LedgerChange &cell : edit->changes)
                rows.push_back(
                    { Inline(t("outcome-not-known")), quoted(cell.heading), quoted(cell.before), quoted(cell.after) });
        }
    }
    if (rows.size() < 2)
        return;
    section.heading2(t("changes-of-the-ledger-this-vms-row-alone"));
    section.table(std::move(rows));
}

Block codeBlock(const QString &code)
{
    Block block;
    block.kind = Block::Kind::Code;
    block.code = code;
    return block;
}

Block line(const Inline &text)
{
    Block block;
    block.text = text;
    return block;
}

/// The script's own lines, without the header that the table above already tells.
QString body(const QByteArray &script)
{
    QStringList lines = QString::fromUtf8(script).split(QLatin1Char('\n'));
    while (!lines.isEmpty()
        && (lines.first().startsWith(QLatin1String("#!")) || lines.first().startsWith(QLatin1String("#:"))))
        lines.removeFirst();
    return lines.join(QLatin1Char('\n'));
}

Block commandFold(const RunStory &story, const JobStory &job, QStringList &shown)
{
    const Words &t = story.t();
    Block fold;
    fold.kind = Block::Kind::Fold;
    fold.text = quoted(job.job->job) + Inline(QLatin1Char(' ') + story.title(job.job->step))
        + Inline(QStringLiteral(" — ") + story.outcome(*job.job));

    if (!job.values.empty()) {
        Block values;
        values.kind = Block::Kind::List;
        for (const auto &[name, value] : job.values.items())
            values.items.push_back(quoted(toQt(name)) + Inline(QStringLiteral(" = ")) + quoted(valueText(value)));
        fold.blocks.push_back(line(t("values-passed-as-data-never-spliced")));
        fold.blocks.push_back(std::move(values));
    }
    const Step *step = story.options().catalog ? story.options().catalog->find(job.job->step) : nullptr;
    if (!job.scriptSha256.isEmpty()) {
        const bool same = step && sha256Hex(step->script) == job.scriptSha256;
        fold.blocks.push_back(line(Inline(t("script-sha256")) + quoted(job.scriptSha256)
            + Inline(!same                          ? t("of-another-version-of-the-program-its-text")
                    : shown.contains(job.job->step) ? t("as-above")
                                                    : QString())));
        if (same && !shown.contains(job.job->step)) {
            fold.blocks.push_back(codeBlock(excerpt(body(step->script), 160, 12000)));
            shown << job.job->step;
        }
    }
    if (step && step->secretOutput) {
        fold.blocks.push_back(
            line(Inline(t("its-output-holds-secrets-and-is-not") + QString::number(job.job->outputBytes) + t("sha256"))
                + quoted(job.job->outputSha256)));
    } else if (!job.output.trimmed().isEmpty()) {
        fold.blocks.push_back(line(t("output-excerpt")));
        fold.blocks.push_back(codeBlock(excerpt(job.output, 40, 6000)));
    }
    Block facts;
    facts.kind = Block::Kind::List;
    for (const auto &[key, value] : job.job->facts.pairs()) {
        if (!value.isEmpty() && key != QLatin1String("check") && key != QLatin1String("finding")
            && facts.items.size() < 40)
            facts.items.push_back(
                quoted(key) + Inline(QStringLiteral(" = ")) + quoted(codedInWords(value, story.t().catalogue())));
    }
    if (!facts.items.empty()) {
        fold.blocks.push_back(line(t("facts")));
        fold.blocks.push_back(std::move(facts));
    }
    if (job.job->failure) {
        fold.blocks.push_back(line(Inline(t("failed-line")) + quoted(job.job->failure->code)
            + Inline(QStringLiteral(" ")) + told(job.job->failure->text, story)));
    }
    return fold;
}

void addCommands(RecordSection &section, const RunStory &story)
{
    section.heading2(story.t()("commands-and-key-outputs"));
    const size_t first = section.blocks.size();
    QStringList shown;
    for (const JobStory &job : story.jobs()) {
        if (!job.job->neverRan())
            section.blocks.push_back(commandFold(story, job, shown));
    }
    const size_t count = section.blocks.size() - first;
    section.foldFrom(first, story.t()("values-scripts-outputs-and-facts-of-steps").arg(count));
}

void addDeviations(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("procedure")), Inline(t("done-instead")), Inline(t("reason")) } };
    for (const DeviationWords &one : deviationsOf(story))
        rows.push_back({ Inline(one.paragraph), Inline(one.instead), Inline(one.reason) });
    if (rows.size() < 2)
        return;
    section.heading2(t("deviations-from-the-printed-procedure"));
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    section.foldFrom(first, t("each-with-its-reason").arg(count));
}

} // namespace

RecordSection actionsSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("actions");
    section.heading = t("actions-commands-and-key-outputs");
    section.required = true;
    section.hasEvidence = std::any_of(story.jobs().begin(), story.jobs().end(),
        [](const JobStory &job) { return job.job->effect != Effect::Reads && !job.job->neverRan(); });
    if (story.jobs().empty())
        section.paragraph(t("no-step-has-run"));
    else {
        addStepTable(section, story);
        addVersions(section, story);
        addChangedKeys(section, story);
        addLedger(section, story);
        addCommands(section, story);
        addDeviations(section, story);
    }
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
