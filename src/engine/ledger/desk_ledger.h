#pragma once

#include "core/ledger/ledger.h"
#include "engine/port/node_port.h"

namespace undock {

/// The operator's ledger (Bot 台账), on this desk or on the node, always read and written
/// under the lock beside it.
class DeskLedger {
public:
    /// `place`: a path on this desk, or "node:/path" for one on the node.
    DeskLedger(QString place, NodePort &node);

    /// Whether a table at this place is reached through the node.
    static bool isOnNode(const QString &place);

    bool isNamed() const { return !m_place.isEmpty(); }
    QString place() const { return m_place; }

    struct Read {
        remote::SharedFile file;
        Ledger ledger;
    };
    /// Errors: those of readSharedFile() and Ledger::parse().
    Result<Read> read(std::stop_token stop);
    /// Replaces the file if it is still what `before` says. Errors: Refused `file-changed`.
    Done swap(const remote::SharedFile &before, const QByteArray &content, std::stop_token stop);

private:
    QString pathOnNode() const;

    QString m_place;
    NodePort &m_node;
};

} // namespace undock
