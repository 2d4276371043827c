#include "remote/ssh/jump_process.h"

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

QList<QByteArray> arguments(const NodeTarget &jump, const QString &host, int port, const SshOptions &options)
{
    const QString ipv6Safe = host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    QList<QByteArray> list{ "ssh", "-T", "-W", (ipv6Safe + QLatin1Char(':') + QString::number(port)).toUtf8(), "-o",
        "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=10", "-o", "ServerAliveInterval=5",
        "-o", "ServerAliveCountMax=3" };
    if (!options.readUserConfig)
        list << "-F"
             << "none";
    if (!options.identity.isEmpty())
        list << "-i" << options.identity.toLocal8Bit();
    if (!options.knownHosts.isEmpty())
        list << "-o"
             << "UserKnownHostsFile=" + options.knownHosts.toLocal8Bit();
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
            QStringLiteral("The ssh program for the jump host could not be started: ")
                + QString::fromLocal8Bit(std::strerror(error)),
            jump.toString(), QStringLiteral("Install openssh-client."));
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
