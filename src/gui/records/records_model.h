#pragma once

#include "engine/queue/queue.h"
#include "engine/records/record_entry.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

namespace undock::gui {

/// All runs, newest first, with what the list of records says of each; and the records of the folder that belong to
/// none of them, written by hand or at another desk.
class RecordsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Vmid, Name, Date, Outcome, Outage, Size, Version, ColumnCount };
    enum Role {
        RunRole = Qt::UserRole + 1, ///< empty for a record that belongs to no run here
        FileRole, ///< of such a record
        SortRole
    };

    explicit RecordsModel(const Queue &queue, QObject *parent = nullptr);
    void reload();
    void retranslate();
    QString run(int row) const;
    int rowOf(const QString &run) const;
    ~RecordsModel() override;
    /// What is shown of it all. A text is looked for in every record and output, in a thread of its own; found() tells
    /// of it, again and again while there is more. An empty text is in all of them.
    void setQuery(const RecordQuery &query);
    const RecordQuery &query() const { return m_query; }
    void search(const QString &text);
    /// What there is to choose from, sorted.
    QStringList nodes() const;
    QStringList versions() const;
    QStringList findings() const;
    std::vector<RunState::Phase> outcomes() const;
    /// The first and the last day of a record; invalid without any.
    std::pair<QDate, QDate> days() const;
    bool isFound(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void found();
    void filesRead(); ///< records of the folder came in, or there are none

private:
    struct Search; ///< what the thread and the window share
    void look(std::stop_token stop);
    void take(int number, const QSet<QString> &runs);

    void takeFiles(std::vector<RecordEntry> files);
    QStringList distinct(const std::function<QStringList(const RecordEntry &)> &of) const;

    const Queue &m_queue;
    std::vector<RecordEntry> m_rows;
    std::unique_ptr<Search> m_search;
    RecordQuery m_query;
    std::optional<QSet<QString>> m_found; ///< none: nothing is looked for
    std::jthread m_thread; ///< goes first
};

} // namespace undock::gui
