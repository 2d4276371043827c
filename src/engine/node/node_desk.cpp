#include "engine/node/node_desk.h"

#include "core/node/qm_config.h"
#include "core/node/qm_list.h"
#include "core/params/field.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock {

namespace {

/// NodeDesk asks no guest; the connection needs some VM all the same.
Vmid noVm()
{
    return *Vmid::parse(u"100");
}

/// qm's own word where it is not one of the usual two.
QString notRunning(const QString &status)
{
    return status == QLatin1String("stopped") ? phrase("vm-is-stopped")
        : status == QLatin1String("paused")   ? phrase("vm-is-paused")
                                              : phrase("vm-status-is", { { "status", status } });
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
        problems.push_back(toStd(inEnglish(problem)));
    return { { keyOf(Field::Vmid), toStd(vm.vmid) }, { "name", toStd(vm.name) }, { "status", toStd(vm.status) },
        { keyOf(Field::Ip), toStd(vm.ip) }, { "port_ssh", toStd(vm.sshPort) }, { "port_panel", toStd(vm.panelPort) },
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
        return phrase("nat-unread-on-node");
    const QList<int> missing = ports.missing();
    if (missing.isEmpty())
        return {};
    const auto conditional
        = std::count_if(missing.begin(), missing.end(), [&ports](int port) { return ports.mayLeadTo(port); });
    if (conditional > 0)
        return phrase("nat-some-connections", { { "rule", ports.conditional.front().rule.left(200) } });
    if (!nat.unread.isEmpty())
        return phrase("nat-some-unread", { { "rule", nat.unread.front().left(200) } });
    return phrase("nat-missing-ports");
}

Done NodeDesk::listed(const remote::NodeFacts &node)
{
    if (node.listTrouble.isEmpty())
        return {};
    return fail(Error::Kind::Unknown, QStringLiteral("qm-list-unread"),
        phrase("qm-list-unread", { { "error", node.listTrouble } }), nameOf(Field::Node), phrase("cure-qm-list"));
}

DiscoveredVm NodeDesk::discovered(
    const QmListRow &row, const remote::NodeFacts &node, const QByteArray &configText, const QString &trouble)
{
    DiscoveredVm vm;
    vm.vmid = row.vmid.toString();
    vm.name = row.name;
    vm.status = row.status;
    if (!row.isRunning())
        vm.problems << notRunning(row.status);
    const auto config = parseQmConfig(configText);
    if (!config) {
        vm.problems << (trouble.isEmpty() ? config.error().what : trouble);
        return vm;
    }
    if (!config->agentEnabled)
        vm.problems << phrase("vm-agent-not-enabled");
    if (config->isTemplate)
        vm.problems << phrase("vm-is-template");
    if (const auto ip = config->ip()) {
        vm.ip = ip->toString();
        const NatRules nat = remote::natRules(node);
        const PortBlock ports = portsOf(nat, *ip);
        vm.sshPort = firstOf(ports.ssh);
        vm.panelPort = firstOf(ports.panel);
        vm.gatewayPort = firstOf(ports.gateway);
        if (const QString problem = portProblem(node, nat, ports); !problem.isEmpty())
            vm.problems << problem;
    } else {
        vm.problems << phrase("vm-address-unknown");
    }
    return vm;
}

Result<std::vector<DiscoveredVm>> NodeDesk::discover(std::stop_token stop)
{
    const auto overview = remote::nodeOverview(shell(), stop);
    if (!overview)
        return tl::make_unexpected(overview.error());
    if (const Done has = listed(overview->node); !has)
        return tl::make_unexpected(has.error());
    std::vector<DiscoveredVm> found;
    for (const QmListRow &row : parseQmList(overview->node.list)) {
        const int vmid = row.vmid.value();
        found.push_back(discovered(row, overview->node, overview->configs.value(vmid), overview->troubles.value(vmid)));
    }
    return found;
}

Result<DiscoveredVm> NodeDesk::lookUp(Vmid vmid, std::stop_token stop)
{
    const auto facts = remote::nodeFacts(shell(), vmid, stop);
    if (!facts)
        return tl::make_unexpected(facts.error());
    if (const Done has = listed(*facts); !has)
        return tl::make_unexpected(has.error());
    for (const QmListRow &row : parseQmList(facts->list)) {
        if (row.vmid.value() == vmid.value())
            return discovered(row, *facts, facts->config, facts->vmTrouble);
    }
    if (!facts->vmTrouble.isEmpty())
        return tl::make_unexpected(remote::absence(*facts, vmid));
    return fail(Error::Kind::Unknown, QStringLiteral("vm-config-unreadable"),
        phrase("vm-unlisted", { { "vmid", vmid.toString() } }), vmid.toString(), phrase("cure-look-up-again"));
}

QList<Error> NodeDesk::notices()
{
    QList<Error> list;
    const remote::NodeShell::Manners &manners = shell().manners();
    if (!manners.printed.isEmpty())
        list << Error{ Error::Kind::Failed, QStringLiteral("login-shell-prints"),
            phrase("login-shell-prints-so", { { "printed", manners.printed } }), {}, phrase("cure-bashrc-first-line") };
    if (manners.isSlow())
        list << Error{ Error::Kind::Failed, QStringLiteral("login-shell-slow"),
            phrase(
                "login-shell-took", { { "seconds", QString::number(double(manners.slowest.count()) / 1000, 'f', 1) } }),
            {}, phrase("cure-bashrc-look") };
    return list;
}

Done NodeDesk::probe(Vmid vmid, std::stop_token stop)
{
    remote::NodeQm qm(shell());
    const auto answer = qm.call(vmid, QByteArrayLiteral("true\n"), std::chrono::seconds(15), std::nullopt, stop);
    return answer ? Done() : tl::make_unexpected(answer.error());
}

} // namespace undock
