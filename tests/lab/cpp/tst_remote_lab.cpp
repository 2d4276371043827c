// The whole way, for real: SSH to the lab's node, qm, the guest agent, the job runtime.
#include "core/node/guest_addresses.h"
#include "core/node/qm_config.h"
#include "remote/guest/guest_link.h"
#include "remote/node/holds.h"
#include "remote/node/lease_keeper.h"
#include "remote/node/node_facts.h"
#include "remote/node/node_qm.h"
#include "remote/ssh/ssh_channel.h"

#include "lab/cpp/lab.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <atomic>
#include <thread>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;

namespace {

using Kind = Error::Kind;

class LabPrompter : public SilentPrompter {
public:
    QList<QByteArray> passwords;
    QStringList questions;

    std::optional<QByteArray> password(const QString &, int attempt) override
    {
        return attempt <= passwords.size() ? std::optional(passwords[attempt - 1]) : std::nullopt;
    }
    std::optional<QList<QByteArray>> keyboardInteractive(
        const QString &, const QString &, const QString &, const QList<LoginQuestion> &asked) override
    {
        for (const LoginQuestion &question : asked)
            questions << question.text;
        return passwords.isEmpty() ? std::nullopt
                                   : std::optional(QList<QByteArray>(asked.size(), passwords.takeFirst()));
    }
};

/// A lease's conversation with the connection that carries it.
class OwnConnection : public Conversation {
public:
    static Result<std::unique_ptr<Conversation>> open(const QByteArray &command, std::stop_token stop)
    {
        auto own = std::make_unique<OwnConnection>();
        SilentPrompter nobody;
        if (auto done = own->m_session.connect(Lab::node(), Lab::options(), nobody, stop); !done)
            return tl::make_unexpected(done.error());
        auto channel = own->m_session.open(command, 15s, stop);
        if (!channel)
            return tl::make_unexpected(channel.error());
        own->m_channel = std::move(*channel);
        return own;
    }
    Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop) override
    {
        return m_channel->write(bytes, timeout, stop);
    }
    void closeInput() override { m_channel->closeInput(); }
    Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) override
    {
        return m_channel->read(wait, stop);
    }

private:
    SshSession m_session;
    std::unique_ptr<SshChannel> m_channel;
};

JobSpec job(int number, const QString &step, const QByteArray &body, const QByteArray &effect = "adds")
{
    JobSpec spec;
    spec.number = number;
    spec.step = step;
    spec.script = "#!/bin/bash\n" + body;
    spec.effect = effect;
    spec.timeLimitSeconds = 60;
    return spec;
}

template <class R> QString text(const R &result)
{
    return result ? QStringLiteral("done") : result.error().code + QStringLiteral(": ") + describe(result.error());
}
template <class R> QString codeOf(const R &result)
{
    return result ? QStringLiteral("done") : result.error().code;
}

#define VERIFY_DONE(result) QVERIFY2(bool(result), qPrintable(text(result)))

} // namespace

class RemoteLabTest : public QObject {
    Q_OBJECT

    struct Way {
        SshSession session;
        std::unique_ptr<NodeShell> shell;
        std::unique_ptr<NodeQm> qm;
        std::unique_ptr<GuestLink> guest;
    };
    QString m_run;

