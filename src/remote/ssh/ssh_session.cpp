#include "remote/ssh/ssh_session.h"

#include "core/text/phrase.h"
#include "remote/ssh/ssh_channel.h"
#include "remote/ssh/ssh_handle.h"

namespace undock::remote {
namespace {

using Kind = Error::Kind;

tl::unexpected<Error> notConnected(const QString &where)
{
    return fail(Kind::NotReached, QStringLiteral("not-connected"), phrase("not-connected"), where,
        phrase("cure-connect-again"));
}

} // namespace

SshSession::SshSession() = default;
SshSession::~SshSession() = default;

Done SshSession::connect(const NodeTarget &target, const SshOptions &options, Prompter &prompter, std::stop_token stop)
{
    auto handle = logIn(target, options, prompter, stop);
    if (!handle)
        return tl::make_unexpected(handle.error());
    m_handle = std::move(*handle);
    return {};
}

bool SshSession::isOpen() const
{
    return m_handle && m_handle->usable();
}

void SshSession::close()
{
    m_handle.reset();
}

const SshLogin &SshSession::login() const
{
    static const SshLogin none;
    return m_handle ? m_handle->login : none;
}

Result<std::unique_ptr<SshChannel>> SshSession::open(
    const QByteArray &command, std::chrono::milliseconds timeout, std::stop_token stop)
{
    if (!isOpen())
        return notConnected(m_handle ? m_handle->where : QString());
    Q_ASSERT(m_handle->owner == std::this_thread::get_id());
    return SshChannel::open(*m_handle, command, timeout, stop);
}

Result<ExecResult> SshSession::exec(
    const QByteArray &command, const QByteArray &input, const ExecLimits &limits, std::stop_token stop)
{
    const auto deadline = Clock::now() + limits.timeout;
    auto channel = open(command, limits.timeout, stop);
    if (!channel) {
        // A command that waits for its stdin has done nothing without it.
        if (limits.inertWithoutInput && channel.error().kind == Kind::Unknown)
            channel.error().kind = Kind::NotReached;
        return tl::make_unexpected(channel.error());
    }
    return (*channel)->exchange(input, limits, deadline, stop);
}

} // namespace undock::remote
