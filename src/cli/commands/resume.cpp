#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "engine/run/adopt.h"

namespace undock::cli {

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
            addAcceptSources(parser);
        });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    if (parsed.parser->isSet(QStringLiteral("adopt"))) {
        bench.options.fields.insert(QStringLiteral("vmid"), parsed.parser->value(QStringLiteral("adopt")));
        const auto parameters = runParameters(bench.options);
        if (!parameters) {
            for (const Error &error : parameters.error())
                bench.terminal->error(error);
            return 2;
        }
        const auto adopted = adoptRun(*parameters, bench.options.desk, bench.queue->store(), *bench.prompter,
            { parsed.parser->value(QStringLiteral("reason")), sourcesAccepted(*parsed.parser), {},
                parsed.parser->values(QStringLiteral("ack")).contains(QLatin1String("unproven-copy")), {} });
        if (!adopted) {
            bench.terminal->error(adopted.error());
            return adopted.error().kind == Error::Kind::Refused ? 4 : 3;
        }
        bench.queue->load();
        bench.options.run = *adopted;
    }
    const auto run = chosenRun(bench);
    if (!run) {
        bench.terminal->error(run.error());
        return 2;
    }
    Task task;
    const RunState::Phase phase = bench.queue->state(*run).phase();
    if (phase == RunState::Phase::RollingBack || phase == RunState::Phase::RollbackFailed)
        task.kind = Task::Kind::RollBack;
    else if (phase == RunState::Phase::Deleting
        || (phase == RunState::Phase::Failed && bench.queue->state(*run).deletionBegun()))
        task.kind = Task::Kind::DeleteDocker;
    else
        task.kind = Task::Kind::Migrate;
    return finish(bench, *run, carryOutTask(*bench.queue, *bench.terminal, *run, task));
}

} // namespace undock::cli
