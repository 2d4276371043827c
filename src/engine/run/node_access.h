#pragma once

#include <QString>

namespace undock {

/// How a node is reached from this desk; the part of DeskSettings that SSH needs.
struct NodeAccess {
    QString knownHosts;
    QString identity;
    QString jumpHost;
};

} // namespace undock
