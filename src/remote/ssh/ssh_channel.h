#pragma once

#include "remote/ssh/exec.h"

#include <memory>
#include <optional>

namespace undock::remote {

struct SshHandle;
struct ChannelHandle;

/// A running remote command with its three streams. Belongs to the thread of its session
/// and must not outlive it.
class SshChannel : public Conversation {
public:
    /// See SshSession::open.
    static Result<std::unique_ptr<SshChannel>> open(
        SshHandle &session, const QByteArray &command, std::chrono::milliseconds timeout, const std::stop_token &stop);
    ~SshChannel() override;

    Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop) override;
    void closeInput() override;
    Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) override;

    /// Sends all of `input`, takes what comes meanwhile, until the command has ended.
    Result<ExecResult> exchange(const QByteArray &input, const ExecLimits &limits,
        std::chrono::steady_clock::time_point deadline, const std::stop_token &stop);

    /// Bytes of stdin handed to the connection so far.
    qint64 sent() const;
    /// Known once read() said `ended`; nothing when the other side never told.
    std::optional<int> exitStatus() const;

private:
    SshChannel(SshHandle &session, std::unique_ptr<ChannelHandle> handle);

    Result<qint64> writeSome(QByteArrayView bytes);
    Done readSome(Piece &piece);
    bool hasEnded() const;
    tl::unexpected<Error> lost(Error::Kind kind) const;

    SshHandle &m_session;
    std::unique_ptr<ChannelHandle> m_handle;
};

} // namespace undock::remote
