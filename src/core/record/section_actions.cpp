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
    std::vector<std::vector<Inline>> rows{ { Inline(t("任务", "Job")), Inline(t("阶段", "Stage")),
        Inline(t("做什么", "What")), Inline(t("开始", "Begun")), Inline(t("用时", "Took")),
        Inline(t("判定", "Verdict")) } };
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
    section.heading2(t("步骤一览", "Steps"));
    const size_t count = rows.size() - 1, unwell = open.size() - 1;
    section.table(std::move(open));
    const size_t first = section.blocks.size();
    section.table(std::move(rows));
    section.foldFrom(first, t("全部 %1 步，通过 %2 步", "All %1 steps, %2 passed").arg(count).arg(count - unwell));
}

void addVersions(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    struct Fact {
        StepRole step;
        const char *fact;
        const char *zh;
        const char *en;
    };
    static constexpr Fact wanted[] = {
        { StepRole::InstallsOpenclaw, "openclaw_version", "OpenClaw 版本", "OpenClaw" },
        { StepRole::InstallsOpenclaw, "openclaw_bin", "openclaw 路径", "openclaw at" },
        { StepRole::InstallsOpenclaw, "node_version", "Node 版本", "Node" },
        { StepRole::InstallsOpenclaw, "node_bin", "node 路径", "node at" },
        { StepRole::InstallsOpenclaw, "before", "安装前", "before the install" },
        { StepRole::InstallsPanel, "panel_tag", "面板版本", "Panel" },
        { StepRole::InstallsPanel, "panel_commit", "面板提交", "Panel's commit" },
        { StepRole::InstallsPanel, "panel_aside", "原面板目录移到", "the panel that stood there" },
        { StepRole::PlacesCopy, "placed", "数据目录", "state directory" },
        { StepRole::PlacesCopy, "aside", "原有目录移到", "what stood there" },
        { StepRole::PlacesCopy, "link_aside", "原 /home/node/.openclaw 移到", "what stood at /home/node/.openclaw" },
        { StepRole::PlacesConfig, "config_backup", "openclaw.json 备份", "backup of openclaw.json" },
        { StepRole::PlacesPanelConfig, "config_backup", "panel.config.json 备份", "backup of panel.config.json" },
        { StepRole::WritesUnits, "gateway_unit", "网关服务文件", "gateway's unit" },
        { StepRole::WritesUnits, "panel_unit", "面板服务文件", "panel's unit" },
        { StepRole::WritesUnits, "exec_start", "启动命令", "starts" },
        { StepRole::WritesUnits, "unit_backup", "服务文件备份", "backup of a unit" },
        { StepRole::StartsDirect, "gateway_pid", "网关进程", "gateway's process" },
        { StepRole::StartsDirect, "panel_pid", "面板进程", "panel's process" },
        { StepRole::StartsDirect, "cutover", "切换标记", "cutover marker" },
        { StepRole::NotesPolicies, "policies", "原重启策略", "restart policies before" },
    };
    std::vector<std::vector<Inline>> rows{ { Inline(t("项目", "Item")), Inline(t("值", "Value")) } };
    for (const Fact &one : wanted) {
        const JobStory *job = story.newest(one.step);
        if (!job)
            continue;
        for (const QString &found : job->job->facts.all(QString::fromLatin1(one.fact))) {
            const bool inCopy = one.step == StepRole::PlacesConfig;
            if (!found.trimmed().isEmpty())
                rows.push_back({ Inline(t(one.zh, one.en)), value(inCopy ? story.placed(found) : found, story) });
        }
    }
    if (rows.size() < 2)
        return;
    section.heading2(t("版本与路径", "Versions and paths"));
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    section.foldFrom(first, t("%1 项", "%1 values").arg(count));
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
    section.heading2(t("改动的配置键", "Changed keys"));
    const size_t first = section.blocks.size();
    size_t count = 0;
    for (const Json *diff : newest) {
        section.paragraph(quoted(stringAt(*diff, "file")));
        std::vector<std::vector<Inline>> rows{ { Inline(t("键", "Key")), Inline(t("原值", "Before")),
            Inline(t("新值", "After")) } };
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
    section.foldFrom(first, t("%1 个文件，%2 个键", "%1 files, %2 keys").arg(newest.size()).arg(count));
}

void addLedger(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("操作", "Done")), Inline(t("列", "Column")),
        Inline(t("原值", "Before")), Inline(t("新值", "After")) } };
    for (const Json &change : story.state().ledgerChanges()) {
        const auto edit = ledgerEditFromJson(change);
        if (!edit)
            continue;
        const bool undone = stringAt(change, "kind") == QLatin1String("undone");
        for (const LedgerChange &cell : edit->changes)
            rows.push_back({ Inline(undone ? t("撤销", "taken back") : t("更新", "updated")), quoted(cell.heading),
                quoted(cell.before), quoted(cell.after) });
    }
    if (const std::optional<Json> &open = story.state().ledgerIntended()) {
        if (const auto edit = ledgerEditFromJson(*open)) {
            for (const LedgerChange &cell : edit->changes)
                rows.push_back({ Inline(t("结果未知", "outcome not known")), quoted(cell.heading), quoted(cell.before),
                    quoted(cell.after) });
        }
    }
    if (rows.size() < 2)
        return;
    section.heading2(t("台账改动（只动本机这一行）", "Changes of the ledger (this VM's row alone)"));
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
        fold.blocks.push_back(line(t("参数（作为数据传入，不拼进命令）：", "Values (passed as data, never spliced):")));
        fold.blocks.push_back(std::move(values));
    }
    const Step *step = story.options().catalog ? story.options().catalog->find(job.job->step) : nullptr;
    if (!job.scriptSha256.isEmpty()) {
        const bool same = step && sha256Hex(step->script) == job.scriptSha256;
        fold.blocks.push_back(line(Inline(t("脚本 sha256 ", "Script sha256 ")) + quoted(job.scriptSha256)
            + Inline(!same ? t("（另一版本程序的脚本，原文在小鸡的运行目录里）",
                         " (of another version of the program; its text is in the VM's run folder)")
                    : shown.contains(job.job->step) ? t("（同上）", " (as above)")
                                                    : QString())));
        if (same && !shown.contains(job.job->step)) {
            fold.blocks.push_back(codeBlock(excerpt(body(step->script), 160, 12000)));
            shown << job.job->step;
        }
    }
    if (step && step->secretOutput) {
        fold.blocks.push_back(
            line(Inline(t("输出含密钥，不写入日志；字节数 ", "Its output holds secrets and is not journaled; bytes ")
                     + QString::number(job.job->outputBytes) + t("，sha256 ", ", sha256 "))
                + quoted(job.job->outputSha256)));
    } else if (!job.output.trimmed().isEmpty()) {
        fold.blocks.push_back(line(t("输出（摘录）：", "Output (excerpt):")));
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
        fold.blocks.push_back(line(t("结果：", "Facts:")));
        fold.blocks.push_back(std::move(facts));
    }
    if (job.job->failure) {
        fold.blocks.push_back(line(Inline(t("失败：", "Failed: ")) + quoted(job.job->failure->code)
            + Inline(QStringLiteral(" ")) + told(job.job->failure->text, story)));
    }
    return fold;
}

