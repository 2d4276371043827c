#pragma once

#include "core/steps/facts.h"

#include <QAbstractTableModel>

namespace undock::gui {

/// The acceptance table: named checks with expected, found and verdict.
class ChecksModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Check, Weight, Expected, Found, Verdict_, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const std::vector<CheckRow> &rows);
    void retranslate();
    int count(Verdict verdict) const;
    /// "31 passed, 1 warning, …"
    QString summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<CheckRow> m_rows;
};

} // namespace undock::gui
