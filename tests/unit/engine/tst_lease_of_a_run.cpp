#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

/// Who may work on a VM: the card, the slots, a take-over; and a VM that never answers holds up nobody.
class LeaseOfARunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_vm_that_is_taken_over_is_let_go_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : { "a-scan", "b-archive", "c-stop", "e-copy", "g-start", "h-checks" })
            QTest::addRow("%s", step) << QString::fromLatin1(step);
    }
    void a_vm_that_is_taken_over_is_let_go()
    {
        QFETCH(QString, step);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().onStep = [&](const QString &begun) {
            if (begun == step)
                world.takeOver(102, QStringLiteral("102-of-another"));
        };
        Play slow;
        slow.seconds = 40;
        world.guest().next(step.toLatin1().constData(), slow);
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown || outcome.kind == Kind::Refused);
        QVERIFY2(outcome.error.code.startsWith(QLatin1String("lease-")), qPrintable(outcome.error.code));
        QCOMPARE(world.node().cards[102].run, QStringLiteral("102-of-another"));
        world.guest().onStep = {};
        // As long as the other one has it, this run does not get it back by itself.
        QCOMPARE(desk.carry(run, Task::Kind::Migrate).error.code, QStringLiteral("vm-taken"));
        desk.takeOver = true;
        const TaskOutcome again = desk.carry(run, Task::Kind::Migrate);
        QCOMPARE(again.error.what, QString());
        QVERIFY(again.kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("c-stop")), 1);
        QCOMPARE(world.broken(), QStringList());
    }

    void the_guest_refuses_who_was_taken_over()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        world.guest().next("d-install", Play::fails("step-aborted"));
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        QVERIFY(world.guest().report(run, 99)); // another desk's word, which this one has not heard of
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Refused);
        QCOMPARE(outcome.error.code, QStringLiteral("lower-generation"));
        QVERIFY(desk.state(run).unsettled().empty());
    }

    void a_node_has_three_slots()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        for (int vmid = 110; vmid < 113; ++vmid)
            world.node().cards[vmid].live = true;
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QCOMPARE(outcome.error.code, QStringLiteral("slots-full"));
        QVERIFY(worthWaitingFor(outcome));
        QCOMPARE(world.guest().ran, QStringList());
        world.node().cards.erase(110);
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    void a_guest_that_calls_a_step_running_for_ever_frees_worker_and_slot()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("d-install", Play::never());
        const QString run = desk.newRun();
        const auto before = ScriptedClock::passed();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("step-overdue"));
        const auto waited = ScriptedClock::passed() - before;
        const int limit = world.catalog().find(u"d-install")->timeLimitSeconds;
        QVERIFY(waited > std::chrono::seconds(limit));
        QVERIFY(waited < std::chrono::seconds(limit + 600));
        // Unknown it stays: no new job is made for it, and the VM stays this run's.
        QVERIFY(!desk.state(run).unsettled().empty());
        QVERIFY(desk.state(run).latest(u"d-install")->overdue);
        const ScriptedNode::Card card = world.node().cards[102];
        QVERIFY(card.job == remote::LeaseJob::Overdue);
        QVERIFY(!card.live);

        // Three of these do not keep the node from a fourth.
        for (int vmid = 110; vmid < 113; ++vmid)
            world.node().cards[vmid] = card;
        const QString other = desk.newRun(120);
        QVERIFY(desk.carry(other, Task::Kind::Migrate).kind == Kind::Succeeded);

        // Asked again it is not waited for as long; and once it tells its end, the run goes on.
        const auto again = ScriptedClock::passed();
        for (int vmid = 110; vmid < 113; ++vmid)
            world.node().cards.erase(vmid);
        QCOMPARE(desk.carry(run, Task::Kind::Migrate).error.code, QStringLiteral("step-overdue"));
        QVERIFY(ScriptedClock::passed() - again < std::chrono::minutes(10));
        world.guest().reboot();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind != Kind::Unknown);
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.broken(), QStringList());
    }

    void an_end_is_honoured_without_the_guest()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("e-copy", Play::never());
        world.guest().onStep = [&](const QString &step) {
            if (step == QLatin1String("e-copy"))
                desk.control->cancel = true;
        };
        const QString run = desk.newRun();
        const auto before = ScriptedClock::passed();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Unknown);
        QCOMPARE(outcome.error.code, QStringLiteral("cancel-unheard"));
        QVERIFY(ScriptedClock::passed() - before < std::chrono::minutes(10));
        QVERIFY(!desk.state(run).unsettled().empty());
    }

    void a_rollback_of_a_vm_that_never_answers_comes_to_an_end()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("e-copy", Play::never());
        world.guest().onStep = [&](const QString &step) {
            if (step == QLatin1String("e-copy"))
                desk.control->cancel = true;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Unknown);
        world.guest().onStep = {};
        const TaskOutcome back = desk.carry(run, Task::Kind::RollBack);
        QVERIFY(back.kind == Kind::Unknown);
        QCOMPARE(back.error.code, QStringLiteral("cancel-unheard"));
        QVERIFY2(!world.guest().ran.contains(QStringLiteral("r-direct-stop")), "nothing new while the old is unknown");
        world.guest().reboot();
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QVERIFY(world.guest().truth.dockerRuns);
    }
};

QTEST_GUILESS_MAIN(LeaseOfARunTest)
#include "tst_lease_of_a_run.moc"
