#include "core/plan/plan.h"

namespace undock {

namespace {

QStringList list(std::initializer_list<const char *> ids)
{
    QStringList steps;
    for (const char *id : ids)
        steps << QLatin1String(id);
    return steps;
}

bool isDone(const RunState &state, const QString &step)
{
    for (auto job = state.jobs().rbegin(); job != state.jobs().rend(); ++job) {
        if (job->step == step && !job->skipped())
            return job->green();
    }
    return false;
}

} // namespace

std::vector<PlannedChain> migrationPlan(Order order)
{
    const PlannedChain scan { QStringLiteral("scan"), list({ nodeScanStep, "a-scan", "a-config" }) };
    const QStringList backup = list({ "b-archive", "b-verify" });
    const QStringList stop = list({ "c-probe", "c-policy", "c-stop", "c-supplement", "c-manifest" });
    const QStringList install = list({ "d-install" });
    const QStringList move = list({ "e-copy", "e-environment", "e-adapt", "e-config", "e-place" });
    const QStringList panel = list({ "f-panel" });
    const QStringList services = list({ "f-config", "g-units", "g-start" });
    const PlannedChain acceptance { QStringLiteral("acceptance"), list({ "h-checks" }) };

    if (order == Order::Early) {
        return { scan,
            { QStringLiteral("prepare"), backup + install + panel + list({ "e-precopy", "d-warm" }) },
            { QStringLiteral("switch"), stop + move + services },
            acceptance };
    }
    return { scan,
        { QStringLiteral("backup"), backup },
        { QStringLiteral("switch"), stop + install + move + panel + services },
        acceptance };
}

QStringList rollbackSteps() { return list({ "r-direct-stop", "r-snapshot", "r-docker-start", "r-verify", "r-outage" }); }

QStringList deletionSteps() { return list({ "i-save", "i-delete", "i-check" }); }

PlannedChain nextChain(const RunState &state, const std::vector<PlannedChain> &plan)
{
    for (const PlannedChain &chain : plan) {
        PlannedChain rest { chain.name, {} };
        for (const QString &step : chain.steps) {
            if (!isDone(state, step))
                rest.steps << step;
        }
        if (!rest.steps.isEmpty())
            return rest;
    }
    return {};
}

} // namespace undock
