#pragma once

#include "engine/port/node_port.h"
#include "engine/run/node_access.h"
#include "engine/run/prompter.h"

#include <functional>

namespace undock {

/// What a node's public port answered to this desk.
struct PublicAnswer {
    int status = 0; ///< 0: no HTTP answer
    QString error;
};

/// Everything outside of the desk that runs and the queue reach for. Called from all worker threads.
class Reach {
public:
    virtual ~Reach() = default;
    virtual std::unique_ptr<NodePort> node(
        const NodeTarget &node, Vmid vmid, const NodeAccess &access, Prompter &prompter)
        = 0;
    /// Asks for "/" there, as a stranger. `over` is asked again and again; true ends the waiting.
    virtual PublicAnswer publicPort(const QString &host, int port, const std::function<bool()> &over) = 0;
    virtual Clock &clock() = 0;

    /// Real nodes, over SSH.
    static Reach &overSsh();
};

} // namespace undock
