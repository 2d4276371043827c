#pragma once

#include "core/journal/writer.h"
#include "core/params/run_parameters.h"
#include "core/run/run_state.h"

#include <QString>

#include <memory>
#include <vector>

namespace undock {

/// The runs kept on this desk: `<folder>/runs/<run>/journal.jsonl`.
/// Nothing else about a run is stored; everything shown is computed from there.
class RunStore {
public:
    explicit RunStore(QString dataFolder);

    QString dataFolder() const { return m_folder; }
    QString runFolder(const QString &run) const;
    QString journalPath(const QString &run) const;

    /// Makes the folder (0700) and journals `run-created`. The id is
    /// `<vmid>-<yyyyMMdd-HHmmss>-<4 hex>`.
    Result<std::unique_ptr<JournalWriter>> create(const RunParameters &parameters, const QString &program);
    /// Opens an existing run for writing. Refused `journal-of-another` where its journal is not this run's;
    /// NotReached-kind errors never occur; see JournalWriter::open.
    Result<std::unique_ptr<JournalWriter>> open(const QString &run) const;
    /// A run adopted from its guest: writes the journal bytes that were fetched. Refused when it is here already, and
    /// when the bytes are not this run's.
    Result<std::unique_ptr<JournalWriter>> adopt(const QString &run, const QByteArray &journal);

    /// Ids of all runs, oldest first. Reads folder names only.
    QStringList runs() const;
    /// The line that made the run: which VM of which node it is of. Nothing else of the journal is read, nor checked.
    /// Errors: `journal-unreadable`, `journal-of-another`.
    Result<JournalEvent> readFirst(const QString &run) const;
    /// What the run's journal says. Refused `journal-of-another` where it is not this run's: see run_identity.h.
    Result<JournalContents> read(const QString &run) const;

    /// The order that an operator arranged; runs that it does not name come after.
    QStringList order() const;
    Done keepOrder(const QStringList &runs) const;

    /// Nodes that are not asked before a deletion any more: a line each time, with who, when and why.
    QStringList retiredNodes() const;
    Done retireNode(const QString &node, const QString &by, const QString &reason) const;
    /// A run is made for it: it is asked again.
    Done employNode(const QString &node) const;

private:
    Done noteNode(const Json &line) const;

    QString m_folder;
};

/// The name that stands in journals, cards and records for this desk: the login name.
QString defaultOperatorName();

} // namespace undock
