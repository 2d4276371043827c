#include "core/plan/plan.h"
#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/text/display_safe.h"
#include "engine/run/run_values.h"

namespace undock::cli {

namespace {

void printStep(Terminal &terminal, const Step &step, const StepValues &values)
{
    Json shown = Json::object();
    QString text = QStringLiteral("=== %1  %2  (%3; way back: %4)")
                       .arg(stageName(step.stage), step.title, effectName(step.effect), step.undoneBy);
    for (const QString &name : step.params) {
        QString value = QStringLiteral("(known when the step runs)");
        if (step.secretParams.contains(name))
            value = QStringLiteral("(secret)");
        else if (values.contains(name))
            value = QString::fromUtf8(values[name]);
        shown[toStd(name)] = toStd(value);
        text += QStringLiteral("\n    %1 = %2").arg(name, value);
    }
    text += QStringLiteral("\n") + QString::fromUtf8(step.script);
    terminal.tell(
        { { "event", "planned-step" }, { "step", toStd(step.id) }, { "stage", toStd(stageName(step.stage)) },
            { "title", toStd(step.title) }, { "effect", toStd(effectName(step.effect)) },
            { "way_back", toStd(step.undoneBy) }, { "values", shown }, { "script", step.script.toStdString() } },
        displaySafe(text));
}

void printDiff(Terminal &terminal, const Json &diff)
{
    QString text = QStringLiteral("=== changes in %1").arg(stringAt(diff, "file"));
    if (diff.contains("changes") && diff["changes"].is_array()) {
        for (const Json &change : diff["changes"]) {
            text += QStringLiteral("\n    %1: %2 -> %3")
                        .arg(stringAt(change, "pointer"), stringAt(change, "before"), stringAt(change, "after"));
        }
    }
    terminal.tell({ { "event", "config-diff" }, { "data", diff } }, displaySafe(text));
}

} // namespace

int planCommand(const QStringList &arguments)
{
    const Parsed parsed = parse(arguments,
        QStringLiteral(
            "Scan the VM (reads only), then print every script that a migration would run, with its values, and both "
            "configuration differences. Runs none of them."));
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    std::optional<QString> run;
    if (const auto known = chosenRun(bench); known)
        run = *known;
    if (run) {
        const RunState::Phase phase = bench.queue->state(*run).phase();
        if (phase == RunState::Phase::RolledBack || phase == RunState::Phase::Deleted)
            run.reset();
        else if (const Done fits = fitsRun(bench, run); !fits)
            return tellError(*bench.terminal, fits.error());
    }
    if (!run)
        run = newRun(bench);
    if (!run)
        return 2;
    // What was found before may have changed, and a finding that blocks is to be told again.
    if (isOnlyScanned(bench.queue->state(*run))) {
        Task task;
        task.kind = Task::Kind::Scan;
        const TaskOutcome outcome = carryOutTask(*bench.queue, *bench.terminal, *run, task);
        if (outcome.kind != TaskOutcome::Kind::Succeeded)
            return exitCode(outcome);
    }

    const RunState state = bench.queue->state(*run);
    const auto parameters = runParametersFromJson(state.params());
    if (!parameters)
        return tellError(*bench.terminal, parameters.error());
    const ValuesFor values = runValues(*parameters, state, {});
    for (const PlannedChain &chain : migrationPlan(parameters->order)) {
        for (const QString &id : chain.steps) {
            if (const Step *step = StepCatalog::own().find(id))
                printStep(*bench.terminal, *step, values(*step));
        }
    }
    for (const Json &diff : state.configDiffs())
        printDiff(*bench.terminal, diff);
    return 0;
}

} // namespace undock::cli
