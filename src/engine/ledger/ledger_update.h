#pragma once

#include "engine/run/tasks.h"

namespace undock {

/// Writes what is now true of the VM (versions, state) into the ledger's row, where the
/// ledger has such columns; every other byte stays. By compare-and-swap: somebody else's
/// edit in between is kept and the change made on top of it. The difference is journaled.
/// Without a ledger, or without a row or columns for it, nothing is done. Trouble is
/// journaled and does not fail the task: the VM is what counts.
void updateLedger(TaskContext &context, const QString &status);

} // namespace undock
