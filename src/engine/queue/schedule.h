#pragma once

#include "core/params/vm_id.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace undock {

/// What the scheduler has to know of one run of the queue.
struct Candidate {
    QString run;
    std::optional<VmId> vm; ///< two runs of one VM never work at once
    bool pending = false; ///< something was asked for
    bool working = false;
    bool migrates = false; ///< what is asked for, or worked at, leads to stopping Docker
    bool stopped = false; ///< Docker is stopped already: nothing may keep it from going on
    bool proven = false; ///< its acceptance passed in this queue
    bool unproven = false; ///< its migration ended in this queue without that
    QDateTime notBefore; ///< scheduled start; invalid: at once
    QDateTime retryAt; ///< after a refusal that time may heal; invalid: at once
};

struct ScheduleRules {
    int workers = 2;
    bool pausedAll = false;
    bool canary = false;
};

/// Why a candidate does not start now.
struct Wait {
    enum class Why {
        Nothing,
        Paused,
        Worker,
        SameVm,
        Canary, ///< the first VM is at work
        CanaryEnded, ///< the first VM stopped before it had passed its acceptance
        Scheduled,
        Retry, ///< an error put it off, and time may heal that
    };
    Why why = Why::Nothing;

    /// Time or another VM ends the wait, and no person has to.
    bool endsByItself() const { return why != Why::Paused && why != Why::CanaryEnded; }
};

struct Schedule {
    std::vector<QString> start; ///< to be started now, in this order
    std::vector<Wait> waits; ///< for each candidate, by index
};

/// Pure: the same candidates give the same schedule. Candidates come in queue order.
Schedule makeSchedule(const std::vector<Candidate> &candidates, const ScheduleRules &rules, const QDateTime &now);

} // namespace undock
