#include "remote/ssh/chosen_agent.h"

#include "remote/ssh/key_file.h"

#include <QList>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace undock::remote {
namespace {

// draft-miller-ssh-agent
constexpr char failure = 5;
constexpr char requestIdentities = 11;
constexpr char identitiesAnswer = 12;
constexpr char signRequest = 13;
constexpr quint32 longestMessage = 256 * 1024;

class Socket {
public:
    explicit Socket(int fd = -1)
        : m_fd(fd)
    {
    }
    Socket(Socket &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Socket &operator=(Socket &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    ~Socket()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int fd() const { return m_fd; }
    int take() { return std::exchange(m_fd, -1); }

    bool write(const QByteArray &bytes) const
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const auto n = ::send(m_fd, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                return false;
            done += n;
        }
        return true;
    }

    /// nullopt: the other side is gone, or it is time to stop. An agent may wait for a person before it signs.
    std::optional<QByteArray> read(qsizetype size, const std::stop_token &stop) const
    {
        QByteArray bytes(size, '\0');
        for (qsizetype done = 0; done < size;) {
            if (stop.stop_requested())
                return std::nullopt;
            pollfd watch{ m_fd, POLLIN, 0 };
            if (const int ready = ::poll(&watch, 1, 200); ready == 0 || (ready < 0 && errno == EINTR))
                continue;
            const auto n = ::read(m_fd, bytes.data() + done, size_t(size - done));
            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                return std::nullopt;
            done += n;
        }
        return bytes;
    }

    std::optional<QByteArray> readMessage(const std::stop_token &stop) const
    {
        const auto head = read(4, stop);
        if (!head)
            return std::nullopt;
        const quint32 size = qFromBigEndian<quint32>(head->constData());
        if (size == 0 || size > longestMessage)
            return std::nullopt;
        return read(qsizetype(size), stop);
    }
    bool writeMessage(const QByteArray &message) const { return write(number(quint32(message.size())) + message); }

    static QByteArray number(quint32 value)
    {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    }

private:
    int m_fd;
};

Socket connectToAgent()
{
    const QByteArray path = qgetenv("SSH_AUTH_SOCK");
    sockaddr_un address{};
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return Socket();
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (socket.fd() < 0 || ::connect(socket.fd(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return Socket();
    return socket;
}

struct Identity {
    QByteArray blob;
    QByteArray comment;
};

QList<Identity> identitiesOf(const QByteArray &answer)
{
    QList<Identity> list;
    if (answer.size() < 5 || answer[0] != identitiesAnswer)
        return list;
    quint32 count = qFromBigEndian<quint32>(answer.constData() + 1);
    Identity identity;
    for (qsizetype at = 5; count > 0 && takeString(answer, at, identity.blob) && takeString(answer, at, identity.comment);
         --count)
        list << identity;
    return list;
}

QByteArray answerWith(const QList<Identity> &list)
{
    QByteArray answer = identitiesAnswer + Socket::number(quint32(list.size()));
    for (const Identity &identity : list)
        answer += Socket::number(quint32(identity.blob.size())) + identity.blob
            + Socket::number(quint32(identity.comment.size())) + identity.comment;
    return answer;
}

} // namespace

struct ChosenAgent::Impl {
    Socket agent;
    Socket ours;
    Socket theirs;
    QList<Identity> identities;
    std::jthread thread;

    bool mayUse(const QByteArray &request) const
    {
        qsizetype at = 1;
        QByteArray blob;
        return takeString(request, at, blob)
            && std::any_of(identities.begin(), identities.end(),
                [&blob](const Identity &identity) { return identity.blob == blob; });
    }

    void serve(const std::stop_token &stop)
    {
        while (const auto request = ours.readMessage(stop)) {
            QByteArray answer(1, failure);
            if (request->at(0) == requestIdentities) {
                answer = answerWith(identities);
            } else if (request->at(0) == signRequest && mayUse(*request) && agent.writeMessage(*request)) {
                if (const auto signature = agent.readMessage(stop))
                    answer = *signature;
            }
            if (!ours.writeMessage(answer))
                break;
        }
        ours = Socket(); // whoever still waits for an answer sees the end
    }
};

ChosenAgent::ChosenAgent(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
    m_impl->thread = std::jthread([impl = m_impl.get()](const std::stop_token &stop) { impl->serve(stop); });
}

ChosenAgent::~ChosenAgent() = default;

std::unique_ptr<ChosenAgent> ChosenAgent::open(const QByteArray &blob, Others others)
{
    auto impl = std::make_unique<Impl>();
    impl->agent = connectToAgent();
    if (blob.isEmpty() || impl->agent.fd() < 0 || !impl->agent.writeMessage(QByteArray(1, requestIdentities)))
        return nullptr;
    const auto answer = impl->agent.readMessage({});
    if (!answer)
        return nullptr;
    QList<Identity> all = identitiesOf(*answer);
    const auto chosen
        = std::find_if(all.begin(), all.end(), [&blob](const Identity &identity) { return identity.blob == blob; });
    if (chosen == all.end())
        return nullptr;
    std::rotate(all.begin(), chosen, chosen + 1);
    impl->identities = others == Others::Hidden ? all.first(1) : all;

    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return nullptr;
    impl->ours = Socket(ends[0]);
    impl->theirs = Socket(ends[1]);
    return std::unique_ptr<ChosenAgent>(new ChosenAgent(std::move(impl)));
}

int ChosenAgent::takeSocket()
{
    return m_impl->theirs.take();
}

} // namespace undock::remote
