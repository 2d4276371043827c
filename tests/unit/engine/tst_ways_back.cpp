#include "core/plan/plan.h"
#include "core/text/phrase.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

/// Out of every step back to Docker's version; and nothing is stopped before its successor is proved startable.
class WaysBackTest : public QObject {
    Q_OBJECT

    QString deleted(ScriptedDesk &desk)
    {
        const QString run = desk.accepted();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::DeleteDocker);
        if (outcome.kind != Kind::Succeeded)
            qWarning("%s", qUtf8Printable(describe(outcome.error)));
        return run;
    }

    static void everyStep()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("step");
        for (const Order order : { Order::Procedure, Order::Early }) {
            const QString name = order == Order::Early ? QStringLiteral("early") : QStringLiteral("procedure");
            for (const PlannedChain &chain : migrationPlan(order)) {
                for (const QString &step : chain.steps) {
                    if (step != QLatin1String(nodeScanStep))
                        QTest::addRow("%s %s", qPrintable(name), qPrintable(step)) << name << step;
                }
            }
        }
    }

    /// Whether the proof that Docker's version can start was told that the data comes from the backup.
    static bool readyWasTold(const ScriptedDesk &desk, const QString &run)
    {
        const std::vector<JournalEvent> events = desk.events(run);
        return std::any_of(events.begin(), events.end(), [](const JournalEvent &event) {
            return event.is(event::begin) && stringAt(event.data, "step") == QLatin1String("r-ready")
                && stringAt(event.data["values"], "restore") == QLatin1String("yes");
        });
    }

