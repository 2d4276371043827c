#include "remote/ssh/user_config.h"

#include "remote/ssh/ssh_handle.h"

#include <memory>

namespace undock::remote {
namespace {

using SessionPointer = std::unique_ptr<ssh_session_struct, decltype(&ssh_free)>;

QString option(ssh_session session, ssh_options_e which)
{
    char *value = nullptr;
    if (ssh_options_get(session, which, &value) != SSH_OK || !value)
        return {};
    QString text = QString::fromLocal8Bit(value);
    ssh_string_free_char(value);
    return text;
}

SessionPointer sessionFor(const NodeTarget &target)
{
    SessionPointer session(ssh_new(), &ssh_free);
    if (!session)
        return session;
    const int off = 0;
    ssh_options_set(session.get(), SSH_OPTIONS_PROCESS_CONFIG, &off);
    ssh_options_set(session.get(), SSH_OPTIONS_HOST, target.host().toUtf8().constData());
    ssh_options_set(session.get(), SSH_OPTIONS_USER, target.user().toUtf8().constData());
    return session;
}

} // namespace

UserConfig readUserConfig(const NodeTarget &target, const SshOptions &options)
{
    UserConfig taken;
    taken.hostName = target.host();
    if (!options.readUserConfig)
        return taken;
    const SessionPointer session = sessionFor(target);
    const SessionPointer untouched = sessionFor(target);
    if (!session || !untouched)
        return taken;
    const QByteArray file = options.userConfig.toLocal8Bit();
    ssh_options_parse_config(session.get(), file.isEmpty() ? nullptr : file.constData());

    if (const QString host = option(session.get(), SSH_OPTIONS_HOST); !host.isEmpty())
        taken.hostName = host;
    unsigned int port = 0;
    if (ssh_options_get_port(session.get(), &port) == SSH_OK && port > 0 && port != NodeTarget::defaultPort)
        taken.port = int(port);
    taken.proxyCommand = option(session.get(), SSH_OPTIONS_PROXYCOMMAND);
    // The library has names of its own in that list; only what the file added is the person's word.
    const QString identity = option(session.get(), SSH_OPTIONS_IDENTITY);
    if (!identity.isEmpty() && identity != option(untouched.get(), SSH_OPTIONS_IDENTITY))
        taken.identities << identity;
    return taken;
}

} // namespace undock::remote
