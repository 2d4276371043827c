#pragma once

#include "gui/desk/desk.h"

#include <QAbstractTableModel>
#include <QHash>

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
    /// Whether the record or any output of the run contains the text.
    bool contains(int row, const QString &text) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Desk &m_desk;
    struct Row {
        QString run;
        RunState state;
    };
    std::vector<Row> m_rows;
    mutable QHash<QString, QString> m_texts; ///< folded case, made when first searched
};

} // namespace undock::gui
