#pragma once

#include "core/journal/event.h"
#include "gui/widgets/output_buffer.h"

#include <QCoreApplication>
#include <QHash>

namespace undock::gui {

/// Turns a journal's events, one after the other, into the lines that are shown of a run.
class JournalText {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::JournalText)
public:
    /// An event that was told before (by its number) adds nothing.
    void tell(OutputLines &lines, const JournalEvent &event);

private:
    void head(OutputLines &lines, const QString &job, const QDateTime &at);

    qint64 m_told = 0; ///< number of the newest event
    QString m_running;
    // The jobs begun together that have not had their turn yet.
    QStringList m_order;
    QHash<QString, QString> m_waiting; ///< their headings
};

} // namespace undock::gui
