#pragma once

#include "core/params/vmid.h"
#include "remote/node/node_shell.h"

#include <QByteArrayList>

namespace undock::remote {

/// Which copies of a run's journal desks gave into a VM, as the VM's node keeps it where only its root can write. A
/// copy that is read in the VM is a desk's own if its SHA-256 is among them.
struct JournalSums {
    QString run; ///< that was copied last; empty: no program that keeps sums ever copied one
    QByteArrayList sums; ///< hex; the newest one that is known to have arrived, and those sent after it
};

enum class CopyIs {
    Sent, ///< about to be sent
    Arrived, ///< in the VM, which said so: what was sent before it counts no longer
};

/// Errors: Refused `lease-not-held` unless this run and generation hold the VM at that moment.
Done keepJournalSum(NodeShell &shell, Vmid vmid, const QString &run, qint64 generation, const QByteArray &sha256,
    CopyIs state, std::stop_token stop = {});
Result<JournalSums> journalSums(NodeShell &shell, Vmid vmid, std::stop_token stop = {});

} // namespace undock::remote
