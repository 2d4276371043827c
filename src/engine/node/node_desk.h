#pragma once

#include "core/base/json.h"
#include "core/node/nat_ports.h"
#include "core/node/qm_list.h"
#include "engine/run/connection.h"
#include "remote/node/holds.h"
#include "remote/node/lease.h"
#include "remote/node/node_facts.h"

namespace undock {

/// One VM of a node, as discovery offers it.
struct DiscoveredVm {
    QString vmid, name, status, ip;
    QString sshPort, panelPort, gatewayPort; ///< the node's; empty where no rule leads there
    QStringList problems; ///< what stands against migrating it, in words
};
Json toJson(const DiscoveredVm &vm);

/// A node without a run: discovery, leases, holds. Belongs to one thread.
class NodeDesk {
public:
    NodeDesk(NodeTarget node, NodeAccess access, Prompter &prompter);
    Done connect(std::stop_token stop = {});
    remote::NodeShell &shell() { return m_connection.shell(); }
    const remote::SshLogin &login() const { return m_connection.login(); }
    /// All VMs with address and ports, in one call. Refused `not-a-proxmox-node`; Unknown `qm-list-unread`.
    Result<std::vector<DiscoveredVm>> discover(std::stop_token stop);
    /// One of them, in one call. Errors: also those of remote::absence().
    Result<DiscoveredVm> lookUp(Vmid vmid, std::stop_token stop);
    /// Whether commands can be run in this VM, by running one that changes nothing. Errors: those
    /// of qm (`qm-no-such-vm`, `qm-vm-stopped`, `qm-no-agent`, `qm-agent-silent`, `qm-exec-disabled`, …).
    Done probe(Vmid vmid, std::stop_token stop);
    /// What of the node itself a person should know, after it was asked something; it keeps nothing from working.
    QList<Error> notices();

private:
    static Done listed(const remote::NodeFacts &node);
    static DiscoveredVm discovered(
        const QmListRow &row, const remote::NodeFacts &node, const QByteArray &configText, const QString &trouble);
    static QString portProblem(const remote::NodeFacts &node, const NatRules &nat, const PortBlock &ports);

    Connection m_connection;
};

} // namespace undock
