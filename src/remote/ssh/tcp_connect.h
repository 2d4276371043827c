#pragma once

#include "core/base/result.h"

#include <chrono>
#include <stop_token>

namespace undock::remote {

/// A connected, non-blocking TCP socket with keep-alive and a bound on unacknowledged data,
/// so that a dead peer shows as an error on the socket (facts.md §6). The caller closes it.
/// Codes (all NotReached): dns, refused, no-route, connect-timeout, connect-failed, stopped.
Result<int> connectTcp(const QString &host, int port, std::chrono::milliseconds timeout,
    std::chrono::milliseconds deadPeer, const std::stop_token &stop);

} // namespace undock::remote
