#include "core/housekeeping/leftover.h"
#include "core/params/source_changes.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "core/text/display_safe.h"
#include "engine/queue/queue.h"
#include "engine/records/runs_csv.h"
#include "engine/records/write_record.h"
#include "engine/run/adopt.h"
#include "engine/run/worker.h"
#include "unit/support/scripted/hostile_reach.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace undock;
using namespace std::chrono_literals;
using Kind = TaskOutcome::Kind;

namespace {

/// How much more memory than at the start the desk may ever need for one VM that lies.
#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 mostMemoryKib = 1024 * 1024; // with what the sanitizer keeps of freed memory
#else
constexpr qint64 mostMemoryKib = 320 * 1024;
#endif
/// What one run may leave on the desk's disk, and one task's guest may hold its worker.
constexpr qint64 mostJournal = 96 * 1024 * 1024;
constexpr auto longestTask = std::chrono::hours(36);

qint64 statusKib(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

constexpr Task::Kind everyKind[]{ Task::Kind::Scan, Task::Kind::Migrate, Task::Kind::CheckAgain, Task::Kind::Accept,
    Task::Kind::DeleteDocker, Task::Kind::DeleteImages, Task::Kind::RollBack, Task::Kind::CarryBack,
    Task::Kind::Restore, Task::Kind::ReleaseHold, Task::Kind::ListLeftovers, Task::Kind::RemoveLeftovers,
    Task::Kind::FetchEvidence, Task::Kind::RestoreConfig };

/// From when on the guest lies.
enum class From { Start, Migrated, Accepted, Deleted };

} // namespace

/// A guest says what it likes, to every question, through the link that ships. Whatever it says: the desk stands and
/// stays within its bounds, writes nowhere but into its folder, deletes nothing that was not to be deleted, and goes
/// on with every other VM. UNDOCK_HOSTILE_SECONDS: so long with ever new lies instead of a fixed set.
class HostileGuestTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_elsewhere;
    qint64 m_memoryBefore = 0;
    qint64 m_peak = 0;
    qint64 m_answers = 0, m_lied = 0, m_tasks = 0, m_sequences = 0, m_adopted = 0, m_deletions = 0;
    std::chrono::milliseconds m_longest{ 0 };
    RunState m_state; ///< of the run that was looked at last

    static QString missing(bool rule, const char *what) { return rule ? QString() : QString::fromLatin1(what) + u'\n'; }

    /// What is wrong about the desk after a task; empty: nothing.
    QString wrongWith(ScriptedDesk &desk, const QString &run)
    {
        QString wrong;
        const auto contents = desk.store.read(run);
        wrong += missing(contents && !contents->damage, "the journal is damaged");
        wrong += missing(QFileInfo(desk.store.journalPath(run)).size() < mostJournal, "the journal is without bounds");
        wrong += missing(desk.differs.isEmpty(), "the journal tells something else than was seen");
        if (contents) {
            m_state = RunState::of(contents->events);
            wrong += missing(m_state.vmid() == u"102" && m_state.run() == run, "the run became another VM's");
        }
        const qint64 peak = statusKib("VmHWM");
        m_peak = std::max(m_peak, peak - m_memoryBefore);
        wrong += missing(peak - m_memoryBefore < mostMemoryKib, "the desk's memory is without bounds");
        return wrong;
    }

    /// What is made of a run for people.
    QString wrongWithRecord(ScriptedDesk &desk, const QString &run)
    {
        QString wrong;
        const auto events = desk.events(run);
        const Record record = makeRecord(events);
        const QString markdown = toMarkdown(record);
        wrong += missing(displaySafe(markdown) == markdown, "the record holds what must not be shown");
        wrong += missing(!toHtml(record).contains(u"<script"), "the record holds a script");
        const QByteArray csv = runsCsv({ RunState::of(events) });
        for (const char *formula : { "\n=", ",=", ",\"=", ",@", ",\"@", ",\xef\xbc\x9d" })
            wrong += missing(!csv.contains(formula), "the table holds a formula");
        DeskSettings settings;
        settings.dataFolder = desk.store.dataFolder();
        writeRecordOf(events, settings);
        return wrong;
    }

