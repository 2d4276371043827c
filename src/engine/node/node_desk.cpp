#include "engine/node/node_desk.h"

#include "core/node/qm_config.h"
#include "core/node/qm_list.h"

#include <algorithm>

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

QString NodeDesk::portProblem(const remote::NodeFacts &node, const NatRules &nat, const PortBlock &ports)
{
    if (!node.natKnown)
        return QStringLiteral("the node's port mappings could not be read");
    const QList<int> missing = ports.missing();
    if (missing.isEmpty())
        return {};
    const auto conditional
        = std::count_if(missing.begin(), missing.end(), [&ports](int port) { return ports.mayLeadTo(port); });
    if (conditional > 0)
        return QStringLiteral("a port mapping holds for some connections only: ")
            + ports.conditional.front().rule.left(200);
    if (!nat.unread.isEmpty())
        return QStringLiteral("not all port mappings could be read: ") + nat.unread.front().left(200);
    return QStringLiteral("port mappings are missing");
}

Result<std::vector<DiscoveredVm>> NodeDesk::discover(std::stop_token stop)
{
    const auto overview = remote::nodeFacts(shell(), std::nullopt, stop);
    if (!overview)
        return tl::make_unexpected(overview.error());
    if (!overview->listTrouble.isEmpty())
        return fail(Error::Kind::Unknown, QStringLiteral("qm-list-unread"),
            QStringLiteral("The node did not list its VMs: ") + overview->listTrouble, QStringLiteral("node"),
            QStringLiteral("Run `qm list` on the node and look at what it says."));
    const NatRules nat = remote::natRules(*overview);
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
            vm.problems << (facts->vmTrouble.isEmpty() ? config.error().what : facts->vmTrouble);
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
            if (const QString problem = portProblem(*overview, nat, ports); !problem.isEmpty())
                vm.problems << problem;
        } else {
            vm.problems << QStringLiteral("its address is not known to the node");
        }
        found.push_back(vm);
    }
    return found;
}

QList<Error> NodeDesk::notices()
{
    QList<Error> list;
    const remote::NodeShell::Manners &manners = shell().manners();
    if (!manners.printed.isEmpty())
        list << Error{ Error::Kind::Failed, QStringLiteral("login-shell-prints"),
            QStringLiteral("the node's login shell prints before every answer; that is cut off: %1")
                .arg(manners.printed),
            {}, QStringLiteral("make `[ -t 1 ] || return` the first line of root's .bashrc on the node") };
    if (manners.isSlow())
        list << Error{ Error::Kind::Failed, QStringLiteral("login-shell-slow"),
            QStringLiteral("the node's login shell took %1 s until it got to a command")
                .arg(double(manners.slowest.count()) / 1000, 0, 'f', 1),
            {}, QStringLiteral("look at root's .bashrc on the node") };
    return list;
}

Error NodeDesk::absence(Vmid vmid, std::stop_token stop)
{
    const auto facts = remote::nodeFacts(shell(), vmid, stop);
    if (!facts)
        return facts.error();
    if (!facts->vmTrouble.isEmpty())
        return remote::absence(*facts, vmid);
    return { Error::Kind::Unknown, QStringLiteral("vm-config-unreadable"),
        QStringLiteral("The node has VM %1, but did not list it.").arg(vmid.toString()), vmid.toString(),
        QStringLiteral("look it up again") };
}

Done NodeDesk::probe(Vmid vmid, std::stop_token stop)
{
    remote::NodeQm qm(shell());
    const auto answer = qm.call(vmid, QByteArrayLiteral("true\n"), std::chrono::seconds(15), std::nullopt, stop);
    return answer ? Done() : tl::make_unexpected(answer.error());
}

} // namespace undock
