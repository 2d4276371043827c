#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

using namespace undock;
using Kind = TaskOutcome::Kind;

/// Nothing is deleted without its conditions, asked at that moment; and a deletion that is cut is finished, once.
class DeletionCutTest : public QObject {
    Q_OBJECT

    static QStringList unmet(const ScriptedDesk &desk, const QString &run)
    {
        QStringList ids;
        const auto conditions = desk.state(run).deletionConditions();
        if (!conditions)
            return ids;
        for (const Json &one : (*conditions)["conditions"]) {
            if (!boolAt(one, "met"))
                ids << stringAt(one, "id");
        }
        return ids;
    }

    static QueueNode otherNode() { return { *NodeTarget::parse(QStringLiteral("root@192.0.2.2")), {} }; }

private Q_SLOTS:
    void all_conditions_met()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        const TaskOutcome outcome = desk.carry(run, Task::Kind::DeleteDocker);
        QCOMPARE(outcome.error.what, QString());
        QCOMPARE(world.guest().deletions, 1);
        QVERIFY(!world.guest().truth.containers);
        QVERIFY(world.guest().truth.images);
        QVERIFY(desk.state(run).phase() == RunState::Phase::Deleted);
        QCOMPARE(desk.carry(run, Task::Kind::DeleteDocker).error.code, QStringLiteral("already-deleted"));
        QCOMPARE(world.guest().deletions, 1);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_mark_that_its_own_acceptance_left_is_settled_by_it()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.node().holds[102] = { false, run, QStringLiteral("under way"), {} };
        const TaskOutcome outcome = desk.carry(run, Task::Kind::DeleteDocker);
        QCOMPARE(outcome.error.what, QString());
        QCOMPARE(world.guest().deletions, 1);
    }

    void a_mark_of_another_vm_is_told_before_this_one_is_checked_again()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.node().holds[205]
            = { false, QStringLiteral("205-20260220-093000-abcd"), QStringLiteral("under way"), {} };
        const qsizetype checks = world.guest().ran.count(QStringLiteral("h-checks"));
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Refused);
        QCOMPARE(unmet(desk, run), QStringList{ QStringLiteral("no-hold-anywhere") });
        QCOMPARE(world.guest().ran.count(QStringLiteral("h-checks")), checks);
        QCOMPARE(world.guest().deletions, 0);
    }

    void the_users_word_is_copied_into_the_vm()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.newRun();
        QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        const auto notes = [&world] {
            return std::count_if(world.calls.begin(), world.calls.end(),
                [](const Call &call) { return call.verb == QLatin1String("note"); });
        };
        const auto before = notes();
        QVERIFY(desk.carry(run, askedBySomebody(Task::Kind::Accept)).kind == Kind::Succeeded);
        QCOMPARE(notes(), before + 1);
    }

    void one_condition_missing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("condition");
        QTest::newRow("the user did not accept") << QStringLiteral("user") << QStringLiteral("user-accepted");
        QTest::newRow("a hold on this node") << QStringLiteral("hold") << QStringLiteral("no-hold-anywhere");
        QTest::newRow("a hold on another node")
            << QStringLiteral("hold elsewhere") << QStringLiteral("no-hold-anywhere");
        QTest::newRow("another node does not answer") << QStringLiteral("away") << QStringLiteral("all-nodes-asked");
        QTest::newRow("the versions changed")
            << QStringLiteral("versions") << QStringLiteral("accepted-versions-current");
        QTest::newRow("the backup was not verified") << QStringLiteral("backup") << QStringLiteral("backup-verified");
    }
    void one_condition_missing()
    {
        QFETCH(QString, what);
        QFETCH(QString, condition);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        QString run;
        if (what == QLatin1String("user")) {
            run = desk.newRun();
            QVERIFY(desk.carry(run, Task::Kind::Migrate).kind == Kind::Succeeded);
        } else {
            if (what == QLatin1String("backup")) {
                Play play;
                play.facts = { { QStringLiteral("verified"), QStringLiteral("no") } };
                world.guest().next("b-verify", play);
            }
            run = desk.accepted();
        }
        const QString other = QStringLiteral("root@192.0.2.2");
        if (what == QLatin1String("hold"))
            world.node().holds[140] = { true, QStringLiteral("140-x"), QStringLiteral("failed"), {} };
        if (what == QLatin1String("hold elsewhere"))
            world.node(other).holds[240] = { false, QStringLiteral("240-x"), QStringLiteral("under way"), {} };
        if (what == QLatin1String("away"))
            world.node(other).awayBecause = QStringLiteral("no-route");
        if (what == QLatin1String("versions")) {
            Play play;
            play.facts = { { QStringLiteral("found_openclaw"), QStringLiteral("2026.9.6") } };
            world.guest().always("h-checks", play);
        }
        desk.view.nodes = { otherNode() };
        const TaskOutcome outcome = desk.carry(run, Task::Kind::DeleteDocker);
        QVERIFY(outcome.kind == Kind::Refused);
        QCOMPARE(outcome.error.code, QStringLiteral("condition-unmet"));
        QVERIFY2(outcome.error.what.contains(condition), qPrintable(outcome.error.what));
        QVERIFY(unmet(desk, run).contains(condition));
        QCOMPARE(world.guest().deletions, 0);
        QVERIFY(world.guest().truth.containers);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_hold_that_is_placed_at_the_last_moment_wins_data()
    {
        QTest::addColumn<QString>("at");
        QTest::newRow("while the layers are saved") << QStringLiteral("i-save");
        QTest::newRow("while the checks run") << QStringLiteral("h-checks");
    }
    void a_hold_that_is_placed_at_the_last_moment_wins()
    {
        QFETCH(QString, at);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.guest().onStep = [&](const QString &step) {
            if (step == at)
                world.node().holds[140] = { true, QStringLiteral("140-x"), QStringLiteral("failed"), {} };
        };
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Refused);
        QCOMPARE(world.guest().deletions, 0);
        QVERIFY(world.guest().truth.containers);
        // It ends: the deletion may be asked for again.
        world.guest().onStep = {};
        world.node().holds.erase(140);
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        QCOMPARE(world.broken(), QStringList());
    }

    void a_vm_that_is_taken_over_at_the_last_moment_is_not_deleted()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.guest().onStep = [&](const QString &step) {
            if (step == QLatin1String("i-save"))
                world.takeOver(102, QStringLiteral("102-of-another"));
        };
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind != Kind::Succeeded);
        QCOMPARE(world.guest().deletions, 0);
        QVERIFY(world.guest().truth.containers);
    }

    void a_red_acceptance_before_it_keeps_docker()
    {
        for (const char *verdict : { "failed", "unknown" }) {
            ScriptedWorld world;
            ScriptedDesk desk(world);
            const QString run = desk.accepted();
            Play red = Play::fails(*verdict == 'f' ? "acceptance-failed" : "acceptance-unknown");
            red.facts = { { QStringLiteral("check"),
                QStringLiteral("http-gateway-direct|critical|%1|200|502").arg(QLatin1String(verdict)) } };
            world.guest().next("h-checks", red);
            QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind != Kind::Succeeded);
            QCOMPARE(world.guest().deletions, 0);
            QCOMPARE(world.node().holds.size(), std::size_t(1));
            QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Refused || *verdict == 'u');
            QCOMPARE(world.broken(), QStringList());
        }
    }

    void a_deletion_that_fails_half_way_is_told_and_goes_on()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.guest().next("i-delete", Play::ended(Play::Ends::Died));
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::FailedSafe);
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        QVERIFY(desk.state(run).phase() == RunState::Phase::Deleted);
        QVERIFY(world.guest().truth.directRuns);
    }

    void a_rollback_never_cuts_a_deletion()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        world.fate = [](const Call &call) {
            return call.verb == QLatin1String("start") && call.about == QLatin1String("i-delete") ? Fate::DeskDiesAfter
                                                                                                  : Fate::Arrives;
        };
        Play slow;
        slow.seconds = 120;
        world.guest().next("i-delete", slow);
        desk.carry(run, Task::Kind::DeleteDocker);
        QVERIFY(desk.died);
        world.fate = {};
        QVERIFY(desk.carry(run, Task::Kind::RollBack).kind == Kind::Succeeded);
        QCOMPARE(world.guest().ran.count(QStringLiteral("i-delete")), 1);
        QVERIFY(desk.state(run).latest(u"i-delete")->state == QLatin1String("passed"));
        QVERIFY(world.guest().truth.dockerRuns);
        QCOMPARE(world.broken(), QStringList());
    }

    void images_go_only_after_all_of_it()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        const QString run = desk.accepted();
        QCOMPARE(desk.carry(run, Task::Kind::DeleteImages).error.code, QStringLiteral("not-deleted-yet"));
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        QVERIFY(desk.carry(run, Task::Kind::DeleteImages).kind == Kind::Succeeded);
        QVERIFY(desk.state(run).phase() == RunState::Phase::Deleted);
        QCOMPARE(world.broken(), QStringList());
    }
};

QTEST_GUILESS_MAIN(DeletionCutTest)
#include "tst_deletion_cut.moc"