    QString strayFiles(const QString &dataFolder)
    {
        QString stray;
        const QString mark = QLatin1String(escapeMark);
        QDirIterator all(dataFolder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
            QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            const QFileInfo info(path);
            if (info.fileName().contains(mark) || info.isSymLink() || displaySafe(info.fileName()) != info.fileName())
                stray += path + u'\n';
        }
        QStringList places{ QStringLiteral("/"), QStringLiteral("/tmp"), QStringLiteral("/dev/shm") };
        for (QDir above(dataFolder); above.cdUp();)
            places << above.path();
        for (const QString &place : places) {
            for (const QString &name : QDir(place).entryList(QDir::AllEntries | QDir::Hidden)) {
                if (name.startsWith(mark))
                    stray += place + u'/' + name + u'\n';
            }
        }
        for (const QString &name :
            QDir(m_elsewhere.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            stray += QStringLiteral("in the home: ") + name + u'\n';
        return stray;
    }

    /// Another desk takes the run over from what lies in the guest, and goes on with it.
    QString adoptAndGoOn(
        ScriptedWorld &world, HostileReach &reach, const ScriptedDesk &first, bool sources, bool unproven)
    {
        ScriptedDesk other(world);
        other.through = &reach;
        const auto parameters = makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("102") },
            { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
            { QStringLiteral("operator"), QStringLiteral("韩梅梅") } });
        DeskSettings settings;
        settings.dataFolder = other.store.dataFolder();
        NobodyAsked nobody;
        const auto before = ScriptedClock::passed();
        const auto run = adoptRun(*parameters, settings, other.store, nobody,
            { QStringLiteral("adopted"), sources, {}, unproven, {} }, {}, reach);
        m_longest = std::max(m_longest, ScriptedClock::passed() - before);
        QString wrong = missing(ScriptedClock::passed() - before < longestTask, "the adoption took too long");
        if (run) {
            ++m_adopted;
            // But for the line that says so, a copy that nobody accepted by name is what the first desk wrote.
            const QByteArray taken = fileBytes(other.store.journalPath(*run));
            const QByteArray copy = taken.left(taken.lastIndexOf('\n', -2) + 1);
            wrong += missing(unproven || fileBytes(first.store.journalPath(*run)).startsWith(copy),
                "a copy that nobody proved was adopted");
            const RunState state = other.state(*run);
            wrong
                += missing(state.vmid() == u"102" && state.node() == u"root@192.0.2.1", "another VM's run was adopted");
            wrong += missing(!state.userAcceptance() && !state.acceptanceGreen(), "an acceptance was adopted");
            const auto theirs = runParametersFromJson(state.params());
            wrong += missing(theirs.has_value(), "parameters of no run were adopted");
            if (theirs && !sources)
                wrong
                    += missing(sourceChanges(toFields(*parameters), toFields(*theirs)).empty(), "sources were adopted");
            for (const Task::Kind kind : { Task::Kind::DeleteDocker, Task::Kind::Migrate, Task::Kind::RollBack }) {
                const int sent = reach.deletionsSent;
                other.carry(*run, askedBySomebody(kind));
                wrong += missing(reach.deletionsSent == sent, "a deletion was sent that nobody had accepted here");
                wrong += wrongWith(other, *run);
            }
            wrong += wrongWithRecord(other, *run);
        } else {
            wrong += missing(other.store.runs().size() <= 1, "runs were left by an adoption that was refused");
        }
        return wrong + strayFiles(other.store.dataFolder());
    }

    struct Plan {
        QString name;
        Lie lie;
        From from = From::Start;
        int percent = 100; ///< of the answers that are lies
        bool strangeNode = false;
        int turns = 0; ///< random tasks; 0: each kind once, in order
        bool takeOver = false;
    };

