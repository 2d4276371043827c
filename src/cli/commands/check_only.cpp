#include "cli/commands/support.h"
#include "core/gate/deletion.h"
#include "core/gate/stage_gate.h"
#include "core/params/field.h"
#include "core/plan/plan.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"

namespace undock::cli {

namespace {

struct Would {
    QStringList steps;
    QStringList asked; ///< what is only known when it is asked for then
    GateResult against;
};

QStringList stepsAhead(const RunState &state, Order order)
{
    QStringList steps;
    auto plan = migrationPlan(order);
    const PlannedChain next = nextChain(state, plan);
    bool reached = false;
    for (const PlannedChain &chain : plan) {
        if (!reached && chain.name == next.name)
            steps << next.steps;
        else if (reached)
            steps << chain.steps;
        reached = reached || chain.name == next.name;
    }
    return steps;
}

Would newMigration(const Bench &bench)
{
    Would would;
    const auto parameters = runParameters(bench.options);
    if (!parameters) {
        for (const Error &error : parameters.error())
            would.against.reasons.push_back({ error.code, error.where, error.what, error.cure });
        return would;
    }
    would.steps = stepsAhead(RunState(), parameters->order);
    would.asked << QStringLiteral("the scan's findings");
    return would;
}

Would migration(const RunState &state)
{
    Would would;
    const auto parameters = runParametersFromJson(state.params());
    if (!parameters) {
        would.against.reasons.push_back(
            { parameters.error().code, parameters.error().where, parameters.error().what, parameters.error().cure });
        return would;
    }
    would.steps = stepsAhead(state, parameters->order);
    if (!would.steps.isEmpty())
        would.against = chainGate(state, nextChain(state, migrationPlan(parameters->order)).steps);
    if (isOnlyScanned(state))
        would.asked << QStringLiteral("the scan's findings");
    return would;
}

Would deletion(const RunState &state)
{
    static const QStringList askedThen{ QStringLiteral("acceptance-green-now"), QStringLiteral("lease-held"),
        QStringLiteral("all-nodes-asked"), QStringLiteral("no-hold-anywhere") };
    Would would;
    would.steps = deletionSteps();
    for (const DeletionCondition &condition : evaluateDeletion(deletionFactsOf(state)).conditions) {
        if (askedThen.contains(condition.id))
            would.asked << condition.id;
        else if (!condition.met())
            would.against.reasons.push_back({ condition.id, condition.id, condition.detail });
    }
    return would;
}

Would acceptance(const RunState &state)
{
    Would would;
    if (!state.acceptanceDone() || !state.acceptanceGreen())
        would.against.reasons.push_back({ QStringLiteral("acceptance-not-green"), {},
            phrase("own-acceptance-not-green"), QStringLiteral("run the checks first") });
    return would;
}

Would wouldDo(const RunState &state, Task::Kind kind)
{
    switch (kind) {
    case Task::Kind::Accept:
        return acceptance(state);
    case Task::Kind::DeleteDocker:
        return deletion(state);
    case Task::Kind::DeleteImages:
        return { {}, {}, imagesGate(state) };
    case Task::Kind::RollBack:
        return { rollbackSteps(), {}, rollbackGate(state) };
    case Task::Kind::CarryBack:
        return { {}, {}, carryBackGate(state) };
    case Task::Kind::Restore:
        return { restoreSteps(), {}, restoreGate(state) };
    case Task::Kind::RestoreConfig:
        return { {}, {}, putConfigBackGate(state) };
    default:
        return migration(state);
    }
}

Json list(const QStringList &words)
{
    Json told = Json::array();
    for (const QString &word : words)
        told.push_back(toStd(word));
    return told;
}

} // namespace

int tellWould(Bench &bench, const std::optional<QString> &run, const Task &task)
{
    const RunState state = run ? bench.queue->state(*run) : RunState();
    Would would = run ? wouldDo(state, task.kind) : newMigration(bench);
    // What the guest's answer can still tell is asked first when it is done.
    if (std::erase_if(would.against.reasons,
            [](const GateResult::Reason &reason) { return reason.code == QLatin1String("step-unknown"); })
        > 0)
        would.asked << QStringLiteral("what became of what was sent");
    Json reasons = Json::array();
    QString text;
    for (const GateResult::Reason &reason : would.against.reasons) {
        reasons.push_back({ { "code", toStd(reason.code) }, { "about", toStd(reason.about) },
            { "detail", toStd(inEnglish(reason.detail)) }, { "cure", toStd(inEnglish(reason.cure)) } });
        text += QStringLiteral("\n     %1: %2").arg(reason.code, inEnglish(reason.detail));
    }
    const bool may = would.against.open();
    const QString vmid = run ? state.vmid() : bench.options.given(Field::Vmid);
    bench.terminal->tell(
        { { "event", "would" }, { "task", toStd(taskName(task.kind)) }, { "run", toStd(run.value_or(QString())) },
            { keyOf(Field::Vmid), toStd(vmid) }, { "phase", run ? toStd(phaseName(state.phase())) : "" },
            { "may", may }, { "steps", list(would.steps) }, { "reasons", reasons },
            { "asked_then", list(would.asked) } },
        displaySafe(QStringLiteral("%1  %2 %3: %4%5")
                        .arg(vmid, taskName(task.kind),
                            may ? QStringLiteral("may begin by the journal") : QStringLiteral("is forbidden"),
                            would.steps.isEmpty() ? QStringLiteral("no steps of its own")
                                                  : would.steps.join(QStringLiteral(", ")),
                            text)
                        .toUtf8()));
    if (may)
        return 0;
    return run ? exitCode({ TaskOutcome::Kind::Refused, {} }) : exitCode({ TaskOutcome::Kind::BadInput, {} });
}

} // namespace undock::cli
