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
        return t("全部完成（已删 Docker）", "done (Docker removed)");
    case Group::Waiting:
        return t("已迁移，待用户验收或待删 Docker", "migrated, awaiting the user or the deletion");
    case Group::RolledBack:
        return t("已回滚", "rolled back");
    case Group::Failed:
        return t("失败，需要处理", "failed, needs attention");
    case Group::UnderWay:
        break;
    }
    return t("未开始或进行中", "not begun, or under way");
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
        text += (text.isEmpty() ? Inline() : Inline(story.t()("；", "; "))) + quoted(job.job->job)
            + Inline(QStringLiteral(" ")) + quoted(job.job->failure->code);
    }
    return text;
}

} // namespace

Record makeBatchSummary(const std::vector<std::vector<JournalEvent>> &runs, const RecordOptions &options)
{
    const Words t(options.language);
    Record record;
    record.language = t.english() ? QStringLiteral("en") : QStringLiteral("zh");
    record.title = t("批次汇总：小鸡去 Docker 化", "Summary: migrations from Docker to a direct install");

    std::vector<std::vector<Inline>> rows{ { Inline(t("小鸡", "VM")), Inline(t("名称", "Name")),
        Inline(t("母机", "Node")), Inline(t("开始", "Begun")), Inline(t("历时", "Took")),
        Inline(t("网关停机", "Gateway down")), Inline(t("数据", "Data")), Inline(QStringLiteral("OpenClaw")),
        Inline(t("结果", "Outcome")) } };
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
            troubles.push_back(quoted(state.vmid()) + Inline(t("：", ": ")) + trouble);
        zone = story.zoneName();
        record.day = std::max(record.day, story.local(state.lastEventAt()).date());
    }
    QStringList counts;
    for (const auto &[group, count] : groups)
        counts << groupName(group, t) + QStringLiteral(" %1").arg(count);
    record.summary = Inline(t("共 ", "Runs: ") + QString::number(runs.size()) + t(" 台：", "; ")
        + counts.join(t("，", ", ")) + t("。", "."));

    RecordSection section;
    section.id = QStringLiteral("summary");
    section.heading = t("各小鸡结果", "The runs");
    section.table(std::move(rows));
    if (!outages.empty()) {
        const std::vector<undock::JournalEvent> none;
        const RunStory words(none, options);
        section.paragraph(t("网关停机：中位数 ", "Gateway down: median ") + words.duration(median(outages))
            + t("，最长 ", ", longest ") + words.duration(*std::max_element(outages.begin(), outages.end()))
            + t("（已恢复的 ", " (of ") + QString::number(outages.size()) + t(" 台）。", " that came back)."));
    }
    if (!zone.isEmpty())
        section.paragraph(t("时间为 ", "Times are ") + zone + t("。", "."));
    section.heading2(t("出过问题的步骤", "Steps that went wrong"));
    if (troubles.empty())
        section.paragraph(t("没有。", "None."));
    section.list(std::move(troubles));
    record.sections.push_back(std::move(section));
    makeSafe(record);
    return record;
}

} // namespace undock