void addCommands(RecordSection &section, const RunStory &story)
{
    section.heading2(story.t()("命令与关键输出", "Commands and key outputs"));
    const size_t first = section.blocks.size();
    QStringList shown;
    for (const JobStory &job : story.jobs()) {
        if (!job.job->neverRan())
            section.blocks.push_back(commandFold(story, job, shown));
    }
    const size_t count = section.blocks.size() - first;
    section.foldFrom(first,
        story.t()("%1 个步骤的参数、脚本、输出与结果", "Values, scripts, outputs and facts of %1 steps").arg(count));
}

void addDeviations(RecordSection &section, const RunStory &story)
{
    const Words &t = story.t();
    std::vector<std::vector<Inline>> rows{ { Inline(t("SOP 节", "Procedure")), Inline(t("实际做法", "Done instead")),
        Inline(t("原因", "Reason")) } };
    for (const DeviationWords &one : deviationsOf(story))
        rows.push_back({ Inline(one.paragraph), Inline(one.instead), Inline(one.reason) });
    if (rows.size() < 2)
        return;
    section.heading2(t("与 SOP 原文不同之处", "Deviations from the printed procedure"));
    const size_t first = section.blocks.size();
    const size_t count = rows.size() - 1;
    section.table(std::move(rows));
    section.foldFrom(first, t("%1 处，各有原因", "%1, each with its reason").arg(count));
}

} // namespace

RecordSection actionsSection(const RunStory &story)
{
    const Words &t = story.t();
    RecordSection section;
    section.id = QStringLiteral("actions");
    section.heading = t("执行过程（命令与关键输出）", "Actions (commands and key outputs)");
    section.required = true;
    section.hasEvidence = std::any_of(story.jobs().begin(), story.jobs().end(),
        [](const JobStory &job) { return job.job->effect != Effect::Reads && !job.job->neverRan(); });
    if (story.jobs().empty())
        section.paragraph(t("尚未执行任何步骤。", "No step has run."));
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
