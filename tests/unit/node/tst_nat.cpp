#include "core/node/nat_ports.h"

#include <QTest>

using namespace undock;

static GuestIp ip(const char *text)
{
    return *GuestIp::parse(QString::fromLatin1(text));
}

static const char field[]
    = "-P PREROUTING ACCEPT\n"
      "-P OUTPUT ACCEPT\n"
      "-A PREROUTING -i vmbr1 -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
      "-A PREROUTING -i vmbr1 -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n"
      "-A PREROUTING -i vmbr1 -p tcp -m tcp --dport 10202 -j DNAT --to-destination 10.10.10.14:18789\n"
      "-A PREROUTING -i vmbr1 -p tcp -m tcp --dport 10203:10249 -j DNAT --to-destination 10.10.10.14\n"
      "-A PREROUTING -i vmbr1 -p tcp -m tcp --dport 10250 -j DNAT --to-destination 10.10.10.15:22\n"
      "-A OUTPUT -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.99:22\n"
      "-A POSTROUTING -s 10.10.10.0/24 -o vmbr1 -j MASQUERADE\n";

class Nat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_block_as_in_the_field_is_read();
    void what_leads_nowhere_is_missing();
    void multiport_rules_are_taken_apart();
    void a_range_with_a_base_is_shifted();
    void a_range_without_a_base_is_ambiguous_unless_it_covers_the_ports();
    void jumps_are_followed_with_their_conditions();
    void a_loop_of_chains_ends();
    void an_unreachable_chain_forwards_nothing();
    void what_stands_behind_an_unconditional_return_forwards_nothing();
    void rules_for_some_callers_only_do_not_count();
    void a_new_connection_is_what_counts_data();
    void a_new_connection_is_what_counts();
    void a_rule_that_holds_for_some_connections_is_kept_apart_data();
    void a_rule_that_holds_for_some_connections_is_kept_apart();
    void a_chain_behind_a_condition_is_conditional();
    void quoted_comments_do_not_confuse();
    void what_cannot_be_read_is_named_data();
    void what_cannot_be_read_is_named();
    void doubled_and_contradicting_rules_are_found();
    void a_port_taken_by_an_earlier_rule_is_not_the_guests();
    void different_public_addresses_do_not_compete();
    void udp_is_not_tcp();
    void garbage_is_survived();
};

void Nat::a_block_as_in_the_field_is_read()
{
    const NatRules nat = parseIptablesNat(field);
    QCOMPARE(nat.unread, QStringList());
    const PortBlock block = portsOf(nat, ip("10.10.10.14"));
    QCOMPARE(block.ssh, QList<quint16>{ 10200 });
    QCOMPARE(block.panel, QList<quint16>{ 10201 });
    QCOMPARE(block.gateway, QList<quint16>{ 10202 });
    QCOMPARE(block.span()->toString(), QStringLiteral("10200-10249"));
    QVERIFY(block.missing().isEmpty());
    QCOMPARE(block.forwards[0].line, 3);
    QCOMPARE(block.forwards[0].inInterface, QStringLiteral("vmbr1"));
    QCOMPARE(block.forwards[3].guestPortOf(10210), 10210);
    QVERIFY(overlaps(nat).isEmpty());
}

void Nat::what_leads_nowhere_is_missing()
{
    const NatRules nat = parseIptablesNat(field);
    QCOMPARE(portsOf(nat, ip("10.10.10.15")).missing(), QList<int>({ 18080, 18789 }));
    QCOMPARE(portsOf(nat, ip("10.10.10.16")).missing(), QList<int>({ 22, 18080, 18789 }));
    QVERIFY(!portsOf(nat, ip("10.10.10.16")).span());
}

void Nat::multiport_rules_are_taken_apart()
{
    const NatRules nat = parseIptablesNat("-A PREROUTING -p tcp -m multiport --dports 22,18080,18789:18790 -j DNAT "
                                          "--to-destination 10.10.10.14\n");
    const PortBlock block = portsOf(nat, ip("10.10.10.14"));
    QCOMPARE(block.forwards.size(), 3);
    QVERIFY(block.missing().isEmpty());
    QCOMPARE(block.forwards[2].publicPorts, (PortRange{ 18789, 18790 }));
}

