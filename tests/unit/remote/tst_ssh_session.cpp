// The SSH session against a real sshd: logins, host keys, and what a lost link means.
#include "remote/node/node_shell.h"
#include "remote/ssh/host_key.h"
#include "remote/ssh/ssh_channel.h"
#include "remote/ssh/ssh_session.h"

#include "unit/remote/private_sshd.h"

#include <QElapsedTimer>

#include <thread>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;

namespace {

using Kind = Error::Kind;

class ScriptedPrompter : public SilentPrompter {
public:
    bool trust = true;
    QStringList fingerprints;
    QList<QByteArray> phrases;
    int asked = 0;

    bool hostKeyFirstContact(const QString &, const QString &, const QString &fingerprint) override
    {
        fingerprints << fingerprint;
        return trust;
    }
    std::optional<QByteArray> passphrase(const QString &, int attempt) override
    {
        ++asked;
        return phrases.isEmpty() ? std::optional<QByteArray>() : phrases.value(attempt - 1);
    }
};

} // namespace

class SshSessionTest : public QObject {
    Q_OBJECT

public:
    /// Every test runs twice: `hostile` with a person's configuration that tries to change what is decided here.
    explicit SshSessionTest(bool hostile)
        : m_hostile(hostile)
    {
    }

private:
    bool m_hostile;
    std::unique_ptr<PrivateSshd> m_sshd;
    ScriptedPrompter m_prompter;
    SshOptions m_options;

    Done connect(SshSession &session) { return session.connect(m_sshd->target(), m_options, m_prompter); }
    static QString codeOf(const Done &done) { return done ? QStringLiteral("done") : done.error().code; }
    static Result<ExecResult> exec(
        SshSession &session, const QByteArray &command, const QByteArray &input = {}, ExecLimits limits = {})
    {
        return session.exec(command, input, limits);
    }

private Q_SLOTS:
    void init()
    {
        if (!QFile::exists(QStringLiteral("/usr/sbin/sshd")))
            QSKIP("sshd is not installed");
        m_sshd = std::make_unique<PrivateSshd>();
        QVERIFY(m_sshd->start());
        m_prompter = ScriptedPrompter();
        m_options = SshOptions();
        m_options.identity = m_sshd->path(QStringLiteral("user"));
        m_options.knownHosts = m_sshd->path(QStringLiteral("known_hosts"));
        m_options.useAgent = false;
        m_options.readUserConfig = m_hostile;
        if (m_hostile)
            userConfig(hostileConfig());
    }
    /// Nothing of it may have an effect where the identity, the files and the port were named.
    QByteArray hostileConfig()
    {
        m_sshd->write(QStringLiteral("their_known_hosts"),
            m_sshd->knownHostsLine(QStringLiteral("host")) + m_sshd->knownHostsLine(QStringLiteral("host2")));
        const QByteArray known = m_sshd->path(QStringLiteral("their_known_hosts")).toLocal8Bit();
        return "Host *\n  StrictHostKeyChecking no\n  UserKnownHostsFile " + known + "\n  GlobalKnownHostsFile " + known
            + "\n  User nobody\n  Port 1\n  IdentityFile " + m_sshd->path(QStringLiteral("stranger")).toLocal8Bit()
            + "\n  VerifyHostKeyDNS yes\n  PermitLocalCommand yes\n  LocalCommand touch "
            + m_sshd->path(QStringLiteral("ran")).toLocal8Bit() + "\n";
    }
    void userConfig(const QByteArray &text)
    {
        m_sshd->write(QStringLiteral("ssh_config"), text);
        m_options.userConfig = m_sshd->path(QStringLiteral("ssh_config"));
        m_options.readUserConfig = true;
    }
    void cleanup() { m_sshd.reset(); }

    // -- host keys --

    void firstContactShowsTheFingerprintAndIsRemembered()
    {
        SshSession session;
        QVERIFY2(connect(session), qPrintable(m_sshd->path(QString())));
        QCOMPARE(m_prompter.fingerprints.size(), 1);
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"), { QStringLiteral("-lf"), m_sshd->path(QStringLiteral("host.pub")) });
        keygen.waitForFinished();
        QVERIFY(keygen.readAll().contains(m_prompter.fingerprints.first().toLatin1()));
        QCOMPARE(session.login().hostKeyFingerprint, m_prompter.fingerprints.first());
        QCOMPARE(session.login().method, QStringLiteral("key"));

        SshSession second;
        QVERIFY(connect(second));
        QCOMPARE(m_prompter.fingerprints.size(), 1);
    }

