#include "core/run/found_versions.h"

namespace undock {

Json foundVersions(const RunState &state)
{
    const JobState *checks = state.latest(StepRole::Accepts);
    const auto found = [&](QStringView told, const QString &installed) {
        const QString value = checks ? checks->facts.value(told) : QString();
        return toStd(value.isEmpty() ? installed : value);
    };
    return { { "openclaw", found(u"found_openclaw", state.fact(u"openclaw_version")) },
        { "panel", found(u"found_panel", state.fact(u"panel_tag")) } };
}

} // namespace undock
