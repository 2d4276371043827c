#include "core/plan/plan.h"

#include "core/plan/redo.h"

namespace undock {

namespace {

const JobState *newestTry(const RunState &state, const QString &step)
{
    for (auto job = state.jobs().rbegin(); job != state.jobs().rend(); ++job) {
        if (job->step == step && !job->skipped())
            return &*job;
    }
    return nullptr;
}

/// Steps of the plan, in its order, whose newest result a later failure took back.
QStringList takenBack(const RunState &state, const QStringList &order)
{
    QStringList again;
    for (qsizetype failed = 0; failed < order.size(); ++failed) {
        const JobState *failure = newestTry(state, order[failed]);
        if (!failure || failure->green() || !failure->failure)
            continue;
        const qsizetype from = order.indexOf(redoFrom(failure->failure->code));
        for (qsizetype at = from; from >= 0 && at < failed; ++at) {
            // Jobs stand in the order in which they were begun: what ran after the failure answers it.
            if (const JobState *job = newestTry(state, order[at]); job && job < failure)
                again << order[at];
        }
    }
    return again;
}

bool isDone(const RunState &state, const QString &step)
{
    const JobState *job = newestTry(state, step);
    return job && job->green();
}

} // namespace

std::vector<PlannedChain> migrationPlan(Order order)
{
    std::vector<PlannedChain> plan;
    for (const QString &name : chainsOf(order)) {
        PlannedChain chain{ name, StepCatalog::own().chain(name, order) };
        if (name == QLatin1String(scanChain))
            chain.steps.prepend(QLatin1String(nodeScanStep));
        plan.push_back(std::move(chain));
    }
    return plan;
}

QStringList rollbackSteps()
{
    return StepCatalog::own().chain(QLatin1String(rollbackChain));
}

QStringList restoreSteps()
{
    return StepCatalog::own().chain(QLatin1String(restoreChain));
}

QStringList deletionSteps()
{
    return StepCatalog::own().chain(QLatin1String(deletionChain));
}

PlannedChain nextChain(const RunState &state, const std::vector<PlannedChain> &plan)
{
    QStringList order;
    for (const PlannedChain &chain : plan)
        order += chain.steps;
    const QStringList again = takenBack(state, order);
    for (const PlannedChain &chain : plan) {
        PlannedChain rest{ chain.name, {} };
        for (const QString &step : chain.steps) {
            if (!isDone(state, step) || again.contains(step))
                rest.steps << step;
        }
        if (!rest.steps.isEmpty())
            return rest;
    }
    return {};
}

} // namespace undock
