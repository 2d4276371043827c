#pragma once

#include "core/params/vmid.h"
#include "remote/node/node_shell.h"

namespace undock::remote {

/// VM snapshots on the node, on the operator's choice. Names: a letter, then letters, digits, `_` and `-`, 40 at most.
Done takeSnapshot(
    NodeShell &shell, Vmid vmid, const QString &name, const QString &description, std::stop_token stop = {});
Done removeSnapshot(NodeShell &shell, Vmid vmid, const QString &name, std::stop_token stop = {});
Result<QStringList> snapshots(NodeShell &shell, Vmid vmid, std::stop_token stop = {});

} // namespace undock::remote