    void anUnconfirmedKeyStopsAndIsNotStored()
    {
        m_prompter.trust = false;
        SshSession session;
        QCOMPARE(codeOf(connect(session)), QStringLiteral("host-key-rejected"));
        QVERIFY(m_sshd->read(QStringLiteral("known_hosts")).isEmpty());
        QVERIFY(!session.isOpen());
    }

    void aChangedKeyStopsWithoutAsking()
    {
        m_sshd->write(QStringLiteral("known_hosts"), m_sshd->knownHostsLine(QStringLiteral("host2")));
        SshSession session;
        const auto done = connect(session);
        QCOMPARE(codeOf(done), QStringLiteral("host-key-changed"));
        QCOMPARE(done.error().kind, Kind::NotReached);
        QVERIFY(m_prompter.fingerprints.isEmpty());
        QCOMPARE(m_sshd->read(QStringLiteral("known_hosts")), m_sshd->knownHostsLine(QStringLiteral("host2")));
    }

    void anUnknownKeyIsAskedAboutWhateverTheConfigurationSays()
    {
        for (const char *word : { "no", "accept-new", "off", "ask" }) {
            userConfig(QByteArray("Host 127.0.0.1\n  StrictHostKeyChecking ") + word + '\n');
            m_prompter.trust = false;
            SshSession session;
            QCOMPARE(codeOf(connect(session)), QStringLiteral("host-key-rejected"));
        }
        QCOMPARE(m_prompter.fingerprints.size(), 4);
        QVERIFY(m_sshd->read(QStringLiteral("known_hosts")).isEmpty());
    }

    void aRevokedKeyStopsEvenWhereItIsAlsoStored()
    {
        const QByteArray line = m_sshd->knownHostsLine(QStringLiteral("host"));
        m_sshd->write(QStringLiteral("known_hosts"), line + "@revoked " + line);
        SshSession session;
        QCOMPARE(codeOf(connect(session)), QStringLiteral("host-key-revoked"));
    }

    void algorithmsAndAliasesOfTheConfigurationAreNotTaken()
    {
        m_sshd->write(QStringLiteral("known_hosts"), m_sshd->knownHostsLine(QStringLiteral("host2")));
        userConfig("Host *\n  HostKeyAlias elsewhere\n  HostKeyAlgorithms ssh-rsa\n  Ciphers aes128-cbc\n"
                   "  KexAlgorithms diffie-hellman-group1-sha1\n");
        SshSession session;
        QCOMPARE(codeOf(connect(session)), QStringLiteral("host-key-changed"));
    }

