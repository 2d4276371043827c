#pragma once

#include "core/params/node_target.h"
#include "remote/ssh/ssh_options.h"

#include <QStringList>

#include <optional>

namespace undock::remote {

/// What is taken from the person's own ssh configuration for one host. Nothing else in that file has an effect:
/// how host keys are checked, where they are kept and which algorithms are good enough is decided here.
struct UserConfig {
    QString hostName; ///< HostName; the target's own host where there is none
    std::optional<int> port; ///< Port
    QString proxyCommand; ///< ProxyCommand, or what ProxyJump means
    QStringList identities; ///< IdentityFile, the first
};

/// Reads the configuration for this host into a session of its own, which is thrown away.
UserConfig readUserConfig(const NodeTarget &target, const SshOptions &options);

} // namespace undock::remote
