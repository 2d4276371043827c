#include "remote/ssh/chosen_agent.h"

#include "remote/ssh/agent_socket.h"
#include "remote/ssh/key_file.h"

#include <QList>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace undock::remote {
namespace {

// draft-miller-ssh-agent
constexpr char failure = 5;
constexpr char requestIdentities = 11;
constexpr char identitiesAnswer = 12;
constexpr char signRequest = 13;
constexpr quint32 longestMessage = 256 * 1024;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// The agent's protocol on a blocking socket.
class AgentLine {
public:
    explicit AgentLine(Socket socket = Socket())
        : m_socket(std::move(socket))
    {
    }
    bool isOpen() const { return m_socket.isOpen(); }
    int take() { return m_socket.take(); }

    /// nullopt: the other side is gone, or it is time to stop. An agent may wait for a person before it signs.
    std::optional<QByteArray> read(qsizetype size, const std::stop_token &stop) const
    {
        QByteArray bytes(size, '\0');
        for (qsizetype done = 0; done < size;) {
            if (stop.stop_requested())
                return std::nullopt;
            SocketWatch watch{ m_socket.id(), true };
            waitForSockets(&watch, 1, std::chrono::milliseconds(200));
            if (!watch.ready)
                continue;
            const qint64 n = m_socket.receive(bytes.data() + done, size - done);
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
    bool writeMessage(const QByteArray &message) const
    {
        const QByteArray bytes = number(quint32(message.size())) + message;
        return m_socket.send(bytes.constData(), bytes.size()) == bytes.size();
    }

private:
    Socket m_socket;
};

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
    for (qsizetype at = 5;
         count > 0 && takeString(answer, at, identity.blob) && takeString(answer, at, identity.comment); --count)
        list << identity;
    return list;
}

QByteArray answerWith(const QList<Identity> &list)
{
    QByteArray answer = identitiesAnswer + number(quint32(list.size()));
    for (const Identity &identity : list)
        answer += number(quint32(identity.blob.size())) + identity.blob + number(quint32(identity.comment.size()))
            + identity.comment;
    return answer;
}

} // namespace

struct ChosenAgent::Impl {
    AgentLine agent;
    AgentLine ours;
    AgentLine theirs;
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
        ours = AgentLine(); // whoever still waits for an answer sees the end
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
    impl->agent = AgentLine(connectToAgent());
    if (blob.isEmpty() || !impl->agent.isOpen() || !impl->agent.writeMessage(QByteArray(1, requestIdentities)))
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

    auto ends = socketPair();
    if (!ends)
        return nullptr;
    impl->ours = AgentLine(std::move(ends->first));
    impl->theirs = AgentLine(std::move(ends->second));
    return std::unique_ptr<ChosenAgent>(new ChosenAgent(std::move(impl)));
}

int ChosenAgent::takeSocket()
{
    return m_impl->theirs.take();
}

} // namespace undock::remote
