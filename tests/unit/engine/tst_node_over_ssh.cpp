// The engine's way to a real node: sshd, the node's own scripts, leases with their own connection, discovery.
#include "core/base/error_codes.h"
#include "core/text/phrase.h"
#include "engine/node/node_desk.h"
#include "engine/port/reach.h"
#include "unit/remote/node_over_ssh.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QNetworkProxy>
#include <QTcpServer>

#include <mutex>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using LeaseState = LeaseKeeper::State;

namespace {

template <class R> QString codeOf(const R &result)
{
    return result ? QStringLiteral("done") : result.error().code;
}

Vmid vm(const char *number)
{
    return *Vmid::parse(QString::fromLatin1(number));
}

/// Answers what SSH asks, and notes it. The lease asks from a thread of its own.
class Person : public undock::Prompter {
public:
    bool trustHost(const QString &host, const QString &fingerprint) override
    {
        const std::lock_guard lock(mutex);
        hosts << host + QLatin1Char(' ') + fingerprint;
        return trust;
    }
    std::optional<QString> secret(const SecretPrompt &prompt) override
    {
        const std::lock_guard lock(mutex);
        asked << prompt.of;
        return secrets.isEmpty() ? std::optional<QString>() : secrets.takeFirst();
    }
    std::mutex mutex;
    bool trust = true;
    QStringList secrets, hosts, asked;
};

/// Time passes only where somebody waits, and something may happen then.
class Waiting : public ScriptedClock {
public:
    bool pause(std::chrono::milliseconds time, const std::stop_token &stop) override
    {
        ++pauses;
        if (meanwhile)
            meanwhile();
        return ScriptedClock::pause(time, stop);
    }
    int pauses = 0;
    std::function<void()> meanwhile;
};

LeaseRequest leaseOf(const char *run, bool takeOver = false)
{
    return { vm("101"), QString::fromLatin1(run), QStringLiteral("李雷"), QStringLiteral("desk"),
        QStringLiteral("test"), takeOver, takeOver ? QStringLiteral("its desk is gone") : QString() };
}

HoldRequest holdOf(const char *run)
{
    return { vm("101"), QString::fromLatin1(run), QStringLiteral("李雷"), QStringLiteral("desk"),
        QStringLiteral("the panel did not answer") };
}

} // namespace

class NodeOverSshTest : public QObject {
    Q_OBJECT

    std::unique_ptr<NodeOverSsh> m_node;
    Person m_person;
    NodeAccess m_access;