    static Vmid vm(int index = 0) { return *Vmid::parse(Lab::vmid(index)); }
    static Result<std::unique_ptr<Way>> way()
    {
        auto made = std::make_unique<Way>();
        SilentPrompter nobody;
        if (auto done = made->session.connect(Lab::node(), Lab::options(), nobody); !done)
            return tl::make_unexpected(done.error());
        made->shell = std::make_unique<NodeShell>(made->session, false);
        made->qm = std::make_unique<NodeQm>(*made->shell);
        made->guest = std::make_unique<GuestLink>(*made->qm, vm(), *GuestLib::fromResources());
        return made;
    }
    Chain chain(const QByteArray &body, const QString &step = QStringLiteral("b-test"))
    {
        return { m_run, { job(1, step, body) } };
    }
    /// Follows a job to its end.
    static JobNews finish(GuestLink &guest, const QString &run, const QString &name)
    {
        JobNews last;
        for (int i = 0; i < 20; ++i) {
            const auto news = askAgain([&] { return guest.follow(run, name, 0, 10, 5); }, 3, {});
            if (!news)
                qWarning("follow: %s", qPrintable(describe(news.error())));
            else if (isFinal(news->state))
                return *news;
            else
                last = *news;
        }
        return last;
    }
    static int linesIn(const QString &path)
    {
        QByteArray out;
        Lab::run({ QStringLiteral("exec"), Lab::vmid(0), QStringLiteral("--"), QStringLiteral("cat"), path }, &out);
        return int(out.count('\n'));
    }
    static bool faults(const QStringList &what) { return Lab::run(QStringList{ QStringLiteral("faults") } + what); }
    LeaseRequest request(int index, const QString &run)
    {
        return { vm(index), run, QStringLiteral("tester"), QStringLiteral("desk"), QStringLiteral("test"), true, {} };
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Lab::isThere())
            QSKIP("no lab: LAB_NODE is not set (./dev lab up --guests 2 --bare; eval \"$(./dev lab env)\")");
    }
    void init()
    {
        m_run = QStringLiteral("test-%1").arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
    }
    void cleanup()
    {
        faults({ QStringLiteral("node"), QStringLiteral("clear") });
        faults({ Lab::vmid(0), QStringLiteral("clear") });
    }

    // -- logins --

    void aPasswordLogsIn()
    {
        SshOptions options = Lab::options();
        options.identity.clear();
        LabPrompter prompter;
        prompter.passwords = { "wrong", "lab-password" };
        SshSession session;
        const auto done = session.connect(Lab::node(QStringLiteral("pwuser")), options, prompter);
        VERIFY_DONE(done);
        QVERIFY(session.login().method == QLatin1String("password")
            || session.login().method == QLatin1String("keyboard-interactive"));
    }

    void questionsAreAnsweredInteractively()
    {
        SshOptions options = Lab::options();
        options.identity.clear();
        LabPrompter prompter;
        prompter.passwords = { "lab-password" };
        SshSession session;
        VERIFY_DONE(session.connect(Lab::node(QStringLiteral("kbduser")), options, prompter));
        QCOMPARE(session.login().method, QStringLiteral("keyboard-interactive"));
        QVERIFY(!prompter.questions.isEmpty());
        QCOMPARE(session.exec("id -un", {}, {})->out, QByteArray("kbduser\n"));
    }

    void wrongPasswordsAreAFailedLogin()
    {
        SshOptions options = Lab::options();
        options.identity.clear();
        LabPrompter prompter;
        prompter.passwords = { "no" };
        SshSession session;
        const auto done = session.connect(Lab::node(QStringLiteral("kbduser")), options, prompter);
        QCOMPARE(codeOf(done), QStringLiteral("auth-failed"));
        QCOMPARE(done.error().kind, Kind::NotReached);
    }

    void aUserWhoIsNotRootGoesThroughSudo()
    {
        SshSession session;
        SilentPrompter nobody;
        VERIFY_DONE(session.connect(Lab::node(QStringLiteral("operator")), Lab::options(), nobody));
        NodeShell shell(session, true);
        const auto facts = nodeFacts(shell, vm());
        VERIFY_DONE(facts);
        NodeQm qm(shell);
        GuestLink guest(qm, vm(), *GuestLib::fromResources());
        const auto news = guest.start(chain("id -un\n"), 1, 20);
        VERIFY_DONE(news);
        QCOMPARE(news->out, QByteArray("root\n"));
    }

    // -- the node --

    void theNodesFacts()
    {
        const auto node = way();
        VERIFY_DONE(node);
        const auto facts = nodeFacts(*(*node)->shell, vm());
        VERIFY_DONE(facts);
        QVERIFY(facts->config.contains("agent: 1"));
        QVERIFY(!natRules(*facts).forwards.isEmpty());
        QVERIFY2(natRules(*facts).unread.isEmpty(), qPrintable(natRules(*facts).unread.join(u'\n')));
        QVERIFY(facts->list.contains(Lab::vmid(0).toLatin1()));
        const auto gone = nodeFacts(*(*node)->shell, *Vmid::parse(u"999"));
        VERIFY_DONE(gone);
        QVERIFY2(gone->vmTrouble.contains(QStringLiteral("does not exist")), qPrintable(gone->vmTrouble));
        QVERIFY2(gone->vmPlace.kind == VmPlace::Kind::Gone, qPrintable(gone->vmPlace.why));
        const auto addressed = nodeFacts(*(*node)->shell, vm(), {}, true);
        VERIFY_DONE(addressed);
        const auto config = parseQmConfig(addressed->config);
        const auto own = parseGuestAddresses(addressed->addresses);
        QVERIFY(config && config->ip() && own);
        QVERIFY2(own->contains(*config->ip()), addressed->addresses);
    }

    void aVmThatIsNotThereIsNotReached()
    {
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink guest(*(*node)->qm, *Vmid::parse(u"999"), *GuestLib::fromResources());
        const auto answer = guest.runs();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::NotReached);
    }

    // -- jobs --

    void aChainRunsAndIsFollowed()
    {
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink &guest = *(*node)->guest;
        Chain two{ m_run,
            { job(1, QStringLiteral("b-one"), "say hello; param v; fact answer 42\n"),
                job(2, QStringLiteral("b-two"), "say 中文; progress 5 10 files; exit 3\n") } };
        two.jobs[0].params.insert(QStringLiteral("v"), "$(touch /evil)\n'\"");
        two.jobs[0].needsFacts = { QStringLiteral("answer") };
        QElapsedTimer timer;
        timer.start();
        const auto news = guest.start(two, 1, 20);
        VERIFY_DONE(news);
        QVERIFY2(news->state == JobState::Passed, qPrintable(nameOf(news->state) + news->reason));
        QVERIFY(news->out.contains("hello\n$(touch /evil)"));
        QVERIFY(news->facts.contains("answer=42"));
        const JobNews second = finish(guest, m_run, QStringLiteral("02-b-two"));
        QVERIFY(second.state == JobState::Failed);
        QCOMPARE(second.exit.value(), 3);
        QVERIFY(second.out.contains("中文"));
        QCOMPARE(second.progress->total, 10);
        qInfo("two steps: %d qm calls, %lld ms, %lld bytes sent", guest.traffic().qmCalls,
            static_cast<long long>(timer.elapsed()), static_cast<long long>(guest.traffic().bytesSent));

        const auto report = guest.report(m_run, 1);
        VERIFY_DONE(report);
        QCOMPARE(report->jobs.size(), 2);
        QVERIFY(report->unfinished.isEmpty());
        // The same chain again changes nothing; another script under the same name is refused.
        const auto again = guest.start(two, 1, 5, GuestLink::StartKind::Again);
        VERIFY_DONE(again);
        QVERIFY(again->state == JobState::Passed);
        two.jobs[0].script += "say more\n";
        QCOMPARE(codeOf(guest.start(two, 1, 5)), QStringLiteral("hash-differs"));
        // An older owner comes too late.
        VERIFY_DONE(guest.report(m_run, 5));
        QCOMPARE(
            codeOf(guest.start(chain("true\n", QStringLiteral("b-three")), 4, 5)), QStringLiteral("lower-generation"));
        QVERIFY(!Lab::run({ QStringLiteral("exec"), Lab::vmid(0), QStringLiteral("--"), QStringLiteral("test"),
            QStringLiteral("-e"), QStringLiteral("/evil") }));
        // What one test raised, the next must not trip over.
        Lab::run({ QStringLiteral("exec"), Lab::vmid(0), QStringLiteral("--"), QStringLiteral("rm"),
            QStringLiteral("-f"), QStringLiteral("/var/lib/openclaw-undock/generation") });
    }

    void aJobThatWasNeverClaimedIsToldSo()
    {
        const auto node = way();
        VERIFY_DONE(node);
        QCOMPARE(
            codeOf((*node)->guest->follow(m_run, QStringLiteral("01-b-test"), 0, 1, 1)), QStringLiteral("no-such-job"));
    }

    void largeAndSecretOutput()
    {
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink &guest = *(*node)->guest;
        Chain secret = chain("head -c 500000 /dev/zero | tr '\\0' s\n", QStringLiteral("a-secret"));
        secret.jobs[0].secretOutput = true;
        VERIFY_DONE(guest.start(secret, 1, 20));
        const JobNews news = finish(guest, m_run, QStringLiteral("01-a-secret"));
        QVERIFY(news.state == JobState::Passed);
        QVERIFY(news.out.isEmpty());
        QCOMPARE(news.total, 500000);
        const auto whole = guest.fetchAll(m_run, QStringLiteral("01-a-secret"), 1 << 20);
        VERIFY_DONE(whole);
        QVERIFY(*whole == QByteArray(500000, 's'));
    }

    void notesComeBack()
    {
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink &guest = *(*node)->guest;
        VERIFY_DONE(guest.start(chain("true\n"), 1, 10));
        QByteArray journal;
        for (int i = 0; i < 3000; ++i)
            journal += "{\"n\":" + QByteArray::number(i) + ",\"text\":\"" + QByteArray::number(i * 7919, 36) + "\"}\n";
        VERIFY_DONE(guest.note(m_run, QStringLiteral("journal.jsonl"), journal));
        const auto back = guest.readNote(m_run, QStringLiteral("journal.jsonl"), 1 << 20);
        VERIFY_DONE(back);
        QVERIFY(*back == journal);
        VERIFY_DONE(guest.runs());
    }

    void aCancelledJobEnds()
    {
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink &guest = *(*node)->guest;
        const auto news = guest.start(chain("sleep 50\n"), 1, 0);
        VERIFY_DONE(news);
        QVERIFY(!isFinal(news->state));
        VERIFY_DONE(guest.cancel(m_run));
        QVERIFY(finish(guest, m_run, QStringLiteral("01-b-test")).state == JobState::Cancelled);
    }

    // -- answers that go astray: never twice, never a wrong conclusion --

    void anAnswerThatGoesAstrayIsUnknownAndTheJobRunsOnce_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : { "timeout-after-run", "swallow-result", "lose-after-send" })
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void anAnswerThatGoesAstrayIsUnknownAndTheJobRunsOnce()
    {
        QFETCH(QString, fault);
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink &guest = *(*node)->guest;
        VERIFY_DONE(guest.runs()); // the runtime is there: the next call but one is the start
        const QString file = QStringLiteral("/tmp/") + m_run;
        const Chain once = chain("echo x >>" + file.toLatin1() + '\n');
        // The upload has its own retries; the fault is to strike the start.
        const auto pack = packOf(once)->bytes();
        QVERIFY(pack->size() < 16384);
        struct FaultBeforeStart : GuestTransport {
            GuestTransport &inner;
            QString fault;
            FaultBeforeStart(GuestTransport &transport, QString name)
                : inner(transport)
                , fault(std::move(name))
            {
            }
            Result<QByteArray> call(Vmid vmid, const QByteArray &input, std::chrono::seconds timeout,
                const std::optional<DeletionGuard> &guard, std::stop_token stop) override
            {
                if (input.contains("\nstart ") && !std::exchange(fault, QString()).isEmpty())
                    faults({ Lab::vmid(0), m_fault });
                return inner.call(vmid, input, timeout, guard, stop);
            }
            QString m_fault = fault;
        } faulty(*(*node)->qm, fault);
        GuestLink shaky(faulty, vm(), *GuestLib::fromResources());
        const auto news = shaky.start(once, 1, 5);
        QVERIFY2(!news, "the fault did not strike");
        QCOMPARE(news.error().kind, Kind::Unknown);
        const auto again = askAgain([&] { return guest.start(once, 1, 10, GuestLink::StartKind::Again); }, 1, {});
        VERIFY_DONE(again);
        QVERIFY(finish(guest, m_run, QStringLiteral("01-b-test")).state == JobState::Passed);
        QCOMPARE(linesIn(file), 1);
    }

    void anotherCallsOutputIsNotTaken()
    {
        const auto node = way();
        VERIFY_DONE(node);
        GuestLink &guest = *(*node)->guest;
        VERIFY_DONE(guest.start(chain("true\n"), 1, 10));
        QVERIFY(faults({ Lab::vmid(0), QStringLiteral("cross-talk") }));
        const auto mixed = guest.follow(m_run, QStringLiteral("01-b-test"), 0, 1, 1);
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().kind, Kind::Unknown);
        QCOMPARE(mixed.error().code, QStringLiteral("guest-answer-foreign"));
        VERIFY_DONE(guest.follow(m_run, QStringLiteral("01-b-test"), 0, 1, 1));
    }

    // -- the link --

    void aFrozenLinkIsNoticedInTimeAndTheJobGoesOn()
    {
        auto node = way();
        VERIFY_DONE(node);
        VERIFY_DONE((*node)->guest->start(chain("sleep 20; say done\n"), 1, 0));
        std::thread freezer([] {
            std::this_thread::sleep_for(1s);
            faults({ QStringLiteral("node"), QStringLiteral("freeze") });
        });
        QElapsedTimer timer;
        timer.start();
        const auto news = (*node)->guest->follow(m_run, QStringLiteral("01-b-test"), 0, 25, 25);
        const qint64 took = timer.elapsed();
        freezer.join();
        faults({ QStringLiteral("node"), QStringLiteral("unfreeze") });
        if (!news) {
            QCOMPARE(news.error().kind, Kind::Unknown);
            QVERIFY2(took < 21000, qPrintable(QString::number(took)));
            qInfo("noticed after %lld ms: %s", static_cast<long long>(took), qPrintable(news.error().code));
        } else {
            QFAIL("the link was not frozen");
        }
        QVERIFY(!(*node)->session.isOpen());
        node = way();
        VERIFY_DONE(node);
        QVERIFY(finish(*(*node)->guest, m_run, QStringLiteral("01-b-test")).state == JobState::Passed);
    }

    void aCutLinkIsNoticedAtOnceAndTheJobGoesOn()
    {
        auto node = way();
        VERIFY_DONE(node);
        VERIFY_DONE((*node)->guest->start(chain("sleep 15; say done\n"), 1, 0));
        QElapsedTimer timer;
        timer.start();
        std::atomic<qint64> cutAt = 0;
        std::thread cutter([&] {
            faults({ QStringLiteral("node"), QStringLiteral("cut") });
            cutAt = timer.elapsed();
        });
        const auto news = (*node)->guest->follow(m_run, QStringLiteral("01-b-test"), 0, 25, 25);
        const qint64 noticedAt = timer.elapsed();
        cutter.join();
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::Unknown);
        QCOMPARE(news.error().code, QStringLiteral("link-lost"));
        QVERIFY(noticedAt - cutAt < 2000);
        node = way();
        VERIFY_DONE(node);
        QVERIFY(finish(*(*node)->guest, m_run, QStringLiteral("01-b-test")).state == JobState::Passed);
    }

    void connectingToAFrozenNodeIsGivenUp()
    {
        QVERIFY(faults({ QStringLiteral("node"), QStringLiteral("freeze") }));
        QElapsedTimer timer;
        timer.start();
        const auto node = way();
        QVERIFY(!node);
        QCOMPARE(node.error().kind, Kind::NotReached);
        QCOMPARE(node.error().code, QStringLiteral("connect-timeout"));
        QVERIFY(timer.elapsed() < 15000);
    }

    // -- several operators --

    void threeProgramsRaceForOneVm()
    {
        std::vector<std::unique_ptr<LeaseKeeper>> keepers;
        for (int i = 0; i < 3; ++i) {
            LeaseRequest one = request(1, m_run + QString::number(i));
            one.takeOver = false;
            keepers.push_back(std::make_unique<LeaseKeeper>(&OwnConnection::open, false, one));
        }
        std::atomic<int> granted = 0;
        std::atomic<int> taken = 0;
        std::vector<std::thread> racers;
        for (auto &keeper : keepers)
            racers.emplace_back([&] {
                const auto grant = keeper->acquire();
                if (grant)
                    ++granted;
                else if (grant.error().code == QLatin1String("vm-taken"))
                    ++taken;
                else
                    qWarning("%s", qPrintable(text(grant)));
            });
        for (auto &racer : racers)
            racer.join();
        QCOMPARE(granted.load(), 1);
        QCOMPARE(taken.load(), 2);
        for (auto &keeper : keepers)
            if (keeper->state() == LeaseKeeper::State::Held)
                VERIFY_DONE(keeper->release());
    }

    void aLeaseOutlivesACutAndAFreeze()
    {
        LeaseKeeper keeper(&OwnConnection::open, false, request(1, m_run));
        const auto grant = keeper.acquire();
        VERIFY_DONE(grant);
        QVERIFY(faults({ QStringLiteral("node"), QStringLiteral("cut") }));
        VERIFY_DONE(keeper.update(QStringLiteral("b-archive"), LeaseJob::Unfinished, QStringLiteral("01-b-archive")));
        QCOMPARE(keeper.generation(), grant->generation);
        QVERIFY(faults({ QStringLiteral("node"), QStringLiteral("freeze") }));
        QTRY_VERIFY_WITH_TIMEOUT(keeper.state() == LeaseKeeper::State::Reconnecting, 20000);
        QVERIFY(faults({ QStringLiteral("node"), QStringLiteral("unfreeze") }));
        VERIFY_DONE(keeper.update(QString(), LeaseJob::Finished, QString()));
        QCOMPARE(keeper.generation(), grant->generation);
        VERIFY_DONE(keeper.release());
    }

    void aHoldStopsADeletionOnAnotherVm()
    {
        const auto node = way();
        VERIFY_DONE(node);
        NodeShell &shell = *(*node)->shell;
        LeaseKeeper keeper(&OwnConnection::open, false, request(0, m_run));
        const auto grant = keeper.acquire();
        VERIFY_DONE(grant);
        const DeletionGuard guard{ m_run, grant->generation };
        VERIFY_DONE(placeHold(
            shell, { vm(1), m_run, QStringLiteral("t"), QStringLiteral("d"), QStringLiteral("failed") }, true));
        const Chain deletion{ m_run, { job(1, QStringLiteral("i-test"), "say deleted\n", "deletes") } };
        const auto refused = (*node)->guest->start(deletion, grant->generation, 5, GuestLink::StartKind::First, guard);
        QCOMPARE(codeOf(refused), QStringLiteral("hold-present"));
        QCOMPARE(
            codeOf((*node)->guest->follow(m_run, QStringLiteral("01-i-test"), 0, 0, 0)), QStringLiteral("no-such-job"));
        VERIFY_DONE(liftHold(shell, vm(1), m_run, grant->generation));
        VERIFY_DONE((*node)->guest->start(deletion, grant->generation, 5, GuestLink::StartKind::First, guard));
        VERIFY_DONE(keeper.release());
    }
};

QTEST_GUILESS_MAIN(RemoteLabTest)
#include "tst_remote_lab.moc"
