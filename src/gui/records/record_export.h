#pragma once

#include "gui/desk/desk.h"

namespace undock::gui {

/// Writes records in the forms that people ask for. Each answers with the path written.
class RecordExport {
public:
    enum class Form { Markdown, Html, Pdf };
    static Result<QString> write(const std::vector<JournalEvent> &events, const QString &language, Form form, const QString &path);
    /// One line a run: VMID, node, date, outcome, outage, sizes, versions.
    static Result<QString> writeCsv(const Desk &desk, const QStringList &runs, const QString &path);
    /// A bundle: a new folder with the record in all forms, the journal's
    /// events and every step's output as files.
    static Result<QString> writeBundle(const std::vector<JournalEvent> &events, const QString &language, const QString &folder);
    static QString suffix(Form form);
};

} // namespace undock::gui
