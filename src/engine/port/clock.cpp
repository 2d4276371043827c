#include "engine/port/clock.h"

#include "remote/guest/ask_again.h"

namespace undock {

Clock::Moment Clock::now() const
{
    return std::chrono::steady_clock::now();
}

QDateTime Clock::utc() const
{
    return QDateTime::currentDateTimeUtc();
}

bool Clock::pause(std::chrono::milliseconds time, const std::stop_token &stop)
{
    return remote::pauseFor(time, stop);
}

std::chrono::milliseconds Clock::tick() const
{
    return std::chrono::seconds(1);
}

Clock &Clock::system()
{
    static Clock clock;
    return clock;
}

} // namespace undock