void Nat::a_range_with_a_base_is_shifted()
{
    const NatRules nat = parseIptablesNat("-A PREROUTING -p tcp -m tcp --dport 28000:28999 -j DNAT "
                                          "--to-destination 10.10.10.14:18000-18999/28000\n");
    QCOMPARE(portsOf(nat, ip("10.10.10.14")).panel, QList<quint16>{ 28080 });
    QCOMPARE(nat.forwards[0].guestPortOf(28789), 18789);
    QCOMPARE(nat.forwards[0].guestPortOf(29000), -1);
}

void Nat::a_range_without_a_base_is_ambiguous_unless_it_covers_the_ports()
{
    const NatRules nat
        = parseIptablesNat("-A PREROUTING -p tcp --dport 18000:18100 -j DNAT --to-destination 10.10.10.14:18000-18100\n"
                           "-A PREROUTING -p tcp --dport 500:600 -j DNAT --to-destination 10.10.10.14:18000-18100\n");
    QCOMPARE(nat.forwards[0].guestPortOf(18080), 18080);
    QCOMPARE(nat.forwards[1].mapping, PortForward::Mapping::Ambiguous);
    QCOMPARE(nat.forwards[1].guestPortOf(580), -1);
    QCOMPARE(portsOf(nat, ip("10.10.10.14")).panel, QList<quint16>{ 18080 });
}

void Nat::jumps_are_followed_with_their_conditions()
{
    const NatRules nat
        = parseIptablesNat("-N BOTS\n-A PREROUTING -d 192.0.2.10/32 -i eno1 -p tcp -j BOTS\n"
                           "-A BOTS -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n");
    QCOMPARE(nat.forwards.size(), 1);
    QCOMPARE(nat.forwards[0].destination, QStringLiteral("192.0.2.10/32"));
    QCOMPARE(nat.forwards[0].inInterface, QStringLiteral("eno1"));
    QVERIFY(!nat.forwards[0].restricted);
    const NatRules narrowed
        = parseIptablesNat("-N BOTS\n-A PREROUTING -s 192.0.2.77/32 -j BOTS\n"
                           "-A BOTS -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n");
    QVERIFY(narrowed.forwards[0].restricted);
}

void Nat::a_loop_of_chains_ends()
{
    const NatRules nat = parseIptablesNat("-N A\n-N B\n-A PREROUTING -j A\n-A A -j B\n-A B -j A\n"
                                          "-A B -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14:22\n");
    QCOMPARE(nat.forwards.size(), 1);
}

void Nat::an_unreachable_chain_forwards_nothing()
{
    const NatRules nat = parseIptablesNat("-N OLD\n-A OLD -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14:22\n");
    QVERIFY(nat.forwards.isEmpty());
}

void Nat::what_stands_behind_an_unconditional_return_forwards_nothing()
{
    const NatRules nat = parseIptablesNat("-A PREROUTING -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14:22\n"
                                          "-A PREROUTING -i lo -j RETURN\n"
                                          "-A PREROUTING -p tcp --dport 2 -j DNAT --to-destination 10.10.10.14:22\n"
                                          "-A PREROUTING -j RETURN\n"
                                          "-A PREROUTING -p tcp --dport 3 -j DNAT --to-destination 10.10.10.14:22\n");
    QCOMPARE(portsOf(nat, ip("10.10.10.14")).ssh, QList<quint16>({ 1, 2 }));
}

void Nat::rules_for_some_callers_only_do_not_count()
{
    const NatRules nat
        = parseIptablesNat("-A PREROUTING -s 192.0.2.7/32 -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -p tcp -m recent --rcheck --dport 2 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING ! -s 10.10.10.0/24 -p tcp --dport 3 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -p tcp -m addrtype --dst-type LOCAL -m tcp --dport 4 -j DNAT "
                           "--to-destination 10.10.10.14:22 --random --persistent\n");
    QCOMPARE(portsOf(nat, ip("10.10.10.14")).ssh, QList<quint16>({ 3, 4 }));
}

