#pragma once

#include "engine/run/run_session.h"

namespace undock {

/// Asks the node about the VM (state, configuration, address, agent, port mappings)
/// and journals facts and findings as the job `a-node`. What blocks is a finding, not
/// an error; an error means that the node could not be asked.
/// `ledger`: the operator's table, cross-checked with the node's rules; may be empty.
Done scanNode(RunSession &session, const QString &ledger);

} // namespace undock
