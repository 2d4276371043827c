#pragma once

#include "core/node/nat_rules.h"

#include <QHash>

namespace undock::iptables {

/// One `-A` line of `iptables -S`, taken apart but not yet judged.
struct Rule {
    int line = 0;
    QString text;
    QString chain;
    QString target; ///< of -j or -g
    QString protocol;
    QString destination;
    QString inInterface;
    QList<PortRange> ports; ///< destination ports; empty: all
    QString toDestination;
    bool restricted = false; ///< holds for some connections only, by a match that is not weighed here
    bool never = false; ///< cannot hold for a new connection
    bool unreadable = false; ///< has a part whose meaning for us is not known
};

/// Words of a line; quoted ones with their quotes and escapes removed, and marked.
struct Word {
    QString text;
    bool quoted = false;
};
QList<Word> words(const QString &line);

Rule readRule(const QList<Word> &words, const QString &text, int line);

/// `22`, `10200:10249`, and for multiport several with commas. Empty list: malformed.
QList<PortRange> readPorts(const QString &text, QChar between);

} // namespace undock::iptables
