#include "remote/ssh/ssh_channel.h"

#include "core/text/phrase.h"
#include "remote/ssh/ssh_handle.h"

#include <algorithm>
#include <array>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;

constexpr qint64 writePiece = 32 * 1024;

/// What is asked does not matter, but that the socket is looked at: 0.11 has another name for it.
void lookForExit(ssh_channel channel)
{
#if LIBSSH_VERSION_INT >= SSH_VERSION_INT(0, 11, 0)
    (void)ssh_channel_get_exit_state(channel, nullptr, nullptr, nullptr);
#else
    (void)ssh_channel_get_exit_status(channel);
#endif
}

void noteExit(ssh_session, ssh_channel, int status, void *data)
{
    static_cast<ChannelHandle *>(data)->exit = status;
}

void noteSignal(ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *data)
{
    static_cast<ChannelHandle *>(data)->signal = showable(signal);
}

tl::unexpected<Error> stopped(Kind kind, const QString &where)
{
    return fail(kind, QStringLiteral("stopped"), phrase("exchange-stopped"), where,
        kind == Kind::Unknown ? phrase("cure-may-go-on") : QString());
}

const QString askAgainCure = phrase("cure-may-have-happened");

/// Keeps an answer's bytes within their bound.
struct Intake {
    const ExecLimits &limits;
    ExecResult result;

    bool take(const Conversation::Piece &piece)
    {
        if (result.out.size() + piece.out.size() > limits.maxOut
            || result.err.size() + piece.err.size() > limits.maxErr)
            return false;
        if (!piece.out.isEmpty() && limits.onStdout)
            limits.onStdout(piece.out);
        result.out += piece.out;
        result.err += piece.err;
        return true;
    }
};

} // namespace

SshChannel::SshChannel(SshHandle &session, std::unique_ptr<ChannelHandle> handle)
    : m_session(session)
    , m_handle(std::move(handle))
{
}

SshChannel::~SshChannel() = default;

Result<std::unique_ptr<SshChannel>> SshChannel::open(
    SshHandle &session, const QByteArray &command, std::chrono::milliseconds timeout, const std::stop_token &stop)
{
    auto handle = std::make_unique<ChannelHandle>();
    handle->channel = ssh_channel_new(session.session);
    if (!handle->channel)
        return fail(Kind::NotReached, QStringLiteral("channel-refused"), session.lastWords(), session.where);
    handle->callbacks.userdata = handle.get();
    handle->callbacks.channel_exit_status_function = &noteExit;
    handle->callbacks.channel_exit_signal_function = &noteSignal;
    ssh_callbacks_init(&handle->callbacks);
    ssh_set_channel_callbacks(handle->channel, &handle->callbacks);

    // The peer's answer to either is a matter of one round trip.
    const auto limit = std::min<std::chrono::milliseconds>(timeout, 15s);
    int result = SSH_ERROR;
    const auto outcome = [&](Waited waited, Kind kind, const QString &what) -> Done {
        if (waited == Waited::Stopped)
            return stopped(kind, session.where);
        if (waited == Waited::TimedOut) {
            session.broken = true;
            return fail(kind, QStringLiteral("peer-silent"), what, session.where, phrase("cure-connect-again"));
        }
        if (result == SSH_OK)
            return {};
        if (!session.usable())
            return fail(kind, QStringLiteral("link-lost"),
                phrase("connection-broke", { { "said", session.lastWords() } }), session.where,
                phrase("cure-connect-again"));
        return fail(Kind::NotReached, QStringLiteral("channel-refused"),
            phrase("channel-refused", { { "said", session.lastWords() } }), session.where, phrase("cure-max-sessions"));
    };

    auto waited
        = repeat(session, SSH_AGAIN, result, limit, stop, [&] { return ssh_channel_open_session(handle->channel); });
    if (auto done = outcome(waited, Kind::NotReached, phrase("channel-late")); !done)
        return tl::make_unexpected(done.error());
    waited = repeat(session, SSH_AGAIN, result, limit, stop,
        [&] { return ssh_channel_request_exec(handle->channel, command.constData()); });
    if (auto done = outcome(waited, Kind::Unknown, phrase("command-unanswered")); !done)
        return tl::make_unexpected(done.error());
    return std::unique_ptr<SshChannel>(new SshChannel(session, std::move(handle)));
}

