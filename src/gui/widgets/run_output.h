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
    static void feed(OutputBuffer &buffer, const JournalEvent &event);

    Desk &m_desk;
    QHash<QString, std::shared_ptr<OutputBuffer>> m_buffers;
    QStringList m_recent;
};

} // namespace undock::gui
