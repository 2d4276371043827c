#pragma once

#include "engine/run/tasks.h"

#include <vector>

namespace undock {

/// What can be told from outside: the node's public ports, asked from this desk.
/// Trouble of the desk's own network is Unknown and never critical.
std::vector<CheckRow> checkFromOutside(TaskContext &context);

/// The HTTP status that `GET /` got on this port inside the VM while Docker's version ran, from the scan's
/// `answered=PORT GET / HTTP 401, …`; 0: no answer, -1: not asked (an older scan).
int answerBefore(const Facts &scan, QStringView port);

/// The row of checks that broke off before they told a verdict. What the guest's reboot or a killed
/// supervisor ended is undecided: nothing was found wrong, and a queue must not roll back for it.
CheckRow brokenOffRow(const Error &why);

/// Docker's version is back: this VM's hold, if one stands, may be released from now on, by an operator and with a
/// reason. Trouble is journaled; asking again does no harm.
void resolveOwnHold(TaskContext &context);

/// Journals the outage as the probe in the guest measured it, if a step has just told it.
void noteOutage(RunSession &session);

/// Runs the checks and journals the table. Green: no critical row failed or is unknown.
/// The provisional hold stands on the node while they run; a pass lifts it, a failure makes
/// it definite (no Docker is deleted anywhere until this VM passes, or is rolled back and
/// released), and what cannot be decided leaves it.
TaskOutcome acceptUnderHold(TaskContext &context);

} // namespace undock
