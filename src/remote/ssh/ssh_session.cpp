#include "remote/ssh/ssh_session.h"

#include "core/text/phrase.h"
#include "remote/ssh/ssh_channel.h"
#include "remote/ssh/ssh_handle.h"
#include "remote/ssh/tcp_connect.h"
#include "remote/ssh/user_config.h"

#include <mutex>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;

void initLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { ssh_init(); });
}

/// What was said explicitly wins; the person's configuration fills in the way there, and nothing about trust: the
/// library itself reads no configuration, so that neither its answers about host keys nor its files follow one.
void setOptions(ssh_session session, const NodeTarget &target, const SshOptions &options, const UserConfig &config)
{
    const int off = 0;
    const int strict = 1;
    ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &off);
    ssh_options_set(session, SSH_OPTIONS_STRICTHOSTKEYCHECK, &strict);
    ssh_options_set(session, SSH_OPTIONS_HOST, config.hostName.toUtf8().constData());
    ssh_options_set(session, SSH_OPTIONS_USER, target.user().toUtf8().constData());
    // The target's text cannot tell "port 22 was asked for" from "no port was given".
    const bool portGiven = target.port() != NodeTarget::defaultPort;
    const auto port = unsigned(portGiven ? target.port() : config.port.value_or(target.port()));
    ssh_options_set(session, SSH_OPTIONS_PORT, &port);
    if (!config.proxyCommand.isEmpty() && options.jump.isEmpty())
        ssh_options_set(session, SSH_OPTIONS_PROXYCOMMAND, config.proxyCommand.toLocal8Bit().constData());
    for (const QString &identity : config.identities)
        ssh_options_set(session, SSH_OPTIONS_IDENTITY, identity.toLocal8Bit().constData());
    if (!options.knownHosts.isEmpty())
        ssh_options_set(session, SSH_OPTIONS_KNOWNHOSTS, options.knownHosts.toLocal8Bit().constData());
    const long seconds = std::max<long>(1, long(options.connectTimeout.count() / 1000));
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds);
}

/// Gives libssh a socket of our making, unless the user's configuration has a proxy for this host.
Done giveSocket(SshHandle &handle, const SshOptions &options, const UserConfig &config, const std::stop_token &stop)
{
    unsigned int port = 22;
    ssh_options_get_port(handle.session, &port);

    Result<int> fd = -1;
    if (!options.jump.isEmpty()) {
        const auto jump = NodeTarget::parse(options.jump);
        if (!jump)
            return tl::make_unexpected(jump.error());
        fd = handle.jump.start(*jump, config.hostName, int(port), options);
    } else if (config.proxyCommand.isEmpty()) {
        const auto addresses = addressesOf(config.hostName, int(port), stop);
        if (!addresses)
            return tl::make_unexpected(addresses.error());
        fd = connectTcp(*addresses, QStringLiteral("%1:%2").arg(config.hostName).arg(port), options.connectTimeout,
            options.deadPeer, stop);
    }
    if (!fd)
        return tl::make_unexpected(fd.error());
    if (*fd >= 0) {
        const socket_t socket = *fd;
        ssh_options_set(handle.session, SSH_OPTIONS_FD, &socket);
    }
    return {};
}

Done exchangeKeys(SshHandle &handle, const SshOptions &options, const std::stop_token &stop)
{
    int result = SSH_ERROR;
    const auto limit = options.connectTimeout + (options.jump.isEmpty() ? 0s : 10s);
    switch (repeat(handle, SSH_AGAIN, result, limit, stop, [&] { return ssh_connect(handle.session); })) {
    case Waited::Stopped:
        return fail(Kind::NotReached, QStringLiteral("stopped"), phrase("connecting-stopped"), handle.where);
    case Waited::TimedOut:
        handle.broken = true;
        return fail(Kind::NotReached, QStringLiteral("connect-timeout"), phrase("no-ssh-spoken"), handle.where,
            phrase("cure-port-and-load"));
    case Waited::Done:
        break;
    }
    if (result == SSH_OK)
        return {};
    const bool jumped = !options.jump.isEmpty();
    return fail(Kind::NotReached, jumped ? QStringLiteral("jump-failed") : QStringLiteral("key-exchange-failed"),
        phrase("no-ssh-connection", { { "said", handle.lastWords() } }), handle.where,
        jumped ? phrase("cure-jump-without-asking") : phrase("cure-ssh-algorithms"));
}

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
    initLibrary();
    auto handle = std::make_unique<SshHandle>();
    handle->owner = std::this_thread::get_id();
    handle->where = target.toString();
    handle->session = ssh_new();
    if (!handle->session)
        return fail(Kind::NotReached, QStringLiteral("connect-failed"), phrase("out-of-memory"), handle->where);
    const UserConfig config = readUserConfig(target, options);
    setOptions(handle->session, target, options, config);
    if (auto done = giveSocket(*handle, options, config, stop); !done)
        return done;
    ssh_set_blocking(handle->session, 0);
    if (auto done = exchangeKeys(*handle, options, stop); !done)
        return done;
    if (auto done = verifyHostKey(*handle, prompter); !done)
        return done;
    if (auto done = authenticate(*handle, target, options, prompter, stop); !done)
        return done;
    m_handle = std::move(handle);
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
