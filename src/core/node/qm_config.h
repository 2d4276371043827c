#pragma once

#include "core/base/result.h"
#include "core/params/guest_ip.h"

#include <QByteArray>
#include <QMap>

#include <optional>

namespace undock {

/// One `ipconfigN` of a VM.
struct QmIpConfig {
    std::optional<GuestIp> ip; ///< absent for dhcp
    int prefix = 0; ///< bits of the network, 0 when not given
    std::optional<GuestIp> gateway;
    bool dhcp = false;
};

/// What Proxmox takes for a truth value, in any case: 1, on, yes, true and 0, off, no, false. Others: nullopt.
std::optional<bool> proxmoxBoolean(QStringView text);

/// What `qm config VMID --current` tells that a migration needs: the values in force. (The plain form
/// prints values that wait for the VM's next start in their place.)
struct QmConfig {
    QString name;
    bool agentEnabled = false; ///< `agent: 1`, `agent: enabled=1,…`, or another of Proxmox's words for it
    bool isTemplate = false;
    QString lock; ///< e.g. "backup"; empty when none
    QMap<int, QmIpConfig> ipConfigs; ///< by interface number
    QMap<QString, QString> everything; ///< each key with its value as printed

    /// The address of the lowest interface that has one.
    std::optional<GuestIp> ip() const;
};

/// Reads the printed `key: value` lines; lines of another shape are passed over.
/// Errors: `qm-config-unreadable` when there is not one such line.
Result<QmConfig> parseQmConfig(const QByteArray &text);

} // namespace undock
