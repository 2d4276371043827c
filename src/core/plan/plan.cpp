#include "core/plan/plan.h"

#include "core/plan/redo.h"

namespace undock {

namespace {

QStringList list(std::initializer_list<const char *> ids)
{
    QStringList steps;
    for (const char *id : ids)
        steps << QLatin1String(id);
    return steps;
}

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
    const PlannedChain scan{ QStringLiteral("scan"), list({ nodeScanStep, "a-scan", "a-config" }) };
    const QStringList backup = list({ "b-archive", "b-verify" });
    const QStringList stop = list({ "c-probe", "c-policy", "c-stop", "c-supplement", "c-manifest" });
    const QStringList environment = list({ "e-environment" });
    const QStringList panel = list({ "f-panel", "f-config" });
    const QStringList units = list({ "g-units" });
    const PlannedChain acceptance{ QStringLiteral("acceptance"), list({ "h-checks" }) };

    if (order == Order::Early) {
        return { scan,
            // What adds files that nobody uses before the first start costs no outage here. Warmed up
            // last: until then the bot keeps the processor, and the compiled files are fresh.
            { QStringLiteral("prepare"),
                backup + list({ "d-install" }) + panel + units + environment + list({ "e-precopy", "d-warm" }) },
            { QStringLiteral("switch"), stop + list({ "e-copy", "e-adapt", "e-config", "e-place", "g-start" }) },
            acceptance };
    }
    return { scan, { QStringLiteral("backup"), backup },
        // The warm-up goes on beside the steps after it.
        { QStringLiteral("switch"),
            stop + list({ "d-install", "d-warm", "e-copy" }) + environment + list({ "e-adapt", "e-config", "e-place" })
                + panel + units + list({ "g-start" }) },
        acceptance };
}

QStringList rollbackSteps()
{
    return list({ "r-ready", "r-direct-stop", "r-snapshot", "r-docker-start", "r-verify", "r-outage" });
}

QStringList restoreSteps()
{
    return list({ "r-ready", "r-direct-stop", "r-snapshot", "r-restore", "r-docker-start", "r-verify" });
}

QStringList deletionSteps()
{
    return list({ "i-save", "i-delete", "i-check" });
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
