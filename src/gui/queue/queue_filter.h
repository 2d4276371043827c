#pragma once

#include "gui/queue/run_row.h"

#include <QSortFilterProxyModel>

namespace undock::gui {

/// Rows by group and by text in VMID, name, node, ports or state.
class QueueFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit QueueFilter(QObject *parent = nullptr);

    void setGroup(std::optional<RowGroup> group);
    std::optional<RowGroup> group() const { return m_group; }
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<RowGroup> m_group;
    QString m_text;
};

} // namespace undock::gui