tl::unexpected<Error> SshChannel::lost(Kind kind) const
{
    m_session.broken = true;
    return fail(kind, QStringLiteral("link-lost"), phrase("connection-broke", { { "said", m_session.lastWords() } }),
        m_session.where, askAgainCure);
}

Result<qint64> SshChannel::writeSome(QByteArrayView bytes)
{
    const auto size = uint32_t(std::min<qint64>(bytes.size(), writePiece));
    const int written = ssh_channel_write(m_handle->channel, bytes.data(), size);
    if (written >= 0) {
        m_handle->sent += written;
        return written;
    }
    if (written == SSH_AGAIN)
        return 0;
    // The command ended without reading all: what it says counts. While some of that is still to be read libssh has
    // not closed the channel yet, and denies the write all the same.
    const bool ended
        = ssh_channel_is_closed(m_handle->channel) || ssh_get_error_code(m_session.session) == SSH_REQUEST_DENIED;
    if (ended && m_session.usable())
        return bytes.size();
    return lost(Kind::Unknown);
}

Done SshChannel::readSome(Piece &piece)
{
    std::array<char, 32768> buffer;
    for (const int isErr : { 0, 1 }) {
        const int count = ssh_channel_read_nonblocking(m_handle->channel, buffer.data(), buffer.size(), isErr);
        if (count > 0)
            (isErr ? piece.err : piece.out).append(buffer.data(), count);
        else if (count == SSH_ERROR && !hasEnded())
            return lost(Kind::Unknown);
    }
    // After the end of file libssh's reads no longer look at the socket; this call does, and
    // hands the exit status, which comes later, to the callback.
    if (ssh_channel_is_eof(m_handle->channel) && !hasEnded())
        lookForExit(m_handle->channel);
    return {};
}

bool SshChannel::hasEnded() const
{
    // End of file alone is not the end: the exit status may still be under way.
    const bool told = m_handle->exit.has_value() || !m_handle->signal.isEmpty();
    if (ssh_channel_is_eof(m_handle->channel) && told)
        return true;
    return ssh_channel_is_closed(m_handle->channel) && ssh_is_connected(m_session.session);
}

Done SshChannel::write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop)
{
    const auto deadline = Clock::now() + timeout;
    QByteArrayView rest = bytes;
    while (!rest.isEmpty()) {
        if (stop.stop_requested())
            return stopped(Kind::Unknown, m_session.where);
        const auto written = writeSome(rest);
        if (!written)
            return tl::make_unexpected(written.error());
        rest = rest.sliced(*written);
        if (*written > 0)
            continue;
        if (Clock::now() >= deadline) {
            m_session.broken = true;
            return fail(Kind::Unknown, QStringLiteral("exec-timeout"), phrase("input-not-taken"), m_session.where,
                askAgainCure);
        }
        waitForSocket(m_session, deadline);
    }
    return {};
}

void SshChannel::closeInput()
{
    ssh_channel_send_eof(m_handle->channel);
}

Result<Conversation::Piece> SshChannel::read(std::chrono::milliseconds wait, std::stop_token stop)
{
    const auto until = Clock::now() + wait;
    Piece piece;
    for (;;) {
        // Asked before reading: what arrived before the end is then taken with it.
        piece.ended = hasEnded();
        if (auto done = readSome(piece); !done)
            return tl::make_unexpected(done.error());
        if (!piece.out.isEmpty() || !piece.err.isEmpty()) {
            piece.ended = false;
            return piece;
        }
        if (piece.ended || Clock::now() >= until)
            return piece;
        if (!ssh_is_connected(m_session.session))
            return lost(Kind::Unknown);
        if (stop.stop_requested())
            return stopped(Kind::Unknown, m_session.where);
        if (!hasEnded())
            waitForSocket(m_session, until);
    }
}

