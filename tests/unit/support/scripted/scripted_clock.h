#pragma once

#include "engine/port/clock.h"

/// Time that only passes where somebody waits for it. Each thread has its own, so that one run's
/// patience is not used up by another's waiting.
class ScriptedClock : public undock::Clock {
public:
    Moment now() const override { return Moment(std::chrono::hours(1) + passed()); }
    QDateTime utc() const override { return m_start.addMSecs(passed().count()); }
    bool pause(std::chrono::milliseconds time, const std::stop_token &stop) override
    {
        if (stop.stop_requested())
            return false;
        pass(time);
        return !stop.stop_requested();
    }
    std::chrono::milliseconds tick() const override { return std::chrono::milliseconds(1); }

    /// Of the calling thread.
    static void pass(std::chrono::milliseconds time) { passed() += time; }
    static std::chrono::milliseconds &passed()
    {
        thread_local std::chrono::milliseconds time{ 0 };
        return time;
    }

private:
    QDateTime m_start = QDateTime::currentDateTimeUtc();
};
