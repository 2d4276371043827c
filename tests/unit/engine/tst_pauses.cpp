#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

/// A person asks for a pause, or for an end: before, inside and at the end of a chain.
class PausesTest : public QObject {
    Q_OBJECT

    /// Pauses when the step begins, and then migrates on.
    void pauseAt(const QString &step, bool cancel)
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        ScriptedGuest &guest = world.guest();
        guest.onStep = [&](const QString &begun) {
            if (begun == step && desk.control)
                (cancel ? desk.control->cancel : desk.control->pause) = true;
        };
        guest.next(step.toLatin1().constData(), [] {
            Play slow;
            slow.seconds = 60;
            return slow;
        }());
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::WaitsForPerson);
        QCOMPARE(outcome.error.code, QString());
        const RunState state = desk.state(run);
        QVERIFY2(state.paused(), "whoever asked for it sees that it is paused");
        QVERIFY(state.unsettled().empty());
        QCOMPARE(guest.ran.last(), step);
        QCOMPARE(state.latest(step)->state, cancel ? QStringLiteral("cancelled") : QStringLiteral("passed"));
        QCOMPARE(desk.types(run).count(QLatin1String(event::paused)), 1);

        guest.onStep = {};
        const TaskOutcome on = desk.carry(run, Task::Kind::Migrate);
        QCOMPARE(on.error.what, QString());
        QVERIFY(on.kind == Kind::Succeeded);
        QVERIFY(!desk.state(run).paused());
        QCOMPARE(world.broken(), QStringList());
        QCOMPARE(desk.differs, QStringList());
    }

private Q_SLOTS:
    void before_anything_is_sent()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.withControl = [](RunControl &control) { control.pause = true; };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::WaitsForPerson);
        QVERIFY(desk.state(run).paused());
        QCOMPARE(world.guest().ran, QStringList());
        desk.withControl = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }

    void inside_a_chain_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : { "b-archive", "c-probe", "c-stop", "d-install", "e-copy", "g-units" })
            QTest::addRow("%s", step) << QString::fromLatin1(step);
    }
    void inside_a_chain()
    {
        QFETCH(QString, step);
        pauseAt(step, false);
        pauseAt(step, true);
    }

    void at_the_end_of_a_chain()
    {
        pauseAt(QStringLiteral("b-verify"), false);
        pauseAt(QStringLiteral("g-start"), false);
    }

    void a_pause_that_is_taken_back_by_a_rollback_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : { "a-scan", "b-archive", "c-stop", "e-copy", "g-start" })
            QTest::addRow("%s", step) << QString::fromLatin1(step);
    }
    void a_pause_that_is_taken_back_by_a_rollback()
    {
        QFETCH(QString, step);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().onStep = [&](const QString &begun) {
            if (begun == step && desk.control)
                desk.control->cancel = true;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::WaitsForPerson);
        world.guest().onStep = {};
        const TaskOutcome back = desk.carry(run, Task::Kind::RollBack);
        QCOMPARE(back.error.what, QString());
        QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
        QVERIFY(world.guest().truth.dockerRuns);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_desk_that_closes_leaves_at_once_and_loses_nothing()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        std::stop_source closing;
        desk.withControl = [&](RunControl &control) { control.stop = closing.get_token(); };
        world.guest().onStep = [&](const QString &begun) {
            if (begun == QLatin1String("e-copy"))
                closing.request_stop();
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Unknown);
        desk.withControl = {};
        world.guest().onStep = {};
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("e-copy")), 1);
        QCOMPARE(world.broken(), QStringList());
    }
};

QTEST_GUILESS_MAIN(PausesTest)
#include "tst_pauses.moc"
