#pragma once

#include "core/ledger/ledger.h"
#include "core/node/nat_ports.h"

namespace undock {

/// One point on which the ledger and the node's rules do not agree.
struct PortConflict {
    /// `ip-differs`, `port-differs`, `port-elsewhere`, `port-not-forwarded`, `port-conditional`,
    /// `port-outside-block`, `rule-contradicted`, `rules-unread`, `ledger-unreadable`.
    QString code;
    QString field; ///< `ip`, `ssh_port`, `panel_port`, `gateway_port`, `ports`; empty when it concerns all
    QString ledger; ///< what the ledger says; empty when it says nothing
    QString node; ///< what the node's rules say; empty when they say nothing
};

/// All disagreements about one VM, and what cannot be trusted for other
/// reasons. A port that only one of the two names is no conflict.
QList<PortConflict> portConflicts(const NatRules &nat, const GuestIp &guest, const LedgerRow &row);

} // namespace undock
