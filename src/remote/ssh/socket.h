#pragma once

// Inner part of the SSH layer: what the system's sockets are asked for. Nothing here waits but where it says so.

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace undock::remote {

/// One of the addresses that a host's name stands for, in the system's own form.
struct PeerAddress {
    alignas(8) std::array<char, 128> address{};
    unsigned int size = 0; ///< of `address`, in bytes
    int protocol = 0;
};

/// Why a peer was not reached.
struct SocketFailure {
    enum class Kind {
        Refused, ///< nobody listens there
        NoRoute, ///< no way to that host or network
        TimedOut,
        Other,
    };
    Kind kind = Kind::Other;
    QString words; ///< the system's
};

/// Owns one stream socket: on Windows a SOCKET, of whose value 32 bits count. One thread at a time.
class Socket {
public:
    static constexpr int none = -1;

    explicit Socket(int id = none)
        : m_id(id)
    {
    }
    Socket(Socket &&other) noexcept
        : m_id(other.take())
    {
    }
    Socket &operator=(Socket &&other) noexcept
    {
        std::swap(m_id, other.m_id);
        return *this;
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    ~Socket();

    bool isOpen() const { return m_id != none; }
    int id() const { return m_id; }
    /// Whoever takes it closes it.
    int take() { return std::exchange(m_id, int(none)); }

    /// From now on send() and receive() do not wait.
    void setNonBlocking() const;
    /// How many bytes were taken: waits for room for them all, unless it is non-blocking: then 0 where there is none.
    /// −1: the other side is gone. No signal is raised.
    qint64 send(const char *bytes, qint64 size) const;
    /// How many bytes came, at most `size`: waits for the first one, unless it is non-blocking: then 0 where there is
    /// none. −1: the other side has ended, or is gone.
    qint64 receive(char *bytes, qint64 size) const;
    /// Ends both directions, for whoever holds the other end and for whoever waits on this one. Any thread.
    void shutDown() const;

private:
    int m_id;
};

/// Closes a socket that nobody owns any more.
void closeSocket(int id);

/// Two sockets that are each other's peer, both blocking; nothing else of the machine can reach them. Nothing: the
/// system has no more to give.
std::optional<std::pair<Socket, Socket>> socketPair();

/// What is waited for on one socket, and what came of it.
struct SocketWatch {
    int id = Socket::none; ///< none: nothing is waited for
    bool read = false;
    bool write = false;
    bool ready = false; ///< something of it has come, or the socket failed
};
/// Waits until one of them is ready, `atMost` at the most; a signal may end it earlier.
void waitForSockets(SocketWatch *watches, std::size_t count, std::chrono::milliseconds atMost);

/// Asks the machine's name service; may take minutes, and cannot be stopped. Its words where it knows no such name.
/// Any thread.
tl::expected<std::vector<PeerAddress>, QString> lookUpPeers(const QString &host, int port);

/// A non-blocking TCP socket that is connected, or on its way to be. With keep-alive and a bound on unacknowledged data
/// where the system has them: a peer that is silent for `deadPeer` shows as an error on the socket (facts.md §6).
tl::expected<Socket, SocketFailure> beginConnect(const PeerAddress &peer, std::chrono::milliseconds deadPeer);
/// Whether it is connected by now; waits for that, `atMost` at the most.
tl::expected<bool, SocketFailure> finishConnect(const Socket &socket, std::chrono::milliseconds atMost);

} // namespace undock::remote
