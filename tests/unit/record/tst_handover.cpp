#include "core/record/handover_text.h"
#include "journals/journal_builder.h"

#include <QTest>

using namespace undock;

namespace {

RecordOptions speaking(const char *language)
{
    RecordOptions options;
    options.language = QLatin1String(language);
    return options;
}

JournalBuilder upTo(const char *stages)
{
    JournalBuilder run = JournalBuilder::created();
    run.pass(
        "a-node", Json::array({ Json::array({ "port_panel", "10201" }), Json::array({ "vm_name", "vm-260219-01" }) }));
    run.stages(stages);
    return run;
}

JournalBuilder migrated()
{
    JournalBuilder run = upTo("ABCDEFGH");
    run.acceptance(true);
    return run;
}

} // namespace

/// Whoever comes after a migration finds what they need in a few lines.
class HandoverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theUserIsToldWhereAndWhatToTry();
    void theNextOperatorFindsItsWay();
    void theWayBackIsTheOneThatIsStillOpen();
    void aRollbackIsHandedOverAsWhatItIs();
    void nothingIsHandedOverHalfWay_data();
    void nothingIsHandedOverHalfWay();
    void whatWasNotFoundIsNotMadeUp();
    void anAddressInBrackets();
    void hostileNamesAndSecrets();
};

void HandoverTest::theUserIsToldWhereAndWhatToTry()
{
    const JournalBuilder run = migrated();
    const auto english = handoverText(run.events(), speaking("en")),
               chinese = handoverText(run.events(), speaking("zh"));
    QVERIFY(english && chinese);
    for (const char *part :
        { "http://192.0.2.1:10201/", "nothing changed", "read an old conversation", "李雷", "102 vm-260219-01" })
        QVERIFY2(english->user.contains(QString::fromUtf8(part)), part);
    for (const char *part : { "http://192.0.2.1:10201/", "什么都没变", "看一段以前的对话", "李雷" })
        QVERIFY2(chinese->user.contains(QString::fromUtf8(part)), part);
    QVERIFY2(english->user.count(QLatin1Char('\n')) < 10, "it is short");
    // The user's text has no word of what only an operator can use.
    QVERIFY(!english->user.contains(QStringLiteral("/root")) && !english->user.contains(QStringLiteral("journalctl")));
}

void HandoverTest::theNextOperatorFindsItsWay()
{
    const auto text = handoverText(migrated().events(), speaking("en"));
    for (const char *part : { "root@192.0.2.1", "/root/.openclaw", "/opt/openclaw-panel",
             "/etc/openclaw-panel/panel.config.json", "journalctl -u openclaw-gateway.service",
             "systemctl status openclaw-gateway.service openclaw-panel.service", "2026.2.19", "v2026.02.20-r4",
             "openclaw-undock-cli check --vmid 102", "One step back" })
        QVERIFY2(text->nextOperator.contains(QLatin1String(part)), part);
    const QString backup = migrated().state().fact(u"backup_dir");
    QVERIFY(!backup.isEmpty());
    QVERIFY2(text->nextOperator.contains(backup + QStringLiteral(" (a restore")), "words have blanks between them");
    const auto chinese = handoverText(migrated().events(), speaking("zh"));
    QVERIFY(chinese->nextOperator.contains(QStringLiteral("回滚")));
}

void HandoverTest::theWayBackIsTheOneThatIsStillOpen()
{
    JournalBuilder run = migrated();
    run.userAccepts().stages("I").finished("deleted");
    const auto text = handoverText(run.events(), speaking("en"));
    QVERIFY(!text->nextOperator.contains(QStringLiteral("One step back")));
    QVERIFY(text->nextOperator.contains(QStringLiteral("docker compose up -d")));
}

void HandoverTest::aRollbackIsHandedOverAsWhatItIs()
{
    JournalBuilder run = upTo("ABCDEFGH");
    run.acceptance(false).stages("R").finished("rolled-back");
    const auto text = handoverText(run.events(), speaking("en"));
    QVERIFY(text.has_value());
    QVERIFY(text->user.contains(QStringLiteral("runs as it did before")));
    QVERIFY(!text->user.contains(QStringLiteral("no longer runs in Docker")));
    QVERIFY(!text->nextOperator.contains(QStringLiteral("openclaw-undock-cli check")));
}

void HandoverTest::nothingIsHandedOverHalfWay_data()
{
    QTest::addColumn<QString>("stages");
    for (const char *stages : { "", "A", "AB", "ABC", "ABCDEFG" })
        QTest::newRow(*stages ? stages : "none") << QString::fromLatin1(stages);
}

void HandoverTest::nothingIsHandedOverHalfWay()
{
    QFETCH(QString, stages);
    QVERIFY(!handoverText(upTo(stages.toLatin1().constData()).events(), speaking("en")));
    JournalBuilder failed = upTo("ABCDEFGH");
    failed.acceptance(false);
    QVERIFY(!handoverText(failed.events(), speaking("en")));
}

void HandoverTest::whatWasNotFoundIsNotMadeUp()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEF").end(run.begin("g-units"), "passed", "passed").pass("g-start").stages("H").acceptance(true);
    const auto text = handoverText(run.events(), speaking("en"));
    QVERIFY(text.has_value());
    QVERIFY(!text->user.contains(QStringLiteral("http://")));
    QVERIFY(text->user.contains(QStringLiteral("as before")));
    QVERIFY2(!text->nextOperator.contains(QStringLiteral("journalctl")), "the units' names are not known");
}

void HandoverTest::anAddressInBrackets()
{
    JournalBuilder run = migrated();
    auto events = run.events();
    events[0].data["node"] = "root@[2001:db8::7]";
    QCOMPARE(panelAddress(RunState::of(events)), QStringLiteral("http://[2001:db8::7]:10201/"));
}

void HandoverTest::hostileNamesAndSecrets()
{
    auto events = migrated().events();
    events[0].data["operator"] = "x\x1b[31m\npassword=hunter2hunter2";
    const auto text = handoverText(events, speaking("en"));
    QVERIFY(!text->user.contains(QChar(0x1b)));
    QVERIFY(!text->user.contains(QStringLiteral("hunter2")));
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