    QString sequence(unsigned seed, const Plan &plan)
    {
        ++m_sequences;
        std::mt19937 random(seed);
        ScriptedWorld world;
        HostileReach reach(world, seed);
        ScriptedDesk desk(world);
        desk.through = &reach;
        desk.view.rollBackByItself = random() % 2;
        desk.view.nodes = { { *NodeTarget::parse(QStringLiteral("root@192.0.2.1")), {} } };
        QString run = desk.newRun();
        bool accepted = false;
        QString story = QStringLiteral("seed %1, %2:\n").arg(seed).arg(plan.name);
        const auto carry = [&](const Task &task) -> QString {
            ++m_tasks;
            const int sent = reach.deletionsSent;
            const auto before = ScriptedClock::passed();
            const TaskOutcome outcome = desk.carry(run, task);
            const auto took = ScriptedClock::passed() - before;
            m_longest = std::max(m_longest, took);
            const QString broken = wrongWith(desk, run);
            story += QStringLiteral("%1: %2 %3 %4\n")
                         .arg(taskName(task.kind), outcomeName(outcome.kind), outcome.error.code,
                             phaseName(m_state.phase()));
            if (task.kind == Task::Kind::Accept && outcome.kind == Kind::Succeeded)
                accepted = true;
            QString wrong = missing(took < longestTask, "the guest held its worker too long");
            if (reach.deletionsSent != sent) {
                m_deletions += reach.deletionsSent - sent;
                const bool asked = task.kind == Task::Kind::DeleteDocker || task.kind == Task::Kind::DeleteImages;
                wrong += missing(asked && accepted, "a deletion was sent that nobody had asked for or accepted");
                const auto conditions = m_state.deletionConditions();
                wrong
                    += missing(task.kind != Task::Kind::DeleteDocker || (conditions && boolAt(*conditions, "allowed")),
                        "a deletion was sent without its conditions");
            }
            if (task.kind == Task::Kind::RollBack)
                accepted = accepted && m_state.userAcceptance();
            wrong += reach.wrongDeletions.join(u'\n');
            return wrong + broken;
        };
        QString wrong;
        if (plan.from != From::Start)
            wrong += carry(askedBySomebody(Task::Kind::Migrate));
        if (plan.from == From::Accepted || plan.from == From::Deleted)
            wrong += carry(askedBySomebody(Task::Kind::Accept));
        if (plan.from == From::Deleted)
            wrong += carry(askedBySomebody(Task::Kind::DeleteDocker));
        if (!wrong.isEmpty())
            return story + wrong;
        if (plan.lie) {
            reach.lies[102] = [&, lie = plan.lie](Spoken &answer, std::mt19937 &inner) {
                if (int(inner() % 100) < plan.percent)
                    lie(answer, inner);
            };
        }
        if (plan.strangeNode)
            reach.strangeNodes.insert(102);
        const int turns = plan.turns ? plan.turns : int(std::size(everyKind));
        for (int turn = 0; turn < turns && wrong.isEmpty(); ++turn) {
            Task task = askedBySomebody(plan.turns ? everyKind[random() % std::size(everyKind)] : everyKind[turn]);
            if (task.kind == Task::Kind::RemoveLeftovers) {
                if (const auto listed = listedLeftovers(m_state); listed && !listed->empty())
                    task.items << listed->front().path;
                task.items << QString::fromUtf8(strangeText(random));
            }
            if (task.kind == Task::Kind::RestoreConfig && random() % 2)
                task.detail = QString::fromUtf8(strangeText(random));
            wrong += carry(task);
            if (plan.turns && m_state.phase() == RunState::Phase::RolledBack && random() % 3 == 0) {
                run = desk.newRun();
                accepted = false;
            }
        }
        if (wrong.isEmpty())
            wrong += wrongWithRecord(desk, run);
        wrong += strayFiles(desk.store.dataFolder());
        if (wrong.isEmpty() && plan.takeOver) {
            const bool sources = random() % 2, unproven = random() % 2;
            wrong += adoptAndGoOn(world, reach, desk, sources, unproven);
        }
        if (wrong.isEmpty() && plan.lie) {
            // Whatever it said: once it tells the truth, or once it is left alone, the desk can go on.
            reach.lies.clear();
            reach.strangeNodes.clear();
            wrong += carry(askedBySomebody(Task::Kind::RollBack));
        }
        m_answers += reach.answers;
        m_lied += reach.lied;
        return wrong.isEmpty() ? QString() : story + wrong;
    }

