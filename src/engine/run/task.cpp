#include "engine/run/task.h"

namespace undock {

QString taskName(Task::Kind kind)
{
    switch (kind) {
    case Task::Kind::Scan:
        return QStringLiteral("scan");
    case Task::Kind::Migrate:
        return QStringLiteral("migrate");
    case Task::Kind::Accept:
        return QStringLiteral("accept");
    case Task::Kind::DeleteDocker:
        return QStringLiteral("delete-docker");
    case Task::Kind::DeleteImages:
        return QStringLiteral("delete-images");
    case Task::Kind::RollBack:
        return QStringLiteral("rollback");
    case Task::Kind::CarryBack:
        return QStringLiteral("carry-back");
    case Task::Kind::Restore:
        return QStringLiteral("restore");
    case Task::Kind::CheckAgain:
        return QStringLiteral("check");
    case Task::Kind::ReleaseHold:
        return QStringLiteral("release-hold");
    case Task::Kind::ListLeftovers:
        return QStringLiteral("housekeeping-list");
    case Task::Kind::RemoveLeftovers:
        return QStringLiteral("housekeeping-remove");
    case Task::Kind::FetchEvidence:
        return QStringLiteral("fetch-evidence");
    case Task::Kind::RestoreConfig:
        return QStringLiteral("restore-config");
    case Task::Kind::UndoLedger:
        break;
    }
    return QStringLiteral("undo-ledger");
}

TaskOutcome TaskOutcome::of(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::BadInput:
        return { Kind::BadInput, error };
    case Error::Kind::Refused:
        return { Kind::Refused, error };
    case Error::Kind::NotReached:
    case Error::Kind::Unknown:
        return { Kind::Unknown, error };
    case Error::Kind::Failed:
        break;
    }
    return { Kind::FailedSafe, error };
}

QString outcomeName(TaskOutcome::Kind kind)
{
    switch (kind) {
    case TaskOutcome::Kind::Succeeded:
        return QStringLiteral("succeeded");
    case TaskOutcome::Kind::FailedSafe:
        return QStringLiteral("failed");
    case TaskOutcome::Kind::BadInput:
        return QStringLiteral("bad-input");
    case TaskOutcome::Kind::Unknown:
        return QStringLiteral("unknown");
    case TaskOutcome::Kind::Refused:
        return QStringLiteral("refused");
    case TaskOutcome::Kind::WaitsForPerson:
        break;
    }
    return QStringLiteral("waits");
}

} // namespace undock
