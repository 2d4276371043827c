#pragma once

#include <QString>
#include <QStringList>

namespace undock {

/// What a column of the operator's table (台账) is about.
enum class LedgerColumn {
    Vmid,
    Ip,
    Name,
    Node,
    Ports, ///< the VM's whole block on the node
    SshPort,
    PanelPort, ///< the entry to the panel (管理入口)
    GatewayPort,
    PanelTag,
    OpenclawVersion,
    Status,
    Note,
};

/// Position of the column among a table's headings, −1 when it has none.
/// Headings are compared without case, blanks, punctuation and full-width
/// forms, in English or in the usual Chinese words; where several would do
/// (序号 and 小鸡编号), the more telling one wins, and among equals the first.
int findColumn(LedgerColumn column, const QStringList &headings);

} // namespace undock
