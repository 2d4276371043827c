#include "remote/ssh/socket.h"

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

static_assert(sizeof(sockaddr_storage) == sizeof(PeerAddress::address));
static_assert(alignof(sockaddr_storage) <= alignof(PeerAddress));

SocketFailure failureOf(int error)
{
    SocketFailure failure;
    failure.words = QString::fromLocal8Bit(std::strerror(error));
    switch (error) {
    case ECONNREFUSED:
        failure.kind = SocketFailure::Kind::Refused;
        break;
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
        failure.kind = SocketFailure::Kind::NoRoute;
        break;
    case ETIMEDOUT:
        failure.kind = SocketFailure::Kind::TimedOut;
        break;
    default:
        break;
    }
    return failure;
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

bool isNothingYet(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

} // namespace

Socket::~Socket()
{
    if (isOpen())
        closeSocket(m_id);
}

void Socket::setNonBlocking() const
{
    ::fcntl(m_id, F_SETFL, ::fcntl(m_id, F_GETFL) | O_NONBLOCK);
}

qint64 Socket::send(const char *bytes, qint64 size) const
{
    qint64 done = 0;
    while (done < size) {
        const auto n = ::send(m_id, bytes + done, size_t(size - done), MSG_NOSIGNAL);
        if (n > 0)
            done += n;
        else if (n < 0 && isNothingYet(errno))
            break;
        else if (n == 0 || errno != EINTR)
            return -1;
    }
    return done;
}

qint64 Socket::receive(char *bytes, qint64 size) const
{
    for (;;) {
        const auto n = ::recv(m_id, bytes, size_t(size), 0);
        if (n > 0)
            return n;
        if (n < 0 && isNothingYet(errno))
            return 0;
        if (n == 0 || errno != EINTR)
            return -1;
    }
}

void Socket::shutDown() const
{
    ::shutdown(m_id, SHUT_RDWR);
}

void closeSocket(int id)
{
    ::close(id);
}

std::optional<std::pair<Socket, Socket>> socketPair()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return {};
    return std::pair(Socket(ends[0]), Socket(ends[1]));
}

void waitForSockets(SocketWatch *watches, std::size_t count, std::chrono::milliseconds atMost)
{
    std::vector<pollfd> polled(count);
    for (std::size_t i = 0; i < count; ++i) {
        polled[i].fd = watches[i].id; // poll() passes over a negative one
        if (watches[i].read)
            polled[i].events |= POLLIN;
        if (watches[i].write)
            polled[i].events |= POLLOUT;
    }
    const bool any = ::poll(polled.data(), nfds_t(count), int(atMost.count())) > 0;
    for (std::size_t i = 0; i < count; ++i)
        watches[i].ready = any && polled[i].revents != 0;
}

tl::expected<std::vector<PeerAddress>, QString> lookUpPeers(const QString &host, int port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *list = nullptr;
    const int failed = ::getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &list);
    if (failed != 0)
        return tl::make_unexpected(QString::fromLocal8Bit(gai_strerror(failed)));
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(list, &freeaddrinfo);
    std::vector<PeerAddress> found;
    for (const addrinfo *one = list; one; one = one->ai_next) {
        PeerAddress peer;
        if (one->ai_addrlen > peer.address.size())
            continue;
        std::memcpy(peer.address.data(), one->ai_addr, one->ai_addrlen);
        peer.size = one->ai_addrlen;
        peer.protocol = one->ai_protocol;
        found.push_back(peer);
    }
    return found;
}

tl::expected<Socket, SocketFailure> beginConnect(const PeerAddress &peer, std::chrono::milliseconds deadPeer)
{
    const auto *address = reinterpret_cast<const sockaddr *>(peer.address.data());
    Socket socket(::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, peer.protocol));
    if (!socket.isOpen())
        return tl::make_unexpected(failureOf(errno));
    boundSilence(socket.id(), deadPeer);
    if (::connect(socket.id(), address, peer.size) != 0 && errno != EINPROGRESS)
        return tl::make_unexpected(failureOf(errno));
    return socket;
}

tl::expected<bool, SocketFailure> finishConnect(const Socket &socket, std::chrono::milliseconds atMost)
{
    pollfd watch{ socket.id(), POLLOUT, 0 };
    const int ready = ::poll(&watch, 1, int(atMost.count()));
    if (ready < 0 && errno != EINTR)
        return tl::make_unexpected(failureOf(errno));
    if (ready <= 0)
        return false;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(socket.id(), SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    if (error != 0)
        return tl::make_unexpected(failureOf(error));
    return true;
}

} // namespace undock::remote
