#pragma once

#include "core/run/run_state.h"
#include "engine/run/task.h"

#include <optional>

namespace undock {

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

/// Something that an operator should learn who does not look at the program: the desktop's notification and the
/// webhook's message are made of it.
struct OperatorNotice {
    enum class Kind {
        NeedsAttention, ///< a task ended and a person has to do something
        AcceptanceFailed, ///< the same, and Docker is deleted nowhere until it is settled
        StillWaits, ///< its node has been out of reach for long; it goes on by itself
        AwaitsUser, ///< a migration is green: the VM's user has to try it
        BatchDone, ///< nothing is left that could start by itself
        Test, ///< asked for by the operator
    };
    Kind kind = Kind::Test;
    QString run, vmid, node; ///< empty for BatchDone and Test
    Error error; ///< NeedsAttention: why the task ended; StillWaits: why it waits
    qint64 minutes = 0; ///< StillWaits: for so long
    bool outage = false; ///< StillWaits: Docker's version was stopped, and nothing is known to answer since
    QStringList checks; ///< AcceptanceFailed: ids of the checks that failed
    BatchFigures figures; ///< BatchDone
};

/// A notice of this kind about a run, with its VM and node; what else belongs to the kind is not filled in.
OperatorNotice noticeAbout(const RunState &state, OperatorNotice::Kind kind);

/// "needs-attention", "acceptance-failed", "still-waits", "awaits-user", "batch-done", "test".
QString noticeKindName(OperatorNotice::Kind kind);

/// What the end of a task is worth telling; nothing where it went well and nobody has to act, or where a person paused
/// it.
std::optional<OperatorNotice> noticeOf(const RunState &state, const Task &task, const TaskOutcome &outcome);

/// What happened and what to do, in a language ("en", "zh_CN"): one bounded line of plain text, secrets masked.
QString noticeText(const OperatorNotice &notice, const QString &language);

} // namespace undock
