#pragma once

#include "core/params/run_parameters.h"
#include "core/run/run_state.h"
#include "engine/run/run_secrets.h"
#include "engine/run/run_session.h"

namespace undock {

/// Every value that any step may read, from the run's parameters and what earlier
/// steps reported. `purpose` is given to steps that need a word of their own
/// (a backup's name, a confirmation).
ValuesFor runValues(
    const RunParameters &parameters, const RunState &state, const RunSecrets &secrets, const StepValues &purpose = {});

} // namespace undock
