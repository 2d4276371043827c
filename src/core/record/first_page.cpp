#include "core/record/first_page.h"

#include "core/record/sections.h"
#include "core/steps/step.h"

#include <algorithm>

namespace undock {

namespace {

Inline outage(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    Inline text;
    for (const auto &[which, name] : { std::pair(QStringLiteral("gateway"), t("网关（机器人）", "gateway (the bot)")),
             std::pair(QStringLiteral("panel"), t("面板", "panel")) }) {
        const auto ms = state.outageMs(which, state.lastEventAt());
        if (!ms)
            continue;
        if (!text.isEmpty())
            text += Inline(t("；", "; "));
        text += Inline(name + QLatin1Char(' ') + story.duration(*ms));
    }
    if (text.isEmpty() && story.state().dockerStopped())
        return t("未知：已要求停 Docker 版，何时停、停了多久没有测到",
            "not known: Docker's version was told to stop, and nothing measured for how long");
    if (text.isEmpty())
        return t("没有停过", "none: nothing was stopped");
    if (state.outageRunning())
        text += Inline(t("（至最近事件，仍在停机）", " (up to the newest event, still down)"));
    return text;
}

Inline equality(const RunStory &story)
{
    const Words &t = story.t();
    const JobStory *copy = story.newest(StepRole::ProvesCopy);
    if (!copy)
        return t("还没有复制到直装", "not copied to the direct install yet");
    if (!copy->job->green())
        return Inline(t("未证明：复制", "not proven: the copy ") + story.outcome(*copy->job));
    const Facts &facts = copy->job->facts;
    if (facts.value(u"equal") != QLatin1String("yes"))
        return t("未证明", "not proven");
    return Inline(t("首次启动前，", "before the first start, ") + facts.value(u"files") + t(" 个文件、", " files, ")
        + story.size(facts.number(u"bytes"))
        + t("，与 Docker 的数据逐文件一致（sha256）", ", equal to Docker's data file by file (sha256)"));
}

/// The tag of the panel's image, where the container's image has one.
QString panelBefore(const RunStory &story)
{
    const JobStory *scan = story.newest(StepRole::Scans);
    if (!scan)
        return {};
    for (const QString &container : scan->job->facts.all(u"container")) {
        const QString image = container.section(QLatin1Char(' '), 3, 3);
        if (container.startsWith(QLatin1String("openclaw-panel ")))
            return image.section(QLatin1Char('/'), -1).section(QLatin1Char(':'), 1);
    }
    return {};
}

QString factOf(const RunStory &story, StepRole role, QStringView fact)
{
    const JobStory *job = story.newest(role);
    return job && job->job->green() ? job->job->facts.value(fact) : QString();
}

/// `installs` is the step that brings the new version: only where it never ran is nothing installed.
Inline change(const RunStory &story, const QString &name, const QString &before, StepRole installs, QStringView fact)
{
    const Words &t = story.t();
    const QString after = factOf(story, installs, fact);
    const Inline unknown(t("未知", "unknown"));
    return Inline(name + QLatin1Char(' ')) + (before.isEmpty() ? unknown : quoted(before))
        + Inline(QStringLiteral(" → "))
        + (!after.isEmpty()              ? quoted(after)
                : story.newest(installs) ? unknown
                                         : Inline(t("尚未安装", "not installed")));
}

Inline versions(const RunStory &story)
{
    const Words &t = story.t();
    Inline text = change(story, QStringLiteral("OpenClaw"), factOf(story, StepRole::Scans, u"container_version"),
                      StepRole::InstallsOpenclaw, u"openclaw_version")
        + Inline(t("；", "; "))
        + change(story, t("面板", "panel"), panelBefore(story), StepRole::InstallsPanel, u"panel_tag");
    if (story.state().phase() == RunState::Phase::RolledBack)
        text += Inline(t("（已回滚：运行的是箭头左边的版本）", " (rolled back: what runs is left of the arrow)"));
    return text;
}

Inline leftOut(const RunStory &story)
{
    const Words &t = story.t();
    QStringList parts;
    if (const JobStory *copy = story.newest(StepRole::ProvesCopy); copy && copy->job->green()) {
        const Facts &facts = copy->job->facts;
        if (const qint64 locks = facts.number(u"dropped"); locks > 0)
            parts << t("锁文件 %1（由各进程自己再建）", "%1 lock files (their owners make them anew)").arg(locks);
        if (const qint64 bits = facts.number(u"set_id_dropped"); bits > 0)
            parts << t("set-uid/set-gid 位 %1", "%1 set-uid or set-gid bits").arg(bits);
    }
    if (const QString names = factOf(story, StepRole::CarriesEnvironment, u"environment_left_out").trimmed();
        !names.isEmpty())
        parts << t("容器的环境变量 ", "the container's variables ") + names;
    if (const JobStory *scan = story.newest(StepRole::Scans)) {
        qint64 changes = 0;
        for (const QString &layer : scan->job->facts.all(u"layer_changes"))
            changes += layer.section(QLatin1Char(' '), 1, 1).toLongLong();
        if (changes > 0)
            parts << t("容器层的改动 %1（删除容器前另存）",
                "%1 changes in the containers' layers (still in Docker, and saved before the deletion)")
                         .arg(changes);
    }
    return parts.isEmpty() ? Inline(t("没有", "nothing")) : Inline(parts.join(t("；", "; ")));
}

Inline listed(const QStringList &codes)
{
    Inline text;
    for (const QString &code : codes)
        text += (text.isEmpty() ? Inline() : Inline(QStringLiteral(", "))) + quoted(code);
    return text;
}

/// Failures and warnings that nobody accepted, then what the scan asks somebody to look at; each code once.
Inline needsSomebody(const RunStory &story)
{
    const Words &t = story.t();
    QStringList open, hints;
    for (const JobStory &job : story.jobs()) {
        const JobStory *newest = story.newest(job.job->step);
        if (!newest || newest->job != job.job)
            continue;
        for (const Finding &finding : findingsOf(job.job->facts)) {
            if (job.job->stage == Stage::A && finding.level != Finding::Level::Fine)
                (finding.level == Finding::Level::Blocks ? open : hints) << finding.code;
        }
        for (const CodedText &warning : job.job->warnings) {
            if (!job.job->acknowledged.contains(warning.code))
                open << warning.code;
        }
        if (job.job->failure)
            open << job.job->failure->code;
    }
    open.removeDuplicates();
    hints.removeDuplicates();
    Inline text;
    if (!open.isEmpty())
        text += Inline(t("未解决：", "open: ")) + listed(open);
    if (!hints.isEmpty())
        text += Inline(open.isEmpty() ? QString() : t("；", "; "))
            + Inline(t("提醒（不挡迁移，说明见第 1 节）：", "to look at (bars nothing; explained in section 1): "))
            + listed(hints);
    return text.isEmpty() ? Inline(t("没有", "nothing")) : text;
}

Inline acceptance(const RunStory &story)
{
    const Words &t = story.t();
    const JournalEvent *newest = story.last(event::acceptance);
    const std::vector<CheckRow> &rows = story.state().acceptanceRows();
    const auto open
        = std::count_if(rows.begin(), rows.end(), [](const CheckRow &row) { return row.verdict != Verdict::Passed; });
    Inline text = !newest                ? Inline(t("尚未验收", "not checked yet"))
        : !boolAt(newest->data, "green") ? Inline(t("未通过，见第 4 节", "not passed, see section 4"))
        : open == 0 ? Inline(t("%1 项检查全部通过", "all %1 checks passed").arg(rows.size()))
                    : Inline(t("%1 项检查，关键项全部通过，参考项有 %2 项未过",
                        "%1 checks, every critical one passed, of the others %2 did not")
                                 .arg(rows.size())
                                 .arg(open));
    if (newest && !story.state().acceptanceDone())
        text += Inline(t("（此后有改动，不再作数）", " (something changed since; it no longer counts)"));
    if (const JournalEvent *accepted = story.last(event::accepted); accepted && story.state().userAcceptance())
        text += Inline(t("；用户验收：", "; accepted for the user by ")) + said(stringAt(accepted->data, "by"))
            + Inline(QLatin1Char(' ') + story.time(accepted->at));
    else
        text += Inline(t("；用户尚未验收", "; the user has not accepted"));
    return text;
}

Inline backup(const RunStory &story)
{
    const Words &t = story.t();
    const QString folder = story.state().fact(u"backup_dir");
    if (folder.isEmpty())
        return t("还没有", "none yet");
    const QString verified = factOf(story, StepRole::ProvesBackup, u"verified");
    return quoted(folder)
        + Inline(verified.isEmpty() ? t("（未校验）", " (not verified)")
                                    : t("（%1 个条目已校验）", " (%1 entries verified)").arg(verified));
}

/// How, until when, and what to type.
Inline wayBack(const RunStory &story)
{
    const Words &t = story.t();
    const RunState &state = story.state();
    const std::vector<Inline> ways = waysBack(story);
    Inline text = ways.empty() ? Inline() : ways.front();
    if (state.phase() == RunState::Phase::RolledBack || !state.dockerStopped())
        return text;
    if (!state.deletionBegun())
        text += Inline(t(" 期限：到容器和镜像被删为止。", " Until its containers and images are deleted."));
    return text + Inline(t(" 命令：", " To type: "))
        + quoted(QStringLiteral("openclaw-undock-cli rollback --vmid ") + state.vmid());
}

} // namespace

std::vector<std::vector<Inline>> firstPage(const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("一眼看完", "At a glance")), Inline() } };
    const auto add = [&](const char *zh, const char *en, const Inline &text) {
        rows.push_back({ Inline(t(zh, en)), text });
    };
    add("结果", "Outcome", summaryOf(story));
    add("停机", "Outage", outage(story));
    add("数据一致", "Data proven equal", equality(story));
    add("版本", "Versions", versions(story));
    add("没有带过来", "Left out", leftOut(story));
    add("需要处理", "Needs somebody", needsSomebody(story));
    add("验收", "Acceptance", acceptance(story));
    add("备份", "Backup", backup(story));
    add("怎么回滚", "Way back", wayBack(story));
    return rows;
}

} // namespace undock
