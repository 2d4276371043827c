#pragma once

#include "core/gate/stage_gate.h"
#include "engine/port/reach.h"
#include "engine/run/run_secrets.h"
#include "engine/run/run_session.h"
#include "engine/run/task.h"

#include <functional>

namespace undock {

/// A node of the queue and the way there.
struct QueueNode {
    NodeTarget target;
    NodeAccess access;
};

/// What the queue knows that one run does not.
struct QueueView {
    /// Every node that the queue works with, this run's included: a hold on any of them
    /// keeps Docker everywhere.
    std::vector<QueueNode> nodes;
    /// A migration's failed acceptance is rolled back without asking.
    bool rollBackByItself = false;
    /// Nodes that an operator's word took out of that.
    QStringList retired = {};
};

/// One task on one run that holds its lease. Each function returns when the task is
/// done, failed, refused, or cannot learn more now; all of it stands in the journal.
struct TaskContext {
    RunSession &session;
    const QueueView &queue;
    QString program; ///< name and version, for cards and holds
    QString ledger; ///< the operator's table: a path here, "node:/path", or empty
    RunSecrets secrets;
    Reach &reach;
    Prompter &prompter; ///< for other nodes than the run's own
};

TaskOutcome scan(TaskContext &context);
/// A to H from wherever the run stands.
/// `attended`: after a failed acceptance somebody is asked, whatever the queue does by itself.
TaskOutcome migrate(TaskContext &context, bool attended);
/// H alone. Nothing is rolled back by it.
TaskOutcome checkAgain(TaskContext &context);
TaskOutcome acceptByUser(TaskContext &context, const Task &task);
TaskOutcome deleteDocker(TaskContext &context);
TaskOutcome deleteImages(TaskContext &context, const Task &task);
TaskOutcome rollBack(TaskContext &context, const QString &reason);
TaskOutcome carryBack(TaskContext &context);
TaskOutcome restoreFromBackup(TaskContext &context, const QString &reason);
TaskOutcome listLeftovers(TaskContext &context);
TaskOutcome removeLeftovers(TaskContext &context, const Task &task);
/// Fetches what outputsElsewhere() names, holds it against the sum in the journal, and keeps it beside the
/// journal without its secrets.
TaskOutcome fetchEvidence(TaskContext &context);
/// Without a name: lists what the guest has, and changes nothing.
TaskOutcome restoreConfig(TaskContext &context, const QString &backupName);

/// Refused unless the VM passed, was rolled back, or is gone.
TaskOutcome releaseHoldOf(TaskContext &context, const QString &reason);

/// Takes the newest update of the ledger's row back, in the ledger that was updated.
/// Refused `ledger-row-changed` when somebody changed the row since.
TaskOutcome undoLedger(TaskContext &context);

/// Asked to stop between two steps: journaled, and how the task ends then.
std::optional<TaskOutcome> stoppedBetweenSteps(RunSession &session);
/// What a gate says against the task: every reason in words, the first one's code.
std::optional<TaskOutcome> forbidden(const GateResult &gate);
/// A chain's end as a task's end.
TaskOutcome outcomeOf(const ChainEnd &end);
TaskOutcome refused(const QString &code, const QString &what, const QString &cure = {});

} // namespace undock