void Nat::a_new_connection_is_what_counts_data()
{
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<bool>("leads");
    const auto row = [](const char *match, bool leads) { QTest::newRow(match) << QByteArray(match) << leads; };
    row("-m conntrack --ctstate NEW", true);
    row("-m conntrack --ctstate NEW,RELATED", true);
    row("-m conntrack --ctstate RELATED,NEW,ESTABLISHED", true);
    row("-m state --state NEW", true);
    row("-m conntrack ! --ctstate INVALID", true);
    row("-m conntrack --ctstate RELATED,ESTABLISHED", false);
    row("-m conntrack ! --ctstate NEW", false);
    row("-m state --state ESTABLISHED", false);
    row("-m tcp --tcp-flags FIN,SYN,RST,ACK SYN", true);
    row("-m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN", false);
}

void Nat::a_new_connection_is_what_counts()
{
    QFETCH(QByteArray, match);
    QFETCH(bool, leads);
    const NatRules nat = parseIptablesNat(
        "-A PREROUTING -p tcp -m tcp --dport 10200 " + match + " -j DNAT --to-destination 10.10.10.14:22\n");
    const PortBlock block = portsOf(nat, ip("10.10.10.14"));
    QCOMPARE(block.ssh, leads ? QList<quint16>{ 10200 } : QList<quint16>{});
    QVERIFY(block.conditional.isEmpty()); // understood, so neither is in doubt
    QVERIFY(nat.unread.isEmpty());
}

void Nat::a_rule_that_holds_for_some_connections_is_kept_apart_data()
{
    QTest::addColumn<QByteArray>("match");
    for (const char *match : { "-m mark --mark 0x1", "-m mark ! --mark 0x1/0xff", "-m set --match-set allowed src",
             "-m set ! --match-set blocked src", "-m recent --rcheck --name x --rsource", "-m limit --limit 5/sec",
             "-m conntrack --ctstate NEW -m mark --mark 0x1", "-m conntrack --ctorigdst 192.0.2.7/32",
             "-m time --timestart 08:00:00", "-m statistic --mode random --probability 0.5", "-s 192.0.2.7/32",
             "-m iprange --src-range 192.0.2.1-192.0.2.9", "-m tcp --tcp-flags SYN,ACK ACK" })
        QTest::newRow(match) << QByteArray(match);
}

void Nat::a_rule_that_holds_for_some_connections_is_kept_apart()
{
    QFETCH(QByteArray, match);
    const QByteArray rule
        = "-A PREROUTING -p tcp -m tcp --dport 10201 " + match + " -j DNAT --to-destination 10.10.10.14:18080";
    const NatRules nat = parseIptablesNat(rule + '\n');
    const PortBlock block = portsOf(nat, ip("10.10.10.14"));
    QVERIFY(block.panel.isEmpty()); // not taken for a mapping …
    QCOMPARE(block.conditional.size(), 1); // … nor for none
    QCOMPARE(block.conditional[0].rule, QString::fromLatin1(rule));
    QVERIFY(block.mayLeadTo(18080));
    QVERIFY(!block.mayLeadTo(22));
}

