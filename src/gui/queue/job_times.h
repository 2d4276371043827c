#pragma once

#include "core/run/run_state.h"

#include <QHash>

namespace undock::gui {

/// What the jobs of a chain really do. They all stand in the journal before the first is sent,
/// and run one after the other: until its turn a job only waits.
class JobTimes {
public:
    explicit JobTimes(const RunState &state);

    bool waitsItsTurn(const JobState &job) const { return !m_starts.contains(job.job); }
    /// When it began to run; invalid while it waits its turn.
    QDateTime startOf(const JobState &job) const { return m_starts.value(job.job); }
    /// How long it ran, or runs until now; 0 while it waits.
    qint64 durationMs(const JobState &job, const QDateTime &now) const;
    StageState::Mark markOf(const JobState &job) const;
    /// As RunState has it, but a stage none of whose jobs had its turn is still to come.
    StageState::Mark markOf(Stage stage) const;

private:
    QHash<QString, QDateTime> m_starts;
    QHash<int, StageState::Mark> m_stages;
};

} // namespace undock::gui
