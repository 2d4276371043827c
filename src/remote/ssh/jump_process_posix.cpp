#include "remote/ssh/jump_process.h"

#include "core/text/phrase.h"

#include <QList>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace undock::remote {
namespace {

/// One word of an ssh option, whatever stands in it.
QByteArray quoted(const QByteArray &path)
{
    return '"' + QByteArray(path).replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QList<QByteArray> arguments(const NodeTarget &jump, const QString &host, int port, const SshOptions &options)
{
    const QString ipv6Safe = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    QList<QByteArray> list{ "ssh", "-T", "-W", (ipv6Safe + QLatin1Char(':') + QString::number(port)).toUtf8() };
    if (!options.readUserConfig)
        list << "-F"
             << "none";
    else if (!options.userConfig.isEmpty())
        list << "-F" << options.userConfig.toLocal8Bit();
    if (!options.identity.isEmpty())
        list << "-i" << options.identity.toLocal8Bit() << "-o"
             << "IdentitiesOnly=yes"; // an agent's other keys would use up the jump host's tries
    // What is said here wins over the person's configuration: the jump host's key is checked as strictly as the node's,
    // against the same files, and nothing else is started or passed on.
    const QByteArray knownHosts = options.knownHosts.isEmpty() ? QByteArray("~/.ssh/known_hosts ~/.ssh/known_hosts2")
                                                               : quoted(options.knownHosts.toLocal8Bit());
    for (const QByteArray &option : { QByteArray("BatchMode=yes"), QByteArray("ConnectTimeout=10"),
             QByteArray("ServerAliveInterval=5"), QByteArray("ServerAliveCountMax=3"),
             QByteArray("StrictHostKeyChecking=yes"), QByteArray("UserKnownHostsFile=" + knownHosts),
             QByteArray("GlobalKnownHostsFile=/etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2"),
             QByteArray("IgnoreUnknown=KnownHostsCommand"), QByteArray("KnownHostsCommand=none"),
             QByteArray("VerifyHostKeyDNS=no"), QByteArray("NoHostAuthenticationForLocalhost=no"),
             QByteArray("PermitLocalCommand=no"), QByteArray("ForwardAgent=no"), QByteArray("ForwardX11=no"),
             QByteArray("ControlMaster=no"), QByteArray("ControlPath=none") })
        list << "-o" << option;
    list << "-l" << jump.user().toUtf8() << "-p" << QByteArray::number(jump.port()) << "--" << jump.host().toUtf8();
    return list;
}

} // namespace

Result<int> JumpProcess::start(const NodeTarget &jump, const QString &host, int port, const SshOptions &options)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(Error::Kind::NotReached, QStringLiteral("jump-failed"),
            QString::fromLocal8Bit(std::strerror(errno)), jump.toString());

    QList<QByteArray> words = arguments(jump, host, port, options);
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    const int error = posix_spawnp(&m_pid, "ssh", &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (error != 0) {
        m_pid = -1;
        close(ends[0]);
        return fail(Error::Kind::NotReached, QStringLiteral("jump-failed"),
            phrase("jump-not-started", { { "error", QString::fromLocal8Bit(std::strerror(error)) } }), jump.toString(),
            phrase("cure-install-ssh-client"));
    }
    fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK);
    return ends[0];
}

void JumpProcess::stop()
{
    if (m_pid <= 0)
        return;
    kill(m_pid, SIGTERM);
    int status = 0;
    for (int i = 0; i < 20; ++i) {
        if (waitpid(m_pid, &status, WNOHANG) != 0) {
            m_pid = -1;
            return;
        }
        usleep(50000);
    }
    kill(m_pid, SIGKILL);
    waitpid(m_pid, &status, 0);
    m_pid = -1;
}

} // namespace undock::remote
