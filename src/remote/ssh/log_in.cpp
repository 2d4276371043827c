#include "core/base/error_codes.h"
#include "core/text/phrase.h"
#include "remote/ssh/ssh_handle.h"
#include "remote/ssh/tcp_connect.h"
#include "remote/ssh/user_config.h"

#include <mutex>

namespace undock::remote {
namespace {

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

/// Logs in to the jump host with the same prompter, files and limits as to the node, and asks it for the way on.
Result<std::unique_ptr<JumpLink>> jumpTo(
    const QString &host, int port, const SshOptions &options, Prompter &prompter, const std::stop_token &stop)
{
    const auto jump = NodeTarget::parse(options.jump);
    if (!jump)
        return tl::make_unexpected(jump.error());
    SshOptions first = options;
    first.jump.clear();
    first.configuredKeyToo = true;
    auto handle = logIn(*jump, first, prompter, stop);
    if (!handle) {
        Error error = handle.error();
        if (timeHeals(error)) {
            error.code = QStringLiteral("jump-failed");
            error.cure = phrase("cure-jump-host");
        }
        return tl::make_unexpected(error);
    }
    return JumpLink::open(std::move(*handle), host, port, options.connectTimeout, stop);
}

/// Gives libssh a socket of our making, unless the user's configuration has a proxy for this host.
Done giveSocket(SshHandle &handle, const SshOptions &options, const UserConfig &config, Prompter &prompter,
    const std::stop_token &stop)
{
    unsigned int port = 22;
    ssh_options_get_port(handle.session, &port);

    Result<int> fd = -1;
    if (!options.jump.isEmpty()) {
        auto jump = jumpTo(config.hostName, int(port), options, prompter, stop);
        if (!jump)
            return tl::make_unexpected(jump.error());
        handle.jump = std::move(*jump);
        fd = handle.jump->takeSocket();
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
    switch (
        repeat(handle, SSH_AGAIN, result, options.connectTimeout, stop, [&] { return ssh_connect(handle.session); })) {
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
    if (const auto broken = handle.jumpTrouble())
        return tl::make_unexpected(*broken);
    return fail(Kind::NotReached, QStringLiteral("key-exchange-failed"),
        phrase("no-ssh-connection", { { "said", handle.lastWords() } }), handle.where, phrase("cure-ssh-algorithms"));
}

} // namespace

Result<std::unique_ptr<SshHandle>> logIn(
    const NodeTarget &target, const SshOptions &options, Prompter &prompter, const std::stop_token &stop)
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
    if (auto done = giveSocket(*handle, options, config, prompter, stop); !done)
        return tl::make_unexpected(done.error());
    ssh_set_blocking(handle->session, 0);
    if (auto done = exchangeKeys(*handle, options, stop); !done)
        return tl::make_unexpected(done.error());
    if (auto done = verifyHostKey(*handle, prompter); !done)
        return tl::make_unexpected(done.error());
    SshOptions keys = options;
    keys.configuredKeyToo = options.configuredKeyToo && !config.identities.isEmpty();
    if (auto done = authenticate(*handle, target, keys, prompter, stop); !done)
        return tl::make_unexpected(done.error());
    return handle;
}

} // namespace undock::remote
