#include "core/ledger/ledger.h"

#include <QTest>

using namespace undock;

static Vmid vm(int number)
{
    return *Vmid::parse(QString::number(number));
}

class LedgerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void english_headings_are_known();
    void chinese_headings_are_known_data();
    void chinese_headings_are_known();
    void the_telling_heading_wins_over_a_running_number();
    void titles_above_the_headings_are_passed_over();
    void ports_are_read_as_people_write_them_data();
    void ports_are_read_as_people_write_them();
    void an_unreadable_cell_is_a_problem_not_a_guess();
    void a_vm_of_two_nodes_is_told_by_the_node();
    void what_cannot_be_found_says_why();
    void one_cell_is_changed_by_role_or_by_heading();
};

void LedgerTest::english_headings_are_known()
{
    const auto ledger = Ledger::parse("VMID,Internal IP,SSH Port,Panel Port,Gateway_Port,Port Range,Status\n"
                                      "102,10.10.10.14,10200,10201,10202,10200-10249,docker\n");
    const auto row = ledger->findRow(vm(102));
    QVERIFY(row.has_value());
    QCOMPARE(row->line, 2);
    QCOMPARE(row->ip->toString(), QStringLiteral("10.10.10.14"));
    QCOMPARE(*row->sshPort, 10200);
    QCOMPARE(*row->panelPort, 10201);
    QCOMPARE(*row->gatewayPort, 10202);
    QCOMPARE(*row->blockFirst, 10200);
    QCOMPARE(*row->blockLast, 10249);
    QCOMPARE(row->texts.value(LedgerColumn::Status), QStringLiteral("docker"));
    QVERIFY(row->problems.isEmpty());
}

void LedgerTest::chinese_headings_are_known_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<int>("column");
    const auto row = [](const char *heading, LedgerColumn column) {
        QTest::newRow(heading) << QString::fromUtf8(heading) << static_cast<int>(column);
    };
    row("小鸡编号", LedgerColumn::Vmid);
    row("机器序号", LedgerColumn::Vmid);
    row("机器序号（VMID）", LedgerColumn::Vmid);
    row("管理端口 (panel)", LedgerColumn::PanelPort);
    row("管理端口 (panel)", LedgerColumn::PanelPort);
    row("内网 IP", LedgerColumn::Ip);
    row("内网ＩＰ", LedgerColumn::Ip);
    row("母机", LedgerColumn::Node);
    row("端口", LedgerColumn::Ports);
    row("管理端口", LedgerColumn::PanelPort);
    row("管理入口端口", LedgerColumn::PanelPort);
    row("网关端口", LedgerColumn::GatewayPort);
    row("SSH 端口", LedgerColumn::SshPort);
    row("状态", LedgerColumn::Status);
    row("备注", LedgerColumn::Note);
}

void LedgerTest::chinese_headings_are_known()
{
    QFETCH(QString, heading);
    QFETCH(int, column);
    QCOMPARE(findColumn(static_cast<LedgerColumn>(column), { QStringLiteral("?"), heading }), 1);
    QCOMPARE(findColumn(LedgerColumn::Ports, { QStringLiteral("端口（面板）") }), -1);
}

void LedgerTest::the_telling_heading_wins_over_a_running_number()
{
    const auto ledger = Ledger::parse("序号,小鸡编号,内网IP\n1,102,10.10.10.14\n102,103,10.10.10.15\n");
    QCOMPARE(ledger->findRow(vm(102))->ip->toString(), QStringLiteral("10.10.10.14"));
}

void LedgerTest::titles_above_the_headings_are_passed_over()
{
    const auto ledger = Ledger::parse("Bot 台账,,\n,,\nvmid,ip,端口\n 102 ,10.10.10.14,10200-10249\n");
    QCOMPARE(ledger->findRow(vm(102))->line, 4);
    QCOMPARE(Ledger::parse("a,b\n1,2\n").error().code, QStringLiteral("ledger-no-vmid-column"));
}

