#include "engine/run/connection.h"

#include "core/base/wipe.h"
#include "engine/run/lease_link.h"

#include <QMap>
#include <QMutex>
#include <QRegularExpression>

namespace undock {

namespace {

/// A lease kept by heartbeats over a connection of its own.
class KeptLease : public LeasePort {
public:
    KeptLease(remote::LeaseKeeper::Open open, bool viaSudo, const remote::LeaseRequest &request)
        : m_keeper(std::move(open), viaSudo, request)
    {
    }
    Result<remote::LeaseGrant> acquire(std::stop_token stop) override { return m_keeper.acquire(stop); }
    Done update(const QString &step, remote::LeaseJob job, const QString &jobId, std::stop_token stop,
        std::optional<std::chrono::seconds> mayTake) override
    {
        return m_keeper.update(step, job, jobId, stop, mayTake);
    }
    Done release(std::stop_token stop) override { return m_keeper.release(stop); }
    remote::LeaseKeeper::State state() const override { return m_keeper.state(); }
    Error trouble() const override { return m_keeper.trouble(); }

private:
    remote::LeaseKeeper m_keeper;
};

} // namespace

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
    ~PromptBridge() override
    {
        for (Known *known : { &m_passphrases, &m_passwords }) {
            for (QByteArray &secret : *known)
                wipe(secret);
        }
    }

    bool hostKeyFirstContact(const QString &host, const QString &keyType, const QString &fingerprint) override
    {
        return m_prompter.trustHost(QStringLiteral("%1 (%2)").arg(host, keyType), fingerprint);
    }

    std::optional<QByteArray> passphrase(const QString &keyFile, int attempt) override
    {
        return ask(SecretPrompt::passphrase(keyFile, attempt - 1), m_passphrases);
    }

    std::optional<QByteArray> password(const QString &userAtHost, int attempt) override
    {
        return ask(SecretPrompt::password(userAtHost, attempt - 1), m_passwords);
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
            auto answer = m_prompter.secret(SecretPrompt::question(what, question.echo, timesAsked(what)));
            if (!answer)
                return {};
            answers << answer->toUtf8();
            wipe(*answer);
        }
        return answers;
    }

private:
    using Known = QMap<QString, QByteArray>;

    /// The lock is never held while a person types: the other thread, and whoever ends them both, would wait for that.
    std::optional<QByteArray> ask(const SecretPrompt &prompt, Known &known)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (prompt.attempt <= 0 && known.contains(prompt.of))
                return own(known[prompt.of]);
        }
        auto answer = m_prompter.secret(prompt);
        if (!answer)
            return {};
        const QMutexLocker lock(&m_mutex);
        QByteArray &kept = known[prompt.of];
        wipe(kept);
        kept = answer->toUtf8();
        wipe(*answer);
        return own(kept);
    }

    int timesAsked(const QString &what)
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked[what]++;
    }

    /// Bytes that share nothing: whoever is given them wipes them.
    static QByteArray own(const QByteArray &secret) { return QByteArray(secret.constData(), secret.size()); }

    undock::Prompter &m_prompter;
    QMutex m_mutex;
    Known m_passphrases, m_passwords;
    QMap<QString, int> m_asked; ///< questions of a login, so far
};

Connection::Connection(NodeTarget node, Vmid vmid, NodeAccess access, Prompter &prompter, Clock &clock)
    : NodePort(clock)
    , m_node(std::move(node))
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
    m_guest = std::make_unique<LinkedGuest>(*m_qm, m_vmid, std::move(*lib), clock());
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

std::unique_ptr<LeasePort> Connection::lease(const remote::LeaseRequest &request)
{
    return std::make_unique<KeptLease>(leaseLink(m_node, m_access, *m_bridge), viaSudo(), request);
}

Result<remote::NodeFacts> Connection::facts(std::optional<Vmid> vmid, std::stop_token stop)
{
    return remote::nodeFacts(*m_shell, vmid, stop, true);
}

Result<QList<remote::LeaseCard>> Connection::cards(std::stop_token stop)
{
    return remote::leases(*m_shell, stop);
}

Result<QList<remote::Hold>> Connection::holds(std::stop_token stop)
{
    return remote::holds(*m_shell, stop);
}

Done Connection::placeHold(const remote::HoldRequest &request, bool definite, std::stop_token stop)
{
    return remote::placeHold(*m_shell, request, definite, stop);
}

Done Connection::liftHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop)
{
    return remote::liftHold(*m_shell, vmid, run, generation, stop);
}

Done Connection::resolveHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop)
{
    return remote::resolveHold(*m_shell, vmid, run, generation, stop);
}

Done Connection::releaseHold(Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop)
{
    return remote::releaseHold(*m_shell, vmid, holder, reason, stop);
}

Done Connection::keepJournalSum(
    const QString &run, qint64 generation, const QByteArray &sha256, remote::CopyIs state, std::stop_token stop)
{
    return remote::keepJournalSum(*m_shell, m_vmid, run, generation, sha256, state, stop);
}

Result<remote::JournalSums> Connection::journalSums(std::stop_token stop)
{
    return remote::journalSums(*m_shell, m_vmid, stop);
}

Result<remote::SharedFile> Connection::readFile(const QString &path, std::stop_token stop)
{
    return remote::readSharedFile(*m_shell, path, stop);
}

Done Connection::swapFile(
    const QString &path, const QByteArray &expectedSha256, const QByteArray &content, std::stop_token stop)
{
    return remote::swapSharedFile(*m_shell, path, expectedSha256, content, stop);
}

const remote::SshLogin &Connection::login() const
{
    return m_session->login();
}

Traffic Connection::traffic() const
{
    Traffic sum = m_past;
    if (m_guest)
        sum.qmCalls += m_guest->link().traffic().qmCalls;
    if (m_shell) {
        sum.bytesSent += m_shell->traffic().bytesSent;
        sum.bytesReceived += m_shell->traffic().bytesReceived;
    }
    return sum;
}

} // namespace undock
