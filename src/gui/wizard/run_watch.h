#pragma once

#include "gui/queue/queue_model.h"
#include "gui/text/code_texts.h"

namespace undock::gui {

/// What the wizard's pages show of the run while it works.
class RunWatch : public QObject {
    Q_OBJECT
public:
    struct OpenWarning {
        QString job;
        QString code;
        QString text;
    };

    RunWatch(Queue &queue, QueueModel &model, QObject *parent = nullptr);
    void setRun(const QString &run);
    QString run() const { return m_run; }
    RunState state() const;
    bool working() const;
    /// Why what was asked for has not begun, in the window's language; empty while it works or nothing was asked.
    QString waitingFor() const;

    QString currentStep() const; ///< in words; empty while nothing runs
    double fraction() const; ///< of the current step; −1 when it does not know
    QString progressLine() const; ///< "55.0 MiB of 81.0 MiB · 24.1 MiB/s · 0:01 left"
    std::vector<OpenWarning> openWarnings() const;
    /// The newest thing that went wrong and is not settled, or nothing.
    std::optional<ErrorText> trouble() const;
    std::optional<TaskOutcome> lastOutcome() const { return m_outcome; }

Q_SIGNALS:
    /// At most five times a second.
    void changed();
    void finished(const undock::Task &task, const undock::TaskOutcome &outcome);

private:
    const JobProgress *currentProgress() const;
    Queue &m_queue;
    QueueModel &m_model;
    QString m_run;
    QTimer m_batch;
    QTimer m_clock;
    std::optional<TaskOutcome> m_outcome;
};

} // namespace undock::gui
