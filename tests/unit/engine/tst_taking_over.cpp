#include "engine/run/adopt.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

RunParameters asked()
{
    return *makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("102") },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
        { QStringLiteral("operator"), QStringLiteral("韩梅梅") } });
}

} // namespace

/// A run goes from one desk to another: with its VM, or not at all.
class TakingOverTest : public QObject {
    Q_OBJECT

    static Result<QString> take(ScriptedWorld &world, ScriptedDesk &desk, std::stop_token stop = {})
    {
        NobodyAsked nobody;
        return adoptRun(asked(), DeskSettings(), desk.store, nobody, {}, stop, world);
    }

private Q_SLOTS:
    void a_run_that_another_desk_began()
    {
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        world.guest().next("d-install", Play::fails("no-space"));
        const QString run = first.newRun();
        QVERIFY(first.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        const auto taken = take(world, second);
        QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : describe(taken.error())));
        QCOMPARE(*taken, run);
        QCOMPARE(world.node().cards[102].holder, QStringLiteral("韩梅梅"));
        QVERIFY(second.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.broken(), QStringList());
    }

    /// Wherever it is stopped, or an answer is lost: the run is here, or its VM is not held for a run that nobody has.
    void one_that_is_stopped_on_its_way_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("stopped");
        for (const bool stopped : { true, false }) {
            for (int number = 1; number <= 4; ++number)
                QTest::addRow("call %d %s", number, stopped ? "stopped" : "lost") << number << stopped;
        }
    }
    void one_that_is_stopped_on_its_way()
    {
        QFETCH(int, number);
        QFETCH(bool, stopped);
        ScriptedWorld world;
        ScriptedDesk first(world);
        ScriptedDesk second(world);
        world.guest().next("d-install", Play::fails("no-space"));
        const QString run = first.newRun();
        first.carry(run, Task::Kind::Migrate);
        world.node().cards.clear();
        world.calls.clear();
        std::stop_source stop;
        world.fate = [&](const Call &call) {
            if (call.number != number)
                return Fate::Arrives;
            if (stopped)
                stop.request_stop();
            return stopped ? Fate::Arrives : Fate::AnswerLost;
        };
        const auto taken = take(world, second, stop.get_token());
        QVERIFY2(int(world.calls.size()) >= number, "fewer calls than thought");
        QCOMPARE(taken.has_value(), second.store.runs().contains(run));
        QCOMPARE(taken.has_value(), world.node().cards.count(102) == 1);
        if (stopped && number < 4)
            QVERIFY(!taken.has_value());
        world.fate = {};
        if (!taken)
            QVERIFY(take(world, second).has_value());
        QVERIFY(second.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
    }
};

QTEST_GUILESS_MAIN(TakingOverTest)
#include "tst_taking_over.moc"
