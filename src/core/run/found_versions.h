#pragma once

#include "core/run/run_state.h"

namespace undock {

/// {openclaw, panel}: what the newest acceptance found at work in the VM, as the run's journal has
/// it; what was installed, where no acceptance told. The user's word counts for these.
Json foundVersions(const RunState &state);

} // namespace undock
