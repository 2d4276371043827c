#include "core/ledger/port_conflicts.h"

#include <QTest>

using namespace undock;

static const char rules[] = "-A PREROUTING -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                            "-A PREROUTING -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n"
                            "-A PREROUTING -p tcp -m tcp --dport 10202 -j DNAT --to-destination 10.10.10.14:18789\n"
                            "-A PREROUTING -p tcp -m tcp --dport 10203:10249 -j DNAT --to-destination 10.10.10.14\n"
                            "-A PREROUTING -p tcp -m tcp --dport 10251 -j DNAT --to-destination 10.10.10.15:18080\n";

static LedgerRow row(const QByteArray &cells)
{
    return *Ledger::parse("vmid,ip,ssh port,panel port,gateway port,ports\n102," + cells + "\n")
                ->findRow(*Vmid::parse(u"102"));
}

static GuestIp guest(const char *ip = "10.10.10.14")
{
    return *GuestIp::parse(QString::fromLatin1(ip));
}

class PortConflictsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreement_and_silence_are_no_conflict();
    void each_disagreement_is_shown_data();
    void each_disagreement_is_shown();
    void rules_that_contradict_or_cannot_be_read_are_shown();
    void a_port_in_doubt_is_not_called_unforwarded();
};

void PortConflictsTest::agreement_and_silence_are_no_conflict()
{
    for (const char *cells : { "10.10.10.14,10200,10201,10202,10200-10249", ",,,," })
        QVERIFY(portConflicts(parseIptablesNat(rules), guest(), row(cells)).isEmpty());
}

void PortConflictsTest::each_disagreement_is_shown_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("node");
    QTest::newRow("differs") << QByteArray(",,10205,,") << "port-differs"
                             << "10201";
    QTest::newRow("elsewhere") << QByteArray(",,10251,,") << "port-elsewhere"
                               << "10.10.10.15";
    QTest::newRow("address") << QByteArray("10.10.10.15,,10201,,") << "ip-differs"
                             << "10.10.10.14";
    QTest::newRow("block") << QByteArray(",,,,10201-10249") << "port-outside-block"
                           << "10200-10249";
    QTest::newRow("first of block") << QByteArray(",,,,10201") << "port-outside-block"
                                    << "10200-10249";
    QTest::newRow("unreadable") << QByteArray(",,about 10k,,") << "ledger-unreadable"
                                << "";
}

void PortConflictsTest::each_disagreement_is_shown()
{
    QFETCH(QByteArray, cells);
    const LedgerRow said = row(cells);
    const auto conflicts = portConflicts(parseIptablesNat(rules), guest(), said);
    QCOMPARE(conflicts.size(), 1);
    QTEST(conflicts[0].code, "code");
    QTEST(conflicts[0].node, "node");
    const LedgerRow unforwarded = row(",,,10299,");
    QCOMPARE(
        portConflicts(parseIptablesNat(""), guest(), unforwarded).front().code, QStringLiteral("port-not-forwarded"));
}

void PortConflictsTest::rules_that_contradict_or_cannot_be_read_are_shown()
{
    const NatRules nat = parseIptablesNat(QByteArray(rules)
        + "-A PREROUTING -p tcp --dport 10201 -j DNAT --to-destination 10.10.10.15:18080\n"
          "-A PREROUTING -p tcp --dport 1 -j DNAT --to-destination nonsense\n");
    const auto conflicts = portConflicts(nat, guest(), row(",,,,"));
    QCOMPARE(conflicts.size(), 2);
    QCOMPARE(conflicts[0].code, QStringLiteral("rule-contradicted"));
    QCOMPARE(conflicts[1].code, QStringLiteral("rules-unread"));
    QVERIFY(conflicts[1].node.contains(QStringLiteral("nonsense")));
}

void PortConflictsTest::a_port_in_doubt_is_not_called_unforwarded()
{
    const QByteArray marked
        = "-A PREROUTING -p tcp -m mark --mark 0x1 --dport 10200 -j DNAT --to-destination 10.10.10.14:22";
    const LedgerRow said = row(",10200,,,");
    const auto conflicts = portConflicts(parseIptablesNat(marked + '\n'), guest(), said);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts[0].code, QStringLiteral("port-conditional"));
    QCOMPARE(conflicts[0].node, QString::fromLatin1(marked));
    NatRules partly;
    partly.unread << QStringLiteral("a rule");
    const auto unread = portConflicts(partly, guest(), said);
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread[0].code, QStringLiteral("rules-unread"));
}

QTEST_APPLESS_MAIN(PortConflictsTest)
#include "tst_port_conflicts.moc"
