// A node behind a jump host: two real sshd, of which only the first one is spoken to from here.
#include "core/base/error_codes.h"
#include "core/text/phrase.h"
#include "remote/ssh/ssh_session.h"

#include "unit/remote/private_agent.h"
#include "unit/remote/private_sshd.h"

#include <functional>
#include <future>
#include <thread>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;

namespace {

using Kind = Error::Kind;

class GatePrompter : public SilentPrompter {
public:
    std::function<bool(const QString &host)> trust = [](const QString &) { return true; };
    QStringList hosts; ///< whose keys were asked about
    QStringList files; ///< whose passphrases were asked for

    bool hostKeyFirstContact(const QString &host, const QString &, const QString &) override
    {
        hosts << host;
        return trust(host);
    }
    std::optional<QByteArray> passphrase(const QString &file, int) override
    {
        files << file;
        return QByteArray("open sesame");
    }
};

/// Takes a connection in a thread of its own. It says nothing; or, where there is something to do at the first bytes of
/// a key exchange, nothing after its banner.
class SilentPort {
public:
    explicit SilentPort(std::function<void()> atKeyExchange = {})
        : m_thread([this, atKeyExchange = std::move(atKeyExchange)] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            m_port.set_value(server.serverPort());
            if (server.waitForNewConnection(60000) && atKeyExchange) {
                QTcpSocket *peer = server.nextPendingConnection();
                peer->write("SSH-2.0-Silent\r\n");
                if (peer->waitForReadyRead(60000))
                    atKeyExchange();
            }
            m_over.get_future().wait();
        })
    {
    }
    ~SilentPort() { m_over.set_value(); }
    int port() { return m_port.get_future().get(); }

private:
    std::promise<quint16> m_port;
    std::promise<void> m_over;
    std::jthread m_thread;
};

} // namespace

class JumpHostTest : public QObject {
    Q_OBJECT

    std::unique_ptr<PrivateSshd> m_gate;
    std::unique_ptr<PrivateSshd> m_node;
    GatePrompter m_prompter;
    SshOptions m_options;

    Done connect(SshSession &session, std::stop_token stop = {})
    {
        return session.connect(m_node->target(), m_options, m_prompter, std::move(stop));
    }
    NodeTarget gateAt(int port) const
    {
        return *NodeTarget::parse(QStringLiteral("%1@127.0.0.1:%2").arg(m_gate->target().user()).arg(port));
    }
    QString gate() const { return m_gate->target().toString(); }
    QString node() const { return m_node->target().toString(); }
    void knowBoth()
    {
        m_node->write(QStringLiteral("known_hosts"),
            m_gate->knownHostsLine(QStringLiteral("host")) + m_node->knownHostsLine(QStringLiteral("host")));
    }
    QByteArray knownHosts() const { return m_node->read(QStringLiteral("known_hosts")); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/usr/sbin/sshd")))
            QSKIP("sshd is not installed");
        m_gate = std::make_unique<PrivateSshd>();
        m_node = std::make_unique<PrivateSshd>();
    }
    void init()
    {
        m_node->write(QStringLiteral("known_hosts"), {});
        // The gate has keys of its own, and lets the node's in.
        m_gate->write(QStringLiteral("authorized_keys"),
            m_node->read(QStringLiteral("user.pub")) + m_node->read(QStringLiteral("locked.pub")));
        QVERIFY(m_gate->start());
        QVERIFY(m_node->start());
        m_prompter = GatePrompter();
        m_options = SshOptions();
        m_options.identity = m_node->path(QStringLiteral("user"));
        m_options.knownHosts = m_node->path(QStringLiteral("known_hosts"));
        m_options.useAgent = false;
        m_options.readUserConfig = false;
        m_options.jump = gate();
    }
    void cleanup()
    {
        m_node->stop();
        m_gate->stop();
    }

    // -- the way there --

    void bothKeysAreShownOnceAndTheNodeIsReached()
    {
        {
            SshSession session;
            const auto done = connect(session);
            QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
            QCOMPARE(m_prompter.hosts, (QStringList{ gate(), node() }));
            const auto answer = session.exec("echo \"$UNDOCK_NODE_ROOT\"; exit 7", {}, {});
            QVERIFY2(answer, answer ? "" : qPrintable(describe(answer.error())));
            QCOMPARE(answer->out.trimmed(), m_node->path(QStringLiteral("node")).toLocal8Bit());
            QCOMPARE(answer->exit, 7);
        }
        SshSession again;
        QVERIFY(connect(again));
        QCOMPARE(m_prompter.hosts.size(), 2);
    }

