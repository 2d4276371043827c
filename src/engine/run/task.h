#pragma once

#include "core/base/result.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace undock {

/// What a worker is asked to do with a run.
struct Task {
    enum class Kind {
        Scan, ///< A
        Migrate, ///< A to H, from wherever the run stands: also resume and retry
        Accept, ///< journal the user's word (needs `by`); asks the VM for its versions
        DeleteDocker, ///< I, through all conditions
        DeleteImages, ///< after I, on its own choice
        RollBack,
        CarryBack, ///< after a rollback: bring what users wrote since the cutover back into Docker's version
        Restore, ///< restore the source from the backup; confirmed by the operator
        CheckAgain, ///< H alone
        ReleaseHold, ///< the operator's word that a hold may end (`note`: why)
        ListLeftovers, ///< housekeeping: what migrations left behind in the VM, and what of it may go
        RemoveLeftovers, ///< housekeeping: `items`, each named by the operator and listed before
        FetchEvidence, ///< outputs that stayed in the guest because they are large
        RestoreConfig, ///< procedure §7.3: put back an openclaw.json.bak.<ts> (`detail`) while staying direct
        UndoLedger, ///< take the newest update of the ledger's row back; touches no VM
    };
    Kind kind = Kind::Scan;
    QString by; ///< Accept: who on the user's side
    QString note; ///< Accept: what was said; others: the operator's reason
    QString tried; ///< Accept: what was tried
    QString detail; ///< RestoreConfig: file name; empty: list what the guest has
    QStringList items; ///< RemoveLeftovers: paths in the guest
    /// Migrate: somebody watches, who is asked after a failed acceptance rather than that it is rolled back.
    bool attended = false;
};

QString taskName(Task::Kind kind);

/// How a task ended. The CLI's exit codes are these, in this order.
struct TaskOutcome {
    enum class Kind {
        Succeeded, ///< 0
        FailedSafe, ///< 1: something failed; Docker's version or the direct install answers, or the way back is told
        BadInput, ///< 2
        Unknown, ///< 3: the link was lost; resume to find out
        Refused, ///< 4: a rule or a person forbids it; nothing was done
        WaitsForPerson, ///< 5: paused, or a warning wants to be acknowledged
    };
    Kind kind = Kind::Succeeded;
    Error error; ///< empty code when it succeeded

    /// Of a task that an error ended.
    static TaskOutcome of(const Error &error);
};

QString outcomeName(TaskOutcome::Kind kind);

} // namespace undock

Q_DECLARE_METATYPE(undock::Task)
Q_DECLARE_METATYPE(undock::TaskOutcome)
