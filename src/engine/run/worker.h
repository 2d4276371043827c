#pragma once

#include "engine/run/run_session.h"
#include "engine/run/task.h"
#include "engine/run/tasks.h"
#include "engine/store/source_memory.h"

namespace undock {

/// Everything a worker needs to carry one task out, from connecting to giving the VM back.
struct WorkOrder {
    JournalWriter &journal;
    const StepCatalog &catalog;
    Task task;
    NodeAccess access;
    QueueView queue;
    QStringList acknowledged; ///< warning codes accepted beforehand
    QString program; ///< name and version
    QString ledger; ///< DeskSettings::ledger
    /// Take the VM from whoever has it, on the operator's explicit word.
    bool takeOver = false;
    SourceSums seen; ///< what the run's sources gave for an earlier VM
};

/// Blocks until the task is done, failed, refused, or cannot learn more. Runs in the
/// calling thread, which owns the SSH session; heartbeats have a thread of their own.
TaskOutcome carryOut(
    const WorkOrder &order, Reach &reach, Prompter &prompter, RunControl &control, const RunObserver &observer);

/// Outcomes that time may heal: the queue waits and tries again, holding no slot.
bool worthWaitingFor(const TaskOutcome &outcome);

/// No session came about: nothing was asked of the node.
bool nodeWasNotReached(const TaskOutcome &outcome);

} // namespace undock
