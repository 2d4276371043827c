#include "core/ledger/ledger_columns.h"

namespace undock {

namespace {

struct ColumnNames {
    LedgerColumn column;
    const char *names; ///< by blanks, the most telling first
};

constexpr ColumnNames knownNames[] = {
    { LedgerColumn::Vmid, "vmid 小鸡编号 机器序号 小鸡序号 小鸡id 机器编号 虚拟机编号 vmnumber vm 小鸡 编号 序号 id" },
    { LedgerColumn::Ip,
        "vmip 内网ip 小鸡ip 小鸡内网ip 机器内网ip 内网地址 internalip innerip privateip lanip guestip ip地址 ip" },
    { LedgerColumn::Name, "vmname 小鸡名称 小鸡名 机器名称 机器名 主机名 名称 hostname name" },
    { LedgerColumn::Node, "nodessh 母机ssh 母机 母鸡 母机ip 宿主机 节点 node host" },
    { LedgerColumn::Ports, "portblock portrange 端口段 端口块 端口范围 端口池 外网端口 端口 ports port" },
    { LedgerColumn::SshPort, "sshport ssh端口 ssh" },
    { LedgerColumn::PanelPort,
        "panelport 管理入口端口 管理端口 面板端口 管理入口 adminport managementport panel 面板" },
    { LedgerColumn::GatewayPort, "gatewayport 网关入口端口 网关端口 网关入口 gateway 网关" },
    { LedgerColumn::PanelTag, "paneltag panelversion 面板版本" },
    { LedgerColumn::OpenclawVersion, "openclawversion openclaw版本 bot版本 龙虾版本 botversion version 版本" },
    { LedgerColumn::Status, "migrationstatus 迁移状态 部署方式 status state 状态" },
    { LedgerColumn::Note, "note notes remark remarks comment 备注 说明" },
};

QString plain(const QString &heading)
{
    QString result;
    for (const QChar c : heading.normalized(QString::NormalizationForm_KC).toLower()) {
        if (c.isLetterOrNumber())
            result += c;
    }
    return result;
}

/// "机器序号（VMID）" says one thing twice; "端口（面板）" does not mean 端口.
struct Heading {
    QString whole;
    QString before; ///< what stands before a parenthesis, and in it; empty without one
    QString inside;

    bool means(const QString &name, const QStringList &names) const
    {
        return whole == name || (before == name && names.contains(inside));
    }
};

Heading readHeading(const QString &text)
{
    const QString heading = text.normalized(QString::NormalizationForm_KC);
    Heading result{ plain(heading), {}, {} };
    const qsizetype open = heading.indexOf(u'(');
    if (open >= 0) {
        result.before = plain(heading.first(open));
        result.inside = plain(heading.sliced(open));
    }
    return result;
}

} // namespace

int findColumn(LedgerColumn column, const QStringList &headings)
{
    QList<Heading> given;
    for (const QString &heading : headings)
        given += readHeading(heading);
    for (const ColumnNames &known : knownNames) {
        if (known.column != column)
            continue;
        const auto names = QString::fromUtf8(known.names).split(u' ');
        for (const QString &name : names) {
            for (int at = 0; at < given.size(); ++at) {
                if (given[at].means(name, names))
                    return at;
            }
        }
    }
    return -1;
}

} // namespace undock
