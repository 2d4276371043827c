#include "core/instruct/instruction.h"

#include "core/params/field.h"
#include "core/text/display_safe.h"

namespace undock {

namespace {

class Sheet {
public:
    explicit Sheet(bool english)
        : m_english(english)
    {
    }
    QString say(const char *zh, const char *en) const { return QString::fromUtf8(m_english ? en : zh); }
    void line(const QString &text = {}) { m_text += text + QLatin1Char('\n'); }
    void line(const char *zh, const char *en) { line(say(zh, en)); }
    void value(Field field, const QString &value)
    {
        const QString name = fieldWords(field, m_english ? QStringLiteral("en") : QStringLiteral("zh_CN"));
        line(QStringLiteral("- %1%2%3").arg(name, say("：", ": "), displayLine(value)));
    }
    QString take() const { return m_text; }

private:
    bool m_english;
    QString m_text;
};

/// Arguments of a command to copy: the values passed a strict grammar, only a shell's
/// brackets (IPv6) still mean something to it.
QString argument(const QString &value)
{
    return value.contains(QLatin1Char('[')) ? QLatin1Char('\'') + value + QLatin1Char('\'') : value;
}

/// Whether whoever takes the work over has to be told: which VM, which versions and which order always, the rest where
/// it is not what everybody gets. Whoever does the work is named by himself.
bool isTold(const FieldRow &row, const RunParameters &parameters)
{
    if (row.group == FieldGroup::Person)
        return false;
    return row.group == FieldGroup::Identity || row.group == FieldGroup::Versions || row.group == FieldGroup::Procedure
        || row.text(parameters) != QLatin1String(row.fallback);
}

QString command(const RunParameters &parameters)
{
    // The node first: the rest is about something on it.
    QStringList words{ QStringLiteral("openclaw-undock-cli migrate") };
    for (const bool node : { true, false }) {
        for (const FieldRow &row : fieldTable()) {
            const QString value = row.text(parameters);
            if ((row.field == Field::Node) == node && isTold(row, parameters) && !value.isEmpty())
                words << QStringLiteral("--%1 %2").arg(QLatin1String(row.option), argument(value));
        }
    }
    return words.join(QLatin1Char(' '));
}

/// A value as a person reads it.
QString shown(Field field, const RunParameters &parameters, const Sheet &sheet)
{
    switch (field) {
    case Field::Ip:
        if (!parameters.ip)
            return sheet.say("以母机 qm config 为准", "as the node's qm config says");
        break;
    case Field::OpenclawVersion:
        if (parameters.openclawVersion.kind() == OpenclawVersion::Kind::Same)
            return sheet.say("与容器内相同", "the container's own version");
        break;
    case Field::Order:
        return parameters.order == Order::Early ? sheet.say("提前准备（缩短停机）", "prepare early (a shorter outage)")
                                                : sheet.say("按 SOP 顺序", "the procedure's");
    default:
        break;
    }
    return rowOf(field).text(parameters);
}

void reading(Sheet &sheet, const InstructionContext &context)
{
    sheet.line("先读完下列文件，再动手：", "Read these to the end before you touch anything:");
    const QString procedure = context.procedureFile.isEmpty()
        ? sheet.say("全流程 SOP（00_全流程SOP…）", "the whole procedure (SOP)")
        : context.procedureFile;
    const QString baseline = context.baselineFile.isEmpty()
        ? sheet.say("结论与执行基线", "the conclusions and baseline document")
        : context.baselineFile;
    int number = 0;
    for (const QString &file : QStringList{ procedure, baseline } + context.earlierRecords)
        sheet.line(QStringLiteral("%1) %2").arg(++number).arg(displayLine(file)));
    if (context.earlierRecords.isEmpty())
        sheet.line("（这台小鸡还没有迁移记录。）", "(There is no earlier record of this VM.)");
}

void rules(Sheet &sheet)
{
    sheet.line("不可违反：", "Never break these:");
    sheet.line("- 一台小鸡同一时刻只由一个窗口操作；已被占用就停下来说明。",
        "- One VM, one window at a time; if somebody holds it, stop and say so.");
    sheet.line("- 阶段按 A 到 I 的顺序做，一个也不跳过。", "- Stages A to I in their order; none is skipped.");
    sheet.line(
        "- 备份并校验通过之前，不停 Docker。", "- Docker is not stopped before the backup is made and verified.");
    sheet.line("- 停 Docker 只停不删；容器、镜像、/data 都原样留着。",
        "- Docker is stopped, not removed: containers, images and /data stay as they are.");
    sheet.line("- 链路验收和用户验收都通过之后，才可以删 Docker；任何一台验收失败，所有机器都暂停删除。",
        "- Docker is removed only after the acceptance and the user's own are both green; one failed acceptance "
        "anywhere stops every removal.");
    sheet.line("- 结果不明（超时、断线）不算成功也不算失败，先去问清楚，不重发。",
        "- An unknown outcome (timeout, lost link) is neither success nor failure: ask first, never send again "
        "blindly.");
    sheet.line("- 端口查 Bot 台账或母机端口映射，不猜；只读 NAT，不改。",
        "- Ports come from the ledger or the node's mappings, never from a guess; NAT is read, not changed.");
    sheet.line("- 密码、令牌、密钥不写进命令行、回报和记录。",
        "- Passwords, tokens and keys appear in no command line, report or record.");
}

void reporting(Sheet &sheet, const InstructionContext &context)
{
    sheet.line("每做完一步就回报证据：", "After each step report the evidence:");
    sheet.line("- 实际执行的命令和关键输出", "- what was run, and its key output");
    sheet.line("- 现在的状态（哪一版在运行，用户能不能用）",
        "- the state now (which version runs, whether the user can use it)");
    sheet.line("- 风险", "- risks");
    sheet.line("- 回滚点（现在怎么退回去）", "- the way back from here");
    const QString folder
        = context.recordsFolder.isEmpty() ? QStringLiteral("用户小鸡去 Docker 化") : context.recordsFolder;
    sheet.line(sheet.say("验收有关键项失败就按 SOP 第 7 节回滚。结束后把迁移记录写到：",
                   "If a critical check fails, roll back by the procedure's §7. At the end write the record into: ")
        + displayLine(folder));
}

} // namespace

QString instructionText(const RunParameters &parameters, const InstructionContext &context, const QString &language)
{
    Sheet sheet(language == QLatin1String("en"));
    sheet.line(sheet
                   .say("任务：把小鸡 vmid=%1 从 Docker 迁移到直装。",
                       "Task: migrate the VM vmid=%1 from Docker to a direct install.")
                   .arg(parameters.vmid.toString()));
    sheet.line();
    reading(sheet, context);
    sheet.line();
    sheet.line("参数：", "Parameters:");
    for (const FieldRow &row : fieldTable()) {
        if (isTold(row, parameters))
            sheet.value(row.field, shown(row.field, parameters, sheet));
    }
    sheet.line();
    rules(sheet);
    sheet.line();
    reporting(sheet, context);
    sheet.line();
    sheet.line("可以用本程序执行 A 到 H（不会删 Docker）：", "This program carries out A to H (it removes no Docker):");
    sheet.line(QStringLiteral("    ") + command(parameters));
    return sheet.take();
}

} // namespace undock
