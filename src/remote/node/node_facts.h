#pragma once

#include "core/params/vmid.h"
#include "remote/node/node_shell.h"

#include <QDateTime>
#include <QMap>

namespace undock::remote {

/// What the node says of itself and of one VM, as it says it: core/node takes the texts apart.
struct NodeFacts {
    QString hostName;
    QString proxmoxVersion; ///< `pveversion`'s line; empty where only `qm` is there
    QString timeZone; ///< IANA name, or empty
    qint64 clockMs = 0; ///< the node's clock, for telling a wrong one
    QByteArray list; ///< `qm list`
    QByteArray status; ///< `qm status V`; empty without a VM asked for
    QByteArray config; ///< `qm config V`
    QString vmTrouble; ///< what qm said when it does not know the VM
    QByteArray nat; ///< `iptables -t nat -S`
    bool natKnown = false; ///< false: iptables could not be asked
};

/// Errors: Refused `not-a-proxmox-node`; NodeShell's.
Result<NodeFacts> nodeFacts(NodeShell &shell, std::optional<Vmid> vmid, std::stop_token stop = {});

/// The node and all of its VMs, in one call.
struct NodeOverview {
    NodeFacts node; ///< of no VM
    QMap<int, QByteArray> configs; ///< `qm config` by VMID
    QMap<int, QString> troubles; ///< where qm told none
};
Result<NodeOverview> nodeOverview(NodeShell &shell, std::stop_token stop = {});

} // namespace undock::remote
