#pragma once

#include "gui/desk/desk.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

namespace undock::gui {

/// All runs, newest first, with what the list of records says of each.
class RecordsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Vmid, Name, Date, Outcome, Outage, Size, Version, ColumnCount };
    enum Role { RunRole = Qt::UserRole + 1, SortRole };

    explicit RecordsModel(const Desk &desk, QObject *parent = nullptr);
    void reload();
    void retranslate();
    QString run(int row) const;
    int rowOf(const QString &run) const;
    ~RecordsModel() override;
    /// Looks for the text in every run's record and output, in a thread of its own; found() tells of it, again and
    /// again while there is more. An empty text is in all of them.
    void search(const QString &text);
    bool isFound(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void found();

private:
    struct Search; ///< what the thread and the window share
    void look(std::stop_token stop);
    void take(int number, const QSet<QString> &runs);

    const Desk &m_desk;
    struct Row {
        QString run;
        RunState state;
    };
    std::vector<Row> m_rows;
    std::unique_ptr<Search> m_search;
    QString m_wanted;
    std::optional<QSet<QString>> m_found; ///< none: nothing is looked for
    std::jthread m_thread; ///< made when first searched; goes first
};

} // namespace undock::gui
