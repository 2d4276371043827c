#pragma once

#include "core/run/run_state.h"

#include <QDate>

namespace undock {

/// What the list of records says of one record.
struct RecordEntry {
    enum class Kind {
        Run, ///< its journal is on this desk
        OtherDesk, ///< a record of this program whose journal is elsewhere
        ByHand, ///< of the procedure's form, written by a person
    };
    Kind kind = Kind::Run;
    QString id; ///< the run's; of the others the file's path
    QString file; ///< where the record lies; empty where none was written yet
    QString vmid, name, node;
    QDateTime started; ///< of a run
    QDate day; ///< in this desk's zone
    std::optional<RunState::Phase> phase; ///< none where only a person could tell
    QString summary; ///< in a record's own words how it ended; empty for a run
    std::optional<qint64> outageMs;
    qint64 dataBytes = 0;
    QString openclaw, panel; ///< versions
    QStringList findings; ///< codes: what the scan found that is not fine, what steps warned of and failed with
    bool leftOut = false;
    QString damage; ///< where its journal does not hold, and why; only the part before counts
};

RecordEntry entryOf(const RunState &state);

/// What a person looks for. Empty members ask for nothing.
struct RecordQuery {
    QString vmid; ///< the whole number
    QString vm; ///< a beginning of the number, or a part of the name
    QString node; ///< user@host[:port], or its host
    QDate from, to; ///< both included
    std::vector<RunState::Phase> outcomes; ///< any of these
    QString version; ///< of OpenClaw or the panel; `2026.2` means every 2026.2.x
    QString finding; ///< a code
    QString text; ///< stands anywhere in the record or in an output; however it is capitalised

    bool isEmpty() const;
    /// All of it but the text, which stands elsewhere.
    bool matches(const RecordEntry &entry) const;
};

/// A text as it is compared: case folded, blanks around it left out.
QByteArray foldedText(const QString &text);

} // namespace undock
