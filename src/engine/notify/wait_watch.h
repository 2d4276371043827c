#pragma once

#include "engine/notify/operator_notice.h"

#include <QDateTime>
#include <QHash>

#include <chrono>

namespace undock {

/// Which waiting is worth telling an operator: of a VM whose node cannot be reached for `patience`, once for each time
/// that it waits. Waiting for a slot or for another VM is the usual course of a batch.
class WaitWatch {
public:
    static constexpr std::chrono::minutes patience{ 10 };

    /// The task of this run was put off, and is tried again.
    std::optional<OperatorNotice> putOff(const RunState &state, const TaskOutcome &outcome, const QDateTime &now);
    /// It ended, or something else was asked for.
    void over(const QString &run) { m_waits.remove(run); }

private:
    struct Wait {
        QDateTime since;
        bool told = false;
    };
    QHash<QString, Wait> m_waits; ///< by run
};

} // namespace undock
