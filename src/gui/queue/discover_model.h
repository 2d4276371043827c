#pragma once

#include "gui/desk/node_inquiry.h"

#include <QAbstractTableModel>
#include <QSet>

namespace undock::gui {

/// What a node has, to be chosen from. A VM that is in the queue already, or has
/// something against it, is not chosen by itself.
class DiscoverModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Vmid, Name, Status, Ip, Ports, Against, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `inQueue`: VMIDs of this node that are in the queue.
    void show(const std::vector<FoundVm> &vms, const QSet<QString> &inQueue);
    void chooseAllWithoutObjection();
    std::vector<FoundVm> chosen() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString against(const FoundVm &vm) const;
    std::vector<FoundVm> m_vms;
    QSet<QString> m_inQueue;
    QSet<QString> m_chosen;
};

} // namespace undock::gui
