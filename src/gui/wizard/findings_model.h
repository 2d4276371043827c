#pragma once

#include "core/run/run_state.h"

#include <QAbstractTableModel>

namespace undock::gui {

/// What stage A found, worst first.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Level, Text, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const RunState &state);
    void retranslate();
    int count(Finding::Level level) const;
    QString summary() const;
    /// What to do about the finding, and what the VM said word for word.
    QString advice(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
};

} // namespace undock::gui
