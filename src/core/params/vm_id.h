#pragma once

#include "core/params/node_target.h"
#include "core/params/vmid.h"

#include <QHashFunctions>

namespace undock {

/// One VM. Each node counts its VMs for itself: the number alone names none.
struct VmId {
    NodeTarget node;
    Vmid vmid;

    /// Errors: those of NodeTarget::parse() and Vmid::parse().
    static Result<VmId> parse(QStringView node, QStringView vmid);

    friend bool operator==(const VmId &, const VmId &) = default;
    friend bool operator<(const VmId &a, const VmId &b) { return a.vmid == b.vmid ? a.node < b.node : a.vmid < b.vmid; }
    friend size_t qHash(const VmId &vm, size_t seed = 0)
    {
        return qHashMulti(seed, vm.vmid.value(), vm.node.toString());
    }
};

} // namespace undock
