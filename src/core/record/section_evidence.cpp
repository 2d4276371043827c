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
    return critical ? t("关键", "critical") : t("参考", "information");
}

std::vector<std::vector<Inline>> checkTable(const RunStory &story, const std::vector<CheckRow> &checks)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("检查项", "Check")), Inline(t("级别", "Weight")),
        Inline(t("判定", "Verdict")), Inline(t("迁移前", "Before")), Inline(t("期望", "Expected")),
        Inline(t("实际", "Found")) } };
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
        section.paragraph(checkLabel(row.id, t)
            + Inline(t("：与迁移前不同的行（- 原有，+ 现有）", ": the lines that differ (- before, + now)")));
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
    section.foldFrom(
        first, t("全部 %1 项，通过 %2 项", "All %1 checks, %2 passed").arg(checks.size()).arg(others.size()));
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
    section.heading2(t("链路验收", "Acceptance"));
    if (acceptances.empty()) {
        section.paragraph(t("尚未验收。", "Not checked yet."));
        return;
    }
    const JournalEvent &newest = *acceptances.back();
    const bool counts = story.state().acceptanceDone();
    section.paragraph(Inline(story.time(newest.at) + t("：", ": ")
        + (boolAt(newest.data, "green") ? t("全部关键项通过", "every critical check passed") : t("未通过", "not green"))
        + (counts ? QString()
                  : t("（此后有改动或回滚，不再作数）", " (something changed since; it no longer counts)"))));
    if (std::vector<CheckRow> rows = rowsOf(newest); !rows.empty()) {
        section.paragraph(t(
            "“迁移前”是扫描时 Docker 版运行中测得的值；期望以它为准，只有 SOP 自己规定的（端口、服务、版本）用固定值。"
            "迁移前就不通的不算失败。",
            "“Before” is what the scan saw while Docker's version ran; it is what is expected, but for what the "
            "procedure itself sets (ports, units, versions). What was broken before is no failure."));
        addChecks(section, story, std::move(rows));
    }
    std::vector<Inline> earlier;
    for (size_t n = 0; n + 1 < acceptances.size(); ++n) {
        QStringList failed;
        for (const CheckRow &row : rowsOf(*acceptances[n])) {
            if (row.critical && (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown))
                failed << row.id;
        }
        earlier.push_back(Inline(t("此前一次 ", "An earlier one ") + story.time(acceptances[n]->at) + t("：", ": ")
                              + (boolAt(acceptances[n]->data, "green") ? t("通过", "green")
                                                                       : t("未通过", "not green") + QLatin1Char(' ')))
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
        items.push_back(Inline(t("源数据（含锁文件）：会话文件 ", "Source, lock files among them: session files ")
            + manifest->job->facts.value(u"sessions") + t("，工作区文件 ", ", workspace files ")
            + manifest->job->facts.value(u"workspace")));
    }
    if (const JobStory *copy = story.newest(StepRole::ProvesCopy)) {
        const QString equal = copy->job->facts.value(u"equal");
        items.push_back(Inline(equal == QLatin1String("yes")
                ? t("副本在首次启动前与源数据逐文件一致（路径、类型、大小、权限、时间、sha256）；去掉的锁文件 ",
                      "before the first start the copy equalled the source, file by file (path, type, size, mode, "
                      "time, sha256); lock files left out ")
                    + QString::number(copy->job->facts.number(u"dropped"))
                : t("副本与源数据的一致性：", "copy against source: ")
                    + (equal.isEmpty() ? t("未证明", "not proven") : equal)));
    }
    for (const CheckRow &row : story.state().acceptanceRows()) {
        if (row.id.contains(QLatin1String("sessions")) || row.id.contains(QLatin1String("workspace"))
            || row.id == QLatin1String("history-readable"))
            items.push_back(checkLabel(row.id, t)
                + Inline(row.before.isEmpty() ? QString() : t("：迁移前 ", ": before ")) + told(row.before, story)
                + Inline(row.before.isEmpty() ? t("：期望 ", ": expected ") : t("，期望 ", ", expected "))
                + told(row.expected, story) + Inline(t("，实际 ", ", found ")) + told(row.foundSentence(), story));
    }
    if (items.empty())
        return;
    section.heading2(t("数据抽样", "Samples of the data"));
    section.list(std::move(items));
}