Result<ExecResult> SshChannel::exchange(
    const QByteArray &input, const ExecLimits &limits, Clock::time_point deadline, const std::stop_token &stop)
{
    Intake intake{ limits, {} };
    QByteArrayView rest = input;
    bool inputOpen = true;
    auto lastSign = Clock::now();
    const auto openKind
        = [&] { return limits.inertWithoutInput && m_handle->sent == 0 ? Kind::NotReached : Kind::Unknown; };
    const auto giveUp = [&](const char *code, const QString &what) {
        m_session.broken = true;
        return fail(openKind(), QString::fromLatin1(code), what, m_session.where, askAgainCure);
    };

    const auto began = Clock::now();
    bool ready = limits.readyMark.isEmpty();
    for (;;) {
        if (stop.stop_requested())
            return stopped(openKind(), m_session.where);
        bool moved = false;
        const bool mayWrite = ready || !limits.inputAfterReady;
        if (!rest.isEmpty() && mayWrite) {
            const auto written = writeSome(rest);
            if (!written)
                return fail(openKind(), written.error().code, written.error().what, m_session.where, askAgainCure);
            rest = rest.sliced(*written);
            moved = *written > 0;
        }
        if (rest.isEmpty() && inputOpen && mayWrite) {
            closeInput();
            inputOpen = false;
        }

        Piece piece;
        const bool ended = hasEnded();
        if (auto done = readSome(piece); !done)
            return fail(openKind(), done.error().code, done.error().what, m_session.where, askAgainCure);
        const bool arrived = !piece.out.isEmpty() || !piece.err.isEmpty();
        if (!intake.take(piece))
            return fail(openKind(), QStringLiteral("output-too-large"), phrase("command-printed-much"), m_session.where,
                phrase("cure-effect-unknown"));
        const auto now = Clock::now();
        if (arrived)
            lastSign = now;
        else if (ended)
            break;
        if (!ready && intake.result.err.contains(limits.readyMark)) {
            ready = true;
            lastSign = now;
            intake.result.readyAfter = std::chrono::duration_cast<std::chrono::milliseconds>(now - began);
            continue;
        }
        if (ended)
            continue; // what arrived with the end is taken first
        if (!ssh_is_connected(m_session.session)) {
            m_session.broken = true;
            return fail(openKind(), QStringLiteral("link-lost"),
                phrase("connection-broke", { { "said", m_session.lastWords() } }), m_session.where, askAgainCure);
        }
        if (!ready && now - began >= limits.readyWithin) {
            m_session.broken = true;
            return tl::make_unexpected(shellStuck(openKind(), limits.readyWithin, m_session.where));
        }
        if (now >= deadline)
            return giveUp("exec-timeout", phrase("command-late"));
        if (ready && limits.silence > 0ms && now - lastSign >= limits.silence)
            return giveUp("peer-silent", phrase("node-silent"));
        // Reading may have brought the end: then the next round takes what came with it.
        if (!arrived && !moved && !hasEnded())
            waitForSocket(m_session, deadline);
    }

    if (!m_handle->exit && m_handle->signal.isEmpty())
        return fail(
            Kind::Unknown, QStringLiteral("exit-unknown"), phrase("exit-unknown"), m_session.where, askAgainCure);
    intake.result.exit = m_handle->exit.value_or(-1);
    intake.result.signal = m_handle->signal;
    return std::move(intake.result);
}

qint64 SshChannel::sent() const
{
    return m_handle->sent;
}

std::optional<int> SshChannel::exitStatus() const
{
    return m_handle->exit;
}

} // namespace undock::remote