    std::unique_ptr<NodePort> port()
    {
        return Reach::overSsh().node(m_node->sshd.target(), vm("101"), m_access, m_person);
    }
    std::unique_ptr<NodePort> connected()
    {
        auto node = port();
        if (const Done made = node->ensure({}); !made)
            qWarning("%s", qUtf8Printable(describe(made.error())));
        return node;
    }
    /// Each VM's problems, as discovery tells them.
    QMap<QString, QString> problems()
    {
        QMap<QString, QString> all;
        NodeDesk desk(m_node->sshd.target(), m_access, m_person);
        const Done there = desk.connect();
        const auto found = there ? desk.discover({}) : Result<std::vector<DiscoveredVm>>();
        if (!there || !found)
            return all;
        for (const DiscoveredVm &one : *found)
            all[one.vmid] = inEnglish(phraseList(one.problems));
        return all;
    }
    Result<DiscoveredVm> lookUp(const char *number)
    {
        NodeDesk desk(m_node->sshd.target(), m_access, m_person);
        if (const Done there = desk.connect(); !there)
            return tl::make_unexpected(there.error());
        return desk.lookUp(vm(number), {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/usr/sbin/sshd")))
            QSKIP("sshd is not installed");
        qunsetenv("SSH_AUTH_SOCK");
    }
    void init()
    {
        m_node = std::make_unique<NodeOverSsh>();
        QVERIFY(m_node->sshd.start());
        m_access = { m_node->sshd.path(QStringLiteral("known_hosts")), m_node->sshd.path(QStringLiteral("user")), {} };
        m_person.trust = true;
        m_person.secrets = m_person.hosts = m_person.asked = QStringList();
    }
    void cleanup() { m_node.reset(); }

    // -- the login --

    void an_unknown_node_is_asked_about_once_and_a_changed_one_never()
    {
        m_person.trust = false;
        const auto first = port();
        QCOMPARE(codeOf(first->ensure({})), QStringLiteral("host-key-rejected"));
        QVERIFY2(m_person.hosts.value(0).contains(QLatin1String("127.0.0.1")), qPrintable(m_person.hosts.value(0)));
        m_person.trust = true;
        QCOMPARE(codeOf(first->ensure({})), QStringLiteral("done"));
        QVERIFY(m_person.hosts.value(1).endsWith(first->login().hostKeyFingerprint));
        QCOMPARE(first->login().method, QStringLiteral("key"));
        QCOMPARE(codeOf(port()->ensure({})), QStringLiteral("done"));
        QCOMPARE(m_person.hosts.size(), 2);

        m_node->sshd.stop();
        QVERIFY(m_node->sshd.start(QStringLiteral("host2")));
        const Done changed = port()->ensure({});
        QCOMPARE(codeOf(changed), QStringLiteral("host-key-changed"));
        QCOMPARE(m_person.hosts.size(), 2);
    }

    void a_passphrase_is_typed_once_for_the_worker_its_next_session_and_its_lease()
    {
        m_access.identity = m_node->sshd.path(QStringLiteral("locked"));
        m_person.secrets << QStringLiteral("wrong") << QStringLiteral("open sesame");
        const auto node = port();
        QCOMPARE(codeOf(node->ensure({})), QStringLiteral("done"));
        QCOMPARE(m_person.asked, (QStringList{ m_access.identity, m_access.identity }));
        const auto lease = node->lease(leaseOf("r1"));
        QCOMPARE(codeOf(lease->acquire({})), QStringLiteral("done"));
        m_node->sshd.signalSessions(SIGKILL);
        QVERIFY(!node->cards({}));
        QCOMPARE(codeOf(node->ensure({})), QStringLiteral("done"));
        QCOMPARE(m_person.asked.size(), 2);
    }

    void a_passphrase_that_nobody_types_ends_the_login()
    {
        m_access.identity = m_node->sshd.path(QStringLiteral("locked"));
        const Done made = port()->ensure({});
        QVERIFY(!made);
        QVERIFY2(made.error().kind == Kind::Refused || made.error().kind == Kind::NotReached,
            qPrintable(describe(made.error())));
        QVERIFY(!timeHeals(made.error()));
    }

    // -- a node that is away --

    void a_node_that_comes_back_in_time_is_waited_for()
    {
        Waiting clock;
        Connection node(m_node->sshd.target(), vm("101"), m_access, m_person, clock);
        m_node->sshd.stop();
        clock.meanwhile = [&] {
            if (clock.pauses == 3)
                QVERIFY(m_node->sshd.start());
        };
        QCOMPARE(codeOf(node.ensureWithin(60s, {})), QStringLiteral("done"));
        QCOMPARE(clock.pauses, 3);
    }

    void a_node_that_stays_away_is_given_up_within_the_patience()
    {
        Waiting clock;
        Connection node(m_node->sshd.target(), vm("101"), m_access, m_person, clock);
        m_node->sshd.stop();
        const auto before = ScriptedClock::passed();
        const Done made = node.ensureWithin(60s, {});
        QVERIFY(!made);
        QVERIFY(made.error().kind == Kind::NotReached);
        const auto waited = ScriptedClock::passed() - before;
        QVERIFY2(waited <= 60s && waited > 40s, qPrintable(QString::number(waited.count())));
    }

    void nobody_waits_where_time_heals_nothing_or_somebody_stops()
    {
        Waiting clock;
        m_person.trust = false;
        Connection node(m_node->sshd.target(), vm("101"), m_access, m_person, clock);
        QCOMPARE(codeOf(node.ensureWithin(60s, {})), QStringLiteral("host-key-rejected"));
        QCOMPARE(clock.pauses, 0);

        m_person.trust = true;
        m_node->sshd.stop();
        std::stop_source stop;
        clock.meanwhile = [&] { stop.request_stop(); };
        QVERIFY(!node.ensureWithin(60s, stop.get_token()));
        QCOMPARE(clock.pauses, 1);
    }

    void a_session_that_broke_is_made_anew_and_the_traffic_counts_on()
    {
        const auto node = connected();
        QCOMPARE(codeOf(node->guest().runs()), QStringLiteral("done"));
        const Traffic before = node->traffic();
        QVERIFY(before.qmCalls > 0 && before.bytesSent > 0 && before.bytesReceived > 0);
        m_node->sshd.signalSessions(SIGKILL);
        const auto lost = node->facts(vm("101"), {});
        QVERIFY(!lost);
        QVERIFY2(timeHeals(lost.error()), qPrintable(describe(lost.error())));
        QCOMPARE(codeOf(node->ensure({})), QStringLiteral("done"));
        QCOMPARE(codeOf(node->guest().runs()), QStringLiteral("done"));
        const Traffic after = node->traffic();
        QCOMPARE(after.qmCalls, before.qmCalls + 1);
        QVERIFY(after.bytesSent > before.bytesSent);
        QVERIFY(after.bytesReceived > before.bytesReceived);
    }

    // -- what the node tells and keeps --

    void the_node_tells_of_itself_and_of_the_vm()
    {
        m_node->sshd.write(QStringLiteral("addresses"), "[{\"name\":\"eth0\"}]\n");
        const auto facts = connected()->facts(vm("101"), {});
        QCOMPARE(codeOf(facts), QStringLiteral("done"));
        QVERIFY(!facts->hostName.isEmpty());
        QCOMPARE(facts->proxmoxVersion, QStringLiteral("pve-manager/9.2.0"));
        QCOMPARE(facts->status, QByteArray("status: running\n"));
        QVERIFY(facts->config.startsWith("name: web\n"));
        QCOMPARE(facts->addresses, QByteArray("[{\"name\":\"eth0\"}]\n"));
        QVERIFY(facts->natKnown);
        QCOMPARE(facts->nat, QList<QByteArray>{ NodeOverSsh::natOf("10.10.10.14", 10200) });
    }

    void a_hold_goes_its_way_under_the_runs_lease()
    {
        const auto node = connected();
        QCOMPARE(codeOf(node->placeHold(holdOf("r1"), false, {})), QStringLiteral("done"));
        QCOMPARE(codeOf(node->placeHold(holdOf("r1"), true, {})), QStringLiteral("done"));
        auto holds = node->holds({});
        QCOMPARE(holds->size(), 1);
        QVERIFY(holds->first().definite);
        QCOMPARE(holds->first().holder, QStringLiteral("李雷"));
        QCOMPARE(codeOf(node->liftHold(vm("101"), QStringLiteral("r1"), 1, {})), QStringLiteral("lease-not-held"));
        QCOMPARE(codeOf(node->resolveHold(vm("101"), QStringLiteral("r1"), 1, {})), QStringLiteral("lease-not-held"));
        QCOMPARE(codeOf(node->releaseHold(vm("101"), QStringLiteral("li"), QStringLiteral("gone"), {})),
            QStringLiteral("hold-unresolved"));

        const auto lease = node->lease(leaseOf("r1"));
        const qint64 generation = lease->acquire({})->generation;
        QCOMPARE(codeOf(node->resolveHold(vm("101"), QStringLiteral("r1"), generation, {})), QStringLiteral("done"));
        QVERIFY(node->holds({})->first().releasable());
        QCOMPARE(codeOf(node->releaseHold(vm("101"), QStringLiteral("li"), QStringLiteral("rolled back"), {})),
            QStringLiteral("done"));
        QCOMPARE(codeOf(node->placeHold(holdOf("r1"), false, {})), QStringLiteral("done"));
        QCOMPARE(codeOf(node->liftHold(vm("101"), QStringLiteral("r1"), generation, {})), QStringLiteral("done"));
        QVERIFY(node->holds({})->isEmpty());
    }

    void the_sums_of_a_runs_copies_lie_on_the_node()
    {
        const auto node = connected();
        const QByteArray first(64, 'a'), second(64, 'b');
        QCOMPARE(codeOf(node->keepJournalSum(QStringLiteral("r1"), 1, first, CopyIs::Sent, {})),
            QStringLiteral("lease-not-held"));
        const auto lease = node->lease(leaseOf("r1"));
        const qint64 generation = lease->acquire({})->generation;
        for (const QByteArray &sum : { first, second })
            QCOMPARE(codeOf(node->keepJournalSum(QStringLiteral("r1"), generation, sum, CopyIs::Sent, {})),
                QStringLiteral("done"));
        QCOMPARE(node->journalSums({})->run, QStringLiteral("r1"));
        QCOMPARE(node->journalSums({})->sums.size(), 2);
        QCOMPARE(codeOf(node->keepJournalSum(QStringLiteral("r1"), generation, second, CopyIs::Arrived, {})),
            QStringLiteral("done"));
        QCOMPARE(node->journalSums({})->sums.join(' '), second);
    }

    void a_shared_file_is_swapped_only_as_it_was_read()
    {
        const auto node = connected();
        const QString path = m_node->sshd.path(QStringLiteral("ledger.csv"));
        QCOMPARE(codeOf(node->readFile(path, {})), QStringLiteral("no-such-file"));
        m_node->sshd.write(QStringLiteral("ledger.csv"), "vmid\n101\n");
        const auto file = node->readFile(path, {});
        QCOMPARE(codeOf(file), QStringLiteral("done"));
        QCOMPARE(file->content, QByteArray("vmid\n101\n"));
        m_node->sshd.write(QStringLiteral("ledger.csv"), "vmid\n101\n102\n");
        QCOMPARE(codeOf(node->swapFile(path, file->sha256, "mine", {})), QStringLiteral("file-changed"));
        const auto again = node->readFile(path, {});
        QCOMPARE(codeOf(node->swapFile(path, again->sha256, "mine", {})), QStringLiteral("done"));
        QCOMPARE(m_node->sshd.read(QStringLiteral("ledger.csv")), QByteArray("mine"));
    }

    // -- the lease, over a connection of its own --

    void a_lease_says_on_the_node_who_works_at_what()
    {
        const auto node = connected();
        const auto lease = node->lease(leaseOf("r1"));
        QCOMPARE(codeOf(lease->acquire({})), QStringLiteral("done"));
        QVERIFY(lease->state() == LeaseState::Held);
        QCOMPARE(codeOf(lease->update(
                     QStringLiteral("b-archive"), LeaseJob::Unfinished, QStringLiteral("07-b-archive"), {}, 600s)),
            QStringLiteral("done"));
        const auto cards = node->cards({});
        QCOMPARE(cards->size(), 1);
        const LeaseCard &card = cards->first();
        QCOMPARE(card.run, QStringLiteral("r1"));
        QCOMPARE(card.holder, QStringLiteral("李雷"));
        QCOMPARE(card.step, QStringLiteral("b-archive"));
        QCOMPARE(card.jobId, QStringLiteral("07-b-archive"));
        QVERIFY(card.live && card.occupiesSlot());
        QCOMPARE(codeOf(lease->release({})), QStringLiteral("lease-job-open"));
        QCOMPARE(codeOf(lease->update({}, LeaseJob::Finished, {}, {})), QStringLiteral("done"));
        QCOMPARE(codeOf(lease->release({})), QStringLiteral("done"));
        QVERIFY(lease->state() == LeaseState::Released);
        QVERIFY(node->cards({})->isEmpty());
    }

    void a_lease_outlives_the_link()
    {
        const auto node = connected();
        const auto lease = node->lease(leaseOf("r1"));
        QCOMPARE(codeOf(lease->acquire({})), QStringLiteral("done"));
        m_node->sshd.stop();
        QTRY_VERIFY2_WITH_TIMEOUT(
            lease->state() == LeaseState::Reconnecting && timeHeals(lease->trouble()), "waited for the loss", 60000);
        QVERIFY(m_node->sshd.start());
        QTRY_VERIFY2_WITH_TIMEOUT(lease->state() == LeaseState::Held, "waited for the link", 60000);
        QVERIFY2(!node->cards({}), "the worker's own link is another one");
        QCOMPARE(codeOf(node->ensure({})), QStringLiteral("done"));
        const auto cards = node->cards({});
        QCOMPARE(cards->size(), 1);
        QCOMPARE(cards->first().generation, 1);
        QVERIFY(cards->first().live);
    }

    void a_vm_is_taken_over_by_a_word_and_its_holder_hears_of_it()
    {
        const auto node = connected();
        const auto lease = node->lease(leaseOf("r1"));
        QCOMPARE(codeOf(lease->acquire({})), QStringLiteral("done"));
        QCOMPARE(codeOf(connected()->lease(leaseOf("r2"))->acquire({})), QStringLiteral("vm-taken"));
        const auto other = connected();
        const auto theirs = other->lease(leaseOf("r2", true));
        const auto grant = theirs->acquire({});
        QCOMPARE(codeOf(grant), QStringLiteral("done"));
        QCOMPARE(grant->generation, 2);
        QCOMPARE(grant->previous->run, QStringLiteral("r1"));
        QTRY_VERIFY2_WITH_TIMEOUT(lease->state() == LeaseState::Lost, "waited for the word", 60000);
        QCOMPARE(codeOf(lease->update(
                     QStringLiteral("b-archive"), LeaseJob::Unfinished, QStringLiteral("07-b-archive"), {}, 600s)),
            QStringLiteral("lease-lost"));
    }

    void a_lease_of_a_node_that_cannot_be_had_is_not_granted()
    {
        const auto node = connected();
        const auto lease = node->lease(leaseOf("r1"));
        m_node->sshd.stop();
        const auto grant = lease->acquire({});
        QVERIFY(!grant);
        QVERIFY(grant.error().kind == Kind::NotReached);
    }

    // -- discovery --

    void discovery_tells_of_each_vm_what_stands_against_it()
    {
        const QByteArray second = "agent: 1\nipconfig0: ip=10.10.10.15/24,gw=10.10.10.1\n";
        m_node->addVm("102", "off", "stopped");
        m_node->addVm("103", "plain", "running", "ipconfig0: ip=10.10.10.14/24\ntemplate: 1\n");
        m_node->addVm("104", "unmapped", "running", second);
        m_node->addVm("105", "dhcp", "running", "agent: 1\nipconfig0: ip=dhcp\n");
        m_node->addVm("106", "gone", "running", {});
        const auto all = problems();
        QCOMPARE(all.size(), 6);
        QCOMPARE(all[QStringLiteral("101")], QString());
        QCOMPARE(all[QStringLiteral("102")], QStringLiteral("the VM is stopped"));
        QCOMPARE(all[QStringLiteral("103")], QStringLiteral("the guest agent is not enabled; it is a template"));
        QCOMPARE(all[QStringLiteral("104")], QStringLiteral("port mappings are missing"));
        QCOMPARE(all[QStringLiteral("105")], QStringLiteral("its address is not known to the node"));
        QVERIFY2(all[QStringLiteral("106")].contains(QLatin1String("does not exist")),
            qPrintable(all[QStringLiteral("106")]));
    }

    void what_is_found_has_its_address_and_ports()
    {
        const auto found = lookUp("101");
        QCOMPARE(codeOf(found), QStringLiteral("done"));
        const Json told = toJson(*found);
        QCOMPARE(stringAt(told, "name"), QStringLiteral("web"));
        QCOMPARE(stringAt(told, "status"), QStringLiteral("running"));
        QCOMPARE(stringAt(told, "ip"), QStringLiteral("10.10.10.14"));
        QCOMPARE(stringAt(told, "port_ssh"), QStringLiteral("10200"));
        QCOMPARE(stringAt(told, "port_panel"), QStringLiteral("10201"));
        QCOMPARE(stringAt(told, "port_gateway"), QStringLiteral("10202"));
        QVERIFY(told["problems"].empty());
        m_node->addVm("102", "off", "stopped");
        QCOMPARE(toJson(*lookUp("102"))["problems"].dump(), std::string("[\"the VM is stopped\"]"));
    }

    void port_mappings_that_may_not_be_all_are_told_as_that_data()
    {
        QTest::addColumn<QByteArray>("nat");
        QTest::addColumn<QByteArray>("iptables");
        QTest::addColumn<QString>("told");
        const QByteArray two = "-A PREROUTING -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                               "-A PREROUTING -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n";
        QTest::newRow("not to be asked") << QByteArray() << QByteArray("echo 'no permission' >&2; exit 4\n")
                                         << QStringLiteral("the node's port mappings could not be read");
        QTest::newRow("for some only") << two
                + "-A PREROUTING -s 192.0.2.0/24 -p tcp -m tcp --dport 10202 -j DNAT --to-destination "
                  "10.10.10.14:18789\n" << QByteArray()
                                       << QStringLiteral("a port mapping holds for some connections only: ");
        QTest::newRow("not all read") << two
                + "-A PREROUTING -p tcp --dport 1:2:3 -j DNAT --to-destination 10.10.10.14\n"
                                      << QByteArray() << QStringLiteral("not all port mappings could be read: ");
        QTest::newRow("one is missing") << two << QByteArray() << QStringLiteral("port mappings are missing");
    }
    void port_mappings_that_may_not_be_all_are_told_as_that()
    {
        QFETCH(QByteArray, nat);
        QFETCH(QByteArray, iptables);
        QFETCH(QString, told);
        m_node->sshd.write(QStringLiteral("nat"), nat);
        if (!iptables.isEmpty())
            m_node->program("bin/iptables", iptables);
        const auto found = lookUp("101");
        QCOMPARE(codeOf(found), QStringLiteral("done"));
        QCOMPARE(found->problems.size(), 1);
        const QString said = inEnglish(found->problems.first());
        QVERIFY2(said.startsWith(told), qPrintable(said));
    }

    void a_vm_that_the_node_has_not_is_told_with_where_it_is_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::newRow("nowhere") << QString() << QStringLiteral("no-such-vm");
        QTest::newRow("on another node") << QStringLiteral("pve/nodes/pve2/qemu-server/107.conf")
                                         << QStringLiteral("vm-moved");
        QTest::newRow("a container") << QStringLiteral("pve/nodes/pve1/lxc/107.conf")
                                     << QStringLiteral("vm-is-container");
    }
    void a_vm_that_the_node_has_not_is_told_with_where_it_is()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        if (!file.isEmpty()) {
            QVERIFY(QDir().mkpath(QFileInfo(m_node->sshd.path(file)).path()));
            m_node->sshd.write(file, "name: x\n");
        }
        const auto found = lookUp("107");
        QVERIFY(!found);
        QCOMPARE(found.error().code, code);
        QVERIFY(found.error().kind == Kind::Refused);
    }

