#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/gate/stage_gate.h"
#include "core/text/phrase.h"

#include <algorithm>

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

/// The newest run of this VM, where it ended with the deletion.
std::optional<QString> deletedRun(const Bench &bench)
{
    const auto run = chosenRun(bench);
    if (!run || bench.queue->state(*run).phase() != RunState::Phase::Deleted)
        return {};
    return *run;
}

bool isDirectAlready(const RunState &state)
{
    const auto blocks = blocksOf(state);
    return isOnlyScanned(state) && std::any_of(blocks.begin(), blocks.end(), [](const Finding &finding) {
        return finding.code == QLatin1String("already-direct");
    });
}

Task taskOf(Task::Kind kind)
{
    Task task;
    task.kind = kind;
    return task;
}

int startOrGoOn(const QStringList &arguments, const QString &description, Task::Kind kind)
{
    const bool migrates = kind == Task::Kind::Migrate;
    const Parsed parsed = parse(arguments, description, migrates ? addCheckOnly : nullptr);
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    std::optional<QString> run = unfinishedRun(bench), before;
    if (run && !checkOnly(*parsed.parser)) {
        if (const Done fits = fitsRun(bench, run); !fits)
            return tellError(*bench.terminal, fits.error());
    }
    if (run) {
        const RunState state = bench.queue->state(*run);
        if (state.phase() == RunState::Phase::AwaitingUser || state.phase() == RunState::Phase::Accepted) {
            const QString words = phrase("migrated-already", { { "vmid", state.vmid() }, { "run", *run } });
            if (migrates)
                return tellUnchanged(*bench.terminal, state, QStringLiteral("already-migrated"), inEnglish(words));
            return tellError(*bench.terminal,
                { Error::Kind::Refused, QStringLiteral("already-migrated"), words, {},
                    phrase("cure-accept-delete-or-back") });
        }
        if (checkOnly(*parsed.parser))
            return tellWould(bench, run, taskOf(kind));
        bench.terminal->say(QStringLiteral("goes on with run %1, which is %2").arg(*run, phaseName(state.phase())));
    } else if (checkOnly(*parsed.parser)) {
        return tellWould(bench, {}, taskOf(kind));
    } else {
        before = deletedRun(bench);
        run = newRun(bench);
        if (!run)
            return 2;
    }
    if (const int notRead = migrates ? readFirst(bench, *run) : 0)
        return notRead;
    const TaskOutcome outcome = carryOutTask(*bench.queue, *bench.terminal, *run, taskOf(kind));
    // The VM was asked and is the one that this desk has moved: the run that only saw this leaves the list.
    if (migrates && before && isDirectAlready(bench.queue->state(*run)) && bench.queue->leaveOut(*run))
        return tellUnchanged(*bench.terminal, bench.queue->state(*before), QStringLiteral("already-migrated"),
            QStringLiteral("the VM was migrated by run %1, and its Docker deleted; nothing was done").arg(*before));
    return finish(bench, *run, outcome);
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
