#pragma once

#include "core/params/vmid.h"
#include "remote/node/node_shell.h"

#include <nlohmann/json.hpp>

namespace undock::remote {

/// What the card on the node says of the guest's job. Unfinished and Unknown occupy one of
/// the node's three slots even when no program is there any more.
enum class LeaseJob {
    None,
    Unfinished,
    Unknown,
    Overdue, ///< longer than its limit and nobody waits for it any more: it may still run, but takes no slot
    Finished,
};
QString nameOf(LeaseJob job);

/// The card of a VM on its node: who works on it. A plain file that a person can read.
struct LeaseCard {
    int vmid = 0;
    QString run;
    QString holder; ///< the operator
    QString host; ///< the desk
    QString program;
    QString since; ///< ISO 8601, UTC, by the node's clock
    QString step;
    LeaseJob job = LeaseJob::None;
    QString jobId;
    qint64 generation = 0;
    bool live = false; ///< a program is connected for it right now
    qint64 seenSecondsAgo = -1; ///< since the last heartbeat; −1: not known

    bool occupiesSlot() const { return live || job == LeaseJob::Unfinished || job == LeaseJob::Unknown; }
};

LeaseCard parseLeaseCard(const QByteArray &text);
nlohmann::ordered_json toJson(const LeaseCard &card);

/// All cards on the node.
Result<QList<LeaseCard>> leases(NodeShell &shell, std::stop_token stop = {});

/// Takes a card away whose program is gone, whatever its job, on an operator's word that stays on the node with name
/// and reason. Errors: Refused `no-lease`, `lease-live`, `reason-missing`.
Done overrideLease(
    NodeShell &shell, Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop = {});

} // namespace undock::remote
