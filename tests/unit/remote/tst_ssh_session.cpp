// The SSH session against a real sshd: logins, host keys, and what a lost link means.
#include "core/text/phrase.h"
#include "remote/node/lease.h"
#include "remote/node/lease_talk.h"
#include "remote/node/node_shell.h"
#include "remote/ssh/host_key.h"
#include "remote/ssh/ssh_channel.h"
#include "remote/ssh/ssh_session.h"

#include "unit/remote/private_agent.h"
#include "unit/remote/private_sshd.h"

#include <QElapsedTimer>

#include <functional>
#include <utility>

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

#define LOG_IN_WITH_STARTUP_FILE(content)                                                                              \
    const QString why = connectWithStartupFile(session, content);                                                      \
    if (why == QLatin1String("skip"))                                                                                  \
        QSKIP("this user's shell is not bash");                                                                        \
    QVERIFY2(why.isEmpty(), qPrintable(why))

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
    /// Calls `act` once the command has printed something; long enough that only what is expected ends it.
    static ExecLimits whenItHasBegun(std::function<void()> act)
    {
        ExecLimits limits;
        limits.timeout = 120s;
        limits.onStdout = [act = std::move(act), acted = false](QByteArrayView) mutable {
            if (!std::exchange(acted, true))
                act();
        };
        return limits;
    }
    static Result<ExecResult> exec(
        SshSession &session, const QByteArray &command, const QByteArray &input = {}, ExecLimits limits = {})
    {
        return session.exec(command, input, limits);
    }

    /// Empty: logged in. `skip`: this user's shell is another one than bash. Else what went wrong.
    QString connectWithStartupFile(SshSession &session, const QByteArray &content)
    {
        m_sshd->stop();
        if (!m_sshd->setStartupFile(content + '\n'))
            return QStringLiteral("skip");
        if (!m_sshd->start())
            return QStringLiteral("sshd did not start");
        const Done connected = connect(session);
        return connected ? QString() : describe(connected.error());
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

    void theAgentSignsForANamedKeyWithAPassphrase()
    {
        PrivateAgent agent(*m_sshd);
        QVERIFY(agent.addUnlocked(QStringLiteral("locked"), QStringLiteral("open sesame")));
        m_options.identity = m_sshd->path(QStringLiteral("locked"));
        m_options.useAgent = true;
        SshSession session;
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(session.login().method, QStringLiteral("agent"));
        QCOMPARE(m_prompter.asked, 0);
    }

    void aFullAgentLeavesTheNamedKeyItsTries_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::addColumn<bool>("held"); // by the agent as well
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("asked");
        const QString open = QStringLiteral("user");
        const QString locked = QStringLiteral("locked");
        QTest::newRow("without a passphrase") << open << false << QStringLiteral("key") << 0;
        QTest::newRow("with one, in the agent too") << locked << true << QStringLiteral("agent") << 0;
        QTest::newRow("with one, not in the agent") << locked << false << QStringLiteral("key") << 1;
        QTest::newRow("only its public half, the rest in the agent")
            << locked + QStringLiteral(".pub") << true << QStringLiteral("agent") << 0;
    }
    void aFullAgentLeavesTheNamedKeyItsTries()
    {
        QFETCH(QString, identity);
        QFETCH(bool, held);
        m_sshd->stop();
        m_sshd->setMaxAuthTries(3);
        QVERIFY(m_sshd->start());
        PrivateAgent agent(*m_sshd);
        QVERIFY(agent.addStrangers(7));
        if (held)
            QVERIFY(agent.addUnlocked(QStringLiteral("locked"), QStringLiteral("open sesame")));
        m_options.identity = m_sshd->path(identity);
        m_options.useAgent = true;
        m_prompter.phrases = { "open sesame" };
        SshSession session;
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QTEST(session.login().method, "method");
        QTEST(m_prompter.asked, "asked");
    }

    void withANamedKeyTheAgentsOthersAreNotOffered()
    {
        PrivateAgent agent(*m_sshd);
        QVERIFY(agent.add(QStringLiteral("user"))); // the server would take it
        m_options.identity = m_sshd->path(QStringLiteral("stranger"));
        m_options.useAgent = true;
        SshSession session;
        QCOMPARE(codeOf(connect(session)), QStringLiteral("auth-failed"));
        m_options.identity.clear();
        const auto done = connect(session);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QCOMPARE(session.login().method, QStringLiteral("agent"));
    }

    // -- reaching the node --

    void whatKeepsFromReachingTheNodeIsToldApart()
    {
        SshSession session;
        m_sshd->stop();
        QCOMPARE(codeOf(connect(session)), QStringLiteral("refused"));
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
        const auto done = session.connect(
            *NodeTarget::parse(QStringLiteral("root@127.0.0.1:%1").arg(silent.serverPort())), m_options, m_prompter);
        QCOMPARE(codeOf(done), QStringLiteral("connect-timeout"));
    }

    void throughAJumpHost()
    {
        SshSession direct;
        QVERIFY(connect(direct)); // fills known_hosts
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
        QCOMPARE(codeOf(connect(session)), QStringLiteral("host-key-changed"));
        QVERIFY(m_prompter.fingerprints.isEmpty());
    }

    void aClosedSessionGivesBackItsSocket()
    {
        const auto open
            = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size(); };
        SshSession session;
        QVERIFY(connect(session)); // what the first one makes for good is there from now on
        session.close();
        const auto before = open();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(connect(session));
            session.close();
        }
        QCOMPARE(open(), before);
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
        // With an answer that is still to be read as the channel closes.
        for (int turn = 0; turn < 20; ++turn) {
            const auto large = exec(session, "exec 0<&-; head -c 200000 /dev/zero", QByteArray(4 * 1024 * 1024, 'x'));
            QVERIFY2(large, large ? "" : qPrintable(describe(large.error())));
            QCOMPARE(large->out.size(), 200000);
        }
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
        limits.timeout = 3s;
        const auto result = exec(session, "sleep 1000", {}, limits);
        QCOMPARE(result.error().code, QStringLiteral("exec-timeout"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QVERIFY(!session.isOpen());
        const auto next = exec(session, "true");
        QCOMPARE(next.error().code, QStringLiteral("not-connected"));
        QCOMPARE(next.error().kind, Kind::NotReached);
        QVERIFY(connect(session));
        QVERIFY(exec(session, "true"));
    }

    void aStopIsSeenWhileTheCommandRuns()
    {
        SshSession session;
        QVERIFY(connect(session));
        std::stop_source stop;
        const auto result = session.exec(
            "echo begun; sleep 1000", {}, whenItHasBegun([&] { stop.request_stop(); }), stop.get_token());
        QCOMPARE(result.error().code, QStringLiteral("stopped"));
        QCOMPARE(result.error().kind, Kind::Unknown);
        QCOMPARE(exec(session, "echo next")->out, QByteArray("next\n"));
    }

    void aCutConnectionIsUnknown()
    {
        SshSession session;
        QVERIFY(connect(session));
        const auto result
            = exec(session, "echo begun; sleep 1000", {}, whenItHasBegun([&] { m_sshd->signalSessions(SIGKILL); }));
        QVERIFY(!result);
        QCOMPARE(result.error().code, QStringLiteral("link-lost"));
        QCOMPARE(result.error().kind, Kind::Unknown);
    }

    void aCutBeforeTheCommandIsNotReached()
    {
        SshSession session;
        QVERIFY(connect(session));
        m_sshd->signalSessions(SIGKILL);
        const auto result = exec(session, "echo x");
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::NotReached);
    }

    void aFrozenPeerIsNoticedByItsSilence()
    {
        SshSession session;
        QVERIFY(connect(session));
        ExecLimits limits = whenItHasBegun([] {});
        limits.silence = 3s; // NodeShell uses 14 s; the mechanism is the same
        const auto living = exec(session, "for i in $(seq 20); do echo; sleep 0.2; done", {}, limits); // 4 s
        QVERIFY2(living, living ? "" : qPrintable(describe(living.error())));
        limits = whenItHasBegun([&] { m_sshd->signalSessions(SIGSTOP); });
        limits.silence = 3s;
        const auto result = exec(session, "while echo; do sleep 0.2; done", {}, limits);
        QCOMPARE(result.error().code, QStringLiteral("peer-silent"));
        QCOMPARE(result.error().kind, Kind::Unknown);
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
        auto channel = session.open("while read -r line; do echo \"got $line\"; done; exit 3", 60s);
        QVERIFY(channel);
        for (int i = 0; i < 3; ++i) {
            const QByteArray line = QByteArray::number(i);
            QVERIFY((*channel)->write(line + '\n', 1s, {}));
            const auto piece = (*channel)->read(60s, {});
            QVERIFY(piece);
            QCOMPARE(piece->out, "got " + line + '\n');
        }
        QVERIFY((*channel)->read(100ms, {})->out.isEmpty()); // nothing to hear, and no error
        (*channel)->closeInput();
        QTRY_VERIFY_WITH_TIMEOUT((*channel)->read(100ms, {})->ended, 60000);
        QCOMPARE((*channel)->exitStatus().value(), 3);
    }

    // -- the person's own files, and the node's login shell --

    void noStartupFileIsRunAndNoHomeIsTouched()
    {
        SshSession session;
        QVERIFY(connect(session));
        QCOMPARE(exec(session, "printf %s \"$HOME\"")->out, m_sshd->path(QStringLiteral("home")).toLocal8Bit());
        m_sshd->stop();
        m_sshd->write(QStringLiteral("home/.bashrc"), "echo from a startup file; sleep 1000\n");
        QVERIFY(m_sshd->start());
        SshSession again;
        QVERIFY(connect(again));
        QCOMPARE(exec(again, "echo command")->out, QByteArray("command\n"));
    }

    void whatTheLoginShellPrintsIsCutOffAndTold()
    {
        SshSession session;
        LOG_IN_WITH_STARTUP_FILE("echo 'Welcome to pve'; echo 'card 1 2 3'; echo end; echo oops >&2");
        NodeShell shell(session, false);
        for (int i = 0; i < 2; ++i) {
            const auto list = leases(shell);
            QVERIFY2(list, list ? "" : qPrintable(describe(list.error())));
            QVERIFY(list->isEmpty());
        }
        QCOMPARE(shell.manners().printed, QStringLiteral("Welcome to pve card 1 2 3 end"));
        const auto failed = shell.run(QStringLiteral("lease"), { "no such verb" });
        QVERIFY(failed);
        QCOMPARE(failed->exit, 64);
        QVERIFY(failed->out.isEmpty() && failed->err.isEmpty());
    }

    void whatTheLoginShellPrintsAtItsEndIsNoPartOfAnAnswer()
    {
        SshSession session;
        LOG_IN_WITH_STARTUP_FILE("trap 'echo goodbye' EXIT");
        NodeShell shell(session, false);
        QVERIFY(leases(shell));
        QVERIFY(shell.manners().printed.isEmpty());
    }

    void aLeaseIsGrantedThroughALoginShellThatPrints()
    {
        SshSession session;
        LOG_IN_WITH_STARTUP_FILE("echo 'Welcome'; echo 'granted 7 -'");
        auto channel = session.open(NodeShell::command(false), 60s);
        QVERIFY(channel);
        LeaseTalk talk(std::move(*channel));
        const auto granted = talk.begin({ *Vmid::parse(u"101"), QStringLiteral("r1"), QStringLiteral("me"),
                                            QStringLiteral("desk"), QStringLiteral("test"), false, {} },
            0, {});
        QVERIFY2(granted, granted ? "" : qPrintable(describe(granted.error())));
        QCOMPARE(granted->generation, 1);
    }

    void aLoginShellThatHangsIsNamedAndWasGivenNothing()
    {
        SshSession session;
        // It waits for a line: of what the program sends it must get none.
        LOG_IN_WITH_STARTUP_FILE("echo waiting >&2; read -r line; echo \"[$line]\" >$HOME/taken");
        NodeShell shell(session, false);
        shell.setPatience(2s);
        const auto list = leases(shell);
        QVERIFY(!list);
        QCOMPARE(list.error().code, QStringLiteral("login-shell-stuck"));
        QCOMPARE(list.error().kind, Kind::NotReached);
        QVERIFY2(inEnglish(list.error().what).contains(QStringLiteral("within 2 s")), qPrintable(list.error().what));
        QVERIFY(inEnglish(list.error().cure).contains(QStringLiteral(".bashrc")));
        session.close();
        QTRY_COMPARE_WITH_TIMEOUT(m_sshd->read(QStringLiteral("home/taken")), QByteArray("[]\n"), 60000);
    }

    void aSlowLoginShellIsWaitedForAndMeasured()
    {
        SshSession session;
        LOG_IN_WITH_STARTUP_FILE("sleep 1");
        NodeShell shell(session, false);
        QVERIFY(leases(shell));
        QVERIFY(shell.manners().slowest >= 1s);
    }

    void aLoginShellThatEndsIsNamed()
    {
        SshSession session;
        LOG_IN_WITH_STARTUP_FILE("echo no commands here >&2; exit 3");
        NodeShell shell(session, false);
        const auto list = leases(shell);
        QCOMPARE(list.error().code, QStringLiteral("node-shell-failed"));
        QCOMPARE(list.error().kind, Kind::NotReached);
        QVERIFY(inEnglish(list.error().what).contains(QStringLiteral("no commands here")));
        QVERIFY(inEnglish(list.error().cure).contains(QStringLiteral(".bashrc")));
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
