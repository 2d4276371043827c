#include "remote/ssh/tcp_connect.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace undock::remote {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

tl::unexpected<Error> notReached(const char *code, const QString &what, const QString &where, const char *cure)
{
    return fail(Error::Kind::NotReached, QString::fromLatin1(code), what, where, QString::fromLatin1(cure));
}

tl::unexpected<Error> connectError(int error, const QString &where)
{
    switch (error) {
    case ECONNREFUSED:
        return notReached("refused", QStringLiteral("The host is there, but nothing listens on this port."), where,
            "Check the port, and whether sshd runs on the node.");
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
        return notReached("no-route", QStringLiteral("There is no way through the network to this host."), where,
            "Check this machine's network and the node's address.");
    case ETIMEDOUT:
        return notReached("connect-timeout", QStringLiteral("The host does not answer."), where,
            "Check the address, firewalls on the way, and whether the node is up.");
    default:
        return notReached("connect-failed",
            QStringLiteral("The connection failed: ") + QString::fromLocal8Bit(std::strerror(error)), where,
            "Check the address and this machine's network.");
    }
}

void boundSilence(int fd, std::chrono::milliseconds deadPeer)
{
    const auto set = [fd](int level, int option, int value) {
        // A socket that lacks one of them still works; the deadlines of each exchange remain.
        (void)setsockopt(fd, level, option, &value, sizeof value);
    };
    const int seconds = std::max(3, int(deadPeer.count() / 1000));
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, std::max(1, seconds / 3));
    set(IPPROTO_TCP, TCP_KEEPINTVL, std::max(1, seconds / 3));
    set(IPPROTO_TCP, TCP_KEEPCNT, 2);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT, seconds * 1000);
    set(IPPROTO_TCP, TCP_NODELAY, 1);
}

/// 0 when connected, else an errno; −1 when stopped.
int finishConnect(int fd, Clock::time_point deadline, const std::stop_token &stop)
{
    for (;;) {
        if (stop.stop_requested())
            return -1;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left <= 0ms)
            return ETIMEDOUT;
        pollfd watch{ fd, POLLOUT, 0 };
        const int ready = poll(&watch, 1, int(std::min(left, 250ms).count()));
        if (ready < 0 && errno != EINTR)
            return errno;
        if (ready > 0) {
            int error = 0;
            socklen_t size = sizeof error;
            return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
        }
    }
}

} // namespace

Result<int> connectTcp(const QString &host, int port, std::chrono::milliseconds timeout,
    std::chrono::milliseconds deadPeer, const std::stop_token &stop)
{
    const QString where = host + QLatin1Char(':') + QString::number(port);
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *list = nullptr;
    const int lookup = getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &list);
    if (lookup != 0)
        return notReached("dns",
            QStringLiteral("The host's name cannot be resolved: ") + QString::fromLocal8Bit(gai_strerror(lookup)),
            where, "Check the spelling of the node's name and this machine's name service.");
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(list, &freeaddrinfo);

    const auto deadline = Clock::now() + timeout;
    int lastError = ETIMEDOUT;
    for (const addrinfo *address = list; address; address = address->ai_next) {
        const int fd = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, address->ai_protocol);
        if (fd < 0) {
            lastError = errno;
            continue;
        }
        boundSilence(fd, deadPeer);
        int error = connect(fd, address->ai_addr, address->ai_addrlen) == 0 ? 0 : errno;
        if (error == EINPROGRESS)
            error = finishConnect(fd, deadline, stop);
        if (error == 0)
            return fd;
        close(fd);
        if (error < 0)
            return notReached("stopped", QStringLiteral("Connecting was stopped."), where, "");
        lastError = error;
    }
    return connectError(lastError, where);
}

} // namespace undock::remote
