#pragma once

#include "core/base/result.h"

#include <optional>

namespace undock::remote {

/// How the peer's key stands to known_hosts.
enum class HostKeyStanding {
    Known,
    FirstContact, ///< the host, or the file, is not there yet: the person decides
    Changed, ///< another key than the stored one: an attack, or a reinstalled node
    OtherType, ///< known by a key of another type only, which an attacker can force
    Revoked, ///< a known_hosts line says that this key must not be used any more
    Error,
};

/// Nothing when the login may go on (Known) or a person must be asked (FirstContact);
/// an error for whatever stops it. A changed key has no "continue anyway".
std::optional<Error> hostKeyObjection(
    HostKeyStanding standing, const QString &host, const QString &fingerprint, const QString &knownHosts);

} // namespace undock::remote