void Nat::a_chain_behind_a_condition_is_conditional()
{
    const NatRules nat = parseIptablesNat("-N A\n-N B\n-A PREROUTING -m mark --mark 0x1 -j A\n"
                                          "-A PREROUTING -m conntrack --ctstate ESTABLISHED -j B\n"
                                          "-A A -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                                          "-A B -p tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n");
    const PortBlock block = portsOf(nat, ip("10.10.10.14"));
    QVERIFY(block.mayLeadTo(22));
    QVERIFY(block.panel.isEmpty() && !block.mayLeadTo(18080)); // no new connection comes there
}

void Nat::quoted_comments_do_not_confuse()
{
    const NatRules nat = parseIptablesNat(
        "-A PREROUTING -p tcp -m comment --comment \"-j DROP \\\"x\\\" --dport 9\" -m tcp --dport 10200 -j DNAT "
        "--to-destination 10.10.10.14:22\n"
        "-A PREROUTING -p tcp -m comment --comment -x -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:22\n");
    QCOMPARE(portsOf(nat, ip("10.10.10.14")).ssh, QList<quint16>({ 10200, 10201 }));
    QVERIFY(nat.unread.isEmpty());
}

void Nat::what_cannot_be_read_is_named_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : { "-A PREROUTING -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14-10.10.10.20:22",
             "-A PREROUTING -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14:99999",
             "-A PREROUTING -p tcp --dport 1 -j DNAT --to-destination 10.10.10.14:1-9/x",
             "-A PREROUTING -p tcp --dport 1 -j DNAT",
             "-A PREROUTING -p tcp --dport ssh -j DNAT --to-destination 10.0.0.1",
             "-A PREROUTING -p tcp ! --dport 1 -j DNAT --to-destination 10.10.10.14:22",
             "-A PREROUTING ! -p udp -j DNAT --to-destination 10.10.10.14:22",
             "-A PREROUTING -p tcp --dport 9:1 -j DNAT --to-destination 10.10.10.14:22",
             "-A PREROUTING -d 192.0.2.0/24 -j NETMAP --to 10.10.10.0/24",
             "# Warning: iptables-legacy tables present, use iptables-legacy to see them" })
        QTest::newRow(line) << QByteArray(line);
}

void Nat::what_cannot_be_read_is_named()
{
    QFETCH(QByteArray, line);
    const NatRules nat = parseIptablesNat(line + '\n');
    QVERIFY(nat.forwards.isEmpty());
    QCOMPARE(nat.unread, QStringList(QString::fromLatin1(line)));
}

void Nat::doubled_and_contradicting_rules_are_found()
{
    const NatRules nat
        = parseIptablesNat("-A PREROUTING -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -i vmbr1 -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -p tcp --dport 10190:10205 -j DNAT --to-destination 10.10.10.15\n");
    const auto found = overlaps(nat);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].kind, NatOverlap::Kind::Doubled);
    QCOMPARE(found[0].second.line, 2);
    QCOMPARE(found[1].kind, NatOverlap::Kind::Contradicted);
    QCOMPARE(found[1].ports, (PortRange{ 10200, 10200 }));
}

void Nat::a_port_taken_by_an_earlier_rule_is_not_the_guests()
{
    const NatRules nat
        = parseIptablesNat("-A PREROUTING -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.15:22\n");
    QCOMPARE(portsOf(nat, ip("10.10.10.14")).ssh, QList<quint16>{ 10200 });
    QVERIFY(portsOf(nat, ip("10.10.10.15")).ssh.isEmpty());
    QCOMPARE(portsOf(nat, ip("10.10.10.15")).forwards.size(), 1);
}

void Nat::different_public_addresses_do_not_compete()
{
    const NatRules nat = parseIptablesNat(
        "-A PREROUTING -d 192.0.2.1/32 -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
        "-A PREROUTING -d 192.0.2.2/32 -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.15:22\n");
    QVERIFY(overlaps(nat).isEmpty());
}

void Nat::udp_is_not_tcp()
{
    const NatRules nat
        = parseIptablesNat("-A PREROUTING -p udp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -p tcp --dport 10200 -j DNAT --to-destination 10.10.10.15:22\n");
    QVERIFY(portsOf(nat, ip("10.10.10.14")).ssh.isEmpty());
    QVERIFY(overlaps(nat).isEmpty());
}

void Nat::garbage_is_survived()
{
    const NatRules nat = parseIptablesNat(QByteArray("-A\n-A PREROUTING -j\n-A PREROUTING \"unclosed\n\xff\xfe\n! ! !\n"
                                                     "-A PREROUTING -j DNAT --to-destination\n-N\n-A PREROUTING -j "
                                                     "PREROUTING\n")
        + QByteArray(3, '\0'));
    QVERIFY(nat.forwards.isEmpty());
}

QTEST_APPLESS_MAIN(Nat)
#include "tst_nat.moc"
