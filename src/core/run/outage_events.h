#pragma once

#include "core/run/run_state.h"

namespace undock {

/// The outages that the guest's probe told, as event::outage wants them, without those that the
/// journal has already: checking again measures nothing new.
std::vector<Json> newOutages(const RunState &state);

} // namespace undock
