#pragma once

#include "core/base/result.h"
#include "remote/ssh/socket.h"

#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

namespace undock::remote {

/// Asks the machine's name service; may take long, and cannot be stopped.
using LookUp = std::function<Result<std::vector<PeerAddress>>(const QString &host, int port)>;
Result<std::vector<PeerAddress>> systemLookUp(const QString &host, int port);

/// The same, but given up as soon as `stop` is requested: what `lookUp` does then is nobody's concern any more.
/// Codes (all NotReached): dns, stopped.
Result<std::vector<PeerAddress>> addressesOf(
    const QString &host, int port, const std::stop_token &stop, const LookUp &lookUp = &systemLookUp);

/// A connected, non-blocking TCP socket with keep-alive and a bound on unacknowledged data, so that a dead peer shows
/// as an error on the socket (facts.md §6). The caller closes it (closeSocket). Each address has the whole `timeout`:
/// one that is dead takes nothing from the next. Codes (all NotReached): refused, no-route, connect-timeout,
/// connect-failed, stopped.
Result<int> connectTcp(const std::vector<PeerAddress> &addresses, const QString &where,
    std::chrono::milliseconds timeout, std::chrono::milliseconds deadPeer, const std::stop_token &stop);

} // namespace undock::remote
