#pragma once

// Inner part of the SSH layer.

#include "core/base/result.h"
#include "remote/ssh/socket.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace undock::remote {

struct SshHandle;

/// The way on from a jump host: a direct-tcpip channel of a session that is logged in there. A thread of its own
/// carries bytes between the channel and a socket that the node's session takes for its connection; the jump host's
/// session belongs to that thread as long as this object lives.
///
/// A jump host that is gone ends the socket, as its own connection notices it (SshOptions::deadPeer); a node that is
/// dead behind a living jump host is noticed by an exchange's own limits only.
class JumpLink {
public:
    /// Asks the jump host for a connection to `host` (a name, or an address without brackets; it is the jump host that
    /// looks it up). Waits `timeout` at the most. Codes, all NotReached, with the jump host as their place:
    /// jump-failed, stopped.
    static Result<std::unique_ptr<JumpLink>> open(std::unique_ptr<SshHandle> jump, const QString &host, int port,
        std::chrono::milliseconds timeout, const std::stop_token &stop);
    /// Ends the thread and the jump host's session, within some 250 ms.
    ~JumpLink();
    JumpLink(const JumpLink &) = delete;
    JumpLink &operator=(const JumpLink &) = delete;

    /// The non-blocking socket; whoever takes it closes it. Once only.
    int takeSocket();
    /// Why the connection to the jump host itself ended, if it did. Any thread.
    std::optional<Error> broken() const;

private:
    struct Impl;
    explicit JumpLink(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace undock::remote
