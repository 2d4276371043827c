#include "core/plan/plan.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

#include <utility>

using namespace undock;
using Kind = TaskOutcome::Kind;
using Alter = std::function<void(remote::NodeFacts &)>;

namespace {

const QByteArray fineNat = "-A PREROUTING -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                           "-A PREROUTING -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n";
const QByteArray gateway = "-A PREROUTING -p tcp -m tcp --dport 10202 -j DNAT --to-destination 10.10.10.14:18789\n";
const QByteArray forSome
    = "-A PREROUTING -s 192.0.2.0/24 -p tcp -m tcp --dport 10202 -j DNAT --to-destination 10.10.10.14:18789\n";
const QByteArray notToBeRead = "-A PREROUTING -p tcp --dport 1:2:3 -j DNAT --to-destination 10.10.10.14\n";

Alter nat(const QByteArray &rules)
{
    return [rules](remote::NodeFacts &facts) { facts.nat = { rules }; };
}

Alter config(const QByteArray &text)
{
    return [text](remote::NodeFacts &facts) { facts.config = text; };
}

Alter place(remote::VmPlace::Kind kind, const char *node = "", const char *why = "")
{
    return [=](remote::NodeFacts &facts) {
        facts.config.clear();
        facts.vmTrouble = QStringLiteral("does not exist");
        facts.vmPlace = { kind, QString::fromLatin1(node), QString::fromLatin1(why) };
    };
}

} // namespace

/// What the node says of itself and the VM, and what the scan concludes from it.
class NodeScanTest : public QObject {
    Q_OBJECT

