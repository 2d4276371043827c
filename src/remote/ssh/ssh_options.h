#pragma once

#include <QString>

#include <chrono>

namespace undock::remote {

/// How a node is reached, beyond its name.
struct SshOptions {
    QString identity; ///< private key file; empty: the user's own defaults
    QString knownHosts; ///< empty: ~/.ssh/known_hosts
    /// `user@host[:port]` to go through, with an SSH session of its own; empty: direct, or what the user's ssh
    /// configuration says. Everything here holds for both sessions.
    QString jump;
    bool useAgent = true;
    /// With `identity`: the key that the user's ssh configuration names for this host is offered after it.
    bool configuredKeyToo = false;
    bool readUserConfig = true; ///< what user_config.h takes from it
    QString userConfig; ///< a file in the place of ~/.ssh/config and /etc/ssh/ssh_config
    std::chrono::milliseconds connectTimeout{ 10000 }; ///< TCP and key exchange, each
    /// A peer that no longer acknowledges is given up after this (TCP_USER_TIMEOUT, facts.md §6).
    std::chrono::milliseconds deadPeer{ 15000 };
};

} // namespace undock::remote