    void megabytesGoBothWays()
    {
        knowBoth();
        SshSession session;
        QVERIFY(connect(session));
        QByteArray big(5 * 1024 * 1024, '\0');
        for (qsizetype i = 0; i < big.size(); ++i)
            big[i] = char(i * 31 + i / 997);
        ExecLimits limits;
        limits.timeout = 120s;
        const auto echoed = session.exec("cat", big, limits);
        QVERIFY2(echoed, echoed ? "" : qPrintable(describe(echoed.error())));
        QVERIFY(echoed->out == big);
        limits.maxOut = 32 * 1024 * 1024;
        const auto read = session.exec("head -c 20000000 /dev/zero", {}, limits);
        QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
        QCOMPARE(read->out.size(), 20000000);
    }

    void theSessionAtTheGateEndsWithTheNodes()
    {
        knowBoth();
        SshSession session;
        QVERIFY(connect(session));
        QVERIFY(m_gate->sessions() > 0);
        session.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_gate->sessions(), 0, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_node->sessions(), 0, 60000);
    }

    // -- keys of the hosts --

    void anUnknownGateThatIsNotTrustedLeadsNowhere()
    {
        m_prompter.trust = [](const QString &) { return false; };
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("host-key-rejected"));
        QCOMPARE(done.error().where, gate());
        QCOMPARE(m_prompter.hosts, QStringList{ gate() });
        QVERIFY(knownHosts().isEmpty());
    }

    void aChangedKeyOfTheGateStopsWithoutAsking()
    {
        m_node->write(QStringLiteral("known_hosts"),
            m_gate->knownHostsLine(QStringLiteral("host2")) + m_node->knownHostsLine(QStringLiteral("host")));
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("host-key-changed"));
        QCOMPARE(done.error().where, gate());
        QVERIFY(m_prompter.hosts.isEmpty());
    }

    void aChangedKeyOfTheNodeStopsBehindAKnownGate()
    {
        m_node->write(QStringLiteral("known_hosts"),
            m_gate->knownHostsLine(QStringLiteral("host")) + m_node->knownHostsLine(QStringLiteral("host2")));
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("host-key-changed"));
        QCOMPARE(done.error().where, node());
        QVERIFY(m_prompter.hosts.isEmpty());
        QVERIFY(!session.isOpen());
    }

    // -- logins --

    void aPassphraseIsAskedForAtEitherHost()
    {
        knowBoth();
        m_options.identity = m_node->path(QStringLiteral("locked"));
        SshSession session;
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(m_prompter.files, (QStringList{ m_options.identity, m_options.identity }));
    }

    void anAgentServesBothHosts()
    {
        knowBoth();
        PrivateAgent agent(*m_node);
        QVERIFY(agent.add(QStringLiteral("user")));
        m_options.identity.clear();
        m_options.useAgent = true;
        SshSession session;
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(session.login().method, QStringLiteral("agent"));
    }

    void aGateThatLetsNobodyInIsNamed()
    {
        knowBoth();
        m_gate->write(QStringLiteral("authorized_keys"), m_gate->read(QStringLiteral("stranger.pub")));
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("auth-failed"));
        QCOMPARE(done.error().where, gate());
    }

    void theConfigurationNamesTheGatesPlaceAndItsKey()
    {
        knowBoth();
        m_gate->write(QStringLiteral("authorized_keys"), m_gate->read(QStringLiteral("user.pub")));
        m_node->write(QStringLiteral("ssh_config"),
            "Host gate-of-mine\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_gate->port())
                + "\n  User nobody\n  StrictHostKeyChecking no\n  IdentityFile "
                + m_gate->path(QStringLiteral("user")).toLocal8Bit() + '\n');
        m_options.userConfig = m_node->path(QStringLiteral("ssh_config"));
        m_options.readUserConfig = true;
        m_options.jump = m_gate->target().user() + QStringLiteral("@gate-of-mine");
        SshSession session;
        const auto done = connect(session); // the node by the key that was named, the gate by the configuration's
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        m_gate->write(QStringLiteral("authorized_keys"), m_node->read(QStringLiteral("user.pub")));
        QVERIFY(connect(session));
    }

    // -- what does not come about --

    void aGateThatIsDownIsNamed()
    {
        m_gate->stop();
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("jump-failed"));
        QCOMPARE(done.error().kind, Kind::NotReached);
        QCOMPARE(done.error().where, QStringLiteral("127.0.0.1:%1").arg(m_gate->port()));
        QVERIFY(timeHeals(done.error()));
    }

    void aNodeThatIsDownBehindALivingGateIsTold()
    {
        knowBoth();
        m_node->stop();
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("jump-failed"));
        QCOMPARE(done.error().where, gate());
        QVERIFY2(inEnglish(done.error().what).contains(QStringLiteral("127.0.0.1:%1").arg(m_node->port())),
            qPrintable(done.error().what));
    }

    void aGateThatForwardsNothingIsNamed()
    {
        knowBoth();
        m_gate->write(QStringLiteral("authorized_keys"), "restrict " + m_node->read(QStringLiteral("user.pub")));
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("jump-failed"));
        QCOMPARE(done.error().where, gate());
    }

    void aGateThatSaysNothingIsGivenUp()
    {
        SilentPort silent;
        m_options.jump = gateAt(silent.port()).toString();
        m_options.connectTimeout = 1500ms;
        SshSession session;
        const auto done = connect(session);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("jump-failed"));
        QCOMPARE(done.error().where, m_options.jump);
    }

    void aNodeThatSaysNothingBehindTheGateIsGivenUp()
    {
        knowBoth();
        SilentPort silent;
        m_options.connectTimeout = 1500ms;
        const NodeTarget quiet = gateAt(silent.port());
        SshSession session;
        const auto done = session.connect(quiet, m_options, m_prompter);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("connect-timeout"));
        QCOMPARE(done.error().where, quiet.toString());
    }

    // -- stops, and ends of the link --

    void aStopIsSeenAtEachPointOfTheWay()
    {
        m_options.connectTimeout = 120s;
        const auto whenAskedAbout = [this](const QString &host) {
            return [this, host](std::stop_source &stop) {
                m_node->write(QStringLiteral("known_hosts"), {});
                m_prompter.trust = [&stop, host](const QString &asked) {
                    if (asked == host)
                        stop.request_stop();
                    return true;
                };
                SshSession session;
                return connect(session, stop.get_token());
            };
        };
        const auto whenKeysAreExchanged = [this](bool atGate, QString &where) {
            return [this, atGate, &where](std::stop_source &stop) {
                knowBoth();
                SilentPort silent([&stop] { stop.request_stop(); });
                SshOptions options = m_options;
                const NodeTarget quiet = gateAt(silent.port());
                where = quiet.toString();
                if (atGate)
                    options.jump = where;
                SshSession session;
                return session.connect(atGate ? m_node->target() : quiet, options, m_prompter, stop.get_token());
            };
        };
        QString quietGate, quietNode;
        const std::vector<std::pair<QString *, std::function<Done(std::stop_source &)>>> points{
            { &quietGate, whenKeysAreExchanged(true, quietGate) },
            { &quietNode, whenKeysAreExchanged(false, quietNode) }
        };
        for (const auto &[where, attempt] : points) {
            std::stop_source stop;
            const auto done = attempt(stop);
            QVERIFY(!done);
            QCOMPARE(done.error().code, QStringLiteral("stopped"));
            QCOMPARE(done.error().where, *where);
        }
        for (const QString &host : { gate(), node() }) {
            std::stop_source stop;
            const auto done = whenAskedAbout(host)(stop);
            QVERIFY(!done);
            QCOMPARE(done.error().code, QStringLiteral("stopped"));
            QCOMPARE(done.error().where, host);
        }
    }

    void aGateThatDiesCutsTheLink()
    {
        knowBoth();
        SshSession session;
        QVERIFY(connect(session));
        ExecLimits limits;
        limits.timeout = 120s;
        limits.onStdout = [this](QByteArrayView) { m_gate->signalSessions(SIGKILL); };
        const auto result = session.exec("echo begun; sleep 1000", {}, limits);
        QVERIFY(!result);
        QCOMPARE(result.error().code, QStringLiteral("link-lost"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QVERIFY(!session.isOpen());
    }
};

QTEST_GUILESS_MAIN(JumpHostTest)
#include "tst_jump_host.moc"
