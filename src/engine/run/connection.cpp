#include "engine/run/connection.h"

#include "remote/guest/ask_again.h"

#include <QMap>
#include <QMutex>
#include <QRegularExpression>

namespace undock {

remote::SshOptions sshOptions(const NodeAccess &access)
{
    remote::SshOptions options;
    options.identity = access.identity;
    options.knownHosts = access.knownHosts;
    options.jump = access.jumpHost;
    return options;
}

/// Brings SSH's questions to the engine's prompter, and remembers answers for
/// the life of the connection, so that a reconnect does not ask again. Used by
/// the worker's thread and by the lease's.
class Connection::PromptBridge : public remote::Prompter {
public:
    explicit PromptBridge(undock::Prompter &prompter)
        : m_prompter(prompter)
    {
    }

    bool hostKeyFirstContact(const QString &host, const QString &keyType, const QString &fingerprint) override
    {
        const QMutexLocker lock(&m_mutex);
        return m_prompter.trustHost(QStringLiteral("%1 (%2)").arg(host, keyType), fingerprint);
    }

    std::optional<QByteArray> passphrase(const QString &keyFile, int attempt) override
    {
        return ask(QStringLiteral("passphrase of ") + keyFile, false, attempt);
    }

    std::optional<QByteArray> password(const QString &userAtHost, int attempt) override
    {
        return ask(QStringLiteral("password of ") + userAtHost, false, attempt);
    }

    std::optional<QList<QByteArray>> keyboardInteractive(const QString &userAtHost, const QString &name,
        const QString &instruction, const QList<remote::LoginQuestion> &questions) override
    {
        QList<QByteArray> answers;
        for (const remote::LoginQuestion &question : questions) {
            const QString what = QStringList{ userAtHost, name, instruction, question.text }
                                     .filter(QRegularExpression(QStringLiteral("\\S")))
                                     .join(QStringLiteral(": "));
            // Never from memory: a one-time code must not be sent twice.
            const auto answer = m_prompter.secret(what, question.echo, ++m_interactive[what] - 1);
            if (!answer)
                return {};
            answers << answer->toUtf8();
        }
        return answers;
    }

private:
    std::optional<QByteArray> ask(const QString &what, bool echo, int attempt)
    {
        const QMutexLocker lock(&m_mutex);
        if (attempt <= 1 && m_known.contains(what))
            return m_known[what].toUtf8();
        const auto answer = m_prompter.secret(what, echo, attempt - 1);
        if (!answer)
            return {};
        m_known[what] = *answer;
        return answer->toUtf8();
    }

    undock::Prompter &m_prompter;
    QMutex m_mutex;
    QMap<QString, QString> m_known;
    QMap<QString, int> m_interactive;
};

Connection::Connection(NodeTarget node, Vmid vmid, NodeAccess access, Prompter &prompter)
    : m_node(std::move(node))
    , m_vmid(vmid)
    , m_access(std::move(access))
    , m_prompter(prompter)
    , m_bridge(std::make_unique<PromptBridge>(prompter))
{
}

Connection::~Connection() = default;

bool Connection::viaSudo() const
{
    return m_node.user() != QLatin1String("root");
}

remote::Prompter &Connection::sshPrompter()
{
    return *m_bridge;
}

Done Connection::ensure(std::stop_token stop)
{
    if (m_session && m_session->isOpen())
        return {};
    auto lib = remote::GuestLib::fromResources();
    if (!lib)
        return tl::make_unexpected(lib.error());
    auto session = std::make_unique<remote::SshSession>();
    if (Done connected = session->connect(m_node, sshOptions(m_access), *m_bridge, stop); !connected)
        return connected; // what there was stays: asked again, it says that its link is lost
    drop();
    m_session = std::move(session);
    m_shell = std::make_unique<remote::NodeShell>(*m_session, viaSudo());
    m_qm = std::make_unique<remote::NodeQm>(*m_shell);
    m_guest = std::make_unique<remote::GuestLink>(*m_qm, m_vmid, std::move(*lib));
    return {};
}

void Connection::drop()
{
    m_past = traffic();
    m_guest.reset();
    m_qm.reset();
    m_shell.reset();
    m_session.reset();
}

Done Connection::ensureWithin(std::chrono::seconds patience, std::stop_token stop)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + patience;
    auto pause = 500ms;
    for (;;) {
        Done connected = ensure(stop);
        if (connected || connected.error().kind == Error::Kind::BadInput
            || connected.error().kind == Error::Kind::Refused)
            return connected;
        // Only what time can heal is tried again: a rejected key or password is not.
        static const QStringList passing{ QStringLiteral("refused"), QStringLiteral("no-route"),
            QStringLiteral("connect-timeout"), QStringLiteral("connect-failed"), QStringLiteral("key-exchange-failed"),
            QStringLiteral("link-lost"), QStringLiteral("peer-silent"), QStringLiteral("jump-failed"),
            QStringLiteral("dns") };
        if (!passing.contains(connected.error().code) || std::chrono::steady_clock::now() + pause >= until)
            return connected;
        if (!remote::pauseFor(pause, stop))
            return connected;
        pause = std::min<std::chrono::milliseconds>(pause * 2, 8000ms);
    }
}

Connection::Traffic Connection::traffic() const
{
    Traffic sum = m_past;
    if (m_guest)
        sum.qmCalls += m_guest->traffic().qmCalls;
    if (m_shell) {
        sum.bytesSent += m_shell->traffic().bytesSent;
        sum.bytesReceived += m_shell->traffic().bytesReceived;
    }
    return sum;
}

} // namespace undock
