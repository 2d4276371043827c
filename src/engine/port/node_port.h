#pragma once

#include "engine/port/clock.h"
#include "engine/port/guest_port.h"
#include "engine/port/lease_port.h"
#include "remote/node/holds.h"
#include "remote/node/journal_sums.h"
#include "remote/node/node_facts.h"
#include "remote/node/shared_file.h"
#include "remote/ssh/ssh_session.h"

#include <memory>

namespace undock {

/// qm calls and bytes so far, for the record and the bench.
struct Traffic {
    qint64 qmCalls = 0;
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
};

/// What a run asks of its node, with the one guest of it that the run works on. Belongs to one worker thread.
class NodePort {
public:
    explicit NodePort(Clock &clock)
        : m_clock(clock)
    {
    }
    virtual ~NodePort() = default;

    /// Connects unless connected; what an earlier prompt answered is not asked again.
    virtual Done ensure(std::stop_token stop) = 0;
    /// Tries ensure() with growing pauses for up to `patience`.
    Done ensureWithin(std::chrono::seconds patience, std::stop_token stop);

    virtual GuestPort &guest() = 0;
    virtual std::unique_ptr<LeasePort> lease(const remote::LeaseRequest &request) = 0;

    /// With the addresses that the VM's own agent tells.
    virtual Result<remote::NodeFacts> facts(std::optional<Vmid> vmid, std::stop_token stop) = 0;
    virtual Result<QList<remote::LeaseCard>> cards(std::stop_token stop) = 0;
    virtual Result<QList<remote::Hold>> holds(std::stop_token stop) = 0;
    virtual Done placeHold(const remote::HoldRequest &request, bool definite, std::stop_token stop) = 0;
    virtual Done liftHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop) = 0;
    virtual Done resolveHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop) = 0;
    virtual Done releaseHold(Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop) = 0;
    /// Of a copy of the run's journal that is put into the VM: see remote::JournalSums.
    virtual Done keepJournalSum(
        const QString &run, qint64 generation, const QByteArray &sha256, remote::CopyIs state, std::stop_token stop)
        = 0;
    virtual Result<remote::JournalSums> journalSums(std::stop_token stop) = 0;
    virtual Result<remote::SharedFile> readFile(const QString &path, std::stop_token stop) = 0;
    virtual Done swapFile(
        const QString &path, const QByteArray &expectedSha256, const QByteArray &content, std::stop_token stop)
        = 0;

    virtual const remote::SshLogin &login() const = 0;
    virtual Traffic traffic() const = 0;

    Clock &clock() const { return m_clock; }

private:
    Clock &m_clock;
};

} // namespace undock
