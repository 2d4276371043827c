#include "gui/queue/job_times.h"

#include "gui/text/words.h"

namespace undock::gui {

JobTimes::JobTimes(const RunState &state)
{
    QDateTime before;
    bool taken = false; // an earlier job runs
    QSet<int> begun;
    for (const JobState &job : state.jobs()) {
        if (job.neverRan() || (taken && !job.settled()))
            continue;
        m_starts.insert(job.job, before.isValid() && before > job.begun ? before : job.begun);
        begun << int(job.stage);
        if (job.ended)
            before = *job.ended;
        else
            taken = true;
    }
    for (int i = 0; i < allStages; ++i) {
        const StageState::Mark mark = state.stage(static_cast<Stage>(i)).mark;
        m_stages.insert(i, mark == StageState::Mark::Running && !begun.contains(i) ? StageState::Mark::Pending : mark);
    }
}

qint64 JobTimes::durationMs(const JobState &job, const QDateTime &now) const
{
    // The guest's own clock knows best; the desk hears of it up to two seconds later.
    if (job.guestBeganMs > 0 && job.guestEndedMs >= job.guestBeganMs)
        return job.guestEndedMs - job.guestBeganMs;
    const QDateTime from = startOf(job);
    return from.isValid() ? std::max<qint64>(0, from.msecsTo(job.ended.value_or(now))) : 0;
}

StageState::Mark JobTimes::markOf(const JobState &job) const
{
    const StageState::Mark mark = Words::markOf(job);
    return mark == StageState::Mark::Running && waitsItsTurn(job) ? StageState::Mark::Pending : mark;
}

StageState::Mark JobTimes::markOf(Stage stage) const
{
    return m_stages.value(int(stage), StageState::Mark::Pending);
}

} // namespace undock::gui
