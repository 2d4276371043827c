#include "engine/queue/queue.h"
#include "unit/support/in_its_thread.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <future>

using namespace undock;
using Kind = TaskOutcome::Kind;

namespace {

RunParameters parametersOf(int vmid, const QString &node = QStringLiteral("root@192.0.2.1"))
{
    return *makeRunParameters({ { QStringLiteral("vmid"), QString::number(vmid) }, { QStringLiteral("node"), node },
        { QStringLiteral("operator"), QStringLiteral("李雷") } });
}

Task of(Task::Kind kind)
{
    Task task;
    task.kind = kind;
    return task;
}

template <class R> QString codeOf(const R &result)
{
    return result ? QStringLiteral("done") : result.error().code;
}

} // namespace

/// What the queue answers, and what it takes down of what people say.
class QueueAnswersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedWorld> m_world;
    NobodyAsked m_nobody;
    Mailbox m_here;
    std::unique_ptr<Queue> m_queue;

    DeskSettings settings() const
    {
        DeskSettings desk;
        desk.dataFolder = m_folder->path();
        desk.recordsFolder = m_folder->filePath(QStringLiteral("records"));
        desk.knownHosts = m_folder->filePath(QStringLiteral("known_hosts"));
        return desk;
    }
    QString add(int vmid) { return *m_queue->add(parametersOf(vmid)); }
    ScriptedGuest &guest(int vmid) { return m_world->guest(vmid); }
    bool settle()
    {
        QSignalSpy idle(m_queue.get(), &Queue::idle);
        return idle.wait(60000) || idle.count() > 0;
    }
    void put(const QString &run, const QByteArray &journal)
    {
        QVERIFY(QDir().mkpath(m_queue->store().runFolder(run)));
        QFile file(m_queue->store().journalPath(run));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(journal);
    }