private Q_SLOTS:
    void out_of_every_step_data() { everyStep(); }
    void out_of_every_step()
    {
        QFETCH(QString, order);
        QFETCH(QString, step);
        for (const Play::Ends ends : { Play::Ends::Failed, Play::Ends::Died }) {
            ScriptedWorld world;
            ScriptedDesk desk(world);
            Play play = Play::ended(ends);
            play.code = QStringLiteral("step-aborted");
            world.guest().next(step.toLatin1().constData(), play);
            const QString run = desk.newRun(102, { { QStringLiteral("order"), order } });
            Task task;
            task.kind = Task::Kind::Migrate;
            task.attended = true;
            QVERIFY(desk.carry(run, task).kind != Kind::Succeeded);

            const TaskOutcome back = desk.carry(run, Task::Kind::RollBack);
            QCOMPARE(back.error.what, QString());
            QVERIFY(back.kind == Kind::Succeeded);
            QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
            QVERIFY(world.guest().truth.dockerRuns);
            QVERIFY(!world.guest().truth.directRuns);
            QVERIFY(world.node().cards.empty());
            QCOMPARE(world.broken(), QStringList());
            QCOMPARE(desk.differs, QStringList());
        }
    }

    void what_changed_nothing_asks_the_vm_nothing()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().next("b-archive", Play::fails("step-aborted"));
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind != Kind::Succeeded);
        world.guest().ran.clear();
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran, QStringList());
        QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
    }

    void a_copy_made_beforehand_is_taken_away()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString copies = stepOf(StepRole::CopiesEarly);
        world.guest().next(copies.toLatin1().constData(), Play::ended(Play::Ends::Died));
        const QString run = desk.newRun(102, { { QStringLiteral("order"), QStringLiteral("early") } });
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind != Kind::Succeeded);
        QVERIFY(!desk.state(run).latest(StepRole::NotesPolicies));
        world.guest().ran.clear();
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran, rollbackSteps());
    }

    void with_what_users_wrote_carried_back()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.guest().truth.written = 7;
        QCOMPARE(desk.carry(run, Task::Kind::CarryBack).error.code, QStringLiteral("not-rolled-back"));
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QCOMPARE(world.guest().truth.saved, 7);
        QVERIFY(desk.carry(run, Task::Kind::CarryBack).kind == Kind::Succeeded);
        QCOMPARE(world.guest().truth.carried, 7);
        QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
        QCOMPARE(world.broken(), QStringList());
    }

    void how_long_users_waited_on_the_way_back_is_kept()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        Play told;
        told.facts = { { QStringLiteral("outage_gateway_from_ms"), QStringLiteral("1771550000000") },
            { QStringLiteral("outage_gateway_to_ms"), QStringLiteral("1771550042000") } };
        world.guest().always("r-outage", told);
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(desk.state(run).outages().empty());
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QVERIFY(!readyWasTold(desk, run));
        const std::vector<Json> outages = desk.state(run).outages();
        QCOMPARE(outages.size(), 1u);
        QCOMPARE(intAt(outages.front(), "to_ms") - intAt(outages.front(), "from_ms"), 42000);
    }

    void a_pause_of_before_does_not_stop_the_way_back()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        Play slow;
        slow.seconds = 60;
        world.guest().always("r-direct-stop", slow);
        desk.withControl = [](RunControl &control) { control.pause = true; };
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QVERIFY(world.guest().truth.dockerRuns);
        QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
    }

    void with_the_data_from_the_backup()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        QCOMPARE(desk.carry(run, Task::Kind::Restore).error.code, QStringLiteral("no-verified-backup"));
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY(desk.carry(run, Task::Kind::Restore).kind == Kind::Succeeded);
        QVERIFY(world.guest().truth.dockerRuns);
        QCOMPARE(world.guest().truth.saved, 1);
        QVERIFY(desk.state(run).phase() == RunState::Phase::RolledBack);
        QVERIFY2(readyWasTold(desk, run), "the proof looks for room for the archives only then");
        QCOMPARE(world.broken(), QStringList());
    }

    void after_the_containers_were_deleted()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = deleted(desk);
        QVERIFY(!world.guest().truth.containers);
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QVERIFY(world.guest().truth.dockerRuns);
        QCOMPARE(world.broken(), QStringList());
    }

    void after_the_images_were_deleted_nothing_is_stopped_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("rollback") << int(Task::Kind::RollBack);
        QTest::newRow("restore") << int(Task::Kind::Restore);
    }
    void after_the_images_were_deleted_nothing_is_stopped()
    {
        QFETCH(int, kind);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = deleted(desk);
        QVERIFY(desk.carry(run, Task::Kind::DeleteImages).kind == Kind::Succeeded);
        QVERIFY(!world.guest().truth.images);
        world.guest().ran.clear();
        const TaskOutcome outcome = desk.carry(run, Task::Kind(kind));
        QVERIFY(outcome.kind == Kind::Refused);
        QCOMPARE(outcome.error.code, QStringLiteral("images-removed"));
        QVERIFY(outcome.error.what.contains(QLatin1String("images")));
        QCOMPARE(world.guest().ran, QStringList());
        QVERIFY(world.guest().truth.directRuns);
        QVERIFY(desk.state(run).phase() == RunState::Phase::Deleted);
        QCOMPARE(world.broken(), QStringList());
    }

    void images_that_somebody_else_deleted_keep_the_direct_version_running()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = deleted(desk);
        world.guest().truth.images = false;
        for (const Task::Kind kind : { Task::Kind::RollBack, Task::Kind::Restore }) {
            const TaskOutcome outcome = desk.carry(run, kind);
            QVERIFY(outcome.kind == Kind::FailedSafe);
            QCOMPARE(outcome.error.code, QStringLiteral("images-gone"));
            QCOMPARE(outcome.error.where, QStringLiteral("r-ready"));
            QVERIFY(world.guest().truth.directRuns);
            QVERIFY2(desk.state(run).phase() == RunState::Phase::Deleted, "looking does not change where the run is");
        }
        QVERIFY(!world.guest().ran.contains(QStringLiteral("r-direct-stop")));
    }

    void what_only_the_guest_knows_is_asked_before_the_gate_has_its_last_word()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = deleted(desk);
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("start") && call.about == QLatin1String("i-images") ? Fate::DeskDiesAfter
                                                                                                  : Fate::Arrives;
        };
        desk.carry(run, Task::Kind::DeleteImages);
        QVERIFY(desk.died);
        world.fate = {};
        const TaskOutcome outcome = desk.carry(run, Task::Kind::RollBack);
        QCOMPARE(outcome.error.code, QStringLiteral("images-removed"));
        QVERIFY(!world.guest().ran.contains(QStringLiteral("r-ready")));
        QVERIFY(world.guest().truth.directRuns);
    }

    void what_is_refused_ends_nothing_that_is_at_work()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = deleted(desk);
        QVERIFY(desk.carry(run, Task::Kind::DeleteImages).kind == Kind::Succeeded);
        Play slow;
        slow.seconds = 300;
        world.guest().next("k-list", slow);
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("start") && call.about == QLatin1String("k-list") ? Fate::DeskDiesAfter
                                                                                                : Fate::Arrives;
        };
        desk.carry(run, Task::Kind::ListLeftovers);
        QVERIFY(desk.died);
        world.fate = {};
        QCOMPARE(desk.carry(run, Task::Kind::RollBack).error.code, QStringLiteral("images-removed"));
        QVERIFY2(!desk.state(run).latest(u"k-list")->settled(), "it was neither ended nor waited for");
        QVERIFY(desk.carry(run, Task::Kind::ListLeftovers).kind == Kind::Succeeded);
    }

    void a_daemon_that_is_down_is_started_before_anything_is_stopped()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.guest().truth.daemon = false;
        world.guest().ran.clear();
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        const QStringList &ran = world.guest().ran;
        QVERIFY(ran.indexOf(QStringLiteral("r-daemon")) < ran.indexOf(QStringLiteral("r-direct-stop")));
        QCOMPARE(ran.count(QStringLiteral("r-ready")), 2);
        QVERIFY(world.guest().truth.dockerRuns);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_daemon_that_cannot_be_started_keeps_the_direct_version_running()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.guest().truth.daemon = false;
        world.guest().always("r-daemon", Play::fails("docker-unreachable"));
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::FailedSafe);
        QVERIFY(world.guest().truth.directRuns);
        QVERIFY(!world.guest().ran.contains(QStringLiteral("r-direct-stop")));
    }

    void a_rollback_that_fails_half_way_is_finished_by_the_next_data()
    {
        QTest::addColumn<QString>("step");
        for (const QString &step : rollbackSteps())
            QTest::addRow("%s", qPrintable(step)) << step;
    }
    void a_rollback_that_fails_half_way_is_finished_by_the_next()
    {
        QFETCH(QString, step);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        world.guest().next(step.toLatin1().constData(), Play::fails("step-aborted"));
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::FailedSafe);
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind != Kind::Succeeded || step == QLatin1String("r-ready"));
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QVERIFY(world.guest().truth.dockerRuns);
        QCOMPARE(world.guest().truth.saved, 1);
        QCOMPARE(world.broken(), QStringList());
    }

    void what_is_rolled_back_is_not_rolled_back_again()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        desk.carry(run, Task::Kind::Migrate);
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QCOMPARE(desk.carry(run, Task::Kind::RollBack).error.code, QStringLiteral("already-rolled-back"));
        QCOMPARE(desk.carry(run, Task::Kind::Migrate).error.code, QStringLiteral("run-finished"));
    }

    void an_earlier_configuration_is_put_back_by_the_guests_own_list()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        Play listed;
        listed.facts = { { QStringLiteral("config"),
            QStringLiteral("openclaw.json.bak.20260220093000 812 1771550000 ") + QString(64, QLatin1Char('a')) } };
        world.guest().always("r-config-list", listed);
        Task put;
        put.kind = Task::Kind::RestoreConfig;
        put.detail = QStringLiteral("openclaw.json.bak.20260220093000");
        const QString early = desk.newRun();
        QCOMPARE(desk.carry(early, put).error.code, QStringLiteral("not-direct"));
        {
            const auto writer = desk.store.open(early);
            QVERIFY((*writer)->append(event::finished, { { "outcome", "rolled-back" }, { "detail", "" } }));
        }
        const QString run = desk.accepted();
        // What is no name, or none that the VM has, voids no acceptance.
        Task wrong = put;
        wrong.detail = QStringLiteral("/root/.openclaw/openclaw.json.bak.20260220093000");
        QVERIFY(desk.carry(run, wrong).kind == Kind::BadInput);
        wrong.detail = QStringLiteral("openclaw.json.bak.20200101000000");
        const TaskOutcome none = desk.carry(run, wrong);
        QCOMPARE(none.error.code, QStringLiteral("no-such-backup"));
        QVERIFY2(none.error.what.contains(put.detail), "it says which there are");
        QVERIFY(!world.guest().ran.contains(QStringLiteral("r-config")));
        QVERIFY(desk.state(run).userAcceptance());
        QVERIFY(desk.state(run).phase() == RunState::Phase::Accepted);
        // Without a name the list is only asked for.
        wrong.detail.clear();
        QVERIFY(desk.carry(run, wrong).kind == Kind::Succeeded);
        QVERIFY(desk.state(run).userAcceptance());

        QVERIFY(desk.carry(run, put).kind == Kind::Succeeded);
        QVERIFY(world.guest().ran.contains(QStringLiteral("r-config")));
        QVERIFY2(!desk.state(run).userAcceptance(), "something else runs now than was accepted");
        const std::vector<JournalEvent> events = desk.events(run);
        const auto told = [&events](const char *kind, const char *field, const QString &value) {
            return std::any_of(events.begin(), events.end(),
                [&](const JournalEvent &event) { return event.is(kind) && stringAt(event.data, field) == value; });
        };
        QVERIFY2(told(event::finished, "detail", put.detail), "the record says which was put back");
        QVERIFY(told(event::acceptanceVoid, "why", QStringLiteral("the configuration was put back")));
        QVERIFY(world.guest().truth.directRuns);
    }

    void a_deletion_under_way_is_waited_for_and_never_cut_short()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        std::stop_source closing;
        desk.withControl = [&](RunControl &control) { control.stop = closing.get_token(); };
        world.guest().onStep = [&](const QString &begun) {
            if (begun == QLatin1String("i-delete"))
                closing.request_stop();
        };
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Unknown);
        desk.withControl = {};
        world.guest().onStep = {};
        const std::size_t before = world.calls.size();
        desk.carry(run, Task::Kind::RollBack);
        QVERIFY(world.calls.size() > before);
        for (std::size_t at = before; at < world.calls.size(); ++at)
            QVERIFY(world.calls[at].verb != QLatin1String("cancel"));
        QCOMPARE(world.broken(), QStringList());
    }

    void a_plan_that_would_pass_a_closed_gate_is_refused()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        world.guest().next("d-install", Play::fails("step-aborted"));
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        {
            // A journal whose newest scan blocks, although the run has gone beyond it.
            const auto writer = desk.store.open(run);
            QVERIFY((*writer)->append(event::begin,
                { { "job", "90-a-scan" }, { "step", "a-scan" }, { "stage", "A" }, { "where", "guest" },
                    { "effect", "reads" }, { "way_back", "" }, { "values", Json::object() }, { "chain", "90" } }));
            QVERIFY((*writer)->append(event::end,
                { { "job", "90-a-scan" }, { "verdict", "passed" }, { "state", "passed" },
                    { "facts", Json::array({ Json::array({ "finding", "blocks disk-short 3 GB missing" }) }) } }));
        }
        world.guest().ran.clear();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::Migrate);
        QVERIFY(outcome.kind == Kind::Refused);
        QCOMPARE(outcome.error.code, QStringLiteral("finding-blocks"));
        QVERIFY2(inEnglish(outcome.error.what).contains(QLatin1String("3 GB missing")), qPrintable(outcome.error.what));
        QCOMPARE(world.guest().ran, QStringList());
    }

    void what_failed_comes_first_again()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        world.guest().next("d-install", Play::fails("step-aborted"));
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::FailedSafe);
        {
            // A journal in which the manifest was never made.
            const auto writer = desk.store.open(run);
            QVERIFY((*writer)->append(event::begin,
                { { "job", "90-c-manifest" }, { "step", "c-manifest" }, { "stage", "C" }, { "where", "guest" },
                    { "effect", "adds" }, { "way_back", "" }, { "values", Json::object() }, { "chain", "90" } }));
            QVERIFY((*writer)->append(event::end,
                { { "job", "90-c-manifest" }, { "verdict", "failed" }, { "state", "failed" },
                    { "failure", { { "code", "disk-full" }, { "text", "told by the test" } } } }));
        }
        world.guest().ran.clear();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        QVERIFY2(world.guest().ran.first() == QLatin1String("c-manifest"), "what failed comes first again");
    }
};

QTEST_GUILESS_MAIN(WaysBackTest)
#include "tst_ways_back.moc"
