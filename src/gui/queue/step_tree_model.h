#pragma once

#include "gui/queue/run_row.h"

#include <QAbstractItemModel>

namespace undock::gui {

/// Stages of one run with the jobs begun in them, newest attempt last.
class StepTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Step, Time, Duration, Verdict, ColumnCount };
    enum Role { JobRole = Qt::UserRole + 1, StageRole, MarkRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// Another run, or news of the same one; the expansion of a view survives the latter.
    void show(const RunState &state, const JobProgress *progress = nullptr);
    void clear();
    void retranslate();
    /// The index of a job, or of the running one when `job` is empty.
    QModelIndex indexOf(const QString &job) const;
    QModelIndex runningStage() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Job {
        JobState state;
        QDateTime start; ///< when its turn came; invalid while it waits
        qint64 ranMs = 0;
        StageState::Mark mark = StageState::Mark::Pending;
    };
    struct Node {
        Stage stage = Stage::A;
        StageState::Mark mark = StageState::Mark::Pending;
        std::vector<Job> jobs;
    };
    static std::vector<Node> nodesOf(const RunState &state);
    QVariant stageText(const Node &node, int column) const;
    QVariant jobText(const Job &job, int column) const;

    QString m_run;
    std::vector<Node> m_nodes;
    std::optional<JobProgress> m_progress;
};

} // namespace undock::gui
