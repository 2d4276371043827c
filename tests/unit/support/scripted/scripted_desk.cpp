#include "unit/support/scripted/scripted_desk.h"

#include <QDir>

using namespace undock;

namespace {

/// A folder in memory where there is one: each journal line is on disk before the next thing is sent.
QString folderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + QStringLiteral("/undock-desk-XXXXXX");
}

QString told(const RunState &state)
{
    QStringList lines{ phaseName(state.phase()), state.outcome(), QString::number(state.cutoverDone()),
        QString::number(state.dockerDeleted()), QString::number(state.acceptanceGreen()),
        QString::number(state.userAcceptance().has_value()), QString::number(state.paused()) };
    for (const JobState &job : state.jobs())
        lines << job.job + QLatin1Char(' ') + job.state + QLatin1Char(' ') + verdictName(job.verdict);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ScriptedDesk::ScriptedDesk(ScriptedWorld &world)
    : store(QString())
    , m_folder(folderTemplate())
    , m_world(world)
{
    store = RunStore(m_folder.path());
}

QString ScriptedDesk::newRun(int vmid, const QMap<QString, QString> &more)
{
    QMap<QString, QString> fields{ { QStringLiteral("vmid"), QString::number(vmid) },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
        { QStringLiteral("operator"), QStringLiteral("李雷") } };
    fields.insert(more);
    const auto parameters = makeRunParameters(fields);
    if (!parameters)
        qFatal("%s", qUtf8Printable(describe(parameters.error().front())));
    auto writer = store.create(*parameters, QStringLiteral("test"));
    if (!writer)
        qFatal("%s", qUtf8Printable(describe(writer.error())));
    return RunState::of((*writer)->events()).run();
}

TaskOutcome ScriptedDesk::carry(const QString &run, const Task &task)
{
    NobodyAsked nobody;
    RunControl mine;
    control = &mine;
    died = false;
    if (withControl)
        withControl(mine);
    TaskOutcome outcome{ TaskOutcome::Kind::Unknown, {} };
    QString seen;
    {
        const auto writer = store.open(run);
        if (!writer) {
            control = nullptr;
            return { TaskOutcome::Kind::Refused, writer.error() };
        }
        RunState live = RunState::of((*writer)->events());
        (*writer)->setObserver([&](const JournalEvent &event) { live.apply(event); });
        const WorkOrder order{ **writer, m_world.catalog(), task, {}, view, acknowledged, QStringLiteral("test"),
            ledger, takeOver, {} };
        try {
            outcome = carryOut(order, through ? *through : m_world, nobody, mine, {});
        } catch (const DeskDied &) {
            died = true;
        }
        (*writer)->setObserver({});
        seen = told(live);
    }
    control = nullptr;
    if (const QString onDisk = told(state(run)); onDisk != seen)
        differs << onDisk + QStringLiteral("\n--- seen:\n") + seen;
    return outcome;
}

Task askedBySomebody(Task::Kind kind)
{
    Task task;
    task.kind = kind;
    task.by = QStringLiteral("韩梅梅");
    task.tried = QStringLiteral("发消息, 看历史");
    task.note = QStringLiteral("a reason");
    return task;
}

QString ScriptedDesk::accepted(int vmid)
{
    const QString run = newRun(vmid);
    carry(run, Task::Kind::Migrate);
    carry(run, askedBySomebody(Task::Kind::Accept));
    return run;
}

RunState ScriptedDesk::state(const QString &run) const
{
    return RunState::of(events(run));
}

std::vector<JournalEvent> ScriptedDesk::events(const QString &run) const
{
    const auto contents = store.read(run);
    return contents ? contents->events : std::vector<JournalEvent>();
}

QStringList ScriptedDesk::types(const QString &run) const
{
    QStringList all;
    for (const JournalEvent &event : events(run))
        all << event.type;
    return all;
}
