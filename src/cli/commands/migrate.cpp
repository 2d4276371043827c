#include "cli/commands/commands.h"
#include "cli/commands/support.h"

namespace undock::cli {

namespace {

/// An unfinished run of this VM that a new start would only double.
std::optional<QString> unfinishedRun(Bench &bench)
{
    const auto run = chosenRun(bench);
    if (!run)
        return {}; // on several nodes: the new run wants a node, which tells
    switch (bench.queue->state(*run).phase()) {
    case RunState::Phase::RolledBack:
    case RunState::Phase::Deleted:
        return {};
    default:
        return *run;
    }
}

int startOrGoOn(const QStringList &arguments, const QString &description, Task::Kind kind)
{
    const Parsed parsed = parse(arguments, description);
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    std::optional<QString> run = unfinishedRun(bench);
    if (run) {
        if (const Done fits = fitsRun(bench, run); !fits) {
            bench.terminal->error(fits.error());
            return 2;
        }
    }
    if (run) {
        const RunState state = bench.queue->state(*run);
        if (state.phase() == RunState::Phase::AwaitingUser || state.phase() == RunState::Phase::Accepted) {
            bench.terminal->error({ Error::Kind::Refused, QStringLiteral("already-migrated"),
                QStringLiteral("VM %1 is migrated by run %2; nothing was done").arg(state.vmid(), *run), {},
                QStringLiteral("accept it, delete Docker, or roll back; 'check' runs the acceptance again") });
            return 4;
        }
        bench.terminal->say(QStringLiteral("goes on with run %1, which is %2").arg(*run, phaseName(state.phase())));
    } else {
        run = newRun(bench);
        if (!run)
            return 2;
    }
    if (kind == Task::Kind::Migrate && !readFirst(bench, *run))
        return 4;
    Task task;
    task.kind = kind;
    return finish(bench, *run, carryOutTask(*bench.queue, *bench.terminal, *run, task));
}

} // namespace

int scanCommand(const QStringList &arguments)
{
    return startOrGoOn(arguments, QStringLiteral("Stage A: look at a VM; changes nothing."), Task::Kind::Scan);
}

int migrateCommand(const QStringList &arguments)
{
    return startOrGoOn(
        arguments, QStringLiteral("Stages A to H: move a VM from Docker to the direct install."), Task::Kind::Migrate);
}

} // namespace undock::cli
