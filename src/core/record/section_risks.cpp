#include "core/record/sections.h"
#include "core/steps/step_words.h"
#include "core/text/code_words.h"

namespace undock {

std::vector<Inline> waysBack(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    using Phase = RunState::Phase;
    std::vector<Inline> ways;
    const JobStory *images = story.newest(StepRole::DeletesImages);
    const bool imagesGone = images && (images->job->green() || !images->job->settled());
    const Phase phase = state.phase();

    if (phase == Phase::RolledBack) {
        ways.push_back(t("dockers-version-runs-nothing-is-left-to-roll"));
        const JobStory *snapshot = story.newest(StepRole::SavesNewData);
        if (snapshot && snapshot->job->green() && snapshot->job->facts.value(u"changed") == QLatin1String("unknown")) {
            ways.push_back(Inline(t("what-users-wrote-since-the-cutover-could-not"))
                + quoted(snapshot->job->facts.value(u"rolled_back")));
        } else if (snapshot && snapshot->job->green()) {
            ways.push_back(
                Inline(t("what-users-wrote-since-the-cutover-changed") + snapshot->job->facts.value(u"changed")
                    + t("and-new") + snapshot->job->facts.value(u"new") + t("deleted")
                    + snapshot->job->facts.value(u"deleted") + t("saved-and-can-be-carried-back"))
                + quoted(snapshot->job->facts.value(u"snapshot")));
        }
    } else if (imagesGone) {
        ways.push_back(t("the-images-are-gone-dockers-version-cannot"));
    } else if (state.deletionBegun()) {
        ways.push_back(t("the-containers-are-or-may-be-removed-and-the"));
    } else if (state.dockerStopped()) {
        ways.push_back(t("one-step-back-direct-services-stopped-and"));
    } else {
        ways.push_back(t("dockers-version-was-not-stopped-nothing-has"));
    }
    if (const QString folder = state.fact(u"backup_dir"); !folder.isEmpty())
        ways.push_back(
            Inline(t("backup-line")) + quoted(folder) + Inline(t("a-restore-first-moves-aside-what-is-there")));
    if (const JobStory *config = story.newest(StepRole::PlacesConfig); config && config->job->green()) {
        const QString backup = story.placed(config->job->facts.value(u"config_backup"));
        ways.push_back(Inline(t("configuration-alone-staying-direct-put-back"))
            + quoted(backup.isEmpty() ? t("root-openclaw-openclaw-json-bak-time") : backup));
    }
    return ways;
}

namespace {

std::vector<Inline> risks(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    std::vector<Inline> items;
    for (const JobState *job : state.unsettled()) {
        items.push_back(Inline(t("how-this-step-ended-is-not-known")) + quoted(job->job)
            + Inline(t("the-vm-goes-on-by-itself-and-resume-asks")));
    }
    const JobStory *start = story.newest(StepRole::StartsDirect);
    if (state.dockerStopped() && !(start && start->job->green()) && state.phase() != RunState::Phase::RolledBack)
        items.push_back(t("dockers-version-is-stopped-and-the-direct"));
    if (state.cutoverDone() && !state.dockerDeleted())
        items.push_back(t("what-users-write-since-the-cutover-is-in-the"));
    if (const JobStory *adapt = story.newest(StepRole::AdaptsPaths);
        adapt && adapt->job->facts.number(u"leftover_count") > 0) {
        items.push_back(Inline(t("places-that-still-name-the-old-path") + adapt->job->facts.value(u"leftover_count")));
        for (const QString &place : adapt->job->facts.all(u"leftover").mid(0, 10))
            items.push_back(quoted(place));
    }
    for (const JobStory &job : story.jobs()) {
        for (const CodedText &warning : job.job->warnings) {
            const bool accepted = job.job->acknowledged.contains(warning.code);
            items.push_back(quoted(job.job->job) + Inline(QStringLiteral(" ")) + quoted(warning.code)
                + Inline(QStringLiteral(" ")) + told(warning, story)
                + Inline(accepted ? t("accepted") : t("nobody-accepted")));
        }
    }
    if (items.empty())
        items.push_back(t("no-remaining-risk-is-known"));
    return items;
}

void addWayBackTable(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("job")), Inline(t("what-it-did")), Inline(t("taken-back-by")) } };
    for (const JobStory &job : story.jobs()) {
        if (job.job->effect != Effect::Reads && !job.job->neverRan())
            rows.push_back({ quoted(job.job->job), said(story.title(job.job->step)),
                said(stepWayBack(job.job->step, job.job->wayBack, t.catalogue())) });
    }
    if (rows.size() < 2)
        return;
    section.heading2(t("way-back-of-each-step"));
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    section.foldFrom(first, t("so-many-steps").arg(count));
}

void addHolds(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<Inline> items;
    for (const JournalEvent *event : story.all(event::hold)) {
        const QString action = stringAt(event->data, "action");
        if (action == QLatin1String("provisional"))
            continue;
        const QString what = action == QLatin1String("set") ? t("hold-set")
            : action == QLatin1String("lifted")             ? t("lifted-by-a-pass")
            : action == QLatin1String("released")           ? t("released-by-an-operator")
                                                            : action;
        Inline line(story.time(event->at) + QLatin1Char(' ') + what);
        for (const char *field : { "cause", "reason" }) {
            if (const QString text = stringAt(event->data, field); !text.isEmpty())
                line += Inline(t("semicolon")) + told(text, story);
        }
        items.push_back(line);
    }
    if (items.empty())
        return;
    section.heading2(t("holds"));
    section.list(std::move(items));
}

void addConditions(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    const auto &asked = story.state().deletionConditions();
    if (!asked || !asked->contains("conditions") || !(*asked)["conditions"].is_array())
        return;
    section.heading2(t("conditions-of-the-deletion-newest"));
    std::vector<std::vector<Inline>> rows{ { Inline(t("condition")), Inline(t("met")),
        Inline(t("found-of-a-condition")) } };
    qsizetype missing = 0;
    for (const Json &one : (*asked)["conditions"]) {
        missing += boolAt(one, "met") ? 0 : 1;
        rows.push_back({ quoted(stringAt(one, "id"))
                + Inline(QLatin1Char(' ') + conditionTitle(stringAt(one, "id"), t.catalogue())),
            Inline(boolAt(one, "met") ? t("yes") : t("no")), told(stringAt(one, "detail"), story) });
    }
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    if (missing == 0)
        section.foldFrom(first, t("all-met").arg(count));
}

} // namespace

RecordSection risksSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("risks");
    section.heading = t("risks-and-ways-back");
    section.required = true;
    section.hasEvidence = !story.jobs().empty();
    section.paragraph(Inline(t("conclusion")) + summaryOf(story));
    section.heading2(t("the-way-back-now"));
    section.list(waysBack(story));
    section.heading2(t("remaining-risks"));
    section.list(risks(story));
    addHolds(section, story);
    addConditions(section, story);
    addWayBackTable(section, story);
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
