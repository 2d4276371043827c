#pragma once

#include "core/params/vm_id.h"
#include "gui/desk/node_inquiry.h"

#include <QDialog>
#include <QSet>

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class DiscoverDialog;
}

namespace undock::gui {

class DiscoverModel;

/// Asks a node which VMs it has and offers them.
class DiscoverDialog : public QDialog {
    Q_OBJECT
public:
    DiscoverDialog(
        NodeInquiry &nodes, const AppSettings &settings, const QSet<VmId> &inQueue, QWidget *parent = nullptr);
    ~DiscoverDialog() override;

Q_SIGNALS:
    void chosen(const QString &node, const std::vector<undock::gui::FoundVm> &vms);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void updateCount();
    std::unique_ptr<Ui::DiscoverDialog> m_ui;
    NodeInquiry &m_nodes;
    const AppSettings &m_settings;
    QSet<VmId> m_inQueue;
    QString m_asked; ///< the node that is asked now; empty while none is
    QString m_shown; ///< the node whose VMs are shown
    DiscoverModel *m_model;
    QSortFilterProxyModel *m_filter;
};

} // namespace undock::gui
