#pragma once

#include "core/housekeeping/leftover.h"

#include <QAbstractTableModel>

namespace undock::gui {

/// What migrations left behind in one VM, a row each.
class LeftoversModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Path, Size, Changed, Stays, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< numbers and times as such

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<Leftover> leftovers);
    void retranslate();
    const Leftover &at(int row) const { return m_leftovers[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static QString kindText(Leftover::Kind kind);
    /// Why it stays; empty for one that may go.
    static QString reasonText(const QString &reason);

private:
    QVariant text(const Leftover &one, int column) const;
    QVariant sortValue(const Leftover &one, int column) const;

    std::vector<Leftover> m_leftovers;
};

} // namespace undock::gui
