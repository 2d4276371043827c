#pragma once

#include "engine/records/record_entry.h"

namespace undock {

/// What a run is found by: its line in the list, and everything that stands in its record in both languages and in its
/// outputs, case folded, each line once.
struct IndexedRun {
    RecordEntry entry;
    QByteArray text; ///< UTF-8
};

/// From the journal's events alone. `damage` as the entry has it.
IndexedRun indexOf(const std::vector<JournalEvent> &events, const QString &damage = {});

/// One file beside each journal of a data folder, made of that journal and nothing else: it may be deleted at any time.
/// It counts only while the journal is as long and as old as it says, and this program is the one that wrote it.
class SearchIndex {
public:
    explicit SearchIndex(const QString &dataFolder);

    /// What the index says of a run, where it is fresh: its line where the query fits it. `folded` is the query's text
    /// (foldedText).
    struct Answer {
        std::optional<RecordEntry> entry; ///< none: the query does not fit
    };
    std::optional<Answer> ask(const QString &run, const RecordQuery &query, const QByteArray &folded) const;
    /// The same from the journal where the index is not fresh; it is written again then. Errors: those of
    /// RunStore::read; Failed `journal-unreadable` where no line of it holds.
    Result<Answer> find(const QString &run, const RecordQuery &query, const QByteArray &folded) const;
    /// Made anew whatever is there. Errors: as of find().
    Result<IndexedRun> rebuild(const QString &run) const;
    bool isFresh(const QString &run) const;
    QString path(const QString &run) const;

private:
    QString m_folder;
};

} // namespace undock
