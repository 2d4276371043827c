#include "core/node/guest_addresses.h"
#include "core/node/qm_config.h"
#include "core/node/qm_list.h"

#include <QTest>

using namespace undock;

class QmLists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_configuration_tells_name_agent_and_address();
    void the_long_form_of_the_agent_is_read_data();
    void the_long_form_of_the_agent_is_read();
    void truth_is_as_proxmox_reads_it();
    void a_template_is_one_in_any_of_the_words();
    void dhcp_and_bad_addresses_are_no_address();
    void the_lowest_interface_with_an_address_counts();
    void what_is_no_configuration_is_an_error();
    void a_list_is_read_from_both_ends();
    void a_status_is_one_word();
    void a_guest_tells_its_addresses();
    void what_is_no_list_of_addresses_tells_nothing();
};

void QmLists::a_configuration_tells_name_agent_and_address()
{
    const auto config = parseQmConfig("agent: 1\nboot: order=scsi0\nipconfig0: ip=10.10.10.14/24,gw=10.10.10.1\n"
                                      "lock: backup\nname: bot-114\nnet0: virtio=BC:24:11:00:00:01,bridge=vmbr0\n");
    QVERIFY(config.has_value());
    QCOMPARE(config->name, QStringLiteral("bot-114"));
    QVERIFY(config->agentEnabled);
    QVERIFY(!config->isTemplate);
    QCOMPARE(config->lock, QStringLiteral("backup"));
    QCOMPARE(config->ip()->toString(), QStringLiteral("10.10.10.14"));
    QCOMPARE(config->ipConfigs.value(0).prefix, 24);
    QCOMPARE(config->ipConfigs.value(0).gateway->toString(), QStringLiteral("10.10.10.1"));
    QCOMPARE(config->everything.value(QStringLiteral("net0")), QStringLiteral("virtio=BC:24:11:00:00:01,bridge=vmbr0"));
}

void QmLists::the_long_form_of_the_agent_is_read_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("enabled");
    QTest::newRow("long") << QByteArray("agent: enabled=1,fstrim_cloned_disks=1\n") << true;
    QTest::newRow("short first") << QByteArray("agent: 1,type=virtio\n") << true;
    QTest::newRow("off") << QByteArray("agent: 0\n") << false;
    QTest::newRow("long off") << QByteArray("agent: type=virtio,enabled=0\n") << false;
    QTest::newRow("absent") << QByteArray("name: x\n") << false;
    for (const char *yes : { "on", "yes", "true", "On", "YES", "tRuE" }) {
        QTest::newRow(yes) << QByteArray("agent: ") + yes + '\n' << true;
        QTest::newRow(qPrintable(QStringLiteral("long %1").arg(QLatin1String(yes))))
            << QByteArray("agent: type=isa,enabled=") + yes + ",fstrim_cloned_disks=0\n"
            << true;
    }
    for (const char *no : { "no", "Off", "FALSE", "", "2", "y", "enabled", "1 1" })
        QTest::newRow(qPrintable(QStringLiteral("not \"%1\"").arg(QLatin1String(no)))) << QByteArray("agent: ") + no
                + '\n' << false;
}

void QmLists::the_long_form_of_the_agent_is_read()
{
    QFETCH(QByteArray, line);
    QTEST(parseQmConfig(line)->agentEnabled, "enabled");
}

void QmLists::truth_is_as_proxmox_reads_it()
{
    for (const char *yes : { "1", "on", "Yes", "TRUE" })
        QCOMPARE(proxmoxBoolean(QString::fromLatin1(yes)), std::optional(true));
    for (const char *no : { "0", "off", "No", "FALSE" })
        QCOMPARE(proxmoxBoolean(QString::fromLatin1(no)), std::optional(false));
    for (const char *neither : { "", "2", "y", "enabled", " 1", "on " })
        QCOMPARE(proxmoxBoolean(QString::fromLatin1(neither)), std::nullopt);
}

void QmLists::a_template_is_one_in_any_of_the_words()
{
    QVERIFY(parseQmConfig("template: yes\n")->isTemplate);
    QVERIFY(!parseQmConfig("template: off\n")->isTemplate);
}