void LedgerTest::ports_are_read_as_people_write_them_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("port");
    QTest::newRow("plain") << "10201" << 10201;
    QTest::newRow("arrow") << "10201 -> 18080" << 10201;
    QTest::newRow("unicode arrow") << QStringLiteral("10201→18080") << 10201;
    QTest::newRow("host") << "192.0.2.10:10201" << 10201;
    QTest::newRow("address") << "http://192.0.2.10:10201/" << 10201;
    QTest::newRow("full width") << QStringLiteral("１０２０１") << 10201;
    QTest::newRow("public or guest?") << "10201:18080" << -1;
    QTest::newRow("zero") << "0" << -1;
    QTest::newRow("too large") << "65536" << -1;
    QTest::newRow("two") << "10201/10202" << -1;
    QTest::newRow("words") << "ask Li" << -1;
    QTest::newRow("negative") << "-10201" << -1;
}

void LedgerTest::ports_are_read_as_people_write_them()
{
    QFETCH(QString, text);
    const auto row = Ledger::parse("vmid,panel port\n102," + text.toUtf8() + "\n")->findRow(vm(102));
    QTEST(row->panelPort ? int(*row->panelPort) : -1, "port");
    QCOMPARE(row->problems.isEmpty(), row->panelPort.has_value());
}

void LedgerTest::an_unreadable_cell_is_a_problem_not_a_guess()
{
    const auto row = Ledger::parse("vmid,ip,端口\n102,10.10.10.x,10249-10200\n")->findRow(vm(102));
    QVERIFY(!row->ip && !row->blockFirst);
    QCOMPARE(row->problems, QStringList({ QStringLiteral("10.10.10.x"), QStringLiteral("10249-10200") }));
    const auto single = Ledger::parse("vmid,端口\n102,10200\n")->findRow(vm(102));
    QCOMPARE(*single->blockFirst, 10200);
    QVERIFY(!single->blockLast);
    QCOMPARE(*Ledger::parse("vmid,端口\n102,10200～10249\n")->findRow(vm(102))->blockLast, 10249);
}

void LedgerTest::a_vm_of_two_nodes_is_told_by_the_node()
{
    const auto ledger = Ledger::parse("vmid,node,ip\n102,root@192.0.2.10,10.10.10.14\n102,192.0.2.20,10.10.10.24\n");
    QCOMPARE(ledger->findRow(vm(102)).error().code, QStringLiteral("ledger-vmid-twice"));
    QCOMPARE(ledger->findRow(vm(102), QStringLiteral("192.0.2.20"))->ip->toString(), QStringLiteral("10.10.10.24"));
    QCOMPARE(
        ledger->findRow(vm(102), QStringLiteral("192.0.2.99")).error().code, QStringLiteral("ledger-vmid-missing"));
}

void LedgerTest::what_cannot_be_found_says_why()
{
    const auto ledger = Ledger::parse("vmid,ip\n1021,10.10.10.14\n");
    QCOMPARE(ledger->findRow(vm(102)).error().code, QStringLiteral("ledger-vmid-missing"));
    const auto row = ledger->findRow(vm(1021));
    QCOMPARE(ledger->withCell(*row, LedgerColumn::Status, QStringLiteral("x")).error().code,
        QStringLiteral("ledger-no-such-column"));
}

void LedgerTest::one_cell_is_changed_by_role_or_by_heading()
{
    const auto ledger = Ledger::parse("小鸡编号,状态,my column\r\n102,Docker,\"x\"\r\n103,Docker,y\r\n");
    const auto row = ledger->findRow(vm(102));
    QCOMPARE(*ledger->withCell(*row, LedgerColumn::Status, QStringLiteral("直装")),
        QByteArray("小鸡编号,状态,my column\r\n102,直装,\"x\"\r\n103,Docker,y\r\n"));
    QCOMPARE(*ledger->withCell(*row, QStringLiteral("my column"), QStringLiteral("z")),
        QByteArray("小鸡编号,状态,my column\r\n102,Docker,\"z\"\r\n103,Docker,y\r\n"));
    QVERIFY(!ledger->withCell(*row, QStringLiteral("My Column"), QStringLiteral("z")));
}

QTEST_APPLESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
