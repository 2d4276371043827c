#pragma once

#include "engine/queue/desk_settings.h"
#include "engine/run/prompter.h"
#include "engine/store/run_store.h"

namespace undock {

/// Takes over the newest run of this VM from another desk: reads the card on the node,
/// fetches the redacted journal that travels in the guest, takes the lease under a higher
/// generation, and journals it. The run's id, ready to be resumed. Refused `nothing-to-adopt`
/// when the guest holds no run, `run-is-here` when this desk has it already.
Result<QString> adoptRun(const RunParameters &parameters, const DeskSettings &desk, RunStore &store, Prompter &prompter,
    const QString &reason);

} // namespace undock
