#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;
using Phase = RunState::Phase;

/// The acceptance green, failed and undecided: its mark on the node, and who rolls back.
class AcceptanceTest : public QObject {
    Q_OBJECT

    static Play red(const char *verdict = "failed", const char *code = "acceptance-failed")
    {
        Play play = Play::fails(code);
        play.facts = { { QStringLiteral("check"),
            QStringLiteral("http-gateway-direct|critical|%1|200|502").arg(QLatin1String(verdict)) } };
        return play;
    }
    static CheckRow rowOf(const RunState &state, const char *id)
    {
        for (const CheckRow &row : state.acceptanceRows()) {
            if (row.id == QLatin1String(id))
                return row;
        }
        return {};
    }
    static bool told(const RunState &state, const char *code)
    {
        const std::vector<Json> &all = state.troubles();
        return std::any_of(all.begin(), all.end(),
            [code](const Json &trouble) { return stringAt(trouble, "code") == QLatin1String(code); });
    }

private Q_SLOTS:
    void the_mark_stands_while_the_checks_run()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        bool marked = false;
        world.guest().onStep = [&](const QString &step) {
            if (step == QLatin1String("h-checks"))
                marked = world.node().holds.count(102) && !world.node().holds[102].definite;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(marked);
        QVERIFY(world.node().holds.empty());
    }

