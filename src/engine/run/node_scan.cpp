#include "engine/run/node_scan.h"

#include "core/ledger/port_conflicts.h"
#include "core/node/guest_addresses.h"
#include "core/node/nat_ports.h"
#include "core/node/qm_config.h"
#include "core/node/qm_list.h"
#include "core/plan/plan.h"
#include "core/text/phrase.h"
#include "engine/ledger/desk_ledger.h"

#include <algorithm>

namespace undock {

namespace {

constexpr auto Said = PhraseValue::Kind::Said;
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
        m_output += QStringLiteral("%1: %2\n").arg(QLatin1String(level), inEnglish(text));
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
            phrase("ip-not-in-vm", { { "node_ip", ip.toString() }, { "addresses", texts.join(QLatin1Char(' ')) } }));
}

/// Rules that may or may not lead to the VM, each in its own words: never taken for a mapping, nor for none.
void tellUncertain(const NatRules &rules, const PortBlock &ports, Findings &findings)
{
    constexpr qsizetype most = 5;
    constexpr qsizetype longest = 300;
    for (qsizetype i = 0; i < std::min(most, ports.conditional.size()); ++i)
        findings.add(attention, "nat-conditional",
            phrase("nat-conditional", { { "rule", ports.conditional[i].rule.left(longest) } }));
    for (qsizetype i = 0; i < std::min(most, rules.unread.size()); ++i)
        findings.add(attention, "nat-unread", phrase("nat-unread", { { "rule", rules.unread[i].left(longest) } }));
}

void scanNat(const remote::NodeFacts &node, const GuestIp &ip, Facts &facts, Findings &findings)
{
    for (const QString &said : node.natSaid)
        findings.add(attention, "nat-warned", phrase("nat-warned", { { "text", said } }));
    if (!node.natKnown) {
        findings.add(attention, "nat-unknown", phrase("nat-unknown"));
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
            findings.add(attention, "nat-missing", phrase("nat-missing", { { "port", missing } }));
        else
            findings.add(attention, "nat-uncertain", phrase("nat-uncertain", { { "port", missing } }));
    }
    for (const NatOverlap &overlap : overlaps(rules)) {
        if (overlap.first.guest != ip && overlap.second.guest != ip)
            continue;
        const bool doubled = overlap.kind == NatOverlap::Kind::Doubled;
        findings.add(attention, doubled ? "nat-doubled" : "nat-contradicted",
            doubled ? phrase("nat-doubled", { { "ports", overlap.ports.toString() } })
                    : phrase("nat-contradicted", { { "ports", overlap.ports.toString() } }));
    }
    if (ports.missing().isEmpty())
        findings.add(fine, "nat-complete", phrase("nat-complete"));
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
        findings.add(blocks, "vm-status-unread", phrase("vm-status-unread", { { "why", node.statusTrouble } }));
    else if (status != QLatin1String("running"))
        findings.add(blocks, "vm-not-running", phrase("vm-not-running", { { "status", status } }));

    const auto config = parseQmConfig(node.config);
    if (!config) {
        findings.add(blocks, "vm-config-unreadable", config.error().what);
        return;
    }
    facts.add(QStringLiteral("vm_name"), config->name);
    if (!config->agentEnabled) {
        findings.add(blocks, "agent-not-configured", phrase("agent-not-configured"));
    }
    if (!config->lock.isEmpty()) {
        findings.add(blocks, "vm-locked", phrase("vm-locked", { { "lock", config->lock } }));
    }
    const auto nodeIp = config->ip();
    if (nodeIp)
        facts.add(QStringLiteral("node_ip"), nodeIp->toString());
    if (parameters.ip && nodeIp && *parameters.ip != *nodeIp) {
        findings.add(blocks, "ip-conflict",
            phrase("ip-conflict", { { "given", parameters.ip->toString() }, { "node_ip", nodeIp->toString() } }));
        return;
    }
    const auto ip = nodeIp ? nodeIp : parameters.ip;
    if (!ip) {
        findings.add(attention, "ip-unknown", phrase("ip-unknown"));
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
        findings.add(attention, "login-shell-prints", phrase("login-shell-prints", { { "text", manners.printed } }));
    if (manners.isSlow())
        findings.add(attention, "login-shell-slow",
            phrase("login-shell-slow",
                { { "seconds", QString::number(double(manners.slowest.count()) / 1000, 'f', 1) } }));
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
            phrase("ledger-unreadable", { { "why", read.error().what, PhraseValue::Kind::Said } }));
        return;
    }
    const RunParameters &parameters = session.parameters();
    const auto row = read->ledger.findRow(parameters.vmid, parameters.node.host());
    if (!row) {
        findings.add(
            attention, "ledger-row", phrase("ledger-row", { { "why", row.error().what, PhraseValue::Kind::Said } }));
        return;
    }
    facts.add(QStringLiteral("ledger_sha256"), QString::fromLatin1(read->file.sha256));
    const auto ip = GuestIp::parse(facts.value(u"ip"));
    if (!ip || !node.natKnown)
        return;
    const QList<PortConflict> conflicts = portConflicts(remote::natRules(node), *ip, *row);
    for (const PortConflict &conflict : conflicts) {
        findings.add(attention, "ledger-conflict",
            phrase("ledger-conflict",
                { { "field", conflict.field.isEmpty() ? phrase("the-vm") : conflict.field, Said },
                    { "kind", conflict.code },
                    { "ledger", conflict.ledger.isEmpty() ? phrase("nothing") : conflict.ledger, Said },
                    { "host", conflict.node.isEmpty() ? phrase("nothing") : conflict.node, Said } }));
    }
    if (conflicts.isEmpty())
        findings.add(fine, "ledger-agrees", phrase("ledger-agrees"));
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
