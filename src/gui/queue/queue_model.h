#pragma once

#include "gui/queue/run_row.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace undock::gui {

/// The queue as a table. Rows are computed from journals when they change, and
/// changes are told to views at most ten times a second, however chatty the
/// workers are.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Vmid, Name, Node, Ports, Stages, Elapsed, Remaining, Outage, State, ColumnCount };
    enum Role { RunRole = Qt::UserRole + 1, MarksRole, PercentRole, GroupRole, SortRole, WorkingRole };

    explicit QueueModel(Queue &queue, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const RunRow *row(const QString &run) const;
    const std::vector<RunRow> &rows() const { return m_rows; }
    QModelIndex indexOf(const QString &run) const;
    int count(RowGroup group) const;
    const JobProgress *progress(const QString &run) const;
    /// What is pending is computed and told now: before a menu or a question builds on the rows.
    void flush();
    void retranslate();

Q_SIGNALS:
    void countsChanged();

private:
    void reload();
    /// One run more: 500 that are imported are not 500 times the whole list.
    void added(const QString &run);
    void touch(const QString &run);
    void tick();
    QVariant text(const RunRow &row, int column) const;
    QVariant sortKey(const RunRow &row, int column) const;

    Queue &m_queue;
    std::vector<RunRow> m_rows;
    QHash<QString, int> m_positions;
    QHash<QString, JobProgress> m_progress;
    QSet<QString> m_dirty;
    QTimer m_batch;
    QTimer m_clock;
};

} // namespace undock::gui
