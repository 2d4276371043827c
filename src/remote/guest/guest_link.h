#pragma once

#include "remote/guest/ask_again.h"
#include "remote/guest/guest_lib.h"
#include "remote/guest/guest_transport.h"
#include "remote/guest/job_news.h"
#include "remote/guest/pack.h"

#include <QHash>

namespace undock::remote {

/// The way to one guest's jobs.
///
/// Errors keep their meaning: Refused: the guest said no, with its code (`lower-generation`,
/// `hash-differs`, `no-such-job`, `busy`, `hold-present`, …). NotReached: it was not asked.
/// Unknown: it may have happened; ask report() or follow() before concluding, or start the
/// same chain again, which the guest never runs twice. A start is never sent again by itself.
class GuestLink {
public:
    GuestLink(GuestTransport &transport, Vmid vmid, GuestLib lib, PauseBetween pause = pauseFor);

    enum class StartKind {
        Opening, ///< First, in a guest that hardly has the runtime yet: it is brought without asking
        First, ///< uploads the chain, then starts it
        Again, ///< the same chain once more after an answer was lost; uploads only what is missing
    };
    /// Starts the chain and waits up to `wait` seconds (0 … 25) for the end of its first job.
    /// `guard` for chains that delete. After an Unknown: the same chain, StartKind::Again.
    Result<JobNews> start(const Chain &chain, qint64 generation, int wait, StartKind kind = StartKind::First,
        const std::optional<DeletionGuard> &guard = {}, std::stop_token stop = {});

    /// News of a job (`07-b-archive`) from `offset` on: at once when it is final, when there is
    /// output after `pace` seconds, or after `wait` seconds (0 … 25).
    Result<JobNews> follow(
        const QString &run, const QString &job, qint64 offset, int wait, int pace, std::stop_token stop = {});
    /// `len` bytes (≤ 192 KiB) of a job's output, also of a secret one: keep them in memory.
    Result<QByteArray> fetch(
        const QString &run, const QString &job, qint64 offset, qint64 len, std::stop_token stop = {});
    /// The whole of a job's output, at most `most` bytes. A small secret one came with the news of
    /// its job already and is given once, without a call. Errors: also Failed `output-too-large`.
    Result<QByteArray> fetchAll(const QString &run, const QString &job, qint64 most, std::stop_token stop = {});
    /// All jobs of a run. A generation above what the guest knows is stored: from then on a start
    /// with a lower one is refused, also one that is still under way.
    Result<RunReport> report(const QString &run, qint64 generation, std::stop_token stop = {});
    Result<QList<RunFolder>> runs(std::stop_token stop = {});
    /// Keeps a text (the redacted journal) in the run's folder as `<name>.gz`, replacing what was
    /// there. Errors: also BadInput `too-large` (512 KiB, compressed).
    Done note(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop = {});
    /// The same without waiting whether it arrived: saves the second that qm polls for the answer.
    Done leaveNote(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop = {});
    Result<QByteArray> readNote(const QString &run, const QString &name, qint64 most, std::stop_token stop = {});
    /// No further job of the run's chain begins; the running one goes on to its end.
    Done pause(const QString &run, std::stop_token stop = {});
    /// Ends the running job too, unless it deletes.
    Done cancel(const QString &run, std::stop_token stop = {});

    /// For the bench: what it cost.
    struct Traffic {
        int qmCalls = 0;
        qint64 bytesSent = 0; ///< to the guest, with framing
        qint64 bytesReceived = 0;
    };
    const Traffic &traffic() const { return m_traffic; }

private:
    struct Request {
        QByteArray verb;
        QList<QByteArray> values;
        QByteArray body; ///< sent as base64
        int waitSeconds = 0;
        bool awaited = true; ///< false: sent, and the guest's answer left to itself
        std::optional<DeletionGuard> guard;
    };
    Result<Request> noteRequest(const QString &run, const QString &name, const QByteArray &content) const;
    Result<GuestAnswer> send(const Request &request, std::stop_token stop);
    Result<GuestAnswer> sendOnce(const Request &request, const QByteArray &preamble, std::stop_token stop);
    struct Piece {
        QByteArray bytes;
        qint64 total = 0;
    };
    Result<Piece> fetchPiece(const QByteArray &verb, const QString &run, const QString &name, qint64 offset, qint64 len,
        std::stop_token stop);
    Result<QByteArray> fetchWhole(
        const QByteArray &verb, const QString &run, const QString &name, qint64 most, std::stop_token stop);
    void keepSecrets(const QString &run, JobNews &news);
    Done uploadLib(std::stop_token stop);
    Done upload(const QByteArray &pack, const QByteArray &sha256, const QByteArray &stub, std::stop_token stop);

    GuestTransport &m_transport;
    Vmid m_vmid;
    GuestLib m_lib;
    PauseBetween m_pause;
    Traffic m_traffic;
    QHash<QString, QByteArray> m_secrets; ///< by run/job; in memory only, until it is asked for
};

} // namespace undock::remote
