#pragma once

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace undock {

/// The time that runs and the queue wait by. Tests give their own, and nobody sleeps.
class Clock {
public:
    using Moment = std::chrono::steady_clock::time_point;

    virtual ~Clock() = default;
    virtual Moment now() const;
    virtual QDateTime utc() const;
    /// False: stop was requested meanwhile.
    virtual bool pause(std::chrono::milliseconds time, const std::stop_token &stop);
    /// How often the queue looks whether something that waits for a moment may begin.
    virtual std::chrono::milliseconds tick() const;

    /// The machine's own.
    static Clock &system();
};

} // namespace undock
