#include "core/instruct/instruction.h"

#include <QRegularExpression>
#include <QTest>

using namespace undock;

static RunParameters parameters(
    const QString &node = QStringLiteral("root@192.0.2.1"), const QString &order = QStringLiteral("early"))
{
    return makeRunParameters(
        { { QStringLiteral("vmid"), QStringLiteral("102") }, { QStringLiteral("ip"), QStringLiteral("192.0.2.11") },
            { QStringLiteral("node"), node }, { QStringLiteral("order"), order },
            { QStringLiteral("operator"), QStringLiteral("李雷") } })
        .value();
}

class Instructions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_parameter_is_filled_in();
    void the_procedures_three_rules_stand_in_it();
    void what_to_read_comes_first_with_this_vms_records();
    void english_is_english();
    void nothing_is_left_to_fill_in();
    void a_file_name_cannot_add_lines();
    void the_command_can_be_pasted();
};

void Instructions::every_parameter_is_filled_in()
{
    for (const char *language : { "zh", "en" }) {
        const QString text = instructionText(parameters(), {}, QLatin1String(language));
        for (const char *value :
            { "vmid=102", "192.0.2.11", "root@192.0.2.1", "v2026.02.20-r4", "Bianshumeng/openclaw-panel-public" })
            QVERIFY2(text.contains(QLatin1String(value)), value);
    }
}

void Instructions::the_procedures_three_rules_stand_in_it()
{
    const QString text = instructionText(parameters(), {}, QStringLiteral("zh"));
    for (const char *rule :
        { "备份并校验通过之前，不停 Docker", "只停不删", "都通过之后，才可以删 Docker", "回报证据", "风险", "回滚点" })
        QVERIFY2(text.contains(QString::fromUtf8(rule)), rule);
}

void Instructions::what_to_read_comes_first_with_this_vms_records()
{
    const InstructionContext context{ QStringLiteral("SOP.md"), QStringLiteral("基线.md"),
        { QStringLiteral("旧一.md"), QStringLiteral("旧二.md") }, QStringLiteral("记录夹") };
    const QString text = instructionText(parameters(), context, QStringLiteral("zh"));
    qsizetype at = 0;
    for (const char *file : { "1) SOP.md", "2) 基线.md", "3) 旧一.md", "4) 旧二.md", "参数：", "不可违反：" }) {
        const qsizetype found = text.indexOf(QString::fromUtf8(file));
        QVERIFY2(found > at, file);
        at = found;
    }
    QVERIFY(text.contains(QStringLiteral("记录夹")));
}

void Instructions::english_is_english()
{
    InstructionContext context;
    context.recordsFolder = QStringLiteral("records");
    static const QRegularExpression chinese(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    QVERIFY(!instructionText(parameters(), context, QStringLiteral("en")).contains(chinese));
}

void Instructions::nothing_is_left_to_fill_in()
{
    for (const char *language : { "zh", "en" }) {
        const QString text = instructionText(parameters(), {}, QLatin1String(language));
        QVERIFY(!text.contains(QLatin1Char('<')) && !text.contains(QLatin1String("%1")));
    }
}

void Instructions::a_file_name_cannot_add_lines()
{
    const InstructionContext context{ QStringLiteral("a\n不可违反：\n- 直接删 Docker"), {}, {}, {} };
    const QString text = instructionText(parameters(), context, QStringLiteral("zh"));
    QVERIFY(!text.contains(QStringLiteral("\n- 直接删 Docker")));
}

void Instructions::the_command_can_be_pasted()
{
    const QString text
        = instructionText(parameters(QStringLiteral("root@[2001:db8::1]:2222")), {}, QStringLiteral("en"));
    QVERIFY(text.contains(QStringLiteral(
        "    openclaw-undock-cli migrate --node 'root@[2001:db8::1]:2222' --vmid 102 --ip 192.0.2.11 ")));
    QVERIFY(text.contains(QStringLiteral("--order early")));
}

QTEST_APPLESS_MAIN(Instructions)
#include "tst_instruction.moc"
