#include "core/base/hash.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

/// Every way in which a chain of steps can end, and what the run is afterwards.
class ChainEndsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void all_pass()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QCOMPARE(outcome.error.what, QString());
        QVERIFY(outcome.kind == Kind::Succeeded);
        QVERIFY(desk.state(run).phase() == RunState::Phase::AwaitingUser);
        QVERIFY(world.guest().truth.directRuns);
        QVERIFY(world.node().holds.empty());
        QVERIFY2(world.node().cards.empty(), "waiting for the user holds no card");
        QCOMPARE(world.broken(), QStringList());
        QCOMPARE(desk.differs, QStringList());
    }

    void all_pass_prepared_early()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun(102, { { QStringLiteral("order"), QStringLiteral("early") } });
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        const QStringList &ran = world.guest().ran;
        QVERIFY(ran.indexOf(QStringLiteral("d-install")) < ran.indexOf(QStringLiteral("c-stop")));
        QCOMPARE(world.broken(), QStringList());
    }

    void every_output_is_whole_and_in_its_place()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().chunk = 1000; // bytes in one answer
        Play talks;
        for (int line = 0; line < 400; ++line)
            talks.output += "line " + QByteArray::number(line) + '\n';
        world.guest().always("b-archive", talks);
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QMap<QString, QByteArray> outputs;
        int ended = 0;
        for (const JournalEvent &event : desk.events(run)) {
            QByteArray &output = outputs[stringAt(event.data, "job")];
            if (event.is(event::output)) {
                QCOMPARE(intAt(event.data, "offset", -1), output.size());
                output += stringAt(event.data, "text").toUtf8();
            } else if (event.is(event::end) && !stringAt(event.data, "out_sha256").isEmpty()) {
                const JobState *job = desk.state(run).job(stringAt(event.data, "job"));
                if (job->where == QLatin1String("guest"))
                    QCOMPARE(intAt(event.data, "exit", -1), 0);
                if (output.isEmpty() && intAt(event.data, "out_bytes") > 0)
                    continue; // a secret one stays in the guest
                QCOMPARE(stringAt(event.data, "out_sha256"), sha256Hex(output));
                QCOMPARE(intAt(event.data, "out_bytes"), output.size());
                ++ended;
            }
        }
        QVERIFY(ended > 20);
    }

    void a_step_ends_the_chain_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("ends");
        QTest::addColumn<QString>("state");
        const std::pair<Play::Ends, const char *> ways[]{ { Play::Ends::Failed, "failed" },
            { Play::Ends::Interrupted, "interrupted" }, { Play::Ends::TimedOut, "timed-out" },
            { Play::Ends::Died, "died" } };
        for (const char *step :
            { "b-archive", "c-stop", "c-manifest", "d-install", "e-copy", "e-place", "f-panel", "g-start" }) {
            for (const auto &[ends, state] : ways)
                QTest::addRow("%s %s", step, state)
                    << QString::fromLatin1(step) << int(ends) << QString::fromLatin1(state);
        }
    }
    void a_step_ends_the_chain()
    {
        QFETCH(QString, step);
        QFETCH(int, ends);
        QFETCH(QString, state);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        Play play = Play::ended(Play::Ends(ends));
        if (play.ends == Play::Ends::Failed)
            play.code = QStringLiteral("step-aborted");
        world.guest().next(step.toLatin1().constData(), play);
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::FailedSafe);
        QCOMPARE(outcome.error.where, step);
        QCOMPARE(outcome.error.code, play.code.isEmpty() ? state : play.code);
        const RunState after = desk.state(run);
        QVERIFY(after.latest(step)->settled());
        QCOMPARE(after.latest(step)->state, state);
        const std::vector<JournalEvent> events = desk.events(run);
        const QString job = after.latest(step)->job;
        const auto end = std::find_if(events.begin(), events.end(),
            [&](const JournalEvent &event) { return event.is(event::end) && stringAt(event.data, "job") == job; });
        QCOMPARE(intAt(end->data, "exit", -1), play.ends == Play::Ends::Failed ? 1 : -1);
        QVERIFY(after.unsettled().empty());
        QVERIFY(after.phase() == RunState::Phase::Failed);
        QCOMPARE(world.guest().ran.last(), step);

        // Nothing stays in the way: the next try comes to the end.
        const TaskOutcome again = desk.carry(run, Task::Kind::Migrate);
        QCOMPARE(again.error.code, QString());
        QVERIFY(desk.state(run).phase() == RunState::Phase::AwaitingUser);
        QCOMPARE(world.broken(), QStringList());
        QCOMPARE(desk.differs, QStringList());
    }

    void what_blocked_is_looked_at_again_once_it_is_mended_data()
    {
        QTest::addColumn<int>("task");
        QTest::newRow("by migrating") << int(Task::Kind::Migrate);
        QTest::newRow("by scanning") << int(Task::Kind::Scan);
    }
    void what_blocked_is_looked_at_again_once_it_is_mended()
    {
        QFETCH(int, task);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        Play blocks;
        blocks.facts
            = { { QStringLiteral("finding"), QStringLiteral("blocks boot-caller /etc/rc.local brings it up") } };
        world.guest().next("a-scan", blocks);
        const QString run = desk.newRun();
        const TaskOutcome first = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(first.kind == Kind::Refused);
        QCOMPARE(first.error.code, QStringLiteral("boot-caller"));
        QVERIFY(!world.guest().ran.contains(QStringLiteral("b-archive")));
        // The scripted guest has it mended: its next scan finds nothing.
        const TaskOutcome again = desk.carry(run, Task::Kind(task));
        QCOMPARE(again.error.what, QString());
        QVERIFY(again.kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("a-scan")), 2);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_warning_waits_for_its_name()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("d-install", Play::warns("not-latest"));
        const QString run = desk.newRun();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::WaitsForPerson);
        QCOMPARE(outcome.error.code, QStringLiteral("warning-open"));
        QVERIFY(!world.guest().ran.contains(QStringLiteral("e-copy")));

        // Left: a resume tries the step again, and it may be over.
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("d-install")), 2);
    }

    void a_warning_acknowledged_is_passed()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("d-install", Play::warns("not-latest"));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::WaitsForPerson);
        const QString job = desk.state(run).latest(u"d-install")->job;
        {
            const auto writer = desk.store.open(run);
            QVERIFY((*writer)->append(event::acknowledged,
                { { "job", toStd(job) }, { "code", "not-latest" }, { "by", "李雷" }, { "how", "operator" } }));
        }
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("d-install")), 1);
    }

    void a_warning_accepted_beforehand_ends_nothing()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.acknowledged = QStringList{ QStringLiteral("not-latest") };
        world.guest().next("d-install", Play::warns("not-latest"));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(desk.state(run).latest(u"d-install")->green());
    }

    void a_warning_that_needs_nobody_ends_nothing_at_its_own_step()
    {
        std::vector<Step> steps = StepCatalog::own().all();
        for (Step &step : steps) {
            if (step.id == stepOf(StepRole::InstallsOpenclaw))
                step.needsNobody << QStringLiteral("not-latest") << QStringLiteral("environment-value");
        }
        const std::pair<StepRole, const char *> warnings[]
            = { { StepRole::InstallsOpenclaw, "not-latest" }, { StepRole::CarriesEnvironment, "environment-value" } };
        for (const auto &[warns, code] : warnings) {
            ScriptedWorld world;
            world.setCatalog(*StepCatalog::of(steps));
            ScriptedDesk desk(world);
            world.guest().next(stepOf(warns).toLatin1().constData(), Play::warns(code));
            const QString run = desk.newRun();
            const bool its = warns == StepRole::InstallsOpenclaw;
            QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == (its ? Kind::Succeeded : Kind::WaitsForPerson));
            QCOMPARE(desk.state(run).latest(warns)->green(), its);
        }
    }

    void a_warning_refused_is_rolled_back()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("e-environment", Play::warns("environment-value"));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::WaitsForPerson);
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QVERIFY(world.guest().truth.dockerRuns);
        QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
        QCOMPARE(world.broken(), QStringList());
    }
};

QTEST_GUILESS_MAIN(ChainEndsTest)
#include "tst_chain_ends.moc"
