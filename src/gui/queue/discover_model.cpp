#include "gui/queue/discover_model.h"

#include "gui/text/vm_words.h"
#include "gui/widgets/icons.h"

namespace undock::gui {

void DiscoverModel::show(const std::vector<FoundVm> &vms, const QSet<QString> &inQueue)
{
    beginResetModel();
    m_vms = vms;
    m_inQueue = inQueue;
    m_chosen.clear();
    endResetModel();
}

void DiscoverModel::chooseAllWithoutObjection()
{
    for (const FoundVm &vm : m_vms) {
        if (against(vm).isEmpty())
            m_chosen.insert(vm.vmid);
    }
    if (!m_vms.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_vms.size()) - 1, 0));
}

std::vector<FoundVm> DiscoverModel::chosen() const
{
    std::vector<FoundVm> vms;
    for (const FoundVm &vm : m_vms) {
        if (m_chosen.contains(vm.vmid))
            vms.push_back(vm);
    }
    return vms;
}

QString DiscoverModel::against(const FoundVm &vm) const
{
    QStringList all;
    for (const QString &problem : vm.problems)
        all << VmWords::problem(problem);
    if (m_inQueue.contains(vm.vmid))
        all.prepend(tr("is in the queue already"));
    return all.join(QStringLiteral("; "));
}

int DiscoverModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_vms.size());
}
int DiscoverModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiscoverModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FoundVm &vm = m_vms[std::size_t(index.row())];
    const QString objection = against(vm);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Vmid:
            return vm.vmid;
        case Name:
            return vm.name;
        case Status:
            return VmWords::status(vm.status);
        case Ip:
            return vm.ip;
        case Ports:
            return QStringList({ vm.panelPort, vm.gatewayPort, vm.sshPort }).join(QLatin1Char(' ')).simplified();
        default:
            return objection.isEmpty() ? tr("nothing") : objection;
        }
    case Qt::CheckStateRole:
        if (index.column() == Vmid)
            return m_chosen.contains(vm.vmid) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ForegroundRole:
        if (index.column() == Against)
            return objection.isEmpty() ? Theme::secondaryText() : Theme::color(Tone::Warning);
        return {};
    default:
        return {};
    }
}

bool DiscoverModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Vmid || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const FoundVm &vm = m_vms[std::size_t(index.row())];
    if (m_inQueue.contains(vm.vmid))
        return false;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(vm.vmid);
    else
        m_chosen.remove(vm.vmid);
    Q_EMIT dataChanged(index, index, { Qt::CheckStateRole });
    return true;
}

Qt::ItemFlags DiscoverModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!m_inQueue.contains(m_vms[std::size_t(index.row())].vmid))
        flags |= Qt::ItemIsEnabled;
    if (index.column() == Vmid)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant DiscoverModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[]
        = { tr("VMID"), tr("Name"), tr("Status"), tr("Address"), tr("Ports"), tr("Stands against it") };
    return section < ColumnCount ? names[section] : QString();
}

} // namespace undock::gui
