#pragma once

#include "core/steps/facts.h"

#include <QAbstractItemModel>

class QTreeView;

namespace undock::gui {

/// The acceptance table: named checks with what was before, what is expected and what is found, and
/// the verdict. Below a check whose lines differ stand those lines.
class ChecksModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Check, Weight, Before, Expected, Found, Verdict_, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Gives the view this model; lines that differ stand over the whole width, unfolded where they failed.
    void showIn(QTreeView *view);

    void show(const std::vector<CheckRow> &rows);
    void retranslate();
    int count(Verdict verdict) const;
    /// "31 passed, 1 warning, …"
    QString summary() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<CheckRow> m_rows;
};

} // namespace undock::gui