void QmLists::dhcp_and_bad_addresses_are_no_address()
{
    const auto config = parseQmConfig("ipconfig0: ip=dhcp\nipconfig1: ip=10.10.10.300/24\nipconfigx: ip=10.0.0.1\n");
    QVERIFY(config->ipConfigs.value(0).dhcp);
    QVERIFY(!config->ip());
    QCOMPARE(config->ipConfigs.size(), 2);
}

void QmLists::the_lowest_interface_with_an_address_counts()
{
    const auto config
        = parseQmConfig("ipconfig0: ip6=auto\nipconfig10: ip=10.0.0.3/8\nipconfig2: ip=10.10.10.2/24,gw=10.10.10.1\n");
    QCOMPARE(config->ip()->toString(), QStringLiteral("10.10.10.2"));
}

void QmLists::what_is_no_configuration_is_an_error()
{
    QCOMPARE(parseQmConfig("").error().code, QStringLiteral("qm-config-unreadable"));
    QVERIFY(!parseQmConfig("nothing here\n"));
}

void QmLists::a_list_is_read_from_both_ends()
{
    const auto rows = parseQmList("perl: warning: Setting locale failed.\n"
                                  "      VMID NAME                 STATUS     MEM(MB)    BOOTDISK(GB) PID       \n"
                                  "       102 bot-102              running    2048              20.00 12345     \n"
                                  "       103 VM 103               stopped    2048               0.00 0         \n"
                                  " 999999999 io-error one         io-error   512               8.00 1\n");
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].vmid.value(), 102);
    QVERIFY(rows[0].isRunning());
    QCOMPARE(rows[1].name, QStringLiteral("VM 103"));
    QVERIFY(!rows[1].isRunning());
    QCOMPARE(rows[2].name, QStringLiteral("io-error one"));
    QCOMPARE(rows[2].status, QStringLiteral("io-error"));
}

void QmLists::a_status_is_one_word()
{
    QCOMPARE(parseQmStatus("status: running\n"), QStringLiteral("running"));
    QCOMPARE(parseQmStatus("warning\nstatus: stopped\n"), QStringLiteral("stopped"));
    QVERIFY(parseQmStatus("Configuration file 'x' does not exist\n").isEmpty());
}

void QmLists::a_guest_tells_its_addresses()
{
    const auto own = parseGuestAddresses(R"([
       {"hardware-address":"00:00:00:00:00:00","ip-addresses":[
          {"ip-address":"127.0.0.1","ip-address-type":"ipv4","prefix":8},
          {"ip-address":"::1","ip-address-type":"ipv6","prefix":128}],"name":"lo"},
       {"hardware-address":"bc:24:11:00:00:01","ip-addresses":[
          {"ip-address":"10.10.10.14","ip-address-type":"ipv4","prefix":24}],"name":"ens18"},
       {"name":"veth1"},
       {"ip-addresses":[{"ip-address":"172.17.0.1","prefix":16},{"prefix":1},7],"name":"docker0"}])");
    QVERIFY(own);
    QCOMPARE(own->size(), 2);
    QCOMPARE((*own)[0].toString(), QStringLiteral("10.10.10.14"));
    QCOMPARE((*own)[1].toString(), QStringLiteral("172.17.0.1"));
}

void QmLists::what_is_no_list_of_addresses_tells_nothing()
{
    for (const char *text : { "", "{}", "QEMU guest agent is not running", "[1]", "[" })
        QVERIFY(!parseGuestAddresses(text));
    QVERIFY(parseGuestAddresses("[]")->isEmpty());
    // The VM's agent says what it likes, as deep as it likes.
    const QByteArray deep = QByteArray(1000, '[') + QByteArray(1000, ']');
    QVERIFY(!parseGuestAddresses(R"([{"ip-addresses":[{"ip-address":"10.10.10.14"}],"x":)" + deep + "}]"));
}

QTEST_APPLESS_MAIN(QmLists)
#include "tst_qm_lists.moc"
