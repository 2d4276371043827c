#include "core/run/outage_events.h"

#include <algorithm>

namespace undock {

std::vector<Json> newOutages(const RunState &state)
{
    std::vector<Json> fresh;
    for (const char *which : { "gateway", "panel" }) {
        const QString prefix = QStringLiteral("outage_%1_").arg(QLatin1String(which));
        const qint64 from = state.fact(prefix + QStringLiteral("from_ms")).toLongLong();
        const qint64 to = state.fact(prefix + QStringLiteral("to_ms")).toLongLong();
        if (from <= 0 || to < from)
            continue;
        const Json outage{ { "which", which }, { "from_ms", from }, { "to_ms", to },
            { "source", "probe in the guest" } };
        const std::vector<Json> &known = state.outages();
        if (std::find(known.begin(), known.end(), outage) == known.end())
            fresh.push_back(outage);
    }
    return fresh;
}

} // namespace undock
