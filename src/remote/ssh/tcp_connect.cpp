#include "remote/ssh/tcp_connect.h"

#include "core/text/phrase.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

namespace undock::remote {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

tl::unexpected<Error> notReached(const char *code, const QString &what, const QString &where, const QString &cure)
{
    return fail(Error::Kind::NotReached, QString::fromLatin1(code), what, where, cure);
}

tl::unexpected<Error> connectError(int error, const QString &where)
{
    switch (error) {
    case ECONNREFUSED:
        return notReached("refused", phrase("port-closed"), where, phrase("cure-port-sshd"));
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
        return notReached("no-route", phrase("no-route"), where, phrase("cure-network-address"));
    case ETIMEDOUT:
        return notReached("connect-timeout", phrase("host-silent"), where, phrase("cure-firewalls"));
    default:
        return notReached("connect-failed",
            phrase("connect-failed", { { "error", QString::fromLocal8Bit(std::strerror(error)) } }), where,
            phrase("cure-address-network"));
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

Error stopped(const QString &where)
{
    return { Error::Kind::NotReached, QStringLiteral("stopped"), phrase("connecting-stopped"), where, {} };
}

} // namespace

Result<std::vector<PeerAddress>> systemLookUp(const QString &host, int port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *list = nullptr;
    const int failed = getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &list);
    if (failed != 0)
        return notReached("dns", phrase("dns", { { "error", QString::fromLocal8Bit(gai_strerror(failed)) } }),
            host + QLatin1Char(':') + QString::number(port), phrase("cure-name-service"));
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(list, &freeaddrinfo);
    std::vector<PeerAddress> found;
    for (const addrinfo *one = list; one; one = one->ai_next) {
        PeerAddress peer;
        if (one->ai_addrlen > sizeof peer.address)
            continue;
        std::memcpy(&peer.address, one->ai_addr, one->ai_addrlen);
        peer.size = one->ai_addrlen;
        peer.protocol = one->ai_protocol;
        found.push_back(peer);
    }
    return found;
}

Result<std::vector<PeerAddress>> addressesOf(
    const QString &host, int port, const std::stop_token &stop, const LookUp &lookUp)
{
    using Answer = Result<std::vector<PeerAddress>>;
    struct Asked {
        std::mutex mutex;
        std::condition_variable_any told;
        std::optional<Answer> answer;
    };
    if (stop.stop_requested())
        return tl::make_unexpected(stopped(host));
    // The resolver knows no stop: it is left to itself where nobody waits any longer.
    const auto asked = std::make_shared<Asked>();
    std::thread([asked, lookUp, host, port] {
        Answer answer = lookUp(host, port);
        const std::lock_guard lock(asked->mutex);
        asked->answer = std::move(answer);
        asked->told.notify_all();
    }).detach();
    std::unique_lock lock(asked->mutex);
    if (!asked->told.wait(lock, stop, [&] { return asked->answer.has_value(); }))
        return tl::make_unexpected(stopped(host));
    return *asked->answer;
}

Result<int> connectTcp(const std::vector<PeerAddress> &addresses, const QString &where,
    std::chrono::milliseconds timeout, std::chrono::milliseconds deadPeer, const std::stop_token &stop)
{
    int lastError = ETIMEDOUT;
    for (const PeerAddress &peer : addresses) {
        const int fd = socket(peer.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, peer.protocol);
        if (fd < 0) {
            lastError = errno;
            continue;
        }
        boundSilence(fd, deadPeer);
        int error = connect(fd, reinterpret_cast<const sockaddr *>(&peer.address), peer.size) == 0 ? 0 : errno;
        if (error == EINPROGRESS)
            error = finishConnect(fd, Clock::now() + timeout, stop);
        if (error == 0)
            return fd;
        close(fd);
        if (error < 0)
            return tl::make_unexpected(stopped(where));
        lastError = error;
    }
    return connectError(lastError, where);
}

} // namespace undock::remote
