#pragma once

#include "remote/guest/guest_transport.h"
#include "remote/node/node_shell.h"

namespace undock::remote {

/// Reaches guests by `qm guest exec` on the node. Calls to one VM take turns through a lock
/// on the node, whoever makes them (facts.md §2: concurrent callers were given each other's output).
class NodeQm : public GuestTransport {
public:
    explicit NodeQm(NodeShell &shell);

    Result<QByteArray> call(Vmid vmid, const QByteArray &input, std::chrono::seconds timeout,
        const std::optional<DeletionGuard> &guard, std::stop_token stop) override;

private:
    NodeShell &m_shell;
};

} // namespace undock::remote
