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

namespace {

DiscoveredVm discovered(
    const QmListRow &row, const remote::NodeFacts &node, const QByteArray &configText, const QString &trouble)
{
    DiscoveredVm vm;
    vm.vmid = row.vmid.toString();
    vm.name = row.name;
    vm.status = row.status;
    if (!row.isRunning())
        vm.problems << QStringLiteral("the VM is %1").arg(row.status);
    if (!trouble.isEmpty()) {
        vm.problems << trouble;
        return vm;
    }
    const auto config = parseQmConfig(configText);
    if (!config) {
        vm.problems << config.error().what;
        return vm;
    }
    if (!config->agentEnabled)
        vm.problems << QStringLiteral("the guest agent is not enabled");
    if (config->isTemplate)
        vm.problems << QStringLiteral("it is a template");
    if (const auto ip = config->ip()) {
        vm.ip = ip->toString();
        const PortBlock ports = portsOf(parseIptablesNat(node.nat), *ip);
        vm.sshPort = firstOf(ports.ssh);
        vm.panelPort = firstOf(ports.panel);
        vm.gatewayPort = firstOf(ports.gateway);
        if (node.natKnown && !ports.missing().isEmpty())
            vm.problems << QStringLiteral("port mappings are missing");
    } else {
        vm.problems << QStringLiteral("its address is not known to the node");
    }
    return vm;
}

} // namespace

Result<std::vector<DiscoveredVm>> NodeDesk::discover(std::stop_token stop)
{
    const auto overview = remote::nodeOverview(shell(), stop);
    if (!overview)
        return tl::make_unexpected(overview.error());
    std::vector<DiscoveredVm> found;
    for (const QmListRow &row : parseQmList(overview->node.list)) {
        const int vmid = row.vmid.value();
        found.push_back(discovered(row, overview->node, overview->configs.value(vmid), overview->troubles.value(vmid)));
    }
    return found;
}

Result<std::optional<DiscoveredVm>> NodeDesk::lookUp(Vmid vmid, std::stop_token stop)
{
    const auto facts = remote::nodeFacts(shell(), vmid, stop);
    if (!facts)
        return tl::make_unexpected(facts.error());
    for (const QmListRow &row : parseQmList(facts->list)) {
        if (row.vmid.value() == vmid.value())
            return discovered(row, *facts, facts->config, facts->vmTrouble);
    }
    return std::nullopt;
}

Done NodeDesk::probe(Vmid vmid, std::stop_token stop)
{
    remote::NodeQm qm(shell());
    const auto answer = qm.call(vmid, QByteArrayLiteral("true\n"), std::chrono::seconds(15), std::nullopt, stop);
    return answer ? Done() : tl::make_unexpected(answer.error());
}

} // namespace undock
