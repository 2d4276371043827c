#include "engine/queue/queue.h"
#include "unit/support/in_its_thread.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

QString nodeName(int number)
{
    return QStringLiteral("root@192.0.2.%1").arg(number);
}

RunParameters parametersOf(int vmid, int node)
{
    return *makeRunParameters({ { QStringLiteral("vmid"), QString::number(vmid) },
        { QStringLiteral("node"), nodeName(node) }, { QStringLiteral("operator"), QStringLiteral("李雷") } });
}

Task migrateTask()
{
    Task task;
    task.kind = Task::Kind::Migrate;
    return task;
}

long maxRssMib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

/// The real queue with its real workers, over nodes and VMs that are plain data.
class QueueWorkTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedWorld> m_world;
    NobodyAsked m_nobody;
    Mailbox m_here;
    std::unique_ptr<Queue> m_queue;

    DeskSettings settings(int workers = 3) const
    {
        DeskSettings desk;
        desk.dataFolder = m_folder->path();
        desk.recordsFolder = m_folder->filePath(QStringLiteral("records"));
        desk.workers = workers;
        return desk;
    }
    void open(const DeskSettings &desk)
    {
        m_queue.reset();
        m_queue = std::make_unique<Queue>(desk, m_nobody, *m_world);
    }
    QString add(int vmid, int node = 1) { return *m_queue->add(parametersOf(vmid, node)); }
    /// Until the queue says that nothing more happens by itself.
    bool settle(int ms = 60000)
    {
        QSignalSpy idle(m_queue.get(), &Queue::idle);
        return idle.wait(ms) || idle.count() > 0;
    }
    ScriptedGuest &guest(int vmid, int node = 1) { return m_world->guest(vmid, nodeName(node)); }

