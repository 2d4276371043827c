#include "remote/ssh/jump_link.h"

#include "core/text/phrase.h"
#include "remote/ssh/ssh_handle.h"

#include <array>
#include <mutex>
#include <thread>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;

using ChannelPointer = std::unique_ptr<ssh_channel_struct, decltype(&ssh_channel_free)>;

tl::unexpected<Error> jumpFailed(const QString &what, const QString &where)
{
    return fail(Error::Kind::NotReached, QStringLiteral("jump-failed"), what, where, phrase("cure-jump-reach-node"));
}

} // namespace

struct JumpLink::Impl {
    std::unique_ptr<SshHandle> jump;
    ChannelPointer channel{ nullptr, &ssh_channel_free };
    Socket ours;
    Socket theirs;
    QByteArray toNode; ///< read from the socket, and not yet taken by the channel
    QByteArray toDesk; ///< read from the channel, and not yet taken by the socket
    bool deskEnded = false;
    mutable std::mutex mutex;
    std::optional<Error> broken;
    std::jthread thread;

    bool isJumpConnected() const { return ssh_is_connected(jump->session) != 0; }

    /// False: this direction has come to its end, and with it the other.
    bool carryToNode(bool &moved)
    {
        std::array<char, 32768> buffer;
        if (toNode.isEmpty() && !deskEnded) {
            const qint64 count = ours.receive(buffer.data(), buffer.size());
            deskEnded = count < 0;
            if (count > 0)
                toNode = QByteArray(buffer.data(), qsizetype(count));
        }
        if (toNode.isEmpty())
            return !deskEnded;
        const int written = ssh_channel_write(channel.get(), toNode.constData(), uint32_t(toNode.size()));
        if (written < 0 && written != SSH_AGAIN)
            return false;
        if (written > 0) {
            toNode.remove(0, written);
            moved = true;
        }
        return true;
    }

    bool carryToDesk(bool &moved)
    {
        std::array<char, 32768> buffer;
        if (toDesk.isEmpty()) {
            // Asked before reading: what arrived before the end is then taken with it.
            const bool ended = ssh_channel_is_eof(channel.get()) || ssh_channel_is_closed(channel.get());
            const int count = ssh_channel_read_nonblocking(channel.get(), buffer.data(), uint32_t(buffer.size()), 0);
            if (count > 0)
                toDesk = QByteArray(buffer.data(), count);
            else if (ended || (count < 0 && count != SSH_AGAIN && count != SSH_EOF))
                return false;
        } else if (ssh_get_poll_flags(jump->session) & SSH_WRITE_PENDING) {
            (void)ssh_blocking_flush(jump->session, 0);
        }
        if (toDesk.isEmpty())
            return isJumpConnected();
        const qint64 sent = ours.send(toDesk.constData(), toDesk.size());
        if (sent < 0)
            return false; // nobody reads any more
        if (sent > 0) {
            toDesk.remove(0, qsizetype(sent));
            moved = true;
        }
        return true;
    }

    void wait()
    {
        std::array<SocketWatch, 2> watches;
        watches[0].id = int(ssh_get_fd(jump->session));
        // With bytes that the socket has no room for nothing more is taken from the jump host, but for the room that it
        // grants to what waits for it.
        watches[0].read = toDesk.isEmpty() || !toNode.isEmpty();
        watches[0].write = (ssh_get_poll_flags(jump->session) & SSH_WRITE_PENDING) != 0;
        watches[1].id = ours.id();
        watches[1].read = toNode.isEmpty();
        watches[1].write = !toDesk.isEmpty();
        waitForSockets(watches.data(), watches.size(), 250ms);
    }

    void carry(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            bool moved = false;
            if (!carryToNode(moved) || !carryToDesk(moved))
                break;
            // Reading may have brought the end: the next round sees it.
            if (!moved && !(toDesk.isEmpty() && ssh_channel_is_eof(channel.get())))
                wait();
        }
        if (!isJumpConnected()) {
            const std::lock_guard lock(mutex);
            broken = Error{ Error::Kind::NotReached, QStringLiteral("jump-failed"),
                phrase("connection-broke", { { "said", jump->lastWords() } }), jump->where,
                phrase("cure-connect-again") };
        }
        ours = Socket(); // whoever still waits for an answer sees the end
    }
};

JumpLink::JumpLink(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    m_impl->thread = std::jthread([impl = m_impl.get()](const std::stop_token &stop) { impl->carry(stop); });
}

JumpLink::~JumpLink()
{
    m_impl->theirs = Socket(); // where nobody took it, the thread sees its end
}

Result<std::unique_ptr<JumpLink>> JumpLink::open(std::unique_ptr<SshHandle> jump, const QString &host, int port,
    std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    const QString node = QStringLiteral("%1:%2").arg(host).arg(port);
    auto impl = std::make_unique<Impl>();
    impl->jump = std::move(jump);
    SshHandle &handle = *impl->jump;
    impl->channel.reset(ssh_channel_new(handle.session));
    auto ends = socketPair();
    if (!impl->channel || !ends)
        return jumpFailed(phrase("out-of-memory"), handle.where);
    int result = SSH_ERROR;
    const auto ask = [&] {
        return ssh_channel_open_forward(impl->channel.get(), host.toUtf8().constData(), port, "127.0.0.1", 0);
    };
    switch (repeat(handle, SSH_AGAIN, result, timeout, stop, ask)) {
    case Waited::Stopped:
        return fail(Error::Kind::NotReached, QStringLiteral("stopped"), phrase("connecting-stopped"), handle.where);
    case Waited::TimedOut:
        handle.broken = true;
        return jumpFailed(phrase("jump-node-late", { { "node", node } }), handle.where);
    case Waited::Done:
        break;
    }
    if (result != SSH_OK)
        return jumpFailed(phrase("jump-no-way", { { "node", node }, { "said", handle.lastWords() } }), handle.where);
    impl->ours = std::move(ends->first);
    impl->theirs = std::move(ends->second);
    impl->ours.setNonBlocking();
    impl->theirs.setNonBlocking();
    return std::unique_ptr<JumpLink>(new JumpLink(std::move(impl)));
}

int JumpLink::takeSocket()
{
    return m_impl->theirs.take();
}

std::optional<Error> JumpLink::broken() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->broken;
}

} // namespace undock::remote
