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
    for (const auto &[which, name] : { std::pair(QStringLiteral("gateway"), t("gateway-the-bot")),
             std::pair(QStringLiteral("panel"), t("the-panel")) }) {
        const auto ms = state.outageMs(which, state.lastEventAt());
        if (!ms)
            continue;
        if (!text.isEmpty())
            text += Inline(t("semicolon"));
        text += Inline(name + QLatin1Char(' ') + story.duration(*ms));
    }
    if (text.isEmpty() && story.state().dockerStopped())
        return t("not-known-dockers-version-was-told-to-stop");
    if (text.isEmpty())
        return t("none-nothing-was-stopped");
    if (state.outageRunning())
        text += Inline(t("up-to-the-newest-event-still-down"));
    return text;
}

Inline equality(const RunStory &story)
{
    const Words &t = story.t();
    const JobStory *copy = story.newest(StepRole::ProvesCopy);
    if (!copy)
        return t("not-copied-to-the-direct-install-yet");
    if (!copy->job->green())
        return Inline(t("not-proven-the-copy") + story.outcome(*copy->job));
    const Facts &facts = copy->job->facts;
    if (facts.value(u"equal") != QLatin1String("yes"))
        return t("copy-not-proven");
    return Inline(t("before-the-first-start") + facts.value(u"files") + t("files") + story.size(facts.number(u"bytes"))
        + t("equal-to-dockers-data-file-by-file-sha256"));
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
    const Inline unknown(t("unknown"));
    return Inline(name + QLatin1Char(' ')) + (before.isEmpty() ? unknown : quoted(before))
        + Inline(QStringLiteral(" → "))
        + (!after.isEmpty()              ? quoted(after)
                : story.newest(installs) ? unknown
                                         : Inline(t("not-installed")));
}

Inline versions(const RunStory &story)
{
    const Words &t = story.t();
    Inline text = change(story, QStringLiteral("OpenClaw"), factOf(story, StepRole::Scans, u"container_version"),
                      StepRole::InstallsOpenclaw, u"openclaw_version")
        + Inline(t("semicolon"))
        + change(story, t("the-panel"), panelBefore(story), StepRole::InstallsPanel, u"panel_tag");
    if (story.state().phase() == RunState::Phase::RolledBack)
        text += Inline(t("rolled-back-what-runs-is-left-of-the-arrow"));
    return text;
}

Inline leftOut(const RunStory &story)
{
    const Words &t = story.t();
    QStringList parts;
    if (const JobStory *copy = story.newest(StepRole::ProvesCopy); copy && copy->job->green()) {
        const Facts &facts = copy->job->facts;
        if (const qint64 locks = facts.number(u"dropped"); locks > 0)
            parts << t("lock-files-their-owners-make-them-anew").arg(locks);
        if (const qint64 bits = facts.number(u"set_id_dropped"); bits > 0)
            parts << t("set-uid-or-set-gid-bits").arg(bits);
    }
    if (const QString names = factOf(story, StepRole::CarriesEnvironment, u"environment_left_out").trimmed();
        !names.isEmpty())
        parts << t("the-containers-variables") + names;
    if (const JobStory *scan = story.newest(StepRole::Scans)) {
        qint64 changes = 0;
        for (const QString &layer : scan->job->facts.all(u"layer_changes"))
            changes += layer.section(QLatin1Char(' '), 1, 1).toLongLong();
        if (changes > 0)
            parts << t("changes-in-the-containers-layers-still-in").arg(changes);
    }
    return parts.isEmpty() ? Inline(t("nothing")) : Inline(parts.join(t("semicolon")));
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
        text += Inline(t("open")) + listed(open);
    if (!hints.isEmpty())
        text += Inline(open.isEmpty() ? QString() : t("semicolon"))
            + Inline(t("to-look-at-bars-nothing-explained-in-section")) + listed(hints);
    return text.isEmpty() ? Inline(t("nothing")) : text;
}

Inline acceptance(const RunStory &story)
{
    const Words &t = story.t();
    const JournalEvent *newest = story.last(event::acceptance);
    const std::vector<CheckRow> &rows = story.state().acceptanceRows();
    const auto open
        = std::count_if(rows.begin(), rows.end(), [](const CheckRow &row) { return row.verdict != Verdict::Passed; });
    Inline text = !newest                ? Inline(t("not-checked-yet"))
        : !boolAt(newest->data, "green") ? Inline(t("not-passed-see-section-4"))
        : open == 0                      ? Inline(t("all-checks-passed").arg(rows.size()))
                    : Inline(t("checks-every-critical-one-passed-of-the").arg(rows.size()).arg(open));
    if (newest && !story.state().acceptanceDone())
        text += Inline(t("no-longer-counts"));
    if (const JournalEvent *accepted = story.last(event::accepted); accepted && story.state().userAcceptance())
        text += Inline(t("accepted-for-the-user-by")) + said(stringAt(accepted->data, "by"))
            + Inline(QLatin1Char(' ') + story.time(accepted->at));
    else
        text += Inline(t("the-user-has-not-accepted"));
    return text;
}

Inline backup(const RunStory &story)
{
    const Words &t = story.t();
    const QString folder = story.state().fact(u"backup_dir");
    if (folder.isEmpty())
        return t("none-yet");
    const QString verified = factOf(story, StepRole::ProvesBackup, u"verified");
    return quoted(folder) + Inline(verified.isEmpty() ? t("not-verified") : t("entries-verified").arg(verified));
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
        text += Inline(t("until-its-containers-and-images-are-deleted"));
    return text + Inline(t("to-type")) + quoted(QStringLiteral("openclaw-undock-cli rollback --vmid ") + state.vmid());
}

} // namespace

std::vector<std::vector<Inline>> firstPage(const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("at-a-glance")), Inline() } };
    const auto add = [&](const char *title, const Inline &text) { rows.push_back({ Inline(t(title)), text }); };
    add("outcome", summaryOf(story));
    add("outage", outage(story));
    add("data-proven-equal", equality(story));
    add("versions", versions(story));
    add("left-out", leftOut(story));
    add("needs-somebody", needsSomebody(story));
    add("acceptance", acceptance(story));
    add("backup", backup(story));
    add("way-back", wayBack(story));
    return rows;
}

} // namespace undock
