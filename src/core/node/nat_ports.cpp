#include "core/node/nat_ports.h"

#include <algorithm>

namespace undock {

namespace {

/// Both can hold for one packet. Two interfaces or addresses that differ exclude each other.
bool canMeet(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() || a == b || a.startsWith(u'!') || b.startsWith(u'!');
}

bool compete(const PortForward &a, const PortForward &b)
{
    return !a.restricted && !b.restricted && a.publicPorts.overlaps(b.publicPorts) && canMeet(a.protocol, b.protocol)
        && canMeet(a.destination, b.destination) && canMeet(a.inInterface, b.inInterface);
}

PortRange common(const PortRange &a, const PortRange &b)
{
    return { std::max(a.first, b.first), std::min(a.last, b.last) };
}

bool leadToTheSame(const PortForward &a, const PortForward &b, const PortRange &ports)
{
    return a.guest == b.guest && a.guestPortOf(ports.first) == b.guestPortOf(ports.first)
        && a.guestPortOf(ports.last) == b.guestPortOf(ports.last) && a.guestPortOf(ports.first) >= 0;
}

/// An earlier rule takes the port somewhere else: this one is never reached for it.
bool isShadowed(const NatRules &nat, qsizetype index, int port)
{
    const PortForward &own = nat.forwards[index];
    return std::any_of(nat.forwards.begin(), nat.forwards.begin() + index, [&own, port](const PortForward &earlier) {
        return earlier.publicPorts.contains(port) && compete(earlier, own)
            && (earlier.guest != own.guest || earlier.guestPortOf(port) != own.guestPortOf(port));
    });
}

void collect(QList<quint16> &into, const NatRules &nat, qsizetype index, int guestPort)
{
    const auto ports = nat.forwards[index].publicPortsOf(guestPort);
    // A rule that sends thousands of ports to one is no entry anyone hands out: its first port stands for it.
    if (ports && !into.contains(ports->first) && !isShadowed(nat, index, ports->first))
        into.append(ports->first);
}

} // namespace

std::optional<PortRange> PortBlock::span() const
{
    std::optional<PortRange> span;
    for (const PortForward &forward : forwards) {
        if (!span)
            span = forward.publicPorts;
        span->first = std::min(span->first, forward.publicPorts.first);
        span->last = std::max(span->last, forward.publicPorts.last);
    }
    return span;
}

QList<int> PortBlock::missing() const
{
    QList<int> ports;
    if (ssh.isEmpty())
        ports.append(guestPorts::ssh);
    if (panel.isEmpty())
        ports.append(guestPorts::panel);
    if (gateway.isEmpty())
        ports.append(guestPorts::gateway);
    return ports;
}

bool PortBlock::mayLeadTo(int guestPort) const
{
    return std::any_of(conditional.begin(), conditional.end(), [guestPort](const PortForward &forward) {
        return forward.mapping == PortForward::Mapping::Ambiguous || forward.publicPortsOf(guestPort);
    });
}

PortBlock portsOf(const NatRules &nat, const GuestIp &guest)
{
    PortBlock block{ guest, {}, {}, {}, {}, {} };
    for (qsizetype i = 0; i < nat.forwards.size(); ++i) {
        const PortForward &forward = nat.forwards[i];
        if (forward.guest != guest || !forward.isTcp())
            continue;
        if (forward.restricted) {
            block.conditional.append(forward);
            continue;
        }
        block.forwards.append(forward);
        collect(block.ssh, nat, i, guestPorts::ssh);
        collect(block.panel, nat, i, guestPorts::panel);
        collect(block.gateway, nat, i, guestPorts::gateway);
    }
    return block;
}

QList<NatOverlap> overlaps(const NatRules &nat)
{
    constexpr qsizetype limit = 1000;
    QList<NatOverlap> result;
    for (qsizetype i = 0; i < nat.forwards.size(); ++i) {
        for (qsizetype j = i + 1; j < nat.forwards.size() && result.size() < limit; ++j) {
            const PortForward &first = nat.forwards[i];
            const PortForward &second = nat.forwards[j];
            if (!compete(first, second))
                continue;
            const PortRange ports = common(first.publicPorts, second.publicPorts);
            const auto kind
                = leadToTheSame(first, second, ports) ? NatOverlap::Kind::Doubled : NatOverlap::Kind::Contradicted;
            result.append({ kind, ports, first, second });
        }
    }
    return result;
}

} // namespace undock