    static const JobState *scanned(const RunState &state) { return state.latest(QString::fromLatin1(nodeScanStep)); }
    /// `level code` of each finding, and their whole lines.
    static QString findings(const RunState &state, QStringList *lines = nullptr)
    {
        const JobState *job = scanned(state);
        QStringList told;
        for (const QString &line : job ? job->facts.all(u"finding") : QStringList()) {
            told << line.section(QLatin1Char(' '), 0, 1);
            if (lines)
                *lines << line;
        }
        return told.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void each_thing_the_node_says_has_its_finding_data()
    {
        using Place = remote::VmPlace::Kind;
        QTest::addColumn<Alter>("alter");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("blocked"); // code of the task's end
        const auto row = [](const char *name, const Alter &alter, const char *found, const char *blocked = "") {
            QTest::newRow(name) << alter << QString::fromLatin1(found) << QString::fromLatin1(blocked);
        };
        row(
            "all is well", [](auto &) {}, "fine nat-complete");

        row(
            "the VM is stopped", [](auto &facts) { facts.status = "status: stopped\n"; },
            "blocks vm-not-running, fine nat-complete", "vm-not-running");
        row(
            "its status is not told",
            [](auto &facts) {
                facts.status.clear();
                facts.statusTrouble = QStringLiteral("got timeout");
            },
            "blocks vm-status-unread, fine nat-complete", "vm-status-unread");
        row("the VM is nowhere", place(Place::Gone), "blocks no-such-vm", "no-such-vm");
        row("the VM is elsewhere", place(Place::OtherNode, "pve2"), "blocks vm-moved", "vm-moved");
        row("the number is a container's", place(Place::Container, "pve1"), "blocks vm-is-container",
            "vm-is-container");
        row("where the VM is cannot be told", place(Place::Unread, "", "no quorum"), "blocks vm-config-unreadable",
            "vm-config-unreadable");
        row("its configuration is none", config("\n"), "blocks vm-config-unreadable", "vm-config-unreadable");
        row("the agent is not enabled", config("agent: 0\nipconfig0: ip=10.10.10.14/24\n"),
            "blocks agent-not-configured, fine nat-complete", "agent-not-configured");
        row("the node has locked it", config("agent: 1\nlock: backup\nipconfig0: ip=10.10.10.14/24\n"),
            "blocks vm-locked, fine nat-complete", "vm-locked");

        row("its address is not told", config("agent: 1\nipconfig0: ip=dhcp\n"), "attention ip-unknown");
        const auto addresses = [](const QByteArray &of) {
            return [of](remote::NodeFacts &facts) {
                facts.addresses
                    = "[{\"name\":\"eth0\",\"ip-addresses\":[{\"ip-address-type\":\"ipv4\",\"ip-address\":\"10."
                      "10.10.20\",\"prefix\":24}"
                    + of + "]}]";
            };
        };
        row("the VM has another address", addresses({}), "attention ip-not-in-vm, fine nat-complete");
        row("the VM has that address among others",
            addresses(",{\"ip-address-type\":\"ipv4\",\"ip-address\":\"10.10.10.14\",\"prefix\":24}"),
            "fine nat-complete");
        row(
            "the agent tells no addresses", [](auto &facts) { facts.addresses = "[]"; }, "fine nat-complete");

        row(
            "iptables has something to say", [](auto &facts) { facts.natSaid << QStringLiteral("# Warning"); },
            "attention nat-warned, fine nat-complete");
        row(
            "the mappings are not known", [](auto &facts) { facts.natKnown = false; }, "attention nat-unknown");
        row("one mapping is missing", nat(fineNat), "attention nat-missing");
        row("none leads there",
            nat("-A PREROUTING -p tcp -m tcp --dport 10300 -j DNAT --to-destination 10.10.10.20:22\n"),
            "attention nat-missing, attention nat-missing, attention nat-missing");
        row("one holds for some only", nat(fineNat + forSome), "attention nat-conditional");
        row("one is not to be read", nat(fineNat + gateway + notToBeRead), "attention nat-unread, fine nat-complete");
        row("one is missing or not to be read", nat(fineNat + notToBeRead),
            "attention nat-unread, attention nat-uncertain");
        row("one stands twice", nat(fineNat + gateway + gateway), "attention nat-doubled, fine nat-complete");
        row("two claim one port",
            nat(fineNat + gateway
                + "-A PREROUTING -p tcp -m tcp --dport 10202 -j DNAT --to-destination 10.10.10.20:18789\n"),
            "attention nat-contradicted, fine nat-complete");
        const QByteArray others = "-A PREROUTING -p tcp -m tcp --dport 10300 -j DNAT --to-destination 10.10.10.20:22\n";
        row("what stands twice is another VM's", nat(fineNat + gateway + others + others), "fine nat-complete");

        row(
            "the login shell prints", [](auto &facts) { facts.shell.printed = QStringLiteral("welcome"); },
            "attention login-shell-prints, fine nat-complete");
        row(
            "the login shell is slow", [](auto &facts) { facts.shell.slowest = std::chrono::milliseconds(6100); },
            "attention login-shell-slow, fine nat-complete");
    }
    void each_thing_the_node_says_has_its_finding()
    {
        QFETCH(Alter, alter);
        QFETCH(QString, found);
        QFETCH(QString, blocked);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.node().onFacts = [&](remote::NodeFacts &facts) -> Done {
            alter(facts);
            return {};
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Scan);
        QCOMPARE(findings(desk.state(run)), found);
        QCOMPARE(outcome.error.code, blocked);
        QVERIFY(outcome.kind == (blocked.isEmpty() ? Kind::Succeeded : Kind::Refused));
        // A VM that is off or unknown is asked nothing.
        QCOMPARE(world.guest().ran.isEmpty(), !blocked.isEmpty());
        QVERIFY2(world.node().cards.empty(), "the VM is given back");
    }

    void the_finding_says_what_it_is_about()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.node().onFacts = [&](remote::NodeFacts &facts) -> Done {
            facts.shell.slowest = std::chrono::milliseconds(6100);
            facts.natSaid << QStringLiteral("# Warning: tables left");
            QByteArray many = fineNat;
            for (int i = 0; i < 8; ++i)
                many += forSome;
            facts.nat = { many };
            return {};
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Scan).kind == Kind::Succeeded);
        QStringList lines;
        const RunState state = desk.state(run);
        (void)findings(state, &lines);
        QCOMPARE(lines.filter(QStringLiteral("nat-conditional")).size(), 5); // enough to see what kind they are
        QVERIFY(lines.filter(QStringLiteral("nat-conditional")).first().contains(QLatin1String("-s%20192.0.2.0/24")));
        QVERIFY(lines.filter(QStringLiteral("nat-warned"))
                    .first()
                    .endsWith(QLatin1String("text=#%20Warning:%20tables%20left")));
        QVERIFY(lines.filter(QStringLiteral("login-shell-slow")).first().contains(QLatin1String("seconds=6.1")));
        QCOMPARE(state.fact(u"port_panel"), QStringLiteral("10201"));
        QCOMPARE(state.fact(u"port_gateway"), QString());
        QCOMPARE(state.fact(u"vm_name"), QStringLiteral("vm102"));
        QCOMPARE(state.fact(u"host_key"), QStringLiteral("SHA256:scripted"));
    }

    void the_address_that_was_given_and_the_nodes_are_one()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString other = desk.newRun(102, { { QStringLiteral("ip"), QStringLiteral("10.10.10.99") } });
        const TaskOutcome outcome = desk.carry(other, Task::Kind::Scan);
        QCOMPARE(outcome.error.code, QStringLiteral("ip-conflict"));
        QVERIFY(outcome.error.what.contains(QLatin1String("10.10.10.99")));
        QVERIFY(outcome.error.what.contains(QLatin1String("10.10.10.14")));
        QCOMPARE(findings(desk.state(other)), QStringLiteral("blocks ip-conflict"));

        // Where the node has none, the given one is looked up.
        world.node().onFacts = [](remote::NodeFacts &facts) -> Done {
            facts.config = "agent: 1\n";
            return {};
        };
        const QString run = desk.newRun(102, { { QStringLiteral("ip"), QStringLiteral("10.10.10.14") } });
        QVERIFY(desk.carry(run, Task::Kind::Scan).kind == Kind::Succeeded);
        QCOMPARE(findings(desk.state(run)), QStringLiteral("fine nat-complete"));
        QCOMPARE(desk.state(run).fact(u"ip"), QStringLiteral("10.10.10.14"));
    }

    // -- the ledger --

    void ledger_and_node_are_held_against_each_other_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("found");
        const QByteArray head = "VMID,IP,Gateway port\n";
        QTest::newRow("there is none") << QByteArray() << QStringLiteral("attention ledger-unreadable");
        QTest::newRow("it is no ledger") << QByteArray("Name,IP\nweb,10.10.10.14\n")
                                         << QStringLiteral("attention ledger-unreadable");
        QTest::newRow("the VM is not in it") << head + "101,10.10.10.14,10202\n"
                                             << QStringLiteral("attention ledger-row");
        QTest::newRow("it says the same") << head + "102,10.10.10.14,10202\n" << QStringLiteral("fine ledger-agrees");
        QTest::newRow("another address") << head + "102,10.10.10.15,10202\n"
                                         << QStringLiteral("attention ledger-conflict");
        QTest::newRow("another port") << head + "102,10.10.10.14,10299\n"
                                      << QStringLiteral("attention ledger-conflict");
    }
    void ledger_and_node_are_held_against_each_other()
    {
        QFETCH(QByteArray, table);
        QFETCH(QString, found);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.ledger = QStringLiteral("node:/root/ledger.csv");
        if (!table.isEmpty())
            world.node().files[QStringLiteral("/root/ledger.csv")] = table;
        const QString run = desk.newRun();
        QVERIFY2(desk.carry(run, Task::Kind::Scan).kind == Kind::Succeeded, "a ledger blocks nothing");
        QCOMPARE(findings(desk.state(run)), QStringLiteral("fine nat-complete, ") + found);
        if (!table.isEmpty())
            QCOMPARE(world.node().files[QStringLiteral("/root/ledger.csv")], table);
    }

    void what_the_node_does_not_know_contradicts_no_ledger()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.ledger = QStringLiteral("node:/root/ledger.csv");
        world.node().files[QStringLiteral("/root/ledger.csv")] = "VMID,IP,Gateway port\n102,10.10.10.15,10299\n";
        world.node().onFacts = [](remote::NodeFacts &facts) -> Done {
            facts.natKnown = false;
            return {};
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Scan).kind == Kind::Succeeded);
        QCOMPARE(findings(desk.state(run)), QStringLiteral("attention nat-unknown"));
        QCOMPARE(desk.state(run).fact(u"ledger_sha256").size(), 64);
    }

    // -- a node that does not tell --

    void a_node_that_does_not_tell_is_asked_four_times_and_then_it_is_unknown()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        int asked = 0;
        world.fate = [&](const Call &call) {
            asked += call.verb == QLatin1String("facts");
            return call.verb == QLatin1String("facts") ? Fate::NotSent : Fate::Arrives;
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("qm-agent-silent"));
        QCOMPARE(asked, 4);
        const RunState state = desk.state(run);
        QVERIFY(scanned(state)->settled() && !scanned(state)->green());
        QCOMPARE(scanned(state)->failure->code, QStringLiteral("qm-agent-silent"));
        QCOMPARE(world.guest().ran, QStringList());
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    void a_link_that_breaks_meanwhile_is_made_anew()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        bool broken = false;
        world.fate = [&](const Call &call) {
            const bool now = call.verb == QLatin1String("facts") && !std::exchange(broken, true);
            return now ? Fate::LinkBreaks : Fate::Arrives;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Scan).kind == Kind::Succeeded);
        QCOMPARE(world.node().sessions, 2);
    }

    void a_node_that_goes_away_meanwhile_is_waited_for_a_minute()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        auto away = ScriptedClock::passed();
        world.fate = [&](const Call &call) {
            if (call.verb != QLatin1String("facts"))
                return Fate::Arrives;
            world.node().awayBecause = QStringLiteral("no-route");
            away = ScriptedClock::passed();
            return Fate::LinkBreaks;
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Scan);
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("no-route"));
        const RunState state = desk.state(run);
        QCOMPARE(scanned(state)->failure->code, QStringLiteral("no-route"));
        const auto waited = ScriptedClock::passed() - away;
        QVERIFY2(waited > std::chrono::seconds(40) && waited < std::chrono::seconds(120),
            qPrintable(QString::number(waited.count())));
    }

    void what_the_node_refuses_is_not_asked_again_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("outcome");
        QTest::newRow("a rule") << int(Error::Kind::Refused) << QStringLiteral("not-a-proxmox-node")
                                << int(Kind::Refused);
        QTest::newRow("a login shell that ends nothing")
            << int(Error::Kind::NotReached) << QStringLiteral("login-shell-stuck") << int(Kind::Unknown);
    }
    void what_the_node_refuses_is_not_asked_again()
    {
        QFETCH(int, kind);
        QFETCH(QString, code);
        QFETCH(int, outcome);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        int asked = 0;
        world.node().onFacts = [&](remote::NodeFacts &) -> Done {
            ++asked;
            return fail(Error::Kind(kind), code, QStringLiteral("told by the test"));
        };
        const QString run = desk.newRun();
        const TaskOutcome ended = desk.carry(run, Task::Kind::Scan);
        QCOMPARE(int(ended.kind), outcome);
        QCOMPARE(ended.error.code, code);
        QCOMPARE(asked, 1);
    }

    void whoever_stops_waits_for_no_second_question()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        std::stop_source stop;
        desk.withControl = [&](RunControl &control) { control.stop = stop.get_token(); };
        int asked = 0;
        world.fate = [&](const Call &call) {
            if (call.verb != QLatin1String("facts"))
                return Fate::Arrives;
            ++asked;
            stop.request_stop();
            return Fate::NotSent;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Scan).kind == Kind::Unknown);
        QCOMPARE(asked, 1);
    }
};

QTEST_GUILESS_MAIN(NodeScanTest)
#include "tst_node_scan.moc"
