#include "core/record/batch_summary.h"

#include "core/record/sections.h"

#include <algorithm>
#include <map>

namespace undock {

namespace {

using Phase = RunState::Phase;

enum class Group { Done, Waiting, UnderWay, RolledBack, Failed };

Group groupOf(Phase phase)
{
    switch (phase) {
    case Phase::Deleted:
        return Group::Done;
    case Phase::AwaitingUser:
    case Phase::Accepted:
        return Group::Waiting;
    case Phase::RolledBack:
        return Group::RolledBack;
    case Phase::Failed:
    case Phase::AcceptanceFailed:
    case Phase::RollbackFailed:
        return Group::Failed;
    default:
        return Group::UnderWay;
    }
}

QString groupName(Group group, const Words &t)
{
    switch (group) {
    case Group::Done:
        return t("done-docker-removed");
    case Group::Waiting:
        return t("migrated-awaiting-the-user-or-the-deletion");
    case Group::RolledBack:
        return t("rolled-back");
    case Group::Failed:
        return t("failed-needs-attention");
    case Group::UnderWay:
        break;
    }
    return t("not-begun-or-under-way");
}

/// The middle one; of an even number the lower, which is one that really happened.
qint64 median(std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) / 2];
}

Inline troublesOf(const RunStory &story)
{
    Inline text;
    int shown = 0;
    for (const JobStory &job : story.jobs()) {
        if (!job.job->failure || job.job->neverRan() || ++shown > 3)
            continue;
        text += (text.isEmpty() ? Inline() : Inline(story.t()("semicolon"))) + quoted(job.job->job)
            + Inline(QStringLiteral(" ")) + quoted(job.job->failure->code);
    }
    return text;
}

} // namespace

Record makeBatchSummary(const std::vector<std::vector<JournalEvent>> &runs, const RecordOptions &options)
{
    const Words t(options.language);
    Record record;
    record.language = t.language();
    record.title = t("summary-migrations-from-docker-to-a-direct");

    std::vector<std::vector<Inline>> rows{ { Inline(t("vm")), Inline(t("name")), Inline(t("node-row")),
        Inline(t("begun")), Inline(t("took")), Inline(t("gateway-down")), Inline(t("data")),
        Inline(QStringLiteral("OpenClaw")), Inline(t("outcome")) } };
    std::vector<Inline> troubles;
    std::map<Group, int> groups;
    std::vector<qint64> outages;
    QString zone;
    for (const std::vector<JournalEvent> &events : runs) {
        const RunStory story(events, options);
        const RunState &state = story.state();
        ++groups[groupOf(state.phase())];
        const auto outage = state.outageMs(u"gateway", state.lastEventAt());
        if (outage && !state.outageRunning())
            outages.push_back(*outage);
        const qint64 bytes = state.fact(u"size_openclaw").toLongLong();
        rows.push_back({ quoted(state.vmid()), quoted(state.fact(u"vm_name")), quoted(state.node()),
            Inline(story.time(state.startedAt())),
            Inline(story.duration(state.startedAt().msecsTo(state.lastEventAt()))),
            Inline(outage ? story.duration(*outage) : QString()), Inline(bytes > 0 ? story.size(bytes) : QString()),
            quoted(state.fact(u"openclaw_version")), summaryOf(story) });
        if (const Inline trouble = troublesOf(story); !trouble.isEmpty())
            troubles.push_back(quoted(state.vmid()) + Inline(t("colon")) + trouble);
        zone = story.zoneName();
        record.day = std::max(record.day, story.local(state.lastEventAt()).date());
    }
    QStringList counts;
    for (const auto &[group, count] : groups)
        counts << groupName(group, t) + QStringLiteral(" %1").arg(count);
    record.summary = Inline(t("runs") + QString::number(runs.size()) + t("vms-of-a-group") + counts.join(t("comma"))
        + t("full-stop-at-the-end"));

    RecordSection section;
    section.id = QStringLiteral("summary");
    section.heading = t("the-runs");
    section.table(std::move(rows));
    if (!outages.empty()) {
        const std::vector<undock::JournalEvent> none;
        const RunStory words(none, options);
        section.paragraph(t("gateway-down-median") + words.duration(median(outages)) + t("longest")
            + words.duration(*std::max_element(outages.begin(), outages.end())) + t("of-those-that-came-back")
            + QString::number(outages.size()) + t("that-came-back"));
    }
    if (!zone.isEmpty())
        section.paragraph(t("times-are") + zone + t("full-stop-at-the-end"));
    section.heading2(t("steps-that-went-wrong"));
    if (troubles.empty())
        section.paragraph(t("none"));
    section.list(std::move(troubles));
    record.sections.push_back(std::move(section));
    makeSafe(record);
    return record;
}

} // namespace undock
