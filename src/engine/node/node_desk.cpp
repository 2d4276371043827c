#include "engine/node/node_desk.h"

#include "core/node/nat_ports.h"
#include "core/node/qm_config.h"
#include "core/node/qm_list.h"
#include "remote/node/node_facts.h"

namespace undock {

namespace {

/// NodeDesk asks no guest; the connection needs some VM all the same.
Vmid noVm()
{
    return *Vmid::parse(u"100");
}

QString firstOf(const QList<quint16> &ports)
{
    return ports.isEmpty() ? QString() : QString::number(ports.front());
}

} // namespace

Json toJson(const DiscoveredVm &vm)
{
    Json problems = Json::array();
    for (const QString &problem : vm.problems)
        problems.push_back(toStd(problem));
    return { { "vmid", toStd(vm.vmid) }, { "name", toStd(vm.name) }, { "status", toStd(vm.status) },
        { "ip", toStd(vm.ip) }, { "port_ssh", toStd(vm.sshPort) }, { "port_panel", toStd(vm.panelPort) },
        { "port_gateway", toStd(vm.gatewayPort) }, { "problems", problems } };
}

NodeDesk::NodeDesk(NodeTarget node, NodeAccess access, Prompter &prompter)
    : m_connection(std::move(node), noVm(), std::move(access), prompter)
{
}

Done NodeDesk::connect(std::stop_token stop)
{
    return m_connection.ensure(stop);
}

Result<std::vector<DiscoveredVm>> NodeDesk::discover(std::stop_token stop)
{
    const auto overview = remote::nodeFacts(shell(), std::nullopt, stop);
    if (!overview)
        return tl::make_unexpected(overview.error());
    const NatRules nat = parseIptablesNat(overview->nat);
    std::vector<DiscoveredVm> found;
    for (const QmListRow &row : parseQmList(overview->list)) {
        DiscoveredVm vm;
        vm.vmid = row.vmid.toString();
        vm.name = row.name;
        vm.status = row.status;
        if (!row.isRunning())
            vm.problems << QStringLiteral("the VM is %1").arg(row.status);
        const auto facts = remote::nodeFacts(shell(), row.vmid, stop);
        if (!facts)
            return tl::make_unexpected(facts.error());
        const auto config = parseQmConfig(facts->config);
        if (!config) {
            vm.problems << config.error().what;
            found.push_back(vm);
            continue;
        }
        if (!config->agentEnabled)
            vm.problems << QStringLiteral("the guest agent is not enabled");
        if (config->isTemplate)
            vm.problems << QStringLiteral("it is a template");
        if (const auto ip = config->ip()) {
            vm.ip = ip->toString();
            const PortBlock ports = portsOf(nat, *ip);
            vm.sshPort = firstOf(ports.ssh);
            vm.panelPort = firstOf(ports.panel);
            vm.gatewayPort = firstOf(ports.gateway);
            if (overview->natKnown && !ports.missing().isEmpty())
                vm.problems << QStringLiteral("port mappings are missing");
        } else {
            vm.problems << QStringLiteral("its address is not known to the node");
        }
        found.push_back(vm);
    }
    return found;
}

Done NodeDesk::probe(Vmid vmid, std::stop_token stop)
{
    remote::NodeQm qm(shell());
    const auto answer = qm.call(vmid, QByteArrayLiteral("true\n"), std::chrono::seconds(15), std::nullopt, stop);
    return answer ? Done() : tl::make_unexpected(answer.error());
}

} // namespace undock
