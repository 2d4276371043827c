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
    /// Made by SshSession::open.
    SshChannel(SshHandle &session, std::unique_ptr<ChannelHandle> handle);
    ~SshChannel() override;

    Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop) override;
    void closeInput() override;
    Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) override;

    /// Bytes of stdin handed to the connection so far.
    qint64 sent() const;
    /// Known once read() said `ended`; nothing when the other side never told.
    std::optional<int> exitStatus() const;
    QString exitSignal() const;

private:
    SshHandle &m_session;
    std::unique_ptr<ChannelHandle> m_handle;
};

} // namespace undock::remote
