#include "core/ledger/entry_ports.h"

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

class EntryPortsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreement_gives_certain_ports();
    void without_a_ledger_the_nodes_rules_count();
    void each_disagreement_is_shown_and_leaves_the_port_open_data();
    void each_disagreement_is_shown_and_leaves_the_port_open();
    void two_public_ports_are_not_chosen_between();
    void rules_that_contradict_or_cannot_be_read_are_shown();
    void a_port_in_doubt_is_not_called_unforwarded();
};

void EntryPortsTest::agreement_gives_certain_ports()
{
    const LedgerRow agreed = row("10.10.10.14,10200,10201,10202,10200-10249");
    const EntryPorts ports = entryPorts(parseIptablesNat(rules), guest(), &agreed);
    QVERIFY(ports.conflicts.isEmpty());
    QCOMPARE(*ports.ssh, 10200);
    QCOMPARE(*ports.panel, 10201);
    QCOMPARE(*ports.gateway, 10202);
}

void EntryPortsTest::without_a_ledger_the_nodes_rules_count()
{
    const LedgerRow silent = row(",,,,");
    for (const LedgerRow *given : { static_cast<const LedgerRow *>(nullptr), &silent }) {
        const EntryPorts ports = entryPorts(parseIptablesNat(rules), guest(), given);
        QVERIFY(ports.conflicts.isEmpty());
        QCOMPARE(*ports.panel, 10201);
    }
    QVERIFY(!entryPorts(parseIptablesNat(rules), guest("10.10.10.15"), nullptr).gateway);
}

void EntryPortsTest::each_disagreement_is_shown_and_leaves_the_port_open_data()
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

void EntryPortsTest::each_disagreement_is_shown_and_leaves_the_port_open()
{
    QFETCH(QByteArray, cells);
    const LedgerRow said = row(cells);
    const EntryPorts ports = entryPorts(parseIptablesNat(rules), guest(), &said);
    QCOMPARE(ports.conflicts.size(), 1);
    QTEST(ports.conflicts[0].code, "code");
    QTEST(ports.conflicts[0].node, "node");
    if (ports.conflicts[0].field == QLatin1String("panel_port"))
        QVERIFY(!ports.panel);
    const LedgerRow unforwarded = row(",,,10299,");
    QCOMPARE(
        portConflicts(parseIptablesNat(""), guest(), unforwarded).front().code, QStringLiteral("port-not-forwarded"));
}

void EntryPortsTest::two_public_ports_are_not_chosen_between()
{
    const NatRules nat = parseIptablesNat(
        QByteArray(rules) + "-A PREROUTING -p tcp --dport 10301 -j DNAT --to-destination 10.10.10.14:18080\n");
    QVERIFY(!entryPorts(nat, guest(), nullptr).panel);
    const LedgerRow said = row(",,10301,,");
    QCOMPARE(*entryPorts(nat, guest(), &said).panel, 10301);
}

void EntryPortsTest::rules_that_contradict_or_cannot_be_read_are_shown()
{
    const NatRules nat = parseIptablesNat(QByteArray(rules)
        + "-A PREROUTING -p tcp --dport 10201 -j DNAT --to-destination 10.10.10.15:18080\n"
          "-A PREROUTING -p tcp --dport 1 -j DNAT --to-destination nonsense\n");
    const auto conflicts = entryPorts(nat, guest(), nullptr).conflicts;
    QCOMPARE(conflicts.size(), 2);
    QCOMPARE(conflicts[0].code, QStringLiteral("rule-contradicted"));
    QCOMPARE(conflicts[1].code, QStringLiteral("rules-unread"));
    QVERIFY(conflicts[1].node.contains(QStringLiteral("nonsense")));
}

void EntryPortsTest::a_port_in_doubt_is_not_called_unforwarded()
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

QTEST_APPLESS_MAIN(EntryPortsTest)
#include "tst_entry_ports.moc"
