#pragma once

#include "remote/node/lease_keeper.h"

namespace undock::remote {

/// The desk's side of lease.sh's `hold`: one line out, one line back. No thread, no time.
class LeaseTalk {
public:
    explicit LeaseTalk(std::unique_ptr<Conversation> conversation);

    struct Granted {
        qint64 generation = 0;
        std::optional<LeaseCard> previous;
    };
    /// `generation`: 0 for a new claim, else the one to go on under.
    Result<Granted> begin(const LeaseRequest &request, qint64 generation, const std::stop_token &stop);

    struct Heard {
        qint64 number = 0; ///< of the line that is answered
        bool ok = false;
        QString code; ///< when not ok
        std::optional<QString> lost; ///< the lease is gone, and to whom
    };
    Done say(const QByteArray &line, const std::stop_token &stop);
    /// What came within `wait`. Errors: Unknown link-lost when the node's side has ended.
    Result<QList<Heard>> listen(std::chrono::milliseconds wait, const std::stop_token &stop);
    /// Since anything came from the node.
    std::chrono::steady_clock::duration silentFor() const { return std::chrono::steady_clock::now() - m_lastSign; }

private:
    Done awaitShell(const std::stop_token &stop);
    Result<std::optional<QByteArray>> nextLine(std::chrono::milliseconds wait, const std::stop_token &stop);

    std::unique_ptr<Conversation> m_conversation;
    QByteArray m_out;
    QByteArray m_err;
    QByteArray m_outBegins; ///< what stands before it on stdout is the login shell's; empty: it was seen
    bool m_ended = false;
    std::chrono::steady_clock::time_point m_lastSign = std::chrono::steady_clock::now();
};

} // namespace undock::remote
