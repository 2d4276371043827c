#include "engine/queue/schedule.h"

#include <algorithm>
#include <set>

namespace undock {

Schedule makeSchedule(const std::vector<Candidate> &candidates, const ScheduleRules &rules, const QDateTime &now)
{
    Schedule schedule;
    schedule.waits.resize(candidates.size());
    int busy = 0;
    bool migrating = false;
    std::set<std::optional<VmId>> vms;
    for (const Candidate &candidate : candidates) {
        if (!candidate.working)
            continue;
        ++busy;
        vms.insert(candidate.vm);
        migrating = migrating || candidate.migrates;
    }
    const bool proven = std::any_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return c.proven; });
    const bool canaryEnded
        = std::any_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return c.unproven; });
    const int workers = std::clamp(rules.workers, 1, 3);

    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Candidate &candidate = candidates[i];
        if (!candidate.pending || candidate.working)
            continue;
        Wait &wait = schedule.waits[i];
        const bool afterCanary = rules.canary && !proven && candidate.migrates && !candidate.stopped;
        if (rules.pausedAll) {
            wait.why = Wait::Why::Paused;
        } else if (candidate.notBefore.isValid() && candidate.notBefore > now) {
            wait.why = Wait::Why::Scheduled;
        } else if (candidate.retryAt.isValid() && candidate.retryAt > now) {
            wait.why = Wait::Why::Retry;
        } else if (vms.contains(candidate.vm)) {
            wait.why = Wait::Why::SameVm;
        } else if (afterCanary && migrating) {
            wait.why = Wait::Why::Canary;
        } else if (afterCanary && canaryEnded && !candidate.unproven) {
            // Forty VMs are not to fail one after the other for the same cause.
            wait.why = Wait::Why::CanaryEnded;
        } else if (busy >= workers) {
            wait.why = Wait::Why::Worker;
        } else {
            schedule.start.push_back(candidate.run);
            ++busy;
            vms.insert(candidate.vm);
            migrating = migrating || candidate.migrates;
        }
    }
    return schedule;
}

} // namespace undock
