#pragma once

#include "engine/queue/queue.h"

namespace undock::gui {

/// Writes records in the forms that people ask for. Each answers with the path written.
class RecordExport {
public:
    enum class Form { Markdown, Html, Pdf };
    static Result<QString> write(
        const std::vector<JournalEvent> &events, const QString &language, Form form, const QString &path);
    /// The same of a run of this desk, with what stands by hand in its record and the seal of its evidence.
    static Result<QString> writeRun(const Queue &queue, const QString &run, Form form, const QString &path);
    /// One line a run: VMID, node, date, outcome, outage, sizes, versions.
    static Result<QString> writeCsv(const Queue &queue, const QStringList &runs, const QString &path);
    /// A zip with the record in all forms and all evidence (engine/records/bundle.h), into the folder.
    static Result<QString> writeBundle(const Queue &queue, const QString &run, const QString &folder);
    /// One page about these runs (core/record/batch_summary.h), into the folder.
    static Result<QString> writeSummary(const Queue &queue, const QStringList &runs, const QString &folder);
    static QString suffix(Form form);
};

} // namespace undock::gui
