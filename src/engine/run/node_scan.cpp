#include "engine/run/node_scan.h"

#include "core/ledger/port_conflicts.h"
#include "core/node/guest_addresses.h"
#include "core/node/nat_ports.h"
#include "core/node/qm_config.h"
#include "core/node/qm_list.h"
#include "core/plan/plan.h"
#include "engine/ledger/desk_ledger.h"

#include <algorithm>

namespace undock {

namespace {

constexpr char fine[] = "fine";
constexpr char attention[] = "attention";
constexpr char blocks[] = "blocks";

class Findings {
public:
    explicit Findings(Facts &facts)
        : m_facts(facts)
    {
    }
    void add(const char *level, const char *code, const QString &text)
    {
        m_facts.add(
            QStringLiteral("finding"), QStringLiteral("%1 %2 %3").arg(QLatin1String(level), QLatin1String(code), text));
        m_output += QStringLiteral("%1: %2\n").arg(QLatin1String(level), text);
    }
    QString output() const { return m_output; }

private:
    Facts &m_facts;
    QString m_output;
};

QString portList(const QList<quint16> &ports)
{
    QStringList texts;
    for (const quint16 port : ports)
        texts << QString::number(port);
    return texts.join(QLatin1Char(' '));
}

/// The addresses that the VM itself has. Nothing is concluded where its agent did not tell.
void compareAddresses(const remote::NodeFacts &node, const GuestIp &ip, Facts &facts, Findings &findings)
{
    const auto own = parseGuestAddresses(node.addresses);
    if (!own || own->isEmpty())
        return;
    QStringList texts;
    for (const GuestIp &address : *own)
        texts << address.toString();
    facts.add(QStringLiteral("vm_addresses"), texts.join(QLatin1Char(' ')));
    if (!own->contains(ip))
        findings.add(attention, "ip-not-in-vm",
            QStringLiteral("The node has %1 for this VM, the VM itself has %2: the public ports may lead elsewhere.")
                .arg(ip.toString(), texts.join(QLatin1Char(' '))));
}

/// Rules that may or may not lead to the VM, each in its own words: never taken for a mapping, nor for none.
void tellUncertain(const NatRules &rules, const PortBlock &ports, Findings &findings)
{
    constexpr qsizetype most = 5;
    constexpr qsizetype longest = 300;
    for (qsizetype i = 0; i < std::min(most, ports.conditional.size()); ++i)
        findings.add(attention, "nat-conditional",
            QStringLiteral("A mapping to the VM holds for some connections only, which is not weighed here: %1")
                .arg(ports.conditional[i].rule.left(longest)));
    for (qsizetype i = 0; i < std::min(most, rules.unread.size()); ++i)
        findings.add(attention, "nat-unread",
            QStringLiteral("Of the node's port mappings this could not be read: %1")
                .arg(rules.unread[i].left(longest)));
}

void scanNat(const remote::NodeFacts &node, const GuestIp &ip, Facts &facts, Findings &findings)
{
    for (const QString &said : node.natSaid)
        findings.add(attention, "nat-warned", QStringLiteral("The node's iptables says: %1").arg(said));
    if (!node.natKnown) {
        findings.add(attention, "nat-unknown",
            QStringLiteral("The node's port mappings could not be read; the public ports are not known."));
        return;
    }
    const NatRules rules = remote::natRules(node);
    const PortBlock ports = portsOf(rules, ip);
    facts.add(QStringLiteral("port_ssh"), portList(ports.ssh));
    facts.add(QStringLiteral("port_panel"), portList(ports.panel));
    facts.add(QStringLiteral("port_gateway"), portList(ports.gateway));
    if (const auto span = ports.span())
        facts.add(QStringLiteral("port_block"), span->toString());
    tellUncertain(rules, ports, findings);
    for (const int missing : ports.missing()) {
        if (ports.mayLeadTo(missing))
            continue; // told with its rule
        if (rules.unread.isEmpty())
            findings.add(attention, "nat-missing",
                QStringLiteral("No port mapping of the node leads to the VM's port %1.").arg(missing));
        else
            findings.add(attention, "nat-uncertain",
                QStringLiteral("Whether a port mapping of the node leads to the VM's port %1 is not known: not all of "
                               "them could be read.")
                    .arg(missing));
    }
    for (const NatOverlap &overlap : overlaps(rules)) {
        if (overlap.first.guest != ip && overlap.second.guest != ip)
            continue;
        const bool doubled = overlap.kind == NatOverlap::Kind::Doubled;
        findings.add(attention, doubled ? "nat-doubled" : "nat-contradicted",
            doubled ? QStringLiteral("The mapping of the node's port %1 stands twice.").arg(overlap.ports.toString())
                    : QStringLiteral("Two mappings claim the node's port %1; only the first is ever used.")
                          .arg(overlap.ports.toString()));
    }
    if (ports.missing().isEmpty())
        findings.add(fine, "nat-complete", QStringLiteral("The node's port mappings for this VM are complete."));
}

void scanVm(const remote::NodeFacts &node, const RunParameters &parameters, Facts &facts, Findings &findings)
{
    if (!node.vmTrouble.isEmpty()) {
        const Error absent = remote::absence(node, parameters.vmid);
        findings.add(blocks, absent.code.toLatin1().constData(), absent.what);
        return;
    }
    const QString status = parseQmStatus(node.status);
    facts.add(QStringLiteral("vm_status"), status);
    if (status.isEmpty())
        findings.add(blocks, "vm-status-unread",
            QStringLiteral("The node did not tell whether the VM runs: %1").arg(node.statusTrouble));
    else if (status != QLatin1String("running"))
        findings.add(blocks, "vm-not-running", QStringLiteral("The VM is %1; start it first.").arg(status));

    const auto config = parseQmConfig(node.config);
    if (!config) {
        findings.add(blocks, "vm-config-unreadable", config.error().what);
        return;
    }
    facts.add(QStringLiteral("vm_name"), config->name);
    if (!config->agentEnabled) {
        findings.add(blocks, "agent-not-configured",
            QStringLiteral(
                "The guest agent is not enabled in the VM's configuration; set agent: 1 and restart the VM."));
    }
    if (!config->lock.isEmpty()) {
        findings.add(blocks, "vm-locked",
            QStringLiteral("The VM is locked by the node (%1); wait until that ends.").arg(config->lock));
    }
    const auto nodeIp = config->ip();
    if (nodeIp)
        facts.add(QStringLiteral("node_ip"), nodeIp->toString());
    if (parameters.ip && nodeIp && *parameters.ip != *nodeIp) {
        findings.add(blocks, "ip-conflict",
            QStringLiteral("You gave %1, the node says %2 for this VM: one of the two is another machine.")
                .arg(parameters.ip->toString(), nodeIp->toString()));
        return;
    }
    const auto ip = nodeIp ? nodeIp : parameters.ip;
    if (!ip) {
        findings.add(attention, "ip-unknown",
            QStringLiteral("Neither the node nor you told the VM's address; its public ports cannot be looked up."));
        return;
    }
    facts.add(QStringLiteral("ip"), ip->toString());
    compareAddresses(node, *ip, facts, findings);
    scanNat(node, *ip, facts, findings);
}

/// What the login shell does before each command costs every step, or stands in the way of answers.
void tellShellManners(const remote::NodeShell::Manners &manners, Findings &findings)
{
    if (!manners.printed.isEmpty())
        findings.add(attention, "login-shell-prints",
            QStringLiteral("The node's login shell prints before every answer; that was cut off. Make "
                           "`[ -t 1 ] || return` the first line of root's .bashrc on the node. It prints: %1")
                .arg(manners.printed));
    if (manners.isSlow())
        findings.add(attention, "login-shell-slow",
            QStringLiteral("The node's login shell took %1 s until it got to a command; look at root's .bashrc on the "
                           "node.")
                .arg(double(manners.slowest.count()) / 1000, 0, 'f', 1));
}

/// The ledger and the node's rules must not contradict each other about this VM; neither
/// is guessed from the other.
void scanLedger(
    const remote::NodeFacts &node, RunSession &session, const QString &place, Facts &facts, Findings &findings)
{
    DeskLedger desk(place, session.node());
    if (!desk.isNamed())
        return;
    const auto read = desk.read(session.control().stop);
    if (!read) {
        findings.add(attention, "ledger-unreadable",
            QStringLiteral("The ledger could not be read: %1").arg(describe(read.error())));
        return;
    }
    const RunParameters &parameters = session.parameters();
    const auto row = read->ledger.findRow(parameters.vmid, parameters.node.host());
    if (!row) {
        findings.add(attention, "ledger-row", QStringLiteral("The ledger: %1").arg(describe(row.error())));
        return;
    }
    facts.add(QStringLiteral("ledger_sha256"), QString::fromLatin1(read->file.sha256));
    const auto ip = GuestIp::parse(facts.value(u"ip"));
    if (!ip || !node.natKnown)
        return;
    const QList<PortConflict> conflicts = portConflicts(remote::natRules(node), *ip, *row);
    for (const PortConflict &conflict : conflicts) {
        findings.add(attention, "ledger-conflict",
            QStringLiteral("Ledger and node disagree on %1 (%2): the ledger says %3, the node %4.")
                .arg(conflict.field.isEmpty() ? QStringLiteral("the VM") : conflict.field, conflict.code,
                    conflict.ledger.isEmpty() ? QStringLiteral("nothing") : conflict.ledger,
                    conflict.node.isEmpty() ? QStringLiteral("nothing") : conflict.node));
    }
    if (conflicts.isEmpty())
        findings.add(fine, "ledger-agrees", QStringLiteral("Ledger and port mappings agree."));
}

} // namespace

Done scanNode(RunSession &session, const QString &ledger)
{
    using namespace std::chrono_literals;
    auto job = session.beginLocal(nodeScanStep, Stage::A, "node");
    if (!job)
        return tl::make_unexpected(job.error());
    Facts facts;
    Findings findings(facts);

    Result<remote::NodeFacts> node = fail(Error::Kind::NotReached, QStringLiteral("not-asked"), {});
    for (int attempt = 0; attempt < 4 && !node; ++attempt) {
        if (const Done connected = session.node().ensureWithin(60s, session.control().stop); !connected) {
            node = tl::make_unexpected(connected.error());
            break;
        }
        node = session.node().facts(session.parameters().vmid, session.control().stop);
        if (!node
            && (node.error().kind == Error::Kind::Refused || node.error().code == QLatin1String("login-shell-stuck")))
            break;
        if (!node && !session.node().clock().pause(1s, session.control().stop))
            break;
    }
    if (!node) {
        facts.add(QStringLiteral("failure"), node.error().code + QLatin1Char(' ') + node.error().what);
        session.endLocal(*job, facts, {});
        return tl::make_unexpected(node.error());
    }
    facts.add(QStringLiteral("node_name"), node->hostName);
    facts.add(QStringLiteral("node_version"), node->proxmoxVersion);
    facts.add(QStringLiteral("host_key"), session.node().login().hostKeyFingerprint);
    facts.add(QStringLiteral("login_method"), session.node().login().method);
    tellShellManners(node->shell, findings);
    scanVm(*node, session.parameters(), facts, findings);
    scanLedger(*node, session, ledger, facts, findings);
    return session.endLocal(*job, facts, findings.output());
}

} // namespace undock
