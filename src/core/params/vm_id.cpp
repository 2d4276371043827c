#include "core/params/vm_id.h"

namespace undock {

Result<VmId> VmId::parse(QStringView node, QStringView vmid)
{
    auto target = NodeTarget::parse(node);
    if (!target)
        return tl::make_unexpected(target.error());
    const auto number = Vmid::parse(vmid);
    if (!number)
        return tl::make_unexpected(number.error());
    return VmId{ std::move(*target), *number };
}

} // namespace undock