    void a_list_that_is_not_told_is_no_empty_list()
    {
        QVERIFY(QFile::remove(m_node->sshd.path(QStringLiteral("list"))));
        QCOMPARE(codeOf(lookUp("101")), QStringLiteral("qm-list-unread"));
        NodeDesk desk(m_node->sshd.target(), m_access, m_person);
        QVERIFY(desk.connect());
        const auto found = desk.discover({});
        QVERIFY(!found);
        QCOMPARE(found.error().code, QStringLiteral("qm-list-unread"));
        QVERIFY(found.error().kind == Kind::Unknown);
        // It lists others and has this one's configuration: where it stands is not known.
        m_node->addVm("102", "other");
        m_node->sshd.write(QStringLiteral("list"), "      VMID NAME                 STATUS     MEM(MB)\n");
        QCOMPARE(codeOf(lookUp("101")), QStringLiteral("vm-config-unreadable"));
    }

    void a_machine_without_qm_is_no_node()
    {
        QVERIFY(QFile::remove(m_node->sshd.path(QStringLiteral("bin/qm"))));
        QCOMPARE(codeOf(lookUp("101")), QStringLiteral("not-a-proxmox-node"));
        QVERIFY(problems().isEmpty());
    }

    void whether_commands_can_be_run_in_a_vm_is_tried()
    {
        m_node->addVm("102", "off", "stopped");
        NodeDesk desk(m_node->sshd.target(), m_access, m_person);
        QVERIFY(desk.connect());
        QCOMPARE(codeOf(desk.probe(vm("101"), {})), QStringLiteral("done"));
        QCOMPARE(codeOf(desk.probe(vm("102"), {})), QStringLiteral("qm-vm-stopped"));
        QCOMPARE(desk.login().method, QStringLiteral("key"));
        QVERIFY(desk.notices().isEmpty());
    }

