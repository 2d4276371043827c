#include "engine/notify/wait_watch.h"

namespace undock {

std::optional<OperatorNotice> WaitWatch::putOff(const RunState &state, const TaskOutcome &outcome, const QDateTime &now)
{
    if (outcome.error.kind != Error::Kind::NotReached) {
        over(state.run());
        return {};
    }
    Wait &wait = m_waits[state.run()];
    if (!wait.since.isValid())
        wait.since = now;
    const auto seconds = std::chrono::seconds(wait.since.secsTo(now));
    if (wait.told || seconds < patience)
        return {};
    wait.told = true;
    OperatorNotice notice = noticeAbout(state, OperatorNotice::Kind::StillWaits);
    notice.error = outcome.error;
    notice.minutes = std::chrono::floor<std::chrono::minutes>(seconds).count();
    notice.outage = state.outageRunning();
    return notice;
}

} // namespace undock