void addProcesses(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<Inline> items;
    if (const JobStory *start = story.newest(StepRole::StartsDirect); start && start->job->green()) {
        items.push_back(Inline(t("首次启动：网关进程 ", "at the first start: gateway's process ")
                            + start->job->facts.value(u"gateway_pid") + t("，面板进程 ", ", panel's process ")
                            + start->job->facts.value(u"panel_pid") + t("；服务文件设定的用户 ", "; the units' user "))
            + quoted(QStringLiteral("root")));
    }
    for (const CheckRow &row : story.state().acceptanceRows()) {
        if (row.id.startsWith(QLatin1String("services-sustained")) || row.id.startsWith(QLatin1String("listeners-"))
            || row.id.startsWith(QLatin1String("process")))
            items.push_back(checkLabel(row.id, t) + Inline(t("：", ": ")) + told(row.found, story));
    }
    if (items.empty())
        return;
    section.heading2(t("进程与运行用户", "Processes and their users"));
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
        const QString name
            = QLatin1String(which) == QLatin1String("gateway") ? t("网关", "gateway") : t("面板", "panel");
        items.push_back(Inline(name + t("停机 ", ": down for ") + story.duration(*ms)
            + (measured                     ? t("（小鸡内探测）", " (probed in the VM)")
                    : state.outageRunning() ? t("（至最近事件，仍在停机）", " (up to the newest event, still down)")
                                            : t("（按步骤起止估算）", " (from the steps' own times)"))));
    }
    if (items.empty())
        return;
    section.heading2(t("停机时长", "Outage"));
    section.list(std::move(items));
}

void addUser(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    section.heading2(t("用户验收", "The user's acceptance"));
    const JournalEvent *accepted = story.last(event::accepted);
    if (!accepted) {
        section.paragraph(t("尚无用户验收。", "The user has not accepted yet."));
        return;
    }
    std::vector<Inline> items;
    items.push_back(Inline(t("验收人 ", "By ")) + said(stringAt(accepted->data, "by"))
        + Inline(t("，时间 ", ", at ") + story.time(accepted->at)));
    if (!stringAt(accepted->data, "tried").isEmpty())
        items.push_back(Inline(t("试了什么：", "Tried: ")) + said(stringAt(accepted->data, "tried")));
    if (!stringAt(accepted->data, "note").isEmpty())
        items.push_back(Inline(t("备注：", "Note: ")) + said(stringAt(accepted->data, "note")));
    if (const Json versions = valueAt(accepted->data, "versions"); versions.is_object() && !versions.empty()) {
        Inline line(t("当时版本：", "Versions: "));
        for (const auto &[name, version] : versions.items())
            line += Inline(toQt(name) + QLatin1Char(' '))
                + quoted(
                    version.is_string() ? toQt(version.get<std::string>()) : QString::fromUtf8(compactJson(version)))
                + Inline(QStringLiteral(" "));
        items.push_back(line);
    }
    if (!story.state().userAcceptance())
        items.push_back(t("此后有改动或回滚，不再作数。", "Something changed since; it no longer counts."));
    section.list(std::move(items));
}

/// What proves later that neither the evidence nor this record was changed.
void addSeal(RecordSection &section, const RunStory &story)
{
    const std::optional<EvidenceSeal> &seal = story.options().seal;
    if (!seal)
        return;
    const Words &t = story.t();
    section.heading2(t("证据链", "Chain of evidence"));
    section.list({ Inline(t("执行日志 ", "Journal: ") + QString::number(seal->events)
                       + t(" 行，逐行以哈希相连，末行 sha256 ",
                           " lines, each chained to the one before by hash; last line's sha256 "))
            + quoted(seal->head),
        Inline(t("证据文件索引 sha256 ", "Index of the evidence files, sha256 ")) + quoted(seal->index),
        Inline(t("核对：", "To check: "))
            + quoted(QStringLiteral("openclaw-undock-cli record verify --bundle FILE.zip")) });
}

} // namespace

RecordSection evidenceSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("evidence");
    section.heading = t("验收证据（端口、接口、数据抽样）", "Evidence of acceptance (ports, interfaces, samples)");
    section.required = true;
    section.hasEvidence = story.last(event::acceptance) != nullptr || story.newest(StepRole::ProvesDocker) != nullptr;
    addAcceptance(section, story);
    addSamples(section, story);
    addProcesses(section, story);
    addOutage(section, story);
    addUser(section, story);
    addStepChecks(section, story, StepRole::ChecksDeletion, t("删 Docker 后复查", "Check after the deletion"));
    addStepChecks(section, story, StepRole::ProvesDocker, t("回滚后验证", "Check after the rollback"));
    addSeal(section, story);
    addWords(section, story, { section.id });
    return section;
}

} // namespace undock
