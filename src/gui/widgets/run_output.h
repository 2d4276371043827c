#pragma once

#include "gui/desk/desk.h"
#include "gui/widgets/output_buffer.h"

#include <QHash>

#include <memory>

namespace undock::gui {

/// One output buffer per run that is being looked at, filled from its journal
/// and kept up to date. The least recently shown are dropped.
class RunOutput : public QObject {
    Q_OBJECT
public:
    explicit RunOutput(Desk &desk, QObject *parent = nullptr);
    OutputBuffer *of(const QString &run);

private:
    /// The jobs begun together that have not had their turn yet.
    struct Chain {
        QString running;
        QStringList order;
        QHash<QString, QString> waiting; ///< their headings
    };
    static void feed(OutputBuffer &buffer, Chain &chain, const JournalEvent &event);
    static void head(OutputBuffer &buffer, Chain &chain, const QString &job, const QDateTime &at);
    void forget(const QString &run);

    Desk &m_desk;
    QHash<QString, std::shared_ptr<OutputBuffer>> m_buffers;
    QHash<QString, Chain> m_chains;
    QStringList m_recent;
};

} // namespace undock::gui