private Q_SLOTS:
    void init()
    {
        const bool memory = QDir(QStringLiteral("/dev/shm")).exists();
        m_folder = std::make_unique<QTemporaryDir>(
            (memory ? QStringLiteral("/dev/shm") : QDir::tempPath()) + QStringLiteral("/undock-queue-XXXXXX"));
        m_world = std::make_unique<ScriptedWorld>();
        m_queue = std::make_unique<Queue>(settings(), m_nobody, *m_world);
    }
    void cleanup()
    {
        m_queue.reset();
        if (m_world)
            QCOMPARE(m_world->broken(), QStringList());
        m_world.reset();
    }

    // -- the runs of the store --

    void runs_that_are_read_behind_come_in_the_queue_s_order()
    {
        QStringList runs;
        for (int vmid = 101; vmid < 171; ++vmid)
            runs << add(vmid);
        QVERIFY(m_queue->leaveOut(runs.at(40)));
        QVERIFY(m_queue->move(runs.at(69), 0));
        put(QStringLiteral("999-20260220-093000-abcd"), "no journal\n");
        const QStringList order = m_queue->runs();

        m_queue = std::make_unique<Queue>(settings(), m_nobody, *m_world);
        QStringList told;
        connect(m_queue.get(), &Queue::runAdded, this, [&](const QString &run) {
            QCOMPARE(m_queue->state(run).run(), run);
            told << run;
        });
        QSignalSpy loaded(m_queue.get(), &Queue::loaded);
        m_queue->loadBehind();
        QVERIFY(m_queue->loading());
        QCOMPARE(m_queue->runs(), QStringList());
        QVERIFY2(loaded.wait(60000), "waited for the journals to be read");
        QVERIFY(!m_queue->loading());
        QCOMPARE(told, order);
        QCOMPARE(m_queue->runs(), order);
        QCOMPARE(m_queue->leftOut(), QStringList{ runs.at(40) });
        QCOMPARE(m_queue->setAside().size(), 1);
    }

    /// A second run of a VM, or a deletion that asks fewer nodes than there are, must not slip in before the journals
    /// are read.
    void what_is_asked_while_runs_are_read_waits_for_them()
    {
        const QString run = add(101);
        const auto again = [&] {
            m_queue = std::make_unique<Queue>(settings(), m_nobody, *m_world);
            m_queue->loadBehind();
        };
        again();
        QCOMPARE(codeOf(m_queue->add(parametersOf(101))), QStringLiteral("vm-in-queue"));
        QCOMPARE(m_queue->runs(), QStringList{ run });
        again();
        QVERIFY(m_queue->request(run, of(Task::Kind::Scan)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
        again();
        QVERIFY(m_queue->leaveOut(run));
        QCOMPARE(m_queue->leftOut(), QStringList{ run });
        again(); // and goes while it reads
    }

    void what_another_program_wrote_is_read_on()
    {
        const QString run = add(101), other = add(102);
        Queue second(settings(), m_nobody, *m_world);
        second.load();
        QVERIFY(second.addNote(run, QStringLiteral("notes"), QStringLiteral("from the command line")));
        QSignalSpy told(m_queue.get(), &Queue::eventAppended);
        QVERIFY(m_queue->state(run).notes().empty());
        m_queue->readOn();
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.first().first().toString(), run);
        QCOMPARE(stringAt(m_queue->state(run).notes().back(), "text"), QStringLiteral("from the command line"));
        m_queue->readOn();
        QCOMPARE(told.count(), 1);
        // And what this one writes itself is told once.
        QVERIFY(m_queue->addNote(other, QStringLiteral("notes"), QStringLiteral("from the window")));
        QTRY_COMPARE(told.count(), 2);
        m_queue->readOn();
        QCOMPARE(told.count(), 2);
    }

    void a_run_that_another_program_left_out_goes_from_the_list()
    {
        const QString run = add(101);
        Queue second(settings(), m_nobody, *m_world);
        second.load();
        QSignalSpy removed(m_queue.get(), &Queue::runRemoved), added(m_queue.get(), &Queue::runAdded);
        QVERIFY(second.leaveOut(run));
        m_queue->readOn();
        QCOMPARE(m_queue->runs(), QStringList());
        QCOMPARE(removed.count(), 1);
        QVERIFY(second.takeBack(run));
        m_queue->readOn();
        QCOMPARE(m_queue->runs(), QStringList{ run });
        QCOMPARE(added.count(), 1);
    }

    void without_a_run_the_reading_ends_all_the_same()
    {
        QSignalSpy loaded(m_queue.get(), &Queue::loaded);
        m_queue->loadBehind();
        QVERIFY2(loaded.wait(60000), "waited for the end of the reading");
        QVERIFY(!m_queue->loading());
    }

    // -- what people say --

    void what_people_say_stands_in_the_journal_with_their_name()
    {
        const QString run = add(101);
        guest(101).next("d-install", Play::warns("not-latest"));
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::WaitsForPerson);
        const QString job = m_queue->state(run).latest(u"d-install")->job;
        QVERIFY(m_queue->addNote(run, QStringLiteral("prevention"), QStringLiteral("look earlier")));
        QVERIFY(m_queue->confirmRead(run, { { QStringLiteral("one.md"), QString(64, u'a') } }));
        QVERIFY(m_queue->acknowledge(run, job, QStringLiteral("not-latest")));

        const RunState state = RunState::of(m_queue->events(run));
        QCOMPARE(stringAt(state.notes().back(), "text"), QStringLiteral("look earlier"));
        QCOMPARE(stringAt(state.notes().back(), "section"), QStringLiteral("prevention"));
        QCOMPARE(stringAt(state.reads().back(), "by"), QStringLiteral("李雷"));
        QCOMPARE(stringAt(state.reads().back()["files"][0], "sha256"), QString(64, u'a'));
        QVERIFY(state.latest(u"d-install")->green());
        const JournalEvent word = m_queue->events(run).back();
        QCOMPARE(stringAt(word.data, "by"), QStringLiteral("李雷"));
        QCOMPARE(stringAt(word.data, "how"), QStringLiteral("operator"));
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
    }

    void of_a_run_that_is_not_here_nothing_is_known_or_taken()
    {
        const QString run = QStringLiteral("999-20260220-093000-abcd");
        const QString none = QStringLiteral("no-such-run");
        QCOMPARE(codeOf(m_queue->request(run, of(Task::Kind::Scan))), none);
        QCOMPARE(codeOf(m_queue->takeBack(run)), none);
        QCOMPARE(codeOf(m_queue->addNote(run, QStringLiteral("notes"), QStringLiteral("x"))), none);
        QCOMPARE(codeOf(m_queue->acknowledge(run, QStringLiteral("01-a-scan"), QStringLiteral("x"))), none);
        QCOMPARE(codeOf(m_queue->confirmRead(run, {})), none);
        QCOMPARE(m_queue->state(run).run(), QString());
        QVERIFY(m_queue->events(run).empty());
        QVERIFY(!m_queue->working(run));
        QVERIFY(!m_queue->lastOutcome(run) && !m_queue->waitingError(run));
        QCOMPARE(m_queue->waitingFor(run), QString());
        QVERIFY(m_queue->move(run, 0) && m_queue->leaveOut(run));
        m_queue->pause(run);
        QVERIFY(m_queue->runs().isEmpty());
        QVERIFY(!QDir(m_queue->store().runFolder(run)).exists());
    }

    void the_newer_word_takes_the_place_of_the_one_that_waits()
    {
        const QString run = add(101);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate), m_world->clock().utc().addSecs(3600)));
        QCOMPARE(m_queue->busyWorkers(), 0);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QCOMPARE(m_queue->busyWorkers(), 1);
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
        QVERIFY2(m_queue->waitingFor(run).isEmpty(), "the earlier word is not kept beside it");
    }

    // -- a run at work --

    void a_run_at_work_stays_on_the_list_and_its_node_in_use()
    {
        const QString run = add(101);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(m_queue->working(run));
        QCOMPARE(codeOf(m_queue->leaveOut(run)), QStringLiteral("run-works"));
        QCOMPARE(codeOf(m_queue->retireNode(
                     *NodeTarget::parse(u"root@192.0.2.1"), QStringLiteral("li"), QStringLiteral("sold"))),
            QStringLiteral("node-in-use"));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
        QVERIFY(m_queue->leaveOut(run));
        QVERIFY2(m_queue->leaveOut(run), "once more is no fault");
        QCOMPARE(m_queue->leftOut(), QStringList{ run });
        QVERIFY2(RunStore(m_folder->path()).open(run), "another program may have it");
    }

    void a_vm_whose_run_is_over_may_be_moved_anew()
    {
        const QString run = add(101);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QCOMPARE(codeOf(m_queue->add(parametersOf(101))), QStringLiteral("vm-in-queue"));
        QVERIFY(m_queue->request(run, of(Task::Kind::RollBack)));
        QVERIFY(settle());
        QVERIFY(m_queue->state(run).phase() == RunState::Phase::RolledBack);
        QCOMPARE(codeOf(m_queue->add(parametersOf(101))), QStringLiteral("done"));
    }

    void a_run_that_a_person_paused_is_not_tried_again_by_itself()
    {
        const QString run = add(101);
        bool paused = false;
        m_world->fate = [&](const Call &call) {
            if (call.verb != QLatin1String("start") || paused)
                return Fate::Arrives;
            paused = true;
            inItsThread(m_here, [&] { m_queue->pause(run); });
            m_world->node().awayBecause = QStringLiteral("no-route");
            return Fate::LinkBreaks;
        };
        QSignalSpy putOff(m_queue.get(), &Queue::taskPutOff);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(paused);
        QCOMPARE(putOff.count(), 0);
        QVERIFY(m_queue->lastOutcome(run)->kind != Kind::Succeeded);
    }

    void a_run_that_a_person_paused_stays_paused_when_the_queue_goes_on()
    {
        const QString run = add(101), next = add(102);
        guest(101).onStep = [&](const QString &step) {
            if (step == QLatin1String("b-archive"))
                inItsThread(m_here, [&] { m_queue->pause(run); });
        };
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::WaitsForPerson);
        QVERIFY(m_queue->state(run).paused());
        guest(101).onStep = {};
        m_queue->pauseAll();
        QVERIFY(m_queue->pausedAll());
        QVERIFY(m_queue->request(next, of(Task::Kind::Migrate)));
        QCOMPARE(m_queue->busyWorkers(), 0);
        QVERIFY(!m_queue->waitingFor(next).isEmpty());
        m_queue->resumeAll();
        QVERIFY(!m_queue->pausedAll());
        QTRY_VERIFY_WITH_TIMEOUT(m_queue->lastOutcome(next), 60000);
        QVERIFY(m_queue->lastOutcome(next)->kind == Kind::Succeeded);
        QVERIFY(m_queue->state(run).paused());
    }

    void settings_hold_from_the_moment_they_are_set()
    {
        DeskSettings desk = settings();
        desk.workers = 1;
        m_queue->setSettings(desk);
        const QStringList runs{ add(101), add(102), add(103) };
        for (const QString &run : runs)
            QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QCOMPARE(m_queue->busyWorkers(), 1);
        desk.workers = 3;
        m_queue->setSettings(desk);
        QCOMPARE(m_queue->settings().workers, 3);
        QCOMPARE(m_queue->busyWorkers(), 3);
        QVERIFY(settle());
        for (const QString &run : runs)
            QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
    }

    void a_journal_can_be_read_from_another_thread_while_it_is_written()
    {
        const QString run = add(101);
        std::vector<JournalEvent> meanwhile;
        guest(101).onStep = [&](const QString &step) {
            if (step != QLatin1String("e-copy"))
                return;
            std::function<std::vector<JournalEvent>()> read;
            inItsThread(m_here, [&] { read = m_queue->reader(run); });
            meanwhile = std::async(std::launch::async, read).get();
        };
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(!meanwhile.empty());
        QCOMPARE(RunState::of(meanwhile).latest(u"e-copy") != nullptr, true);
        const auto behind = m_queue->reader(run)();
        QVERIFY(behind.size() > meanwhile.size());
        QCOMPARE(behind.size(), m_queue->store().read(run)->events.size());
    }

    void a_run_that_another_program_works_on_is_not_begun()
    {
        const QString run = add(101);
        const auto theirs = RunStore(m_folder->path()).open(run);
        QVERIFY(theirs);
        QSignalSpy finished(m_queue.get(), &Queue::taskFinished);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QCOMPARE(finished.count(), 1);
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Refused);
        const QString code = m_queue->lastOutcome(run)->error.code;
        QVERIFY(!code.isEmpty());
        QCOMPARE(codeOf(m_queue->addNote(run, QStringLiteral("notes"), QStringLiteral("x"))), code);
        QCOMPARE(codeOf(m_queue->leaveOut(run)), code);
        QVERIFY(guest(101).ran.isEmpty());
        QVERIFY(m_queue->runs().contains(run));
    }

    // -- holds and records --

    void the_holds_of_a_node_are_those_that_were_seen_last()
    {
        QSignalSpy changed(m_queue.get(), &Queue::holdsChanged);
        Play red = Play::fails("acceptance-failed");
        red.facts = { { QStringLiteral("check"), QStringLiteral("http-gateway-direct|critical|failed|200|502") } };
        guest(101).always("h-checks", red);
        DeskSettings desk = settings();
        desk.rollBackByItself = false;
        m_queue->setSettings(desk);
        const QString run = add(101);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(changed.count() > 0);
        QCOMPARE(m_queue->holds().size(), std::size_t(1));
        const Json hold = m_queue->holds().front();
        QCOMPARE(stringAt(hold, "node"), QStringLiteral("root@192.0.2.1"));
        QCOMPARE(intAt(hold, "vmid"), 101);
        // A node by whatever name it is written is one node; another one's are kept beside it.
        m_queue->noteHolds(QStringLiteral("root@192.0.2.2"), { hold });
        QCOMPARE(m_queue->holds().size(), std::size_t(2));
        m_queue->noteHolds(QStringLiteral("root@192.0.2.1:22"), {});
        QCOMPARE(m_queue->holds().size(), std::size_t(1));
        QCOMPARE(stringAt(m_queue->holds().front(), "node"), QStringLiteral("root@192.0.2.2"));
    }

    void a_record_is_written_by_itself_and_again_when_asked()
    {
        const QString run = add(101);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        const auto first = m_queue->writeRecord(run);
        QCOMPARE(codeOf(first), QStringLiteral("done"));
        QVERIFY(QFile::remove(*first));
        QCOMPARE(m_queue->writeRecord(run).value(), *first);
        QVERIFY(QFile::exists(*first));
    }

    void a_record_that_cannot_be_written_is_told_and_fails_no_task()
    {
        QFile inTheWay(m_folder->filePath(QStringLiteral("records")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const QString run = add(101);
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
        const RunState state = RunState::of(m_queue->events(run));
        QVERIFY(!state.troubles().empty());
        const auto again = m_queue->writeRecord(run);
        QVERIFY(!again);
        QCOMPARE(stringAt(state.troubles().back(), "code"), again.error().code);
    }

    // -- what one VM's run tells the next one's --

    void what_a_source_gave_for_one_vm_is_told_to_the_next_scan()
    {
        const QString installer(64, u'1'), panel(64, u'2');
        Play installs, deploys;
        installs.facts = { { QStringLiteral("installer_sha256"), installer } };
        deploys.facts = { { QStringLiteral("panel_sha256"), panel } };
        guest(101).always("d-install", installs);
        guest(101).always("f-panel", deploys);
        const auto toldTheScan = [&](const QString &run, const char *name) {
            QString value;
            for (const JournalEvent &event : m_queue->events(run)) {
                if (event.is(event::begin) && stringAt(event.data, "step") == QLatin1String("a-scan"))
                    value = stringAt(event.data["values"], name);
            }
            return value;
        };
        const QString first = add(101);
        QVERIFY(m_queue->request(first, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        QCOMPARE(toldTheScan(first, "installer_sha256_seen"), QString());
        const QString second = add(102);
        QVERIFY(m_queue->request(second, of(Task::Kind::Scan)));
        QVERIFY(settle());
        QCOMPARE(toldTheScan(second, "installer_sha256_seen"), installer);
        QCOMPARE(toldTheScan(second, "panel_sha256_seen"), panel);
    }

    // -- what lies in the data folder --

    void what_cannot_be_read_is_set_aside_and_told()
    {
        const QString good = add(101);
        QFile journal(m_queue->store().journalPath(good));
        QVERIFY(journal.open(QIODevice::ReadOnly));
        const QByteArray bytes = journal.readAll();
        const QString broken = QStringLiteral("102-20260220-093000-abcd");
        const QString foreign = QStringLiteral("103-20260220-093000-abcd");
        put(broken, "{\"this\": \"is no journal\"}\nnor this\n");
        put(foreign, bytes);
        put(QStringLiteral("104-20260220-093000-abcd"), {});
        m_queue = std::make_unique<Queue>(settings(), m_nobody, *m_world);
        QSignalSpy added(m_queue.get(), &Queue::runAdded);
        m_queue->load();
        m_queue->load();
        QCOMPARE(m_queue->runs(), QStringList{ good });
        QCOMPARE(added.count(), 1);
        QCOMPARE(m_queue->setAside().size(), std::size_t(2));
        QMap<QString, QString> aside;
        for (const Queue::SetAside &one : m_queue->setAside())
            aside[one.run] = one.error.code;
        QCOMPARE(aside,
            (QMap<QString, QString>{
                { broken, QStringLiteral("journal-broken") }, { foreign, QStringLiteral("journal-of-another") } }));
    }

    void a_queue_of_one_vm_asks_the_nodes_of_all_before_a_deletion()
    {
        const QString run = add(102);
        const QString other = QStringLiteral("root@192.0.2.2");
        QVERIFY(m_queue->add(parametersOf(103, other)));
        const QString unreadable = QStringLiteral("104-20260220-093000-abcd");
        put(unreadable, "no journal\n");
        QVERIFY(m_queue->request(run, of(Task::Kind::Migrate)));
        QVERIFY(settle());
        m_queue = std::make_unique<Queue>(settings(), m_nobody, *m_world);
        m_queue->load(QStringLiteral("102"));
        QCOMPARE(m_queue->runs(), QStringList{ run });
        QCOMPARE(m_queue->setAside().size(), std::size_t(1)); // nobody knows which node it is of
        QVERIFY(m_queue->request(run, askedBySomebody(Task::Kind::Accept)));
        QVERIFY(settle());
        const std::size_t before = m_world->calls.size();
        QVERIFY(m_queue->request(run, of(Task::Kind::DeleteDocker)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Succeeded);
        QVERIFY(std::any_of(m_world->calls.begin() + long(before), m_world->calls.end(),
            [&](const Call &call) { return call.verb == QLatin1String("holds") && call.node == other; }));
    }

    void a_data_folder_that_takes_nothing_makes_no_run()
    {
        DeskSettings desk = settings();
        desk.dataFolder = m_folder->filePath(QStringLiteral("a-file"));
        QFile file(desk.dataFolder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Queue queue(desk, m_nobody, *m_world);
        QCOMPARE(codeOf(queue.add(parametersOf(101))), QStringLiteral("data-folder-unwritable"));
        QVERIFY(queue.runs().isEmpty());
    }

    // -- real nodes --

    void without_another_outside_it_goes_to_real_nodes()
    {
        QTcpServer server; // a port that nobody listens at
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString node = QStringLiteral("root@127.0.0.1:%1").arg(server.serverPort());
        server.close();
        DeskSettings desk = settings();
        desk.patienceSeconds = 0;
        m_queue = std::make_unique<Queue>(desk, m_nobody);
        const QString run = *m_queue->add(parametersOf(101, node));
        QVERIFY(m_queue->request(run, of(Task::Kind::Scan)));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == Kind::Unknown);
        QCOMPARE(m_queue->lastOutcome(run)->error.code, QStringLiteral("refused"));
        QVERIFY(m_queue->state(run).jobs().empty());
    }

    void a_node_with_a_way_of_its_own_is_reached_by_that()
    {
        DeskSettings desk = settings();
        desk.identity = QStringLiteral("/keys/all");
        desk.jumpHost = QStringLiteral("jump@192.0.2.9");
        const NodeTarget first = *NodeTarget::parse(u"root@192.0.2.1"), second = *NodeTarget::parse(u"root@192.0.2.2"),
                         third = *NodeTarget::parse(u"root@192.0.2.3");
        desk.logins[second.toString()] = { QStringLiteral("/keys/second"), QString() };
        desk.logins[third.toString()] = { QString(), QStringLiteral("other@192.0.2.8") };
        QCOMPARE(desk.accessTo(first).identity, QStringLiteral("/keys/all"));
        QCOMPARE(desk.accessTo(first).jumpHost, QStringLiteral("jump@192.0.2.9"));
        QCOMPARE(desk.accessTo(second).identity, QStringLiteral("/keys/second"));
        QCOMPARE(desk.accessTo(second).jumpHost, QString()); // directly
        QCOMPARE(desk.accessTo(third).identity, QStringLiteral("/keys/all"));
        QCOMPARE(desk.accessTo(third).jumpHost, QStringLiteral("other@192.0.2.8"));
        for (const NodeTarget &node : { first, second, third })
            QCOMPARE(desk.accessTo(node).knownHosts, desk.knownHosts);
    }

    // -- names --

    void each_task_and_each_outcome_has_a_name_of_its_own()
    {
        QStringList tasks, outcomes;
        for (int kind = 0; kind <= int(Task::Kind::UndoLedger); ++kind)
            tasks << taskName(Task::Kind(kind));
        for (int kind = 0; kind <= int(Kind::WaitsForPerson); ++kind)
            outcomes << outcomeName(Kind(kind));
        for (QStringList *names : { &tasks, &outcomes }) {
            const qsizetype all = names->size();
            QVERIFY(!names->contains(QString()));
            QCOMPARE(names->removeDuplicates(), 0);
            QCOMPARE(names->size(), all);
        }
    }
};

QTEST_GUILESS_MAIN(QueueAnswersTest)
#include "tst_queue_answers.moc"
