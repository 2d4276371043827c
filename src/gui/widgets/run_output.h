#pragma once

#include "engine/queue/queue.h"
#include "gui/widgets/journal_text.h"

#include <QThreadPool>

#include <atomic>
#include <map>
#include <memory>

namespace undock::gui {

/// One output buffer per run that is being looked at, filled from its journal
/// and kept up to date. A journal is read beside the window, which answers
/// meanwhile. The least recently wanted are dropped, but for those somebody shows.
class RunOutput : public QObject {
    Q_OBJECT
public:
    explicit RunOutput(Queue &queue, QObject *parent = nullptr);
    ~RunOutput() override;

    /// Empty at first, filled as soon as the journal is read. nullptr without a run.
    std::shared_ptr<OutputBuffer> of(const QString &run);

private:
    using Dropped = std::shared_ptr<std::atomic<bool>>;
    struct Known {
        std::shared_ptr<OutputBuffer> buffer = std::make_shared<OutputBuffer>();
        JournalText text;
        std::vector<JournalEvent> meanwhile; ///< what came while the journal was read
        Dropped dropped = std::make_shared<std::atomic<bool>>(false);
    };
    struct Filled {
        OutputLines lines;
        JournalText text;
    };
    void read(const QString &run, const Known &known);
    void take(const QString &run, const Dropped &asked, Filled &filled);
    void dropOthers();

    Queue &m_queue;
    std::map<QString, Known> m_known;
    QStringList m_recent; ///< newest first
    QThreadPool m_reading;
    int m_asked = 0;
};

} // namespace undock::gui
