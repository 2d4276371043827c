#pragma once

#include "remote/node/lease.h"
#include "remote/ssh/exec.h"

#include <functional>
#include <memory>

namespace undock::remote {

struct LeaseRequest {
    Vmid vmid;
    QString run;
    QString holder; ///< the operator's name
    QString host; ///< this desk, for people
    QString program; ///< name and version
    /// Take the VM from whoever has it, on the operator's explicit word.
    bool takeOver = false;
    QString reason; ///< of the take-over
};

struct LeaseGrant {
    qint64 generation = 0;
    std::optional<LeaseCard> previous; ///< the card that was there before: our own after a crash, or the one taken over
};

/// Holds the lease of one VM while it lives.
///
/// It has a connection and a thread of its own, because heartbeats must go on while the
/// worker's thread waits in a guest call, computes, or is stuck: the lease must not depend
/// on what it protects. When the connection breaks it connects again and goes on under the
/// same generation, as long as nobody took the VM over in between.
///
/// All methods may be called from any thread.
class LeaseKeeper {
public:
    /// Opens a conversation with `command` on the node, over a connection of its own that lives
    /// as long as the conversation. Called on the keeper's thread.
    using Open = std::function<Result<std::unique_ptr<Conversation>>(const QByteArray &command, std::stop_token)>;

    enum class State {
        Idle,
        Held,
        Reconnecting, ///< the link is lost; the card on the node still stands
        Lost, ///< another desk took the VM over, or the card was removed: send nothing more
        Released,
    };

    LeaseKeeper(Open open, bool viaSudo, LeaseRequest request);
    /// Ends the connection, not the lease: the card stays until release().
    ~LeaseKeeper();

    /// Errors: Refused `vm-taken` (a program holds it), `vm-left` (its program is gone, the card
    /// is not: take over or let its owner resume), `slots-full`; the connection's.
    Result<LeaseGrant> acquire(std::stop_token stop = {});

    /// Writes step and job into the card; back when the node has it on disk. `mayTake`: for so long from now on the
    /// job may be at work without anybody being told, and takes a slot; nothing: until it is settled. Errors: Refused
    /// `lease-lost`; Unknown `lease-unsure` when the link broke meanwhile.
    Done update(const QString &step, LeaseJob job, const QString &jobId, std::stop_token stop = {},
        std::optional<std::chrono::seconds> mayTake = {});

    /// Removes the card. Errors: Refused `lease-job-open`, `lease-lost`; Unknown `lease-unsure`.
    Done release(std::stop_token stop = {});

    State state() const;
    qint64 generation() const;
    /// Why it was lost, or what keeps it from reconnecting.
    Error trouble() const;

    /// Called on the keeper's thread whenever state() changes.
    std::function<void(State)> onState;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace undock::remote
