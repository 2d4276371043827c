#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

namespace undock::remote {

/// Sleeps in slices so that a stop request is seen within 250 ms. False: stop was requested.
inline bool pauseFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + time;
    while (!stop.stop_requested()) {
        const auto left = until - std::chrono::steady_clock::now();
        if (left <= 0ms)
            return true;
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, 250ms));
    }
    return false;
}

/// How somebody waits before asking again; false: stop was requested. Tests give their own, and nobody sleeps.
using PauseBetween = std::function<bool(std::chrono::milliseconds, const std::stop_token &)>;

template <class F>
auto askAgain(F ask, int attempts, std::stop_token stop, const PauseBetween &pauseBetween = pauseFor) -> decltype(ask())
{
    auto pause = std::chrono::milliseconds(500);
    for (int attempt = 1;; ++attempt) {
        auto answer = ask();
        if (answer || attempt >= attempts)
            return answer;
        const auto kind = answer.error().kind;
        if (kind != Error::Kind::Unknown && kind != Error::Kind::NotReached)
            return answer;
        if (!pauseBetween(pause, stop))
            return answer;
        pause = std::min(pause * 2, std::chrono::milliseconds(8000));
    }
}

} // namespace undock::remote
