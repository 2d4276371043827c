#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <map>

namespace undock {

class NodeTarget;
struct NodeAccess;

/// How one node is reached.
struct NodeLogin {
    QString identity; ///< private key file; empty: the desk's
    QString jumpHost; ///< "user@host[:port]"; empty: directly
};

/// What the queue is told about the desk; the same for every run of it.
struct DeskSettings {
    QString dataFolder;
    QString recordsFolder; ///< where records are written; default "用户小鸡去 Docker 化" below the data folder
    QString recordLanguage = QStringLiteral("zh");
    QString knownHosts; ///< file; empty: ~/.ssh/known_hosts
    QString identity; ///< private key file; empty: agent and the usual files
    QString jumpHost; ///< "user@host[:port]" or empty
    /// Nodes with a way of their own, by NodeTarget::toString(); the two above hold for all others.
    std::map<QString, NodeLogin> logins;
    QString ledger; ///< CSV path: local, or "node:/path"; empty: none
    bool signAlways = false; ///< each evidence bundle is signed as it is made
    QString signingKey; ///< see SigningSetting
    int workers = 2; ///< 1 … 3
    bool canary = false; ///< one first, the rest after its acceptance
    bool rollBackByItself = true; ///< in the queue, after a critical acceptance failure
    /// How long a task that only waits for a slot, a lease or an unreachable node is tried
    /// again, in seconds; 0: not at all, -1: without end.
    int patienceSeconds = -1;
    QStringList acknowledged; ///< warning codes accepted beforehand by name
    QString program = QStringLiteral("openclaw-undock");

    NodeAccess accessTo(const NodeTarget &node) const;
};

} // namespace undock
