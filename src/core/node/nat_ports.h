#pragma once

#include "core/node/nat_rules.h"
#include "guest_layout.h"

namespace undock {

/// What a guest serves, by its own ports (facts.md §1).
namespace guestPorts {
inline constexpr int ssh = 22;
inline constexpr int panel = LAYOUT_FRONT_PANEL_PORT; ///< nginx before the panel
inline constexpr int gateway = LAYOUT_FRONT_GATEWAY_PORT; ///< nginx before the gateway
} // namespace guestPorts

/// The node's ports that lead to one guest. Several public ports for one
/// service are all listed, in the order of the rules.
struct PortBlock {
    GuestIp guest;
    QList<PortForward> forwards;
    QList<quint16> ssh;
    QList<quint16> panel;
    QList<quint16> gateway;
    QList<PortForward> conditional = {}; ///< lead to it for some connections only; not among the others

    /// Least and greatest public TCP port; absent when nothing is forwarded.
    std::optional<PortRange> span() const;
    /// Of ssh, panel and gateway, the guest ports that no rule leads to.
    QList<int> missing() const;
    /// Whether one of `conditional` may lead to this guest port.
    bool mayLeadTo(int guestPort) const;
};

/// Only rules for TCP and without a restriction count (those with one are kept apart), and a
/// port that an earlier rule takes elsewhere is not listed as a service's.
PortBlock portsOf(const NatRules &nat, const GuestIp &guest);

/// Two rules that claim the same public port under conditions that can both hold.
struct NatOverlap {
    enum class Kind {
        Doubled, ///< the same destination twice: the second does nothing
        Contradicted, ///< different destinations: only the first is ever used
    };
    Kind kind;
    PortRange ports;
    PortForward first;
    PortForward second;
};

/// All overlaps, each pair once, in the order of the rules. At most 1,000 are reported.
QList<NatOverlap> overlaps(const NatRules &nat);

} // namespace undock
