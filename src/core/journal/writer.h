#pragma once

#include "core/journal/reader.h"

#include <functional>
#include <memory>
#include <mutex>

class QFile;

namespace undock {

/// Appends to one run's journal: the single source of truth.
///
/// Each append is on disk (fsync) before it returns, so that what is sent
/// afterwards can always be found again (invariant 3). One writer per file,
/// enforced by an advisory lock. Thread-safe.
class JournalWriter {
public:
    /// Opens or creates `path` (its folder must exist). A torn last line is moved
    /// to `<path>.torn-<n>` and noted; a broken chain is refused: the run must not
    /// go on over a journal that was tampered with.
    static Result<std::unique_ptr<JournalWriter>> open(const QString &path);
    ~JournalWriter();

    /// The event as it was written. Failed means that the line is not certainly on disk: the caller must not act
    /// on it, and nothing more is taken until recover().
    Result<JournalEvent> write(const char *type, Json data);
    /// The same for callers that need no event.
    Done append(const char *type, Json data);

    /// A write failed, and the journal takes no more lines.
    bool failed() const;
    /// Reads the file again, as open() does, and takes lines from then on: events() is what the disk holds.
    /// Nothing is done where no write failed.
    Done recover();

    /// What was in the file at opening and everything appended since.
    std::vector<JournalEvent> events() const;
    /// The newest event; a default one while the journal is empty.
    JournalEvent last() const;
    QString path() const;

    /// Called after each append, in the appending thread, outside the lock.
    void setObserver(std::function<void(const JournalEvent &)> observer);
    /// Applied to every text of `data` before it is written (secrets known to this run), not to the fields by which a
    /// run's state is computed (names of jobs and steps, verdicts, sums).
    void setRedactor(std::function<QString(const QString &)> redactor);

private:
    JournalWriter();
    /// Reads the file; what is to be noted of a torn end, or null. The lock is held, or nobody has the writer yet.
    Result<Json> load();
    Done noteTorn(const Json &torn);
    Done writeLine(const QByteArray &line);

    mutable std::mutex m_mutex;
    std::unique_ptr<QFile> m_file;
    std::vector<JournalEvent> m_events;
    QString m_lastHash;
    bool m_failed = false;
    std::function<void(const JournalEvent &)> m_observer;
    std::function<QString(const QString &)> m_redactor;
};

} // namespace undock
