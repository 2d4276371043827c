#include "engine/queue/desk_settings.h"

#include "engine/run/connection.h"

namespace undock {

NodeAccess DeskSettings::accessTo(const NodeTarget &node) const
{
    const auto own = logins.find(node.toString());
    if (own == logins.end())
        return { knownHosts, identity, jumpHost };
    return { knownHosts, own->second.identity.isEmpty() ? identity : own->second.identity, own->second.jumpHost };
}

} // namespace undock
