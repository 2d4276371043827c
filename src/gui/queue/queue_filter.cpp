#include "gui/queue/queue_filter.h"

#include "gui/queue/queue_model.h"

namespace undock::gui {

QueueFilter::QueueFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(QueueModel::SortRole);
    setDynamicSortFilter(true);
}

void QueueFilter::setGroup(std::optional<RowGroup> group)
{
    m_group = group;
    invalidateFilter();
}

void QueueFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool QueueFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (m_group && first.data(QueueModel::GroupRole).toInt() != int(*m_group))
        return false;
    if (m_text.isEmpty())
        return true;
    for (const int column :
        { QueueModel::Vmid, QueueModel::Name, QueueModel::Node, QueueModel::Ports, QueueModel::State }) {
        if (sourceModel()->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace undock::gui