    void aProxyOfTheConfigurationIsTheWayThereAndNoWordAboutTheKey()
    {
        QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty());
        PrivateSshd other;
        QVERIFY(other.start(QStringLiteral("host2")));
        m_sshd->write(QStringLiteral("known_hosts"), m_sshd->knownHostsLine(QStringLiteral("host")));
        m_sshd->write(QStringLiteral("pipe.py"),
            "import os,select,socket,sys\ns=socket.create_connection(('127.0.0.1',int(sys.argv[1])))\n"
            "while True:\n"
            " for f in select.select([0,s],[],[])[0]:\n"
            "  d=os.read(0,65536) if f==0 else s.recv(65536)\n"
            "  if not d: sys.exit()\n"
            "  s.sendall(d) if f==0 else os.write(1,d)\n");
        const auto through = [&](int port) {
            userConfig("Host *\n  StrictHostKeyChecking no\n  ProxyCommand python3 "
                + m_sshd->path(QStringLiteral("pipe.py")).toLocal8Bit() + ' ' + QByteArray::number(port) + '\n');
            SshSession session;
            return codeOf(connect(session));
        };
        QCOMPARE(through(m_sshd->port()), QStringLiteral("done"));
        QCOMPARE(through(other.port()), QStringLiteral("host-key-changed"));
        QVERIFY(m_prompter.fingerprints.isEmpty());
    }

    void theConfigurationNamesHostPortAndKeyWhereNobodyElseDoes()
    {
        userConfig("Host node-of-mine\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_sshd->port())
            + "\n  User nobody\n  IdentityFile " + m_sshd->path(QStringLiteral("user")).toLocal8Bit() + '\n');
        m_options.identity.clear();
        SshSession session;
        const auto done = session.connect(
            *NodeTarget::parse(QStringLiteral("%1@node-of-mine").arg(m_sshd->target().user())), m_options, m_prompter);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(exec(session, "id -un")->out.trimmed(), m_sshd->target().user().toLocal8Bit());
    }

    void onlyAKnownKeyOrAFirstContactGoesOn()
    {
        const auto objection = [](HostKeyStanding standing) {
            const auto error
                = hostKeyObjection(standing, QStringLiteral("h"), QStringLiteral("f"), QStringLiteral("k"));
            return error ? error->code : QString();
        };
        QVERIFY(objection(HostKeyStanding::Known).isEmpty());
        QVERIFY(objection(HostKeyStanding::FirstContact).isEmpty());
        QCOMPARE(objection(HostKeyStanding::Changed), QStringLiteral("host-key-changed"));
        QCOMPARE(objection(HostKeyStanding::OtherType), QStringLiteral("host-key-other-type"));
        QCOMPARE(objection(HostKeyStanding::Revoked), QStringLiteral("host-key-revoked"));
        QCOMPARE(objection(HostKeyStanding::Error), QStringLiteral("host-key-error"));
    }

    // -- logins --

    void aKeyWithAPassphraseIsAskedForUntilItFits()
    {
        m_options.identity = m_sshd->path(QStringLiteral("locked"));
        m_prompter.phrases = { "wrong", "open sesame" };
        SshSession session;
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(m_prompter.asked, 2);
    }

    void aPassphraseNobodyKnowsIsAFailedLogin()
    {
        m_options.identity = m_sshd->path(QStringLiteral("locked"));
        SshSession session;
        const auto done = connect(session);
        QCOMPARE(codeOf(done), QStringLiteral("auth-failed"));
        QCOMPARE(done.error().kind, Kind::NotReached);
        QCOMPARE(m_prompter.asked, 1);
    }

    void aKeyTheNodeDoesNotKnowIsAFailedLogin()
    {
        m_options.identity = m_sshd->path(QStringLiteral("stranger"));
        SshSession session;
        QCOMPARE(codeOf(connect(session)), QStringLiteral("auth-failed"));
    }

    void aMissingKeyFileIsNamed()
    {
        m_options.identity = m_sshd->path(QStringLiteral("nowhere"));
        SshSession session;
        const auto done = connect(session);
        QCOMPARE(codeOf(done), QStringLiteral("identity-unreadable"));
        QCOMPARE(done.error().where, m_options.identity);
    }

    void theAgentsKeyLogsIn()
    {
        QProcess agent;
        const QString socket = m_sshd->path(QStringLiteral("agent"));
        agent.start(QStringLiteral("ssh-agent"), { QStringLiteral("-D"), QStringLiteral("-a"), socket });
        QVERIFY(agent.waitForStarted());
        QTRY_VERIFY(QFile::exists(socket));
        qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
        QCOMPARE(QProcess::execute(
                     QStringLiteral("ssh-add"), { QStringLiteral("-q"), m_sshd->path(QStringLiteral("user")) }),
            0);
        m_options.identity = m_sshd->path(QStringLiteral("locked")); // would have to be asked for
        m_options.useAgent = true;
        SshSession session;
        const auto done = connect(session);
        qunsetenv("SSH_AUTH_SOCK");
        agent.terminate();
        agent.waitForFinished();
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(session.login().method, QStringLiteral("agent"));
        QCOMPARE(m_prompter.asked, 0);
    }

    // -- reaching the node --

    void whatKeepsFromReachingTheNodeIsToldApart()
    {
        SshSession session;
        m_sshd->stop();
        QTRY_COMPARE(codeOf(connect(session)), QStringLiteral("refused")); // the listener may take a moment
        const auto none = session.connect(*NodeTarget::parse(u"root@no-such-host.invalid"), m_options, m_prompter);
        QCOMPARE(codeOf(none), QStringLiteral("dns"));
        QCOMPARE(none.error().kind, Kind::NotReached);
    }

    void aPortThatDoesNotSpeakSshIsGivenUp()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_options.connectTimeout = 1500ms;
        SshSession session;
        QElapsedTimer timer;
        timer.start();
        const auto done = session.connect(
            *NodeTarget::parse(QStringLiteral("root@127.0.0.1:%1").arg(silent.serverPort())), m_options, m_prompter);
        QCOMPARE(codeOf(done), QStringLiteral("connect-timeout"));
        QVERIFY(timer.elapsed() < 4000);
    }

    void throughAJumpHost()
    {
        SshSession direct;
        QVERIFY(connect(direct)); // fills known_hosts: ssh must not ask
        m_options.jump = m_sshd->target().toString();
        SshSession session;
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(exec(session, "echo far")->out, QByteArray("far\n"));
        QVERIFY(!QFile::exists(m_sshd->path(QStringLiteral("ran"))));
        m_options.jump = QStringLiteral("root@127.0.0.1:1");
        QCOMPARE(codeOf(connect(session)), QStringLiteral("jump-failed"));
    }

    void aJumpHostsChangedKeyStopsToo()
    {
        m_sshd->write(QStringLiteral("known_hosts"), m_sshd->knownHostsLine(QStringLiteral("host2")));
        m_options.jump = m_sshd->target().toString();
        SshSession session;
        QCOMPARE(codeOf(connect(session)), QStringLiteral("jump-failed"));
    }

    // -- exchanges --

    void streamsAndStatusComeBack()
    {
        SshSession session;
        QVERIFY(connect(session));
        const auto result = exec(session, "cat; echo oops >&2; exit 7", QByteArray("a\0b", 3));
        QVERIFY(result);
        QCOMPARE(result->out, QByteArray("a\0b", 3));
        QCOMPARE(result->err, QByteArray("oops\n"));
        QCOMPARE(result->exit, 7);
        const auto killed = exec(session, "kill -9 $$");
        QVERIFY(killed);
        QCOMPARE(killed->exit, -1);
        QCOMPARE(killed->signal, QStringLiteral("KILL"));
    }

    void aMegabyteGoesThereAndBack()
    {
        SshSession session;
        QVERIFY(connect(session));
        QByteArray big(5 * 1024 * 1024, '\0');
        for (qsizetype i = 0; i < big.size(); ++i)
            big[i] = char(i * 31 + i / 997);
        QByteArray streamed;
        ExecLimits limits;
        limits.onStdout = [&](QByteArrayView piece) { streamed += piece; };
        const auto result = exec(session, "cat", big, limits);
        QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
        QVERIFY(result->out == big);
        QVERIFY(streamed == big);
    }

    void aCommandThatReadsNothingStillAnswers()
    {
        SshSession session;
        QVERIFY(connect(session));
        const auto result = exec(session, "exec 0<&-; echo done", QByteArray(4 * 1024 * 1024, 'x'));
        QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
        QCOMPARE(result->out, QByteArray("done\n"));
    }

    void tooMuchOutputIsCutOffAsUnknown()
    {
        SshSession session;
        QVERIFY(connect(session));
        ExecLimits limits;
        limits.maxOut = 100000;
        const auto result = exec(session, "yes", {}, limits);
        QCOMPARE(result.error().code, QStringLiteral("output-too-large"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QCOMPARE(exec(session, "echo next")->out, QByteArray("next\n"));
    }

    void aCommandThatDoesNotEndIsUnknownAndTheSessionBroken()
    {
        SshSession session;
        QVERIFY(connect(session));
        ExecLimits limits;
        limits.timeout = 1s;
        const auto result = exec(session, "sleep 20", {}, limits);
        QCOMPARE(result.error().code, QStringLiteral("exec-timeout"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QVERIFY(!session.isOpen());
        const auto next = exec(session, "true");
        QCOMPARE(next.error().code, QStringLiteral("not-connected"));
        QCOMPARE(next.error().kind, Kind::NotReached);
        QVERIFY(connect(session));
        QVERIFY(exec(session, "true"));
    }

    void aStopIsSeenWithinASlice()
    {
        SshSession session;
        QVERIFY(connect(session));
        std::stop_source stop;
        std::thread stopper([&] {
            std::this_thread::sleep_for(300ms);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const auto result = session.exec("sleep 20", {}, {}, stop.get_token());
        stopper.join();
        QCOMPARE(result.error().code, QStringLiteral("stopped"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QVERIFY2(timer.elapsed() < 900, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(exec(session, "echo next")->out, QByteArray("next\n"));
    }

    void aCutConnectionIsUnknownAtOnce()
    {
        SshSession session;
        QVERIFY(connect(session));
        std::thread cutter([&] {
            std::this_thread::sleep_for(500ms);
            m_sshd->signalSessions(SIGKILL);
        });
        QElapsedTimer timer;
        timer.start();
        const auto result = exec(session, "sleep 20");
        cutter.join();
        QVERIFY(!result);
        QCOMPARE(result.error().code, QStringLiteral("link-lost"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QVERIFY(timer.elapsed() < 2000);
    }

    void aCutBeforeTheCommandIsNotReached()
    {
        SshSession session;
        QVERIFY(connect(session));
        m_sshd->signalSessions(SIGKILL);
        QTest::qWait(100);
        const auto result = exec(session, "echo x");
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::NotReached);
    }

    void aFrozenPeerIsNoticedWithinTwentySeconds()
    {
        SshSession session;
        QVERIFY(connect(session));
        ExecLimits limits;
        limits.timeout = 120s;
        limits.silence = 3s; // NodeShell uses 14 s; the mechanism is the same
        const auto living = exec(session, "for i in 1 2 3 4 5; do echo; sleep 1; done", {}, limits);
        QVERIFY(living);
        std::thread freezer([&] {
            std::this_thread::sleep_for(500ms);
            m_sshd->signalSessions(SIGSTOP);
        });
        QElapsedTimer timer;
        timer.start();
        const auto result = exec(session, "while sleep 1; do echo; done", {}, limits);
        freezer.join();
        QCOMPARE(result.error().code, QStringLiteral("peer-silent"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QVERIFY(timer.elapsed() < 6000);

        // A command that was never begun by the frozen peer.
        SshSession another;
        m_sshd->signalSessions(SIGKILL);
    }

    void aFrozenPeerBeforeTheCommandIsNotReached()
    {
        SshSession session;
        QVERIFY(connect(session));
        m_sshd->signalSessions(SIGSTOP);
        ExecLimits limits;
        limits.timeout = 2s;
        limits.inertWithoutInput = true;
        const auto result = exec(session, NodeShell::command(false), "x", limits);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::NotReached);
        QVERIFY(!session.isOpen());
        m_sshd->signalSessions(SIGCONT);
    }

    void aConversationGoesBackAndForth()
    {
        SshSession session;
        QVERIFY(connect(session));
        auto channel = session.open("while read -r line; do echo \"got $line\"; done; exit 3", 5s);
        QVERIFY(channel);
        for (int i = 0; i < 3; ++i) {
            const QByteArray line = QByteArray::number(i);
            QVERIFY((*channel)->write(line + '\n', 1s, {}));
            const auto piece = (*channel)->read(2s, {});
            QVERIFY(piece);
            QCOMPARE(piece->out, "got " + line + '\n');
        }
        QVERIFY((*channel)->read(100ms, {})->out.isEmpty()); // nothing to hear, and no error
        (*channel)->closeInput();
        QTRY_VERIFY((*channel)->read(100ms, {})->ended);
        QCOMPARE((*channel)->exitStatus().value(), 3);
    }

    void manyExchangesOnOneSession()
    {
        SshSession session;
        QVERIFY(connect(session));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i) {
            const auto result = exec(session, "cat", QByteArray::number(i));
            QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
            QCOMPARE(result->out, QByteArray::number(i));
        }
        qInfo("one exchange: %.1f ms", double(timer.elapsed()) / 50);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SshSessionTest plain(false);
    SshSessionTest hostile(true);
    const int first = QTest::qExec(&plain, argc, argv);
    return QTest::qExec(&hostile, argc, argv) + first;
}
#include "tst_ssh_session.moc"