private Q_SLOTS:
    void init()
    {
        const bool memory = QDir(QStringLiteral("/dev/shm")).exists();
        m_folder = std::make_unique<QTemporaryDir>(
            (memory ? QStringLiteral("/dev/shm") : QDir::tempPath()) + QStringLiteral("/undock-queue-XXXXXX"));
        m_world = std::make_unique<ScriptedWorld>();
        open(settings());
    }
    void cleanup()
    {
        m_queue.reset();
        QCOMPARE(m_world->broken(), QStringList());
        m_world.reset();
    }

    void three_workers_over_several_nodes()
    {
        QStringList runs;
        for (int vm = 0; vm < 9; ++vm)
            runs << add(101 + vm, 1 + vm % 3);
        for (const QString &run : runs)
            QVERIFY(m_queue->request(run, migrateTask()));
        QCOMPARE(m_queue->busyWorkers(), 3);
        QVERIFY(settle());
        for (const QString &run : runs) {
            QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
            QVERIFY(m_queue->state(run).phase() == RunState::Phase::AwaitingUser);
        }
        for (int node = 1; node <= 3; ++node)
            QVERIFY(m_world->node(nodeName(node)).mostAtOnce <= 3);
    }

    void a_node_that_is_away_is_waited_for()
    {
        const QString run = add(101);
        m_world->node(nodeName(1)).awayBecause = QStringLiteral("no-route");
        QSignalSpy putOff(m_queue.get(), &Queue::taskPutOff);
        QVERIFY(m_queue->request(run, migrateTask()));
        QTRY_VERIFY_WITH_TIMEOUT(putOff.count() == 1, 20000);
        QCOMPARE(m_queue->busyWorkers(), 0);
        QCOMPARE(m_queue->waitingError(run)->code, QStringLiteral("no-route"));
        {
            const std::lock_guard lock(m_world->lock());
            m_world->node(nodeName(1)).awayBecause.clear();
        }
        ScriptedClock::pass(std::chrono::seconds(11));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
    }

    void one_vm_first_and_the_rest_after_it()
    {
        DeskSettings desk = settings();
        desk.canary = true;
        open(desk);
        QStringList runs{ add(101), add(102), add(103) };
        m_world->guest(101, nodeName(1)).onStep = [&](const QString &) {
            if (!guest(102).ran.isEmpty() || !guest(103).ran.isEmpty())
                guest(101).broken << QStringLiteral("another VM began before the first had passed");
        };
        for (const QString &run : runs)
            QVERIFY(m_queue->request(run, migrateTask()));
        QCOMPARE(m_queue->busyWorkers(), 1);
        QVERIFY(settle());
        for (const QString &run : runs)
            QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
    }

    void a_first_vm_that_fails_keeps_the_rest_from_failing_too()
    {
        DeskSettings desk = settings();
        desk.canary = true;
        open(desk);
        guest(101).always("d-install", Play::fails("installer-unreachable"));
        const QStringList runs{ add(101), add(102) };
        for (const QString &run : runs)
            QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY(settle());
        QCOMPARE(guest(102).ran, QStringList());
        QVERIFY(!m_queue->waitingFor(runs.last()).isEmpty());
        // Left out, it keeps nobody.
        QVERIFY(m_queue->leaveOut(runs.first()));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(runs.last())->kind == Kind::Succeeded);
    }

    void a_pause_of_the_queue_stops_between_two_steps_and_goes_on()
    {
        const QString run = add(101);
        QSignalSpy putOff(m_queue.get(), &Queue::taskPutOff);
        guest(101).onStep = [&](const QString &step) {
            if (step == QLatin1String("b-archive"))
                inItsThread(m_here, [&] { m_queue->pauseAll(); });
        };
        QVERIFY(m_queue->request(run, migrateTask()));
        QTRY_VERIFY_WITH_TIMEOUT(putOff.count() == 1, 20000);
        QVERIFY(m_queue->state(run).paused());
        // The chain that was under way may end its next step before it hears of the pause; no other chain begins.
        const QString last = guest(101).ran.last();
        QVERIFY2(last == QLatin1String("b-archive") || last == QLatin1String("b-verify"), qPrintable(last));
        guest(101).onStep = {};
        m_queue->resumeAll();
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
    }

    void a_scheduled_start_waits_for_its_time()
    {
        const QString run = add(101);
        QVERIFY(m_queue->request(run, migrateTask(), m_world->clock().utc().addSecs(3600)));
        QCoreApplication::processEvents();
        QCOMPARE(m_queue->busyWorkers(), 0);
        QVERIFY(!m_queue->waitingFor(run).isEmpty());
        ScriptedClock::pass(std::chrono::hours(2));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
    }

    void a_rollback_takes_the_place_of_what_works()
    {
        const QString run = add(101);
        guest(101).onStep = [&](const QString &step) {
            if (step == QLatin1String("e-copy")) {
                Task back;
                back.kind = Task::Kind::RollBack;
                inItsThread(m_here, [this, run, back] { m_queue->request(run, back); });
            }
        };
        QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY(settle());
        QVERIFY(m_queue->state(run).phase() == RunState::Phase::RolledBack);
        QVERIFY(guest(101).truth.dockerRuns);
        QVERIFY2(!guest(101).ran.contains(QStringLiteral("g-start")), "what worked was ended, not waited for");
    }

    void a_node_that_stays_away_is_told_once()
    {
        const QString run = add(101);
        m_world->node(nodeName(1)).awayBecause = QStringLiteral("no-route");
        QSignalSpy putOff(m_queue.get(), &Queue::taskPutOff);
        QVERIFY(m_queue->request(run, migrateTask()));
        for (int attempt = 1; attempt <= 5; ++attempt) {
            QTRY_VERIFY_WITH_TIMEOUT(putOff.count() == attempt, 20000);
            {
                const std::lock_guard lock(m_world->lock());
                m_world->node(nodeName(1)).awayBecause
                    = attempt % 2 ? QStringLiteral("connect-timeout") : QStringLiteral("no-route");
            }
            ScriptedClock::pass(std::chrono::seconds(11));
        }
        m_queue->pause(run);
        QVERIFY(settle());
        QCOMPARE(m_queue->state(run).troubles().size(), std::size_t(2)); // each of the two reasons
    }

    void what_was_left_out_stays_out_and_the_order_stays()
    {
        const QString first = add(101), second = add(102), third = add(103);
        QVERIFY(m_queue->move(third, 0));
        QVERIFY(m_queue->leaveOut(second));
        QCOMPARE(m_queue->runs(), (QStringList{ third, first }));
        open(settings());
        m_queue->load();
        QCOMPARE(m_queue->runs(), (QStringList{ third, first }));
        QCOMPARE(m_queue->leftOut(), QStringList{ second });
        QCOMPARE(m_queue->request(second, migrateTask()).error().code, QStringLiteral("run-left-out"));
        // It bars no new run of its VM; but not both may stand on the list.
        QCOMPARE(m_queue->add(parametersOf(101, 1)).error().code, QStringLiteral("vm-in-queue"));
        const auto anew = m_queue->add(parametersOf(102, 1));
        QVERIFY(anew);
        QCOMPARE(m_queue->takeBack(second).error().code, QStringLiteral("vm-in-queue"));
        QVERIFY(m_queue->leaveOut(*anew));
        QVERIFY(m_queue->takeBack(second));
        QVERIFY(m_queue->runs().contains(second));
        QVERIFY(m_queue->request(second, migrateTask()));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(second)->kind == Kind::Succeeded);
    }

    void what_nobody_works_on_is_free_for_another_program()
    {
        const QString run = add(101);
        const auto another = [&](const QString &text) {
            const auto writer = RunStore(m_folder->path()).open(run);
            return writer
                && (*writer)->append(event::operatorNote, { { "section", "lessons" }, { "text", toStd(text) } });
        };
        QVERIFY2(another(QStringLiteral("before")), "a run that was only listed");
        QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
        QVERIFY2(another(QStringLiteral("behind")), "a run whose task ended");
        QSignalSpy told(m_queue.get(), &Queue::eventAppended);
        QVERIFY(m_queue->addNote(run, QStringLiteral("lessons"), QStringLiteral("mine")));
        QVERIFY(m_queue->addNote(run, QStringLiteral("lessons"), QStringLiteral("mine too")));
        QVERIFY2(another(QStringLiteral("last")), "a run that was written to");
        QTRY_COMPARE(told.count(), 3); // what the other program wrote meanwhile is told, too, and each once
        // No line was taken twice: the queue knows what a fresh reading knows.
        const auto contents = m_queue->store().read(run);
        const RunState fresh = RunState::of(contents->events);
        QCOMPARE(m_queue->state(run).jobs().size(), fresh.jobs().size());
        QCOMPARE(m_queue->state(run).phase(), fresh.phase());
        QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY2(!another(QStringLiteral("meanwhile")), "a run at work is this program's");
        QVERIFY(settle());
    }

    void an_order_that_is_not_kept_holds_here_and_is_told()
    {
        const QString first = add(101), second = add(102);
        QSignalSpy changed(m_queue.get(), &Queue::orderChanged);
        QVERIFY(m_queue->move(second, 0));
        QCOMPARE(changed.count(), 1);
        const QString order = settings().dataFolder + QStringLiteral("/queue-order");
        QVERIFY(QFile::remove(order) && QDir().mkpath(order)); // a file cannot take its place
        const Done kept = m_queue->move(first, 0);
        QCOMPARE(m_queue->runs(), (QStringList{ first, second }));
        QCOMPARE(changed.count(), 2);
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, QStringLiteral("file-not-written"));
    }

    void the_order_that_was_arranged_is_the_next_programs()
    {
        QStringList wanted;
        for (int vmid = 101; vmid <= 110; ++vmid) {
            wanted.prepend(add(vmid));
            QVERIFY(m_queue->move(wanted.first(), 0));
        }
        QVERIFY(m_queue->move(wanted.last(), 4));
        wanted.insert(4, wanted.takeLast());
        QCOMPARE(m_queue->runs(), wanted);
        open(settings());
        m_queue->load();
        QCOMPARE(m_queue->runs(), wanted);
        const QString late = add(111);
        open(settings());
        m_queue->load();
        QCOMPARE(m_queue->runs(), wanted << late);
    }

    void what_was_left_out_after_it_changed_the_vm_bars_a_new_run()
    {
        guest(101).always("d-install", Play::fails("step-aborted"));
        const QString run = add(101);
        QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY(settle());
        QVERIFY(m_queue->leaveOut(run));
        open(settings());
        m_queue->load();
        const auto anew = m_queue->add(parametersOf(101, 1));
        QCOMPARE(anew.error().code, QStringLiteral("vm-in-queue"));
        QVERIFY2(anew.error().what.contains(run), qPrintable(anew.error().what));
    }

    void a_node_that_is_gone_is_retired_by_a_word()
    {
        const QString gone = add(201, 2);
        QVERIFY(m_queue->request(gone, migrateTask()));
        const QString run = add(101);
        QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY(settle());
        QVERIFY(m_queue->request(run, askedBySomebody(Task::Kind::Accept)));
        QVERIFY(settle());
        const NodeTarget away = *NodeTarget::parse(nodeName(2));
        QCOMPARE(m_queue->retireNode(away, QStringLiteral("li"), QStringLiteral("sold")).error().code,
            QStringLiteral("node-in-use"));
        Task back;
        back.kind = Task::Kind::RollBack;
        QVERIFY(m_queue->request(gone, back));
        QVERIFY(settle());
        m_world->node(nodeName(2)).awayBecause = QStringLiteral("no-route");
        Task remove;
        remove.kind = Task::Kind::DeleteDocker;
        QVERIFY(m_queue->request(run, remove));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->error.what.contains(QLatin1String("all-nodes-asked")));
        QCOMPARE(m_queue->retireNode(away, QStringLiteral("li"), QStringLiteral(" ")).error().code,
            QStringLiteral("reason-missing"));
        QVERIFY(m_queue->retireNode(away, QStringLiteral("li"), QStringLiteral("sold")));
        QVERIFY(m_queue->request(run, remove));
        QVERIFY(settle());
        QCOMPARE(m_queue->lastOutcome(run)->error.what, QString());
        QVERIFY(m_queue->state(run).phase() == RunState::Phase::Deleted);
        QVERIFY2(QString::fromStdString(m_queue->state(run).deletionConditions()->dump())
                     .contains(QLatin1String("@nodes-asked-but-retired")),
            "the journal says which node was not asked");
        // A new run for it: it is asked again.
        QVERIFY(m_queue->add(parametersOf(202, 2)));
        QCOMPARE(m_queue->store().retiredNodes(), QStringList());
    }

    void two_hundred_runs_over_ten_nodes()
    {
        QElapsedTimer timer;
        timer.start();
        QStringList runs;
        for (int vm = 0; vm < 200; ++vm)
            runs << add(101 + vm, 1 + vm % 10);
        for (int vm = 0; vm < 200; vm += 7)
            guest(101 + vm, 1 + vm % 10).next("c-manifest", Play::fails("disk-full"));
        for (const QString &run : runs)
            QVERIFY(m_queue->request(run, migrateTask()));
        QVERIFY(settle(1200000));
        int failed = 0;
        for (const QString &run : runs) {
            const bool good = m_queue->lastOutcome(run)->kind == Kind::Succeeded;
            failed += !good;
            QVERIFY(good || m_queue->state(run).phase() == RunState::Phase::Failed);
        }
        QCOMPARE(failed, 29);
        qInfo("200 runs over 10 nodes: %.1f s, %ld MiB at most", double(timer.elapsed()) / 1000, maxRssMib());
    }
};

QTEST_GUILESS_MAIN(QueueWorkTest)
#include "tst_queue_work.moc"
