#include "core/ledger/port_conflicts.h"

#include <algorithm>

namespace undock {

namespace {

QString join(const QList<quint16> &ports)
{
    QStringList texts;
    for (const quint16 port : ports)
        texts += QString::number(port);
    return texts.join(QLatin1String(", "));
}

/// Where the node sends `port` first; null when nowhere.
const PortForward *leading(const NatRules &nat, quint16 port)
{
    for (const PortForward &forward : nat.forwards) {
        if (forward.isTcp() && !forward.restricted && forward.publicPorts.contains(port))
            return &forward;
    }
    return nullptr;
}

void checkService(QList<PortConflict> &conflicts, const NatRules &nat, const QString &field,
    const std::optional<quint16> &said, const QList<quint16> &found, const PortBlock &block)
{
    if (!said || found.contains(*said))
        return;
    const QString ledger = QString::number(*said);
    const PortForward *other = leading(nat, *said);
    const auto conditional = std::find_if(block.conditional.begin(), block.conditional.end(),
        [&said](const PortForward &forward) { return forward.publicPorts.contains(*said); });
    if (other && other->guest != block.guest)
        conflicts.append({ QStringLiteral("port-elsewhere"), field, ledger, other->guest.toString() });
    else if (!found.isEmpty())
        conflicts.append({ QStringLiteral("port-differs"), field, ledger, join(found) });
    else if (conditional != block.conditional.end())
        conflicts.append({ QStringLiteral("port-conditional"), field, ledger, conditional->rule });
    else if (nat.unread.isEmpty()) // else nothing is known; that there are such rules is told by itself
        conflicts.append({ QStringLiteral("port-not-forwarded"), field, ledger, QString() });
}

void checkBlock(QList<PortConflict> &conflicts, const PortBlock &block, const LedgerRow &row)
{
    const auto span = block.span();
    if (!span || !row.blockFirst)
        return;
    const bool outside = span->first < *row.blockFirst
        || (row.blockLast ? span->last > *row.blockLast : span->first != *row.blockFirst);
    if (outside)
        conflicts.append({ QStringLiteral("port-outside-block"), QStringLiteral("ports"),
            row.texts.value(LedgerColumn::Ports), span->toString() });
}

void checkRules(QList<PortConflict> &conflicts, const NatRules &nat, const GuestIp &guest)
{
    const auto found = overlaps(nat);
    for (const NatOverlap &overlap : found) {
        if (overlap.kind == NatOverlap::Kind::Contradicted
            && (overlap.first.guest == guest || overlap.second.guest == guest))
            conflicts.append({ QStringLiteral("rule-contradicted"), QStringLiteral("ports"), QString(),
                overlap.first.rule + QLatin1Char('\n') + overlap.second.rule });
    }
    for (const QString &rule : nat.unread)
        conflicts.append({ QStringLiteral("rules-unread"), QString(), QString(), rule });
}

} // namespace

QList<PortConflict> portConflicts(const NatRules &nat, const GuestIp &guest, const LedgerRow &row)
{
    QList<PortConflict> conflicts;
    for (const QString &problem : row.problems)
        conflicts.append({ QStringLiteral("ledger-unreadable"), QString(), problem, QString() });
    if (row.ip && *row.ip != guest)
        conflicts.append({ QStringLiteral("ip-differs"), QStringLiteral("ip"), row.ip->toString(), guest.toString() });
    const PortBlock block = portsOf(nat, guest);
    checkService(conflicts, nat, QStringLiteral("ssh_port"), row.sshPort, block.ssh, block);
    checkService(conflicts, nat, QStringLiteral("panel_port"), row.panelPort, block.panel, block);
    checkService(conflicts, nat, QStringLiteral("gateway_port"), row.gatewayPort, block.gateway, block);
    checkBlock(conflicts, block, row);
    checkRules(conflicts, nat, guest);
    return conflicts;
}

} // namespace undock
