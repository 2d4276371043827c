#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

const std::pair<Fate, const char *> fates[]{ { Fate::NotSent, "not sent" }, { Fate::LostOnTheWay, "lost on the way" },
    { Fate::AnswerLost, "answer lost" }, { Fate::LinkBreaks, "link breaks" },
    { Fate::DeskDiesBefore, "desk dies before" }, { Fate::DeskDiesAfter, "desk dies after" } };

/// Carries the task out, and again by a fresh program until it is through.
TaskOutcome untilThrough(ScriptedDesk &desk, const QString &run, Task::Kind kind, int most = 6)
{
    TaskOutcome outcome;
    for (int attempt = 0; attempt < most; ++attempt) {
        outcome = desk.carry(run, kind);
        // It died after the last word: there is nothing left to do.
        static const QStringList through{ QStringLiteral("already-rolled-back"), QStringLiteral("already-deleted") };
        if (through.contains(outcome.error.code))
            return {};
        if (!desk.died && outcome.kind == Kind::Succeeded)
            break;
    }
    return outcome;
}

} // namespace

/// Every call of a task meets every kind of loss once. Whatever happens, a fresh program comes to the same end, no
/// step's effect is made twice, and no promise is broken on the way.
class LostAnswersTest : public QObject {
    Q_OBJECT

    /// What a whole task needs, without any loss.
    template <class Prepare> std::size_t callsOf(Task::Kind kind, Prepare prepare)
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = prepare(world, desk);
        world.calls.clear();
        desk.carry(run, kind);
        return world.calls.size();
    }

    template <class Prepare, class Check> void everyLoss(Task::Kind kind, Prepare prepare, Check check)
    {
        const int calls = int(callsOf(kind, prepare));
        QVERIFY2(calls >= 5, QByteArray::number(calls).constData());
        for (const auto &[fate, name] : fates) {
            for (int number = 1; number <= calls; ++number) {
                ScriptedWorld world;
                ScriptedDesk desk(world);
                const QString run = prepare(world, desk);
                world.calls.clear();
                const Fate meets = fate;
                world.fate
                    = [number, meets](const Call &call) { return call.number == number ? meets : Fate::Arrives; };
                const TaskOutcome outcome = untilThrough(desk, run, kind);
                const QByteArray where
                    = QStringLiteral("%1 at call %2 (%3 %4): %5 %6")
                          .arg(QLatin1String(name))
                          .arg(number)
                          .arg(world.calls[std::size_t(number) - 1].verb, world.calls[std::size_t(number) - 1].about,
                              outcome.error.code, outcome.error.what)
                          .toUtf8();
                QVERIFY2(outcome.kind == Kind::Succeeded, where.constData());
                QVERIFY2(world.broken().isEmpty(), (where + ": " + world.broken().join(u';').toUtf8()).constData());
                QVERIFY2(desk.differs.isEmpty(), (where + ": " + desk.differs.join(u';').toUtf8()).constData());
                QVERIFY2(desk.state(run).unsettled().empty(), where.constData());
                QVERIFY2(check(world, desk, run), where.constData());
            }
        }
    }

private Q_SLOTS:
    void of_a_migration()
    {
        everyLoss(
            Task::Kind::Migrate, [](ScriptedWorld &, ScriptedDesk &desk) { return desk.newRun(); },
            [](ScriptedWorld &world, ScriptedDesk &desk, const QString &run) {
                const QStringList &ran = world.guest().ran;
                const bool once = ran.count(QStringLiteral("c-stop")) == 1 && ran.count(QStringLiteral("e-copy")) == 1
                    && ran.count(QStringLiteral("g-start")) == 1;
                return once && world.node().holds.empty() && world.guest().truth.directRuns
                    && desk.state(run).phase() == RunState::Phase::AwaitingUser;
            });
    }

    void of_a_rollback()
    {
        everyLoss(
            Task::Kind::RollBack,
            [](ScriptedWorld &, ScriptedDesk &desk) {
                const QString run = desk.newRun();
                desk.carry(run, Task::Kind::Migrate);
                return run;
            },
            [](ScriptedWorld &world, ScriptedDesk &desk, const QString &run) {
                const ScriptedGuest::Truth &truth = world.guest().truth;
                return truth.dockerRuns && !truth.directRuns && truth.saved == 1
                    && desk.state(run).phase() == RunState::Phase::RolledBack;
            });
    }

    void of_a_deletion()
    {
        everyLoss(
            Task::Kind::DeleteDocker, [](ScriptedWorld &, ScriptedDesk &desk) { return desk.accepted(); },
            [](ScriptedWorld &world, ScriptedDesk &desk, const QString &run) {
                const ScriptedGuest::Truth &truth = world.guest().truth;
                return !truth.containers && truth.images && truth.directRuns
                    && world.guest().ran.count(QStringLiteral("i-delete")) == 1
                    && desk.state(run).phase() == RunState::Phase::Deleted;
            });
    }

    void a_guest_that_goes_away_and_comes_back()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        int silent = 0;
        world.fate = [&](const Call &call) {
            if (call.verb == QLatin1String("follow") && silent < 12) {
                ++silent;
                return Fate::NotSent;
            }
            return Fate::Arrives;
        };
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(silent, 12);
        QVERIFY(desk.types(run).contains(QLatin1String(event::unknown)));
    }

    void a_guest_that_stays_away_ends_the_task_as_unknown()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        bool away = true;
        world.fate = [&](const Call &call) {
            return away && call.verb == QLatin1String("follow") ? Fate::NotSent : Fate::Arrives;
        };
        world.guest().next("b-archive", [] {
            Play slow;
            slow.seconds = 30;
            return slow;
        }());
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Unknown);
        QVERIFY(!desk.state(run).unsettled().empty());
        away = false;
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("b-archive")), 1);
    }

    void a_guest_that_reboots_in_any_step_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : { "b-archive", "c-policy", "c-stop", "c-manifest", "d-install", "e-copy", "e-place",
                 "g-units", "h-checks" })
            QTest::addRow("%s", step) << QString::fromLatin1(step);
    }
    void a_guest_that_reboots_in_any_step()
    {
        QFETCH(QString, step);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next(step.toLatin1().constData(), Play::ended(Play::Ends::Interrupted));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind != Kind::Succeeded);
        QVERIFY(untilThrough(desk, run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.broken(), QStringList());
    }
};

QTEST_GUILESS_MAIN(LostAnswersTest)
#include "tst_lost_answers.moc"
