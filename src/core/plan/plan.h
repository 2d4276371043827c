#pragma once

#include "core/params/choices.h"
#include "core/run/run_state.h"

#include <QStringList>

#include <vector>

namespace undock {

/// Steps that the guest carries out in one go, without the desk between them.
/// A chain ends early at the first step that does not pass, or at a warning
/// that nobody has accepted by name: that is the gate, kept in the guest.
struct PlannedChain {
    QString name; ///< for people: "scan", "backup", …
    QStringList steps;
};

/// Stage A to H in the order of effects, as the steps' headers say (`place`). Both orders send the same steps; with
/// Order::Early, what touches nothing in use comes before the stop, and a first copy with it.
std::vector<PlannedChain> migrationPlan(Order order);

/// Back to Docker's version, from any point.
/// Both ways begin with the proof that what is started takes the place of what is stopped.
QStringList rollbackSteps();
/// The same, with Docker's data from the backup.
QStringList restoreSteps();
/// Stage I.
QStringList deletionSteps();

/// What runs on the node or at the desk rather than in the guest: these two are no scripts and have no header, so
/// that their names stand here.
inline constexpr char nodeScanStep[] = "a-node";
inline constexpr char outsideCheckStep[] = "h-outside";

/// The first chain that is not done, without its steps that are; empty when all are.
/// A step is done when its newest job is green, or an older one is and nothing was
/// tried again since; unless a later step failed because the guest has its effect no
/// more (redoFrom).
PlannedChain nextChain(const RunState &state, const std::vector<PlannedChain> &plan);

} // namespace undock
