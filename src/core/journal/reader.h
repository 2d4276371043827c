#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace undock {

/// What could be read of a journal, and what is wrong with the rest.
struct JournalContents {
    std::vector<JournalEvent> events; ///< the longest prefix whose chain holds
    qint64 goodBytes = 0; ///< length of that prefix in the file
    QString lastHash; ///< SHA-256 of its last line; 64 zeros when empty
    /// Set when bytes follow the good prefix.
    struct Damage {
        enum class Kind {
            TornTail, ///< the last line was cut while being written: normal after a crash
            Broken, ///< a line inside does not parse or its chain does not hold: tampering or disk trouble
        };
        Kind kind;
        qint64 line; ///< 1-based
        QString what;
    };
    std::optional<Damage> damage;
};

/// Never fails: any bytes give the events that can be trusted and the damage.
JournalContents readJournal(const QByteArray &bytes);
/// Reads a file; Failed when it cannot be opened.
Result<JournalContents> readJournalFile(const QString &path);

QString journalGenesis();

} // namespace undock
