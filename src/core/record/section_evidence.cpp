#include "core/record/sections.h"
#include "core/text/code_words.h"

#include <algorithm>

namespace undock {

namespace {

Inline checkLabel(const QString &id, const Words &t)
{
    const QString title = checkTitle(id, t.catalogue());
    return title.isEmpty() ? quoted(id) : quoted(id) + Inline(QLatin1Char(' ') + title);
}

QString weight(const Words &t, bool critical)
{
    return critical ? t("critical") : t("information");
}

std::vector<std::vector<Inline>> checkTable(const RunStory &story, const std::vector<CheckRow> &checks)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("check")), Inline(t("weight")), Inline(t("verdict")),
        Inline(t("before-the-migration")), Inline(t("expected")), Inline(t("found")) } };
    for (const CheckRow &row : checks)
        rows.push_back({ checkLabel(row.id, t), Inline(weight(t, row.critical)), Inline(story.verdict(row.verdict)),
            told(row.before, story), told(row.expected, story), told(row.foundSentence(), story) });
    return rows;
}

/// The lines that differ, check by check: what the table's sentence counts.
void addDifferences(RecordSection &section, const RunStory &story, const std::vector<CheckRow> &checks)
{
    const Words &t = story.t();
    for (const CheckRow &row : checks) {
        if (row.foundLines().isEmpty())
            continue;
        section.paragraph(checkLabel(row.id, t) + Inline(t("the-lines-that-differ-before-now")));
        std::vector<Inline> lines;
        for (const QString &line : row.foundLines())
            lines.push_back(quoted(line));
        section.list(std::move(lines));
    }
}

/// What did not pass stands open; all of them stand behind a line that counts them.
void addChecks(RecordSection &section, const RunStory &story, std::vector<CheckRow> checks)
{
    const Words &t = story.t();
    const auto passed = std::stable_partition(
        checks.begin(), checks.end(), [](const CheckRow &row) { return row.verdict != Verdict::Passed; });
    const std::vector<CheckRow> open(checks.begin(), passed), others(passed, checks.end());
    section.table(checkTable(story, open));
    addDifferences(section, story, open);
    const size_t first = section.blocks.size();
    section.table(checkTable(story, checks));
    addDifferences(section, story, others);
    section.foldFrom(first, t("so-many-checks-passed").arg(checks.size()).arg(others.size()));
}

std::vector<CheckRow> rowsOf(const JournalEvent &event)
{
    std::vector<CheckRow> rows;
    if (event.data.contains("rows") && event.data["rows"].is_array()) {
        for (const Json &row : event.data["rows"])
            rows.push_back(checkFromJson(row));
    }
    return rows;
}

void addAcceptance(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    const auto acceptances = story.all(event::acceptance);
    section.heading2(t("own-acceptance"));
    if (acceptances.empty()) {
        section.paragraph(t("not-checked-yet-sentence"));
        return;
    }
    const JournalEvent &newest = *acceptances.back();
    const bool counts = story.state().acceptanceDone();
    section.paragraph(Inline(story.time(newest.at) + t("colon")
        + (boolAt(newest.data, "green") ? t("every-critical-check-passed") : t("not-green"))
        + (counts ? QString() : t("no-longer-counts-after-rollback"))));
    if (std::vector<CheckRow> rows = rowsOf(newest); !rows.empty()) {
        section.paragraph(t("before-is-what-the-scan-saw-while-dockers"));
        addChecks(section, story, std::move(rows));
    }
    std::vector<Inline> earlier;
    for (size_t n = 0; n + 1 < acceptances.size(); ++n) {
        QStringList failed;
        for (const CheckRow &row : rowsOf(*acceptances[n])) {
            if (row.critical && (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown))
                failed << row.id;
        }
        earlier.push_back(
            Inline(t("an-earlier-one") + story.time(acceptances[n]->at) + t("colon")
                + (boolAt(acceptances[n]->data, "green") ? t("green") : t("not-green") + QLatin1Char(' ')))
            + (failed.isEmpty() ? Inline() : quoted(failed.join(QStringLiteral(", ")))));
    }
    section.list(std::move(earlier));
}

void addStepChecks(RecordSection &section, const RunStory &story, StepRole role, const QString &heading)
{
    const JobStory *job = story.newest(role);
    if (!job)
        return;
    section.heading2(heading);
    section.paragraph(story.outcome(*job->job));
    addChecks(section, story, checksOf(job->job->facts));
}

/// The procedure's own sample: counts of sessions and workspace files, source beside target.
void addSamples(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<Inline> items;
    if (const JobStory *manifest = story.newest(StepRole::ListsSource)) {
        items.push_back(Inline(t("source-lock-files-among-them-session-files") + manifest->job->facts.value(u"sessions")
            + t("workspace-files") + manifest->job->facts.value(u"workspace")));
    }
    if (const JobStory *copy = story.newest(StepRole::ProvesCopy)) {
        const QString equal = copy->job->facts.value(u"equal");
        items.push_back(Inline(equal == QLatin1String("yes")
                ? t("before-the-first-start-the-copy-equalled-the")
                    + QString::number(copy->job->facts.number(u"dropped"))
                : t("copy-against-source") + (equal.isEmpty() ? t("copy-not-proven") : equal)));
    }
    for (const CheckRow &row : story.state().acceptanceRows()) {
        if (row.id.contains(QLatin1String("sessions")) || row.id.contains(QLatin1String("workspace"))
            || row.id == QLatin1String("history-readable"))
            items.push_back(checkLabel(row.id, t) + Inline(row.before.isEmpty() ? QString() : t("before-value"))
                + told(row.before, story) + Inline(row.before.isEmpty() ? t("expected-value") : t("and-expected-value"))
                + told(row.expected, story) + Inline(t("and-found-value")) + told(row.foundSentence(), story));
    }
    if (items.empty())
        return;
    section.heading2(t("samples-of-the-data"));
    section.list(std::move(items));
}