    void a_failure_asks_whoever_watches()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.view.rollBackByItself = true;
        world.guest().always("h-checks", red());
        const QString run = desk.newRun();
        Task task;
        task.kind = Task::Kind::Migrate;
        task.attended = true;
        const TaskOutcome outcome = desk.carry(run, task);
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("acceptance-failed"));
        QVERIFY(world.guest().truth.directRuns);
        QVERIFY(world.node().holds[102].definite);
        QVERIFY(desk.state(run).phase() == Phase::AcceptanceFailed);

        // Mended, it passes, and the mark goes.
        world.guest().forget("h-checks");
        QVERIFY(desk.carry(run, Task::Kind::CheckAgain).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
        QVERIFY(desk.state(run).phase() == Phase::AwaitingUser);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_failure_rolls_back_where_nobody_watches()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.view.rollBackByItself = true;
        world.guest().always("h-checks", red());
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        QVERIFY(world.guest().truth.dockerRuns);
        QVERIFY(desk.state(run).phase() == Phase::RolledBack);
        QCOMPARE(world.node().holds[102].resolved, QStringLiteral("rolled-back"));
        QCOMPARE(world.broken(), QStringList());
    }

    void a_restore_settles_the_mark_as_a_rollback_does()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().always("h-checks", red());
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        QCOMPARE(world.node().holds[102].resolved, QString());
        QVERIFY(desk.carry(run, Task::Kind::Restore).kind == Kind::Succeeded);
        QCOMPARE(world.node().holds[102].resolved, QStringLiteral("rolled-back"));
    }

    void what_its_user_accepted_is_not_rolled_back_by_itself()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.view.rollBackByItself = true;
        const QString run = desk.accepted();
        world.guest().always("h-checks", red());
        QVERIFY(desk.carry(run, Task::Kind::CheckAgain).kind == Kind::FailedSafe);
        QVERIFY(desk.state(run).userAcceptance());
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        QVERIFY(world.guest().truth.directRuns);
        QVERIFY(desk.state(run).phase() != Phase::RolledBack);
        QCOMPARE(world.broken(), QStringList());
    }

    void what_is_undecided_is_never_rolled_back_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("told by the checks") << -1;
        QTest::newRow("interrupted") << int(Play::Ends::Interrupted);
        QTest::newRow("died") << int(Play::Ends::Died);
    }
    void what_is_undecided_is_never_rolled_back()
    {
        QFETCH(int, how);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.view.rollBackByItself = true;
        world.guest().next("h-checks", how < 0 ? red("unknown", "acceptance-unknown") : Play::ended(Play::Ends(how)));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Unknown);
        QVERIFY(world.guest().truth.directRuns);
        QVERIFY2(!world.node().holds[102].definite, "undecided is not failed");
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }

    void the_desks_own_network_is_no_reason_to_fail()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.outside = { 0, QStringLiteral("host unreachable") };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        const std::vector<CheckRow> rows = desk.state(run).acceptanceRows();
        const auto outside = std::find_if(
            rows.begin(), rows.end(), [](const CheckRow &row) { return row.id == QLatin1String("outside-gateway"); });
        QVERIFY(outside != rows.end());
        QVERIFY(outside->verdict == Verdict::Unknown);
    }

    void a_public_port_must_answer_as_the_vm_did_before_data()
    {
        QTest::addColumn<QString>("answered"); // by nginx in the VM, as the scan told it
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("expected");
        const QString login = QStringLiteral("HTTP 401 (asks for the login)");
        QTest::newRow("asks for the login") << QString() << 401 << QStringLiteral("passed") << login;
        QTest::newRow("asks for none") << QString() << 200 << QStringLiteral("warning") << login;
        QTest::newRow("a dead backend") << QString() << 502 << QStringLiteral("warning") << login;
        QTest::newRow("no answer") << QString() << 0 << QStringLiteral("unknown") << login;
        const QString same = QStringLiteral("HTTP 200, as before in the VM");
        QTest::newRow("no login before either")
            << QStringLiteral("HTTP 200") << 200 << QStringLiteral("passed") << same;
        QTest::newRow("a login that was not there")
            << QStringLiteral("HTTP 200") << 401 << QStringLiteral("warning") << same;
        QTest::newRow("what is no answer of HTTP says nothing")
            << QStringLiteral("TLS 200") << 401 << QStringLiteral("passed") << login;
        QTest::newRow("nor does one without a number")
            << QStringLiteral("HTTP ok") << 401 << QStringLiteral("passed") << login;
        const QString none = QStringLiteral("no answer, as before in the VM");
        QTest::newRow("closed before and now") << QStringLiteral("no answer") << 0 << QStringLiteral("passed") << none;
        QTest::newRow("closed before, and open")
            << QStringLiteral("no answer") << 200 << QStringLiteral("warning") << none;
    }
    void a_public_port_must_answer_as_the_vm_did_before()
    {
        QFETCH(QString, answered);
        QFETCH(int, status);
        QFETCH(QString, verdict);
        QFETCH(QString, expected);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        Play scan;
        if (!answered.isEmpty())
            scan.facts = { { QStringLiteral("answered"), QStringLiteral("18080 GET / ") + answered } };
        world.guest().always("a-scan", scan);
        world.outside = { status, QStringLiteral("host unreachable") };
        const QString run = desk.newRun();
        QVERIFY2(
            desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded, "the desk's own network decides nothing");
        const CheckRow row = inEnglish(rowOf(desk.state(run), "outside-panel"));
        QCOMPARE(verdictName(row.verdict), verdict);
        QCOMPARE(row.expected, expected);
        QVERIFY(!row.critical);
        QVERIFY2(row.found.startsWith(QLatin1String("port 10201: ")), qPrintable(row.found));
    }

    void a_public_port_that_is_not_known_is_not_guessed()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.node().onFacts = [](remote::NodeFacts &facts) -> Done {
            facts.natKnown = false;
            return {};
        };
        bool asked = false;
        world.onOutside = [&] { return asked = true; };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(!asked);
        const CheckRow row = inEnglish(rowOf(desk.state(run), "outside-gateway"));
        QVERIFY(row.verdict == Verdict::Unknown);
        QCOMPARE(row.found, QStringLiteral("the public port is not known"));
    }

    void a_program_that_is_closed_meanwhile_has_judged_nothing()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        std::stop_source closing;
        desk.withControl = [&](RunControl &control) { control.stop = closing.get_token(); };
        world.onOutside = [&] {
            closing.request_stop();
            return true;
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown);
        QVERIFY(!desk.state(run).acceptanceDone());
        QCOMPARE(world.node().holds.size(), std::size_t(1));
        desk.withControl = {};
        world.onOutside = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }

    // -- the mark on the node --

    void without_the_mark_nothing_is_checked()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        int asked = 0;
        world.fate = [&](const Call &call) {
            asked += call.verb == QLatin1String("place-hold");
            return call.verb == QLatin1String("place-hold") ? Fate::NotSent : Fate::Arrives;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Unknown);
        QCOMPARE(asked, 5);
        QVERIFY(!world.guest().ran.contains(QStringLiteral("h-checks")));
        QVERIFY(!desk.state(run).acceptanceDone());
        QVERIFY(world.guest().truth.directRuns);
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    void a_mark_that_cannot_be_taken_away_is_no_end_of_the_acceptance()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("lift-hold") ? Fate::LostOnTheWay : Fate::Arrives;
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("qm-timeout"));
        QCOMPARE(world.node().holds.size(), std::size_t(1));
        QVERIFY(desk.state(run).acceptanceGreen());
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }

    void where_the_failure_cannot_be_marked_the_mark_from_before_still_stands()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().always("h-checks", red());
        world.fate = [&](const Call &call) {
            const bool second = call.verb == QLatin1String("place-hold") && !world.node().holds.empty();
            return second ? Fate::LostOnTheWay : Fate::Arrives;
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.code, QStringLiteral("acceptance-failed"));
        QCOMPARE(world.node().holds.size(), std::size_t(1));
        QVERIFY(!world.node().holds[102].definite);
        QVERIFY(told(desk.state(run), "qm-timeout"));
    }

    void a_rollback_whose_word_to_the_node_is_lost_says_it_again_later()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().always("h-checks", red());
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("resolve-hold") ? Fate::LostOnTheWay : Fate::Arrives;
        };
        QVERIFY2(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded, "Docker's version is back");
        QVERIFY(told(desk.state(run), "qm-timeout"));
        QCOMPARE(world.node().holds[102].resolved, QString());
        world.fate = {};
        QCOMPARE(desk.carry(run, Task::Kind::RollBack).error.code, QStringLiteral("already-rolled-back"));
        QCOMPARE(world.node().holds[102].resolved, QStringLiteral("rolled-back"));
    }

    // -- what is past --

    void what_has_gone_beyond_its_scan_is_not_scanned_and_what_is_deleted_not_migrated()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        const TaskOutcome scan = desk.carry(run, Task::Kind::Scan);
        QVERIFY(scan.kind == Kind::Refused);
        QCOMPARE(scan.error.code, QStringLiteral("scan-is-past"));
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        const TaskOutcome again = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(again.kind == Kind::Refused);
        QCOMPARE(again.error.code, QStringLiteral("run-finished"));
        QCOMPARE(desk.carry(run, Task::Kind::DeleteDocker).error.code, QStringLiteral("already-deleted"));
        QVERIFY(world.guest().truth.directRuns);
    }

    void whoever_asks_to_stop_waits_for_no_answer_from_outside_data()
    {
        QTest::addColumn<bool>("cancel");
        QTest::newRow("a pause") << false;
        QTest::newRow("an end") << true;
    }
    void whoever_asks_to_stop_waits_for_no_answer_from_outside()
    {
        QFETCH(bool, cancel);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        auto asked = ScriptedClock::passed();
        world.onOutside = [&] {
            (cancel ? desk.control->cancel : desk.control->pause) = true;
            asked = ScriptedClock::passed();
            return false;
        };
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::WaitsForPerson);
        QVERIFY(desk.state(run).paused());
        QVERIFY(desk.state(run).unsettled().empty());
        QVERIFY2(ScriptedClock::passed() - asked < std::chrono::seconds(5), "the other port was waited for");
        QVERIFY2(!world.node().holds[102].definite, "undecided is not failed");

        world.onOutside = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }

    void nothing_is_accepted_before_it_was_started()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        QCOMPARE(desk.carry(run, Task::Kind::CheckAgain).error.code, QStringLiteral("nothing-to-accept"));
        QCOMPARE(desk.carry(run, Task::Kind::Accept).error.code, QStringLiteral("acceptance-not-green"));
    }

    void a_program_that_ends_between_the_table_and_the_node_is_told_by_the_mark()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("lift-hold") ? Fate::DeskDiesBefore : Fate::Arrives;
        };
        const QString run = desk.newRun();
        desk.carry(run, Task::Kind::Migrate);
        QVERIFY(desk.died);
        QCOMPARE(world.node().holds.size(), std::size_t(1));
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }

    void a_hold_ends_by_a_word_only_where_its_rule_allows()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().always("h-checks", red());
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        Task release;
        release.kind = Task::Kind::ReleaseHold;
        release.note = QStringLiteral("it is rolled back");
        QCOMPARE(desk.carry(run, release).error.code, QStringLiteral("hold-unresolved"));
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        release.note.clear();
        QCOMPARE(desk.carry(run, release).error.code, QStringLiteral("reason-missing"));
        release.note = QStringLiteral("it is rolled back");
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("release-hold") ? Fate::LostOnTheWay : Fate::Arrives;
        };
        QVERIFY2(desk.carry(run, release).kind == Kind::Unknown, "a lost answer is no refusal");
        world.fate = {};
        QVERIFY(desk.carry(run, release).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }
};

QTEST_GUILESS_MAIN(AcceptanceTest)
#include "tst_acceptance.moc"