    void a_login_shell_that_prints_is_told_and_keeps_nothing_from_working()
    {
        m_node->sshd.stop();
        if (!m_node->sshd.setStartupFile("echo welcome to the node\n"))
            QSKIP("this user's shell is not bash");
        QVERIFY(m_node->sshd.start());
        NodeDesk desk(m_node->sshd.target(), m_access, m_person);
        QVERIFY(desk.connect());
        const auto found = desk.discover({});
        QCOMPARE(codeOf(found), QStringLiteral("done"));
        QCOMPARE(found->size(), std::size_t(1));
        const QList<Error> notices = desk.notices();
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices.first().code, QStringLiteral("login-shell-prints"));
        QVERIFY2(inEnglish(notices.first().what).contains(QLatin1String("welcome to the node")),
            qPrintable(notices.first().what));
    }

    // -- a run's own way there --

    void a_scan_over_ssh_ends_where_the_node_says_that_the_vm_is_off()
    {
        m_node->addVm("102", "off", "stopped");
        QTemporaryDir folder;
        RunStore store(folder.path());
        const auto parameters = makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("102") },
            { QStringLiteral("node"), m_node->sshd.target().toString() },
            { QStringLiteral("operator"), QStringLiteral("李雷") } });
        QVERIFY(parameters);
        const auto journal = store.create(*parameters, QStringLiteral("test"));
        QVERIFY(journal);
        RunControl control;
        const auto catalog = StepCatalog::builtIn();
        std::optional<Json> holds;
        const WorkOrder order{ **journal, *catalog, Task(), m_access, {}, {}, QStringLiteral("test"), {}, false, {} };
        const TaskOutcome outcome
            = carryOut(order, Reach::overSsh(), m_person, control, { {}, [&](const Json &told) { holds = told; } });
        QVERIFY(outcome.kind == TaskOutcome::Kind::Refused);
        QCOMPARE(outcome.error.code, QStringLiteral("vm-not-running"));
        const RunState state = RunState::of((*journal)->events());
        QCOMPARE(state.fact(u"login_method"), QStringLiteral("key"));
        QVERIFY(m_person.hosts.value(0).endsWith(state.fact(u"host_key")));
        QCOMPARE(state.fact(u"port_panel"), QStringLiteral("10201"));
        QVERIFY2(connected()->cards({})->isEmpty(), "the VM was given back");
        QVERIFY(holds && holds->empty());
    }

    // -- the public ports --

    void a_public_port_is_asked_as_a_stranger_and_its_answer_is_not_followed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::newRow("asks for the login")
            << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n") << 401;
        QTest::newRow("leads elsewhere") << QByteArray(
            "HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n")
                                         << 302;
        QTest::newRow("speaks something else") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << 0;
    }
    void a_public_port_is_asked_as_a_stranger_and_its_answer_is_not_followed()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray asked;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&asked, &answer, socket] {
                asked += socket->readAll();
                if (!asked.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        // A desk's proxy would only tell of the proxy.
        QNetworkProxy::setApplicationProxy({ QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 1 });
        const PublicAnswer told
            = Reach::overSsh().publicPort(QStringLiteral("127.0.0.1"), server.serverPort(), [] { return false; });
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        QCOMPARE(told.status, status);
        QVERIFY2(asked.startsWith("GET / HTTP/1.1\r\n"), asked.constData());
        QVERIFY2(!asked.contains("Authorization"), asked.constData());
    }

    void whoever_is_asked_to_stop_waits_for_no_public_port()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int asked = 0, afterwards = 0;
        bool over = false;
        connect(&server, &QTcpServer::newConnection, this, [&] { over = true; }); // and it is never answered
        const PublicAnswer told = Reach::overSsh().publicPort(QStringLiteral("127.0.0.1"), server.serverPort(), [&] {
            ++asked;
            afterwards += over;
            return over;
        });
        QCOMPARE(told.status, 0);
        QVERIFY(asked > 1);
        QCOMPARE(afterwards, 1);
        const int before = asked;
        (void)Reach::overSsh().publicPort(QStringLiteral("127.0.0.1"), server.serverPort(), [&] {
            ++asked;
            return true;
        });
        QCOMPARE(asked, before + 1);
    }

    void a_public_port_where_nobody_listens_is_no_answer()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 number = server.serverPort();
        server.close();
        const PublicAnswer told
            = Reach::overSsh().publicPort(QStringLiteral("127.0.0.1"), number, [] { return false; });
        QCOMPARE(told.status, 0);
        QVERIFY(!told.error.isEmpty());
        QCOMPARE(&Reach::overSsh().clock(), &Clock::system());
    }
};

QTEST_GUILESS_MAIN(NodeOverSshTest)
#include "tst_node_over_ssh.moc"
