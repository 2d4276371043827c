#pragma once

#include "core/params/node_target.h"
#include "remote/ssh/ssh_options.h"

namespace undock::remote {

/// `ssh -W` to the node through another host, as a child process with its ends on a socket.
///
/// Its limits: the jump host is logged in to by the system's own ssh, which cannot ask
/// anything here (BatchMode), so it needs an agent or a key without passphrase and a jump host
/// that is already known; and a dead peer behind it is only noticed by an exchange's own limits.
class JumpProcess {
public:
    JumpProcess() = default;
    ~JumpProcess() { stop(); }
    JumpProcess(const JumpProcess &) = delete;
    JumpProcess &operator=(const JumpProcess &) = delete;

    /// The socket; the caller closes it. Codes: NotReached `jump-failed`.
    Result<int> start(const NodeTarget &jump, const QString &host, int port, const SshOptions &options);
    void stop();

private:
    int m_pid = -1;
};

} // namespace undock::remote
