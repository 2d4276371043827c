#pragma once

#include "core/run/run_state.h"

// What kinds of jobs the state of a run tells apart. Of the run_*.cpp beside it alone.

namespace undock {

/// Putting back a configuration (procedure §7.3) stays direct; its steps stand among the
/// ways back, but Docker's version is not what they bring.
inline bool isRollback(const JobState &job)
{
    return job.stage == Stage::Rollback && !job.is(StepRole::RestoresConfig) && !job.is(StepRole::ListsConfigs);
}

/// It says nothing about where the migration stands, whatever became of it.
inline bool isHousekeeping(const JobState &job)
{
    return job.stage == Stage::Housekeeping;
}

} // namespace undock