void addProcesses(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<Inline> items;
    if (const JobStory *start = story.newest(StepRole::StartsDirect); start && start->job->green()) {
        items.push_back(Inline(t("at-the-first-start-gateways-process") + start->job->facts.value(u"gateway_pid")
                            + t("and-panels-process") + start->job->facts.value(u"panel_pid") + t("the-units-user"))
            + quoted(QStringLiteral("root")));
    }
    for (const CheckRow &row : story.state().acceptanceRows()) {
        if (row.id.startsWith(QLatin1String("services-sustained")) || row.id.startsWith(QLatin1String("listeners-"))
            || row.id.startsWith(QLatin1String("process")))
            items.push_back(checkLabel(row.id, t) + Inline(t("colon")) + told(row.found, story));
    }
    if (items.empty())
        return;
    section.heading2(t("processes-and-their-users"));
    section.list(std::move(items));
}

void addOutage(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    std::vector<Inline> items;
    for (const char *which : { "gateway", "panel" }) {
        const auto ms = state.outageMs(QString::fromLatin1(which), state.lastEventAt());
        if (!ms)
            continue;
        const bool measured = std::any_of(story.events().begin(), story.events().end(), [&](const JournalEvent &event) {
            return event.is(event::outage) && stringAt(event.data, "which") == QLatin1String(which);
        });
        const QString name = QLatin1String(which) == QLatin1String("gateway") ? t("the-gateway") : t("the-panel");
        items.push_back(Inline(name + t("down-for") + story.duration(*ms)
            + (measured                     ? t("probed-in-the-vm")
                    : state.outageRunning() ? t("up-to-the-newest-event-still-down")
                                            : t("from-the-steps-own-times"))));
    }
    if (items.empty())
        return;
    section.heading2(t("outage-length"));
    section.list(std::move(items));
}

void addUser(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    section.heading2(t("the-users-acceptance"));
    const JournalEvent *accepted = story.last(event::accepted);
    if (!accepted) {
        section.paragraph(t("the-user-has-not-accepted-yet"));
        return;
    }
    std::vector<Inline> items;
    items.push_back(Inline(t("accepted-by")) + said(stringAt(accepted->data, "by"))
        + Inline(t("and-at") + story.time(accepted->at)));
    if (!stringAt(accepted->data, "tried").isEmpty())
        items.push_back(Inline(t("tried")) + said(stringAt(accepted->data, "tried")));
    if (!stringAt(accepted->data, "note").isEmpty())
        items.push_back(Inline(t("note")) + said(stringAt(accepted->data, "note")));
    if (const Json versions = valueAt(accepted->data, "versions"); versions.is_object() && !versions.empty()) {
        Inline line(t("versions-then"));
        for (const auto &[name, version] : versions.items())
            line += Inline(toQt(name) + QLatin1Char(' '))
                + quoted(
                    version.is_string() ? toQt(version.get<std::string>()) : QString::fromUtf8(compactJson(version)))
                + Inline(QStringLiteral(" "));
        items.push_back(line);
    }
    if (!story.state().userAcceptance())
        items.push_back(t("no-longer-counts-sentence"));
    section.list(std::move(items));
}

/// What proves later that neither the evidence nor this record was changed.
void addSeal(RecordSection &section, const RunStory &story)
{
    const std::optional<EvidenceSeal> &seal = story.options().seal;
    if (!seal)
        return;
    const Words &t = story.t();
    section.heading2(t("chain-of-evidence"));
    section.list(
        { Inline(t("journal") + QString::number(seal->events) + t("lines-each-chained-to-the-one-before-by-hash"))
                + quoted(seal->head),
            Inline(t("index-of-the-evidence-files-sha256")) + quoted(seal->index),
            Inline(t("to-check")) + quoted(QStringLiteral("openclaw-undock-cli record verify --bundle FILE.zip")) });
}

} // namespace

RecordSection evidenceSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("evidence");
    section.heading = t("evidence-of-acceptance-ports-interfaces");
    section.required = true;
    section.hasEvidence = story.last(event::acceptance) != nullptr || story.newest(StepRole::ProvesDocker) != nullptr;
    addAcceptance(section, story);
    addSamples(section, story);
    addProcesses(section, story);
    addOutage(section, story);
    addUser(section, story);
    addStepChecks(section, story, StepRole::ChecksDeletion, t("check-after-the-deletion"));
    addStepChecks(section, story, StepRole::ProvesDocker, t("check-after-the-rollback"));
    addSeal(section, story);
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
