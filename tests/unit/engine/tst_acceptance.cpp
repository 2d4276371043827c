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
        QVERIFY(desk.carry(run, release).kind == Kind::Succeeded);
        QVERIFY(world.node().holds.empty());
    }
};

QTEST_GUILESS_MAIN(AcceptanceTest)
#include "tst_acceptance.moc"
