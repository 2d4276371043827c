#pragma once

#include <chrono>

/// How long a run waits for a guest or a node before its task ends as unknown.
namespace undock::patience {

using namespace std::chrono_literals;

/// How long a lost link is tried again before the task gives up and says "unknown".
inline constexpr std::chrono::seconds reconnect = 150s;
/// How long a guest that cannot be asked, over a link that stands, is asked again: it may be booting.
inline constexpr std::chrono::minutes guest = 10min;
/// The same while a job is followed that may be at work meanwhile.
inline constexpr std::chrono::minutes job = 60min;
/// And when somebody waits for the run to stop.
inline constexpr std::chrono::seconds stopping = 60s;
/// What a step may take beyond its own time limit, which the guest keeps, until the desk takes its answers for untrue.
inline constexpr std::chrono::seconds overdue = 3min;
/// How long a step that was cancelled may go on being called running.
inline constexpr std::chrono::seconds cancelled = 90s;

} // namespace undock::patience
