#pragma once

#include "core/params/node_target.h"

#include <QSet>

#include <utility>

namespace undock::gui {

/// Node and VMID: each node counts its VMs for itself.
using VmPlace = std::pair<QString, QString>;

/// However the node was written, with its usual port or without.
inline VmPlace vmPlace(const QString &node, const QString &vmid)
{
    const auto target = NodeTarget::parse(node);
    return { target ? target->toString() : node, vmid };
}

} // namespace undock::gui
