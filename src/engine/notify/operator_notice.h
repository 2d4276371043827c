#pragma once

#include "core/run/run_state.h"
#include "engine/run/task.h"

#include <optional>

namespace undock {

/// Something that an operator should learn who does not look at the program. Its texts are safe to show and to send:
/// secrets are masked, what a guest wrote is one bounded line of plain text.
struct OperatorNotice {
    enum class Kind {
        NeedsAttention, ///< a task ended and a person has to do something
        AcceptanceFailed, ///< the same, and Docker is deleted nowhere until it is settled
        AwaitsUser, ///< a migration is green: the VM's user has to try it
        BatchDone, ///< nothing is left that could start by itself
        Test, ///< asked for by the operator
    };
    Kind kind = Kind::Test;
    QString run, vmid, node; ///< empty for BatchDone and Test
    QString code; ///< of the error, where there is one
    QString text; ///< a phrase (core/text/phrase.h)
};

/// "needs-attention", "acceptance-failed", "awaits-user", "batch-done", "test".
QString noticeKindName(OperatorNotice::Kind kind);

/// What the end of a task is worth telling; nothing where it went well and nobody has to act.
std::optional<OperatorNotice> noticeOf(const RunState &state, const Task &task, const TaskOutcome &outcome);

/// How many VMs a batch moved, and how the others ended.
struct BatchFigures {
    int vms = 0;
    int migrated = 0; ///< green, whether or not the user has accepted
    int rolledBack = 0;
    int needAttention = 0;
    qint64 seconds = 0;

    /// Counts the VM of `state`, whose newest task ended with `outcome`.
    void add(const RunState &state, const TaskOutcome &outcome);
};
OperatorNotice batchNotice(const BatchFigures &figures);
OperatorNotice testNotice();

} // namespace undock
