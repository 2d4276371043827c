#pragma once

#include "core/base/result.h"
#include "core/params/vmid.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <stop_token>

namespace undock::remote {

/// What the node checks, under its deletion lock, before it passes a deletion on
/// (design.md, invariant 2): no hold on the node, and this run still owns the VM.
struct DeletionGuard {
    QString run;
    qint64 generation = 0;
};

/// One `qm guest exec … -- /bin/bash -s` with the given stdin; answers with the guest's stdout.
///
/// Errors by what is certain: NotReached: the guest was not asked (no agent, no such VM,
/// another call in flight: guest-call-busy). Refused: the guard said no. Unknown: the agent or
/// the link failed in a way after which the request may have run.
class GuestTransport {
public:
    virtual ~GuestTransport() = default;
    /// `timeout` is the agent's: how long the guest may take to answer. 0: the answer is not waited
    /// for, and once the agent has begun the command the error is Unknown `qm-still-running`.
    virtual Result<QByteArray> call(Vmid vmid, const QByteArray &input, std::chrono::seconds timeout,
        const std::optional<DeletionGuard> &guard, std::stop_token stop)
        = 0;
};

} // namespace undock::remote
