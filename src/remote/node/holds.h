#pragma once

#include "core/params/vmid.h"
#include "remote/node/node_shell.h"

#include <nlohmann/json.hpp>

namespace undock::remote {

/// The mark "no Docker is deleted" of one VM on its node (design.md, invariant 8).
struct Hold {
    int vmid = 0;
    bool definite = false; ///< an acceptance failed; otherwise: one is under way
    QString run;
    QString holder;
    QString host;
    QString since; ///< ISO 8601, UTC, by the node's clock
    QString reason;
    QString resolved; ///< `rolled-back` or `gone`: may be released now; empty: not yet

    bool releasable() const { return !resolved.isEmpty(); }
};

Hold parseHold(const QByteArray &text);
nlohmann::ordered_json toJson(const Hold &hold);

struct HoldRequest {
    Vmid vmid;
    QString run;
    QString holder;
    QString host;
    QString reason;
};

/// Waits for a deletion that is just being sent, then places the mark. A definite hold is
/// never turned into a provisional one, but one that was resolved is open again.
Done placeHold(NodeShell &shell, const HoldRequest &request, bool definite, std::stop_token stop = {});
/// The VM passed its acceptance: takes its mark away, whoever placed it. Refused
/// `lease-not-held` unless this run and generation hold the VM at that moment.
Done liftHold(NodeShell &shell, Vmid vmid, const QString &run, qint64 generation, std::stop_token stop = {});
/// Notes that the VM was rolled back: its hold may be released from now on.
Done resolveHold(NodeShell &shell, Vmid vmid, const QString &run, qint64 generation, std::stop_token stop = {});
/// An operator's word, with a reason. Errors: Refused `hold-unresolved` (neither passed, nor
/// rolled back, nor is the VM gone), `no-hold`, `reason-missing`.
Done releaseHold(NodeShell &shell, Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop = {});
/// An operator's word against that rule, kept on the node with name and reason. Errors: Refused `no-hold`,
/// `reason-missing`.
Done overrideHold(NodeShell &shell, Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop = {});
Result<QList<Hold>> holds(NodeShell &shell, std::stop_token stop = {});

} // namespace undock::remote
