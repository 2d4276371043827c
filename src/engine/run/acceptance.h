#pragma once

#include "engine/run/tasks.h"

#include <vector>

namespace undock {

/// What can be told from outside: the node's public ports, asked from this desk.
/// Trouble of the desk's own network is Unknown and never critical.
std::vector<CheckRow> checkFromOutside(const RunParameters &parameters, const RunState &state);

/// Journals the outage as the probe in the guest measured it, if a step has just told it.
void noteOutage(RunSession &session);

/// Runs the checks and journals the table, without touching holds.
/// Green: no critical row failed or is unknown.
TaskOutcome runAcceptance(TaskContext &context);

/// Marks on the node that this VM failed its acceptance: no Docker is deleted anywhere
/// until it passes, or is rolled back and released. Gives `outcome` back.
TaskOutcome holdAfterFailure(TaskContext &context, const TaskOutcome &outcome);

/// openclaw's and the panel's versions as the run installed them: what a user's acceptance
/// is an acceptance of.
Json acceptedVersions(const RunState &state);

} // namespace undock
