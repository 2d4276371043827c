#pragma once

#include "core/params/guest_ip.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace undock {

/// Ports from `first` to `last`, both included.
struct PortRange {
    quint16 first = 0;
    quint16 last = 0;
    bool contains(int port) const { return port >= first && port <= last; }
    bool overlaps(const PortRange &other) const { return first <= other.last && other.first <= last; }
    int count() const { return last - first + 1; }
    QString toString() const; ///< "10200" or "10200-10249"
    friend bool operator==(const PortRange &, const PortRange &) = default;
};

/// One range of the node's ports that is sent on to one guest.
struct PortForward {
    enum class Mapping {
        Shifted, ///< public port + `shift` = guest port, all along the range
        OnePort, ///< every public port ends at `guestPort`
        Ambiguous, ///< the kernel picks one of a range: the guest port is not known
    };

    GuestIp guest;
    PortRange publicPorts;
    Mapping mapping = Mapping::Shifted;
    int shift = 0;
    quint16 guestPort = 0;
    QString protocol = {}; ///< "tcp", "udp", …; empty: any
    QString destination = {}; ///< public address as printed, e.g. "192.0.2.10/32"; empty: any
    QString inInterface = {}; ///< e.g. "vmbr0", "!docker0"; empty: any
    /// Holds only for some connections: by caller (-s), or by a match that is not weighed here (mark, set, …).
    bool restricted = false;
    int line = 0; ///< of the printed rules, from 1
    QString rule = {}; ///< the rule as printed

    bool isTcp() const { return protocol == QLatin1String("tcp") || protocol.isEmpty(); }
    /// −1 when `publicPort` is not of this range or the mapping is ambiguous.
    int guestPortOf(int publicPort) const;
    /// The public ports that end at the guest's `port`.
    std::optional<PortRange> publicPortsOf(int port) const;
};

/// The node's port forwards, in the order in which the kernel tries them.
struct NatRules {
    QList<PortForward> forwards;
    /// Rules that forward but cannot be read, and warnings of iptables itself:
    /// while there are any, an absent forward proves nothing.
    QStringList unread;
};

/// Reads `iptables -t nat -S`: DNAT rules that a packet from outside can meet
/// (chain PREROUTING and what it jumps to), with `--dport` single or range,
/// multiport, interface, address and protocol filters; of `conntrack` and `state` whether
/// the rule holds for a new connection. Never fails; what
/// cannot be understood is named in NatRules::unread.
NatRules parseIptablesNat(const QByteArray &text);

} // namespace undock
