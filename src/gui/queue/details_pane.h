#pragma once

#include "core/run/run_state.h"
#include "engine/run/task.h"

#include <QWidget>

#include <memory>

class QStandardItemModel;

namespace Ui {
class DetailsPane;
}

namespace undock {
class Queue;
}

namespace undock::gui {

class ChecksModel;
class QueueModel;
class RunOutput;
class StepTreeModel;

/// What is known of one VM: steps, live output, evidence, checks, ways back and the timeline. It says which one,
/// as its row may be out of sight.
class DetailsPane : public QWidget {
    Q_OBJECT
public:
    explicit DetailsPane(QWidget *parent = nullptr);
    ~DetailsPane() override;

    void setQueue(Queue *queue, QueueModel *model, RunOutput *outputs);
    void showRun(const QString &run);
    QString run() const { return m_run; }
    /// Leads to the button of this way, with its price beside it; nothing is taken yet.
    void showWaysBack(Task::Kind way);

Q_SIGNALS:
    void taskWanted(const QString &run, const undock::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showName(const RunState &state);
    void showEvidence(const RunState &state);
    void showWays();
    void showTimeline();
    void showChosenWay();
    void retranslate();

    std::unique_ptr<Ui::DetailsPane> m_ui;
    Queue *m_queue = nullptr;
    QueueModel *m_model = nullptr;
    RunOutput *m_outputs = nullptr;
    StepTreeModel *m_steps;
    ChecksModel *m_checks;
    QStandardItemModel *m_facts;
    QStandardItemModel *m_ways;
    QString m_run;
    QString m_job; ///< whose evidence is wanted
    QString m_shownJob;
    bool m_dirty = false;
};

} // namespace undock::gui
