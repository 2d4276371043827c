#include "unit/support/scripted/scripted_desk.h"

#include <QTest>

#include <random>

using namespace undock;
using Kind = TaskOutcome::Kind;

/// Whatever people, links, guests and programs do in whatever order: nothing is deleted without its conditions,
/// Docker's version or the direct one can always be reached, and the journal tells where the run stands.
/// UNDOCK_SEEDS sets how many sequences are tried.
class RandomSequencesTest : public QObject {
    Q_OBJECT

    void sequence(unsigned seed)
    {
        std::mt19937 random(seed);
        const auto one = [&](int most) { return int(random() % unsigned(most)); };
        ScriptedWorld world;
        ScriptedDesk desk(world);
        desk.view.rollBackByItself = one(2) == 0;
        const bool early = one(3) == 0;
        QString run = desk.newRun(
            102, { { QStringLiteral("order"), early ? QStringLiteral("early") : QStringLiteral("procedure") } });
        QStringList told;
        int nextLoss = 1 + one(40);
        int calls = 0;
        world.fate = [&](const Call &) {
            if (++calls < nextLoss)
                return Fate::Arrives;
            calls = 0;
            nextLoss = 1 + one(60);
            const Fate fates[]{ Fate::NotSent, Fate::LostOnTheWay, Fate::AnswerLost, Fate::LinkBreaks,
                Fate::DeskDiesBefore, Fate::DeskDiesAfter };
            return fates[one(6)];
        };
        const Play::Ends ends[]{ Play::Ends::Failed, Play::Ends::Interrupted, Play::Ends::TimedOut, Play::Ends::Died };
        const std::vector<Step> &steps = world.catalog().all();
        for (int turn = 0; turn < 14; ++turn) {
            const int chance = one(20);
            if (chance < 5) {
                Play play = Play::ended(ends[one(4)]);
                if (play.ends == Play::Ends::Failed)
                    play.code = QStringLiteral("step-aborted");
                const Step &step = steps[std::size_t(one(int(steps.size())))];
                world.guest().next(step.id.toLatin1().constData(), play);
                told << step.id + QStringLiteral(" will end as ") + QString::number(int(play.ends));
            } else if (chance == 5) {
                world.guest().reboot();
                told << QStringLiteral("reboot");
            } else if (chance == 6) {
                world.node().holds[140] = { true, QStringLiteral("140-x"), QStringLiteral("failed"), {} };
                told << QStringLiteral("another VM's hold");
            } else if (chance == 7) {
                world.node().holds.erase(140);
            } else if (chance == 8 && !world.guest().truth.containers) {
                world.guest().truth.images = !world.guest().truth.directRuns;
                told << QStringLiteral("somebody deletes the images");
            } else if (chance == 9) {
                world.guest().truth.daemon = !world.guest().truth.daemon;
                told << QStringLiteral("Docker's daemon goes or comes");
            }
            const Task::Kind kinds[]{ Task::Kind::Migrate, Task::Kind::Migrate, Task::Kind::Migrate,
                Task::Kind::CheckAgain, Task::Kind::Accept, Task::Kind::Accept, Task::Kind::DeleteDocker,
                Task::Kind::DeleteDocker, Task::Kind::DeleteImages, Task::Kind::RollBack, Task::Kind::CarryBack,
                Task::Kind::Restore, Task::Kind::ReleaseHold };
            const Task::Kind kind = kinds[one(13)];
            const TaskOutcome outcome = desk.carry(run, askedBySomebody(kind));
            told << taskName(kind) + QStringLiteral(": ")
                    + (desk.died ? QStringLiteral("the desk died")
                                 : outcomeName(outcome.kind) + QLatin1Char(' ') + outcome.error.code);
            const QByteArray story = QStringLiteral("seed %1:\n%2\n%3\n%4")
                                         .arg(seed)
                                         .arg(told.join(u'\n'), world.broken().join(u'\n'), desk.differs.join(u'\n'))
                                         .toUtf8();
            QVERIFY2(world.broken().isEmpty() && desk.differs.isEmpty(), story.constData());
            const RunState state = desk.state(run);
            const ScriptedGuest::Truth &truth = world.guest().truth;
            QVERIFY2(truth.containers || state.deletionBegun() || state.dockerDeleted(), story.constData());
            if (state.phase() == RunState::Phase::RolledBack && state.latest(u"r-verify"))
                QVERIFY2(truth.dockerRuns && !truth.directRuns, story.constData());
            if (state.phase() == RunState::Phase::AwaitingUser || state.phase() == RunState::Phase::Deleted)
                QVERIFY2(truth.directRuns, story.constData());
            if (state.phase() == RunState::Phase::RolledBack && one(3) == 0)
                run = desk.newRun();
        }
        // Out of wherever that led, with the losses over: what can come back, comes back.
        world.fate = {};
        world.guest().truth.daemon = true;
        for (int attempt = 0; attempt < 12; ++attempt) {
            const TaskOutcome outcome = desk.carry(run, askedBySomebody(Task::Kind::RollBack));
            if (outcome.kind == Kind::Succeeded || outcome.error.code == QLatin1String("already-rolled-back")
                || outcome.error.code == QLatin1String("images-removed")
                || outcome.error.code == QLatin1String("images-gone"))
                break;
            told << QStringLiteral("rollback: ") + outcome.error.code;
        }
        const QByteArray story = QStringLiteral("seed %1:\n%2").arg(seed).arg(told.join(u'\n')).toUtf8();
        const ScriptedGuest::Truth &truth = world.guest().truth;
        QVERIFY2(truth.dockerRuns || truth.directRuns, story.constData());
        QVERIFY2(world.broken().isEmpty(), (story + world.broken().join(u'\n').toUtf8()).constData());
    }

private Q_SLOTS:
    void promises_hold_after_each_event()
    {
        const int seeds = qEnvironmentVariableIsSet("UNDOCK_SEEDS") ? qEnvironmentVariableIntValue("UNDOCK_SEEDS") : 60;
        for (int seed = 1; seed <= seeds; ++seed) {
            sequence(unsigned(seed));
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(RandomSequencesTest)
#include "tst_random_sequences.moc"