    Plan randomPlan(unsigned seed) const
    {
        std::mt19937 random(seed ^ 0x5eedu);
        Plan plan;
        plan.name = QStringLiteral("anything");
        plan.lie = tellAnything;
        plan.from = From(random() % 4);
        plan.percent = std::array{ 2, 10, 40, 100 }[random() % 4];
        plan.strangeNode = random() % 4 == 0;
        plan.turns = 8;
        plan.takeOver = random() % 2;
        return plan;
    }

    /// Three VMs that lie and two that do not, on one node of three slots, in one queue.
    QString queueOf(unsigned seed, const std::array<Lie, 3> &lies)
    {
        ++m_sequences;
        QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).exists()
                ? QStringLiteral("/dev/shm/undock-queue-XXXXXX")
                : QDir::tempPath() + QStringLiteral("/undock-queue-XXXXXX"));
        ScriptedWorld world;
        HostileReach reach(world, seed);
        NobodyAsked nobody;
        DeskSettings settings;
        settings.dataFolder = folder.path();
        settings.recordsFolder = folder.filePath(QStringLiteral("records"));
        settings.workers = 3;
        QString wrong;
        QStringList honest, liars;
        {
            Queue queue(settings, nobody, reach);
            const auto add = [&](int vmid) {
                return *queue.add(*makeRunParameters({ { QStringLiteral("vmid"), QString::number(vmid) },
                    { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
                    { QStringLiteral("operator"), QStringLiteral("李雷") } }));
            };
            for (const int vmid : { 102, 103, 104 }) {
                reach.lies[vmid] = lies[std::size_t(vmid - 102)];
                liars << add(vmid);
            }
            for (const int vmid : { 201, 202 })
                honest << add(vmid);
            QSignalSpy finished(&queue, &Queue::taskFinished);
            for (const QString &run : liars + honest)
                queue.request(run, askedBySomebody(Task::Kind::Migrate));
            // A liar may be waited for as long as the queue is open; the others come to their ends all the same.
            const auto through = [&] {
                return std::all_of(honest.begin(), honest.end(), [&](const QString &run) {
                    const auto outcome = queue.lastOutcome(run);
                    return outcome && !queue.working(run) && !worthWaitingFor(*outcome);
                });
            };
            QElapsedTimer timer;
            timer.start();
            while (!through() && timer.elapsed() < 120'000) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
                // What waits for a moment waits by this thread's time, and the node has its own.
                ScriptedClock::pass(1min);
                const std::lock_guard lock(world.lock());
                world.node().clockMs += 60'000;
            }
            for (const QString &run : honest) {
                const auto outcome = queue.lastOutcome(run);
                if (!outcome || outcome->kind != Kind::Succeeded
                    || queue.state(run).phase() != RunState::Phase::AwaitingUser) {
                    wrong += QStringLiteral("%1: %2 %3, %4\n")
                                 .arg(run, outcome ? outcome->error.code : QStringLiteral("still waits"),
                                     queue.waitingFor(run), phaseName(queue.state(run).phase()));
                }
            }
            for (const QString &run : liars)
                queue.pause(run);
        }
        for (const int vmid : { 201, 202 })
            wrong += world.guest(vmid).broken.join(u'\n');
        wrong += missing(
            world.guest(201).deletions + world.guest(202).deletions == 0, "an honest VM's Docker was deleted");
        // A program that is started anew reads them all.
        Queue again(settings, nobody, reach);
        again.load();
        wrong += missing(again.runs().size() == 5 && again.setAside().empty(), "a run could not be read again");
        wrong += strayFiles(folder.path());
        m_answers += reach.answers;
        m_lied += reach.lied;
        return wrong.isEmpty() ? QString() : QStringLiteral("seed %1:\n").arg(seed) + wrong;
    }

    bool forLong() const { return qEnvironmentVariableIntValue("UNDOCK_HOSTILE_SECONDS") > 0; }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : { "HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" })
            qputenv(name, m_elsewhere.path().toUtf8());
        QDir::setCurrent(m_elsewhere.path());
        // Twice, so that what is made once and kept is not counted.
        for (const unsigned seed : { 1u, 2u })
            QCOMPARE(sequence(seed, { QStringLiteral("the truth"), {}, From::Deleted }), QString());
        forgetPeak();
        m_memoryBefore = statusKib("VmRSS");
    }

    void cleanupTestCase()
    {
        qInfo("%lld sequences, %lld tasks, %lld adoptions, %lld deletions sent; %lld answers, of which %lld were lies; "
              "at "
              "most %lld MiB beyond the start; the longest task held its worker for %lld min",
            m_sequences, m_tasks, m_adopted, m_deletions, m_answers, m_lied, m_peak / 1024,
            qint64(m_longest.count() / 60'000));
    }

    void the_truth_is_understood()
    {
        ScriptedWorld world;
        HostileReach reach(world, 1);
        ScriptedDesk desk(world);
        desk.through = &reach;
        const QString run = desk.accepted();
        QVERIFY(desk.carry(run, Task::Kind::DeleteDocker).kind == Kind::Succeeded);
        QVERIFY(desk.state(run).phase() == RunState::Phase::Deleted);
        QCOMPARE(world.broken(), QStringList());
        QCOMPARE(reach.lied, 0);
    }

    void each_lie_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("from");
        const std::vector<NamedLie> lies = namedLies();
        for (int i = 0; i < int(lies.size()); ++i) {
            QTest::addRow("%s", lies[std::size_t(i)].name) << i << int(From::Start);
            if (i % 6 == 1 || forLong())
                QTest::addRow("%s, after the migration", lies[std::size_t(i)].name) << i << int(From::Migrated);
            if (i % 6 == 4 || forLong())
                QTest::addRow("%s, after the acceptance", lies[std::size_t(i)].name) << i << int(From::Accepted);
        }
    }
    void each_lie()
    {
        QFETCH(int, number);
        QFETCH(int, from);
        NamedLie lie = namedLies()[std::size_t(number)];
        Plan plan{ QString::fromLatin1(lie.name), lie.tell, From(from) };
        plan.takeOver = number % 2 || forLong();
        QCOMPARE(sequence(unsigned(number) + 1, plan), QString());
    }

    void each_lie_beside_honest_vms_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<NamedLie> lies = namedLies();
        for (int i = 0; i < int(lies.size()); i += forLong() ? 1 : 3)
            QTest::addRow("%s%s", lies[std::size_t(i)].name, forLong() ? "" : ", and the next two") << i;
    }
    void each_lie_beside_honest_vms()
    {
        QFETCH(int, number);
        std::array<Lie, 3> lies;
        for (std::size_t i = 0; i < lies.size(); ++i) {
            const std::vector<NamedLie> all = namedLies();
            lies[i] = all[(std::size_t(number) + (forLong() ? 0 : i)) % all.size()].tell;
        }
        QCOMPARE(queueOf(unsigned(number) + 1, lies), QString());
    }

    void changed_truths()
    {
        QElapsedTimer timer;
        timer.start();
        const qint64 most = qint64(qEnvironmentVariableIntValue("UNDOCK_HOSTILE_SECONDS")) * 1000;
        const unsigned first = unsigned(qEnvironmentVariableIntValue("UNDOCK_HOSTILE_SEED"));
        for (unsigned seed = first + 1; forLong() ? timer.elapsed() < most : seed <= first + 14; ++seed) {
            const QString wrong = seed % 12 ? sequence(seed, randomPlan(seed))
                                            : queueOf(seed, { tellAnything, tellAnything, tellAnything });
            QCOMPARE(wrong, QString());
        }
    }
};

QTEST_GUILESS_MAIN(HostileGuestTest)
#include "tst_hostile_guest.moc"
