#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/params/field.h"
#include "engine/run/adopt.h"

namespace undock::cli {

namespace {

Task taskToGoOnWith(const RunState &state)
{
    Task task;
    const RunState::Phase phase = state.phase();
    if (phase == RunState::Phase::RollingBack || phase == RunState::Phase::RollbackFailed)
        task.kind = Task::Kind::RollBack;
    else if (phase == RunState::Phase::Deleting || (phase == RunState::Phase::Failed && state.deletionBegun()))
        task.kind = Task::Kind::DeleteDocker;
    else
        task.kind = Task::Kind::Migrate;
    return task;
}

/// The gravest end of all: what failed, before what is still not known, before what only waits.
int goOnWithAllUnknown(Bench &bench, bool check)
{
    static const QList<int> byGravity{ 1, 3, 4, 2, 5, 0 };
    int end = 0;
    for (const QString &run : bench.queue->runs()) {
        const RunState state = bench.queue->state(run);
        if (state.unsettled().empty())
            continue;
        const Task task = taskToGoOnWith(state);
        const int own = check ? tellWould(bench, run, task)
                              : finish(bench, run, carryOutTask(*bench.queue, *bench.terminal, run, task));
        if (byGravity.indexOf(own) < byGravity.indexOf(end))
            end = own;
    }
    return end;
}

} // namespace

int resumeCommand(const QStringList &arguments)
{
    const Parsed parsed = parse(arguments,
        QStringLiteral(
            "Go on with a run: first learn from the guest what became of everything that was sent, then carry on."),
        [](QCommandLineParser &parser) {
            parser.addOption({ QStringLiteral("adopt"),
                QStringLiteral(
                    "Take over the VM's run from another desk, from the journal kept in the guest. A copy that the "
                    "node knows nothing of is told, and taken with --ack unproven-copy only."),
                QStringLiteral("VMID") });
            parser.addOption(
                { QStringLiteral("reason"), QStringLiteral("Why it is taken over."), QStringLiteral("TEXT") });
            parser.addOption({ QStringLiteral("all-unknown"),
                QStringLiteral("Go on with every run of this desk of which a step is begun and its end not known.") });
            addCheckOnly(parser);
            addAcceptSources(parser);
        });
    if (parsed.exit)
        return *parsed.exit;
    const bool one
        = !parsed.parser->isSet(QStringLiteral("all-unknown")) && !parsed.parser->isSet(QStringLiteral("adopt"));
    Bench bench = makeBench(parsed.options, one ? Runs::OfTheVm : Runs::All);
    if (parsed.parser->isSet(QStringLiteral("all-unknown")))
        return goOnWithAllUnknown(bench, checkOnly(*parsed.parser));
    if (parsed.parser->isSet(QStringLiteral("adopt"))) {
        bench.options.setVm(parsed.parser->value(QStringLiteral("adopt")));
        const auto parameters = runParameters(bench.options);
        if (!parameters) {
            for (const Error &error : parameters.error())
                return tellError(*bench.terminal, error);
        }
        const auto adopted = adoptRun(*parameters, bench.options.desk, bench.queue->store(), *bench.prompter,
            { parsed.parser->value(QStringLiteral("reason")), sourcesAccepted(*parsed.parser), {},
                parsed.parser->values(QStringLiteral("ack")).contains(QLatin1String("unproven-copy")), {} });
        if (!adopted) {
            if (const auto unanswered = TerminalPrompter::unanswered())
                return tellError(*bench.terminal, *unanswered);
            return tellError(*bench.terminal, adopted.error());
        }
        bench.queue->load();
        bench.options.run = *adopted;
    }
    const auto run = chosenRun(bench);
    if (!run)
        return tellError(*bench.terminal, run.error());
    const Task task = taskToGoOnWith(bench.queue->state(*run));
    if (checkOnly(*parsed.parser))
        return tellWould(bench, *run, task);
    return finish(bench, *run, carryOutTask(*bench.queue, *bench.terminal, *run, task));
}

} // namespace undock::cli
