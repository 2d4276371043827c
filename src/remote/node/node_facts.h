#pragma once

#include "core/node/nat_rules.h"
#include "core/params/vmid.h"
#include "remote/node/node_shell.h"

#include <QDateTime>
#include <QMap>

namespace undock::remote {

/// Where a VM is that this node's qm does not know.
struct VmPlace {
    enum class Kind {
        Here,
        OtherNode, ///< of the same cluster
        Container, ///< the number is a container's
        Gone, ///< the cluster was asked and has no such number
        Unread, ///< could not be told
    };
    Kind kind = Kind::Unread;
    QString node; ///< of OtherNode and Container
    QString why; ///< of Unread
};

/// What the node says of itself and of one VM, as it says it: core/node takes the texts apart.
struct NodeFacts {
    QString hostName;
    QString proxmoxVersion; ///< `pveversion`'s line; empty where only `qm` is there
    QString timeZone; ///< IANA name, or empty
    qint64 clockMs = 0; ///< the node's clock, for telling a wrong one
    QByteArray list; ///< `qm list`
    QString listTrouble; ///< why there is no list; empty when there is one
    QByteArray status; ///< `qm status V`; empty without a VM asked for
    QString statusTrouble;
    QByteArray config; ///< `qm config V --current`
    QString vmTrouble; ///< what qm said when it gave no configuration
    VmPlace vmPlace; ///< only with a vmTrouble: where the cluster has that number
    QByteArray addresses; ///< `qm guest cmd V network-get-interfaces`; empty when not asked for or not told

    QList<QByteArray> nat; ///< `iptables -t nat -S`, of each iptables that has such a table
    bool natKnown = false; ///< false: iptables could not be asked
    QString natTrouble; ///< why it could not
    QStringList natSaid; ///< what it said beside its answer, line by line
    NodeShell::Manners shell; ///< of the login shell, over all calls so far
    QStringList natUnread; ///< what may lead to a VM, and no iptables shows: rules, or why they are not known
};

/// Why the node gave no configuration of this VM: `vm-moved`, `vm-is-container`, `no-such-vm` (only where the whole
/// cluster was asked), or Unknown `vm-config-unreadable`. Only for facts with a vmTrouble.
Error absence(const NodeFacts &facts, Vmid vmid);

/// All rules together. What could not be read stands in NatRules::unread.
NatRules natRules(const NodeFacts &facts);

/// `withAddresses`: also ask the VM's agent for its addresses (one more call to the guest).
/// Errors: Refused `not-a-proxmox-node`; NotReached `cluster-down`; NodeShell's.
Result<NodeFacts> nodeFacts(
    NodeShell &shell, std::optional<Vmid> vmid, std::stop_token stop = {}, bool withAddresses = false);

/// The node, and the configuration of each VM that it lists, in one call.
struct NodeOverview {
    NodeFacts node; ///< of no VM
    QMap<int, QByteArray> configs; ///< `qm config V --current`, by VMID
    QMap<int, QString> troubles; ///< where qm gave none
};
/// Errors: those of nodeFacts().
Result<NodeOverview> nodeOverview(NodeShell &shell, std::stop_token stop = {});

} // namespace undock::remote
