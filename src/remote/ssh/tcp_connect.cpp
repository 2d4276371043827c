#include "remote/ssh/tcp_connect.h"

#include "core/text/phrase.h"

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace undock::remote {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

tl::unexpected<Error> notReached(const char *code, const QString &what, const QString &where, const QString &cure)
{
    return fail(Error::Kind::NotReached, QString::fromLatin1(code), what, where, cure);
}

tl::unexpected<Error> connectError(const SocketFailure &failure, const QString &where)
{
    switch (failure.kind) {
    case SocketFailure::Kind::Refused:
        return notReached("refused", phrase("port-closed"), where, phrase("cure-port-sshd"));
    case SocketFailure::Kind::NoRoute:
        return notReached("no-route", phrase("no-route"), where, phrase("cure-network-address"));
    case SocketFailure::Kind::TimedOut:
        return notReached("connect-timeout", phrase("host-silent"), where, phrase("cure-firewalls"));
    case SocketFailure::Kind::Other:
        break;
    }
    return notReached("connect-failed", phrase("connect-failed", { { "error", failure.words } }), where,
        phrase("cure-address-network"));
}

const SocketFailure tooLate{ SocketFailure::Kind::TimedOut, {} };

/// The socket once it is connected; nothing when stopped.
tl::expected<std::optional<Socket>, SocketFailure> connectTo(const PeerAddress &peer, std::chrono::milliseconds timeout,
    std::chrono::milliseconds deadPeer, const std::stop_token &stop)
{
    auto socket = beginConnect(peer, deadPeer);
    if (!socket)
        return tl::make_unexpected(socket.error());
    const auto deadline = Clock::now() + timeout;
    for (;;) {
        if (stop.stop_requested())
            return std::nullopt;
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left <= 0ms)
            return tl::make_unexpected(tooLate);
        const auto connected = finishConnect(*socket, std::min<std::chrono::milliseconds>(left, 250ms));
        if (!connected)
            return tl::make_unexpected(connected.error());
        if (*connected)
            return std::optional(std::move(*socket));
    }
}

Error stopped(const QString &where)
{
    return { Error::Kind::NotReached, QStringLiteral("stopped"), phrase("connecting-stopped"), where, {} };
}

} // namespace

Result<std::vector<PeerAddress>> systemLookUp(const QString &host, int port)
{
    auto found = lookUpPeers(host, port);
    if (!found)
        return notReached("dns", phrase("dns", { { "error", found.error() } }),
            host + QLatin1Char(':') + QString::number(port), phrase("cure-name-service"));
    return std::move(*found);
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
    SocketFailure last = tooLate;
    for (const PeerAddress &peer : addresses) {
        auto socket = connectTo(peer, timeout, deadPeer, stop);
        if (!socket)
            last = socket.error();
        else if (!*socket)
            return tl::make_unexpected(stopped(where));
        else
            return (*socket)->take();
    }
    return connectError(last, where);
}

} // namespace undock::remote
