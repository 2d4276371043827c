// The engine's way to a guest's jobs: over sshd, the node's scripts and `qm` to the real job runtime.
#include "core/base/error_codes.h"
#include "engine/port/reach.h"
#include "unit/remote/node_over_ssh.h"
#include "unit/support/scripted/scripted_desk.h"

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using StartKind = GuestPort::StartKind;

namespace {

constexpr int longWait = 25; ///< seconds that the guest waits for news at most

template <class R> QString codeOf(const R &result)
{
    return result ? QStringLiteral("done") : result.error().code;
}

QString stateOf(const Result<JobNews> &news)
{
    return news ? nameOf(news->state) : describe(news.error());
}

JobSpec job(int number, const char *step, const QByteArray &script)
{
    JobSpec spec;
    spec.number = number;
    spec.step = QString::fromLatin1(step);
    spec.script = script;
    spec.timeLimitSeconds = 120;
    spec.effect = "adds";
    return spec;
}

/// A step that is at work until the test makes this file in the run's folder.
constexpr char untilGo[] = "echo begun; until [ -e \"$UNDOCK_RUN/go\" ]; do sleep 0.05; done; echo done\n";

struct NobodyThere : undock::Prompter {
    bool trustHost(const QString &, const QString &) override { return true; }
    std::optional<QString> secret(const SecretPrompt &) override { return {}; }
};

} // namespace

class GuestOverSshTest : public QObject {
    Q_OBJECT

    // One guest for all: each test has a run of its own, under a generation above all before.
    int m_tests = 0;
    qint64 m_generation = 0;
    QString m_run;
    std::unique_ptr<NodeOverSsh> m_node;
    NobodyThere m_nobody;
    std::unique_ptr<NodePort> m_port;

    GuestPort &guest() { return m_port->guest(); }
    Chain chain(const QList<JobSpec> &jobs) const { return { m_run, jobs }; }
    Result<JobNews> start(const Chain &chain, StartKind kind = StartKind::First, int wait = 0, qint64 above = 0)
    {
        return guest().start(chain, m_generation + above, wait, kind, {});
    }
    Result<JobNews> end(const QString &job, qint64 offset = 0)
    {
        return guest().follow(m_run, job, offset, longWait, longWait);
    }
    void letGo() { m_node->sshd.write(QStringLiteral("guest/runs/%1/go").arg(m_run), {}); }
    QString jobsOf(const QString &run)
    {
        const auto report = guest().report(run, m_generation);
        if (!report)
            return describe(report.error());
        QStringList all;
        for (const RunReport::Job &one : report->jobs)
            all << one.name + QLatin1Char(' ') + nameOf(one.state);
        return all.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/usr/sbin/sshd")))
            QSKIP("sshd is not installed");
        qunsetenv("SSH_AUTH_SOCK");
        m_node = std::make_unique<NodeOverSsh>();
        QVERIFY(m_node->sshd.start());
    }
    void cleanupTestCase() { m_node.reset(); }
    void init()
    {
        m_generation = 10 * ++m_tests;
        m_run = QStringLiteral("101-20260220-093000-%1").arg(m_tests, 4, 16, QLatin1Char('0'));
        m_port = Reach::overSsh().node(m_node->sshd.target(), *Vmid::parse(QStringLiteral("101")),
            { m_node->sshd.path(QStringLiteral("known_hosts")), m_node->sshd.path(QStringLiteral("user")), {} },
            m_nobody);
        QCOMPARE(codeOf(m_port->ensure({})), QStringLiteral("done"));
    }
    void cleanup()
    {
        // A step that still waits ends, before its folder goes.
        if (m_node && QFileInfo::exists(m_node->inGuest(QStringLiteral("runs/") + m_run)))
            letGo();
        m_port.reset();
    }

    void a_chain_is_brought_with_the_runtime_and_runs_to_its_end()
    {
        JobSpec first = job(1, "a-scan", "echo \"hello $(param who)\"; fact disk 'much of it'\n");
        first.params.insert(QStringLiteral("who"), "w'o\"rld");
        first.needsFacts << QStringLiteral("disk");
        const Chain both = chain({ first, job(2, "b-archive", "warn told-so 'look here'; exit 0\n") });
        const auto news = start(both, StartKind::Opening, longWait);
        QCOMPARE(stateOf(news), QStringLiteral("passed"));
        QCOMPARE(news->job, QStringLiteral("01-a-scan"));
        QCOMPARE(news->out, QByteArray("hello w'o\"rld\n"));
        QCOMPARE(Facts::parse(news->facts).value(u"disk"), QStringLiteral("much of it"));
        QVERIFY(news->drained());
        const auto second = end(QStringLiteral("02-b-archive"));
        QCOMPARE(stateOf(second), QStringLiteral("passed"));
        QVERIFY(Facts::parse(second->facts).value(u"warning").startsWith(QLatin1String("told-so")));
        QCOMPARE(jobsOf(m_run), QStringLiteral("01-a-scan passed, 02-b-archive passed"));
        QCOMPARE(guest().fetchAll(m_run, QStringLiteral("01-a-scan"), 1024).value(), QByteArray("hello w'o\"rld\n"));
        QCOMPARE(codeOf(guest().fetchAll(m_run, QStringLiteral("01-a-scan"), 4)), QStringLiteral("output-too-large"));
        const auto runs = guest().runs();
        QCOMPARE(codeOf(runs), QStringLiteral("done"));
        QCOMPARE(runs->size(), 1);
        QCOMPARE(runs->last().run, m_run);
        QVERIFY(runs->last().bytes > 0 && runs->last().newestEpoch > 0);
    }

    void a_guest_that_has_no_runtime_is_given_it_when_it_is_asked()
    {
        QVERIFY(QDir(m_node->inGuest({})).removeRecursively());
        QCOMPARE(jobsOf(m_run), QString());
        QVERIFY(QFileInfo::exists(m_node->inGuest(QStringLiteral("lib"))));
        QCOMPARE(codeOf(guest().follow(m_run, QStringLiteral("01-a-scan"), 0, 0, 0)), QStringLiteral("no-such-job"));
    }

    void a_step_that_fails_keeps_the_next_from_beginning()
    {
        const Chain both
            = chain({ job(1, "d-install", "fail download-failed 'nothing came'\n"), job(2, "e-copy", "true\n") });
        const auto news = start(both, StartKind::First, longWait);
        QCOMPARE(stateOf(news), QStringLiteral("failed"));
        QVERIFY(Facts::parse(news->facts).value(u"failure").startsWith(QLatin1String("download-failed")));
        QVERIFY(news->exit && *news->exit != 0);
        QCOMPARE(jobsOf(m_run), QStringLiteral("01-d-install failed, 02-e-copy skipped"));
    }

    void a_large_output_comes_whole_and_by_offset()
    {
        const auto news = start(chain({ job(1, "a-scan", "head -c 500000 /dev/zero | tr '\\0' x; echo end\n") }),
            StartKind::First, longWait);
        QCOMPARE(stateOf(news), QStringLiteral("passed"));
        QCOMPARE(news->total, 500004);
        QVERIFY(!news->drained());
        QByteArray out = news->out;
        for (int asked = 0; asked < 10 && out.size() < news->total; ++asked) {
            const auto more = end(QStringLiteral("01-a-scan"), out.size());
            QCOMPARE(stateOf(more), QStringLiteral("passed"));
            out += more->out;
        }
        QVERIFY(out.endsWith("xend\n"));
        QCOMPARE(out.size(), 500004);
        QCOMPARE(guest().fetchAll(m_run, QStringLiteral("01-a-scan"), 1 << 20).value(), out);
    }

    void a_secret_output_comes_along_and_is_given_once_without_a_call()
    {
        JobSpec secret = job(1, "b-configs", "echo '{\"token\":1}'\n");
        secret.secretOutput = true;
        const auto news = start(chain({ secret }), StartKind::First, longWait);
        QCOMPARE(stateOf(news), QStringLiteral("passed"));
        QVERIFY(news->out.isEmpty());
        const qint64 calls = m_port->traffic().qmCalls;
        QCOMPARE(guest().fetchAll(m_run, QStringLiteral("01-b-configs"), 1024).value(), QByteArray("{\"token\":1}\n"));
        QCOMPARE(m_port->traffic().qmCalls, calls);
        QCOMPARE(guest().fetchAll(m_run, QStringLiteral("01-b-configs"), 1024).value(), QByteArray("{\"token\":1}\n"));
        QCOMPARE(m_port->traffic().qmCalls, calls + 1);
    }

    void what_was_started_is_not_run_again()
    {
        const Chain counts = chain({ job(1, "b-archive", "echo x >>\"$UNDOCK_RUN/count\"\n") });
        QCOMPARE(stateOf(start(counts, StartKind::First, longWait)), QStringLiteral("passed"));
        QCOMPARE(stateOf(start(counts, StartKind::Again, longWait)), QStringLiteral("passed"));
        QCOMPARE(m_node->readInGuest(QStringLiteral("runs/%1/count").arg(m_run)), QByteArray("x\n"));
        // The same name for something else is no job of this run's.
        QCOMPARE(codeOf(start(chain({ job(1, "b-archive", "echo other\n") }))), QStringLiteral("hash-differs"));
    }

    void a_start_whose_answer_is_lost_is_asked_for_again_and_ran_once()
    {
        m_node->sshd.write(QStringLiteral("lose-answer"), {});
        const Chain counts = chain({ job(1, "b-archive", "echo x >>\"$UNDOCK_RUN/count\"\n") });
        const auto lost = start(counts, StartKind::First, longWait);
        QVERIFY(!lost);
        QVERIFY2(lost.error().kind == Kind::Unknown, qPrintable(describe(lost.error())));
        QCOMPARE(stateOf(start(counts, StartKind::Again, longWait)), QStringLiteral("passed"));
        QCOMPARE(m_node->readInGuest(QStringLiteral("runs/%1/count").arg(m_run)), QByteArray("x\n"));
    }

    void the_guest_goes_on_while_the_link_is_lost()
    {
        const auto begun = start(chain({ job(1, "b-archive", untilGo) }), StartKind::First);
        QVERIFY2(begun, qPrintable(stateOf(begun)));
        m_node->sshd.signalSessions(SIGKILL);
        const auto lost = end(QStringLiteral("01-b-archive"));
        QVERIFY(!lost);
        QVERIFY2(timeHeals(lost.error()), qPrintable(describe(lost.error())));
        letGo();
        QCOMPARE(codeOf(m_port->ensure({})), QStringLiteral("done"));
        const auto news = end(QStringLiteral("01-b-archive"));
        QCOMPARE(stateOf(news), QStringLiteral("passed"));
        QCOMPARE(news->out, QByteArray("begun\ndone\n"));
    }

    void a_pause_lets_the_step_end_and_begins_no_other()
    {
        QCOMPARE(codeOf(guest().pause(m_run)), QStringLiteral("no-such-run"));
        QVERIFY(start(chain({ job(1, "b-archive", untilGo), job(2, "b-verify", "true\n") }), StartKind::First));
        QCOMPARE(codeOf(guest().pause(m_run)), QStringLiteral("done"));
        letGo();
        QCOMPARE(stateOf(end(QStringLiteral("01-b-archive"))), QStringLiteral("passed"));
        QCOMPARE(stateOf(end(QStringLiteral("02-b-verify"))), QStringLiteral("skipped"));
    }

    void a_cancel_ends_the_step_unless_it_deletes()
    {
        JobSpec deletes = job(1, "i-delete", untilGo);
        deletes.effect = "deletes";
        QVERIFY(start(chain({ deletes }), StartKind::First));
        QCOMPARE(codeOf(guest().cancel(m_run)), QStringLiteral("not-cancellable"));
        letGo();
        QCOMPARE(stateOf(end(QStringLiteral("01-i-delete"))), QStringLiteral("passed"));

        QVERIFY(QFile::remove(m_node->inGuest(QStringLiteral("runs/%1/go").arg(m_run))));
        QVERIFY(start(chain({ job(2, "b-archive", untilGo) })));
        QCOMPARE(codeOf(guest().cancel(m_run)), QStringLiteral("done"));
        QCOMPARE(stateOf(end(QStringLiteral("02-b-archive"))), QStringLiteral("cancelled"));
        QCOMPARE(codeOf(guest().cancel(m_run)), QStringLiteral("done")); // nothing is at work any more
    }

    void one_chain_at_a_time_and_the_newest_desk_only()
    {
        QVERIFY(start(chain({ job(1, "b-archive", untilGo) }), StartKind::First, 0, 1));
        const Chain other{ QStringLiteral("101-20260221-093000-beef"), { job(1, "a-scan", "true\n") } };
        QCOMPARE(codeOf(start(other, StartKind::First, 0, 2)), QStringLiteral("busy"));
        const auto report = guest().report(m_run, m_generation + 3);
        QCOMPARE(codeOf(report), QStringLiteral("done"));
        QCOMPARE(report->generation, m_generation + 3);
        QCOMPARE(report->unfinished, m_run + QStringLiteral("/01-b-archive"));
        QVERIFY(report->cutover.isEmpty());
        letGo();
        QCOMPARE(stateOf(end(QStringLiteral("01-b-archive"))), QStringLiteral("passed"));
        const auto late = start(other, StartKind::First, 0, 2);
        QCOMPARE(codeOf(late), QStringLiteral("lower-generation"));
        QVERIFY(late.error().kind == Kind::Refused);
        QCOMPARE(stateOf(start(other, StartKind::First, longWait, 3)), QStringLiteral("passed"));
    }

    void a_deletion_is_passed_on_only_under_a_lease_and_without_a_hold()
    {
        JobSpec deletes = job(1, "i-delete", "echo x >>\"$UNDOCK_RUN/count\"\n");
        deletes.effect = "deletes";
        const Vmid vm = *Vmid::parse(QStringLiteral("101"));
        const auto lease = m_port->lease(
            { vm, m_run, QStringLiteral("li"), QStringLiteral("desk"), QStringLiteral("test"), false, {} });
        (void)QFile::remove(m_node->inGuest(QStringLiteral("generation"))); // the lease's own begins at one
        const auto send = [&](qint64 generation) {
            return guest().start(
                chain({ deletes }), generation, longWait, StartKind::First, DeletionGuard{ m_run, generation });
        };
        QCOMPARE(codeOf(send(1)), QStringLiteral("lease-not-held"));
        const auto grant = lease->acquire({});
        QCOMPARE(codeOf(grant), QStringLiteral("done"));
        QCOMPARE(codeOf(m_port->placeHold(
                     { vm, m_run, QStringLiteral("li"), QStringLiteral("desk"), QStringLiteral("red") }, true, {})),
            QStringLiteral("done"));
        QCOMPARE(codeOf(send(grant->generation)), QStringLiteral("hold-present"));
        QVERIFY(m_node->readInGuest(QStringLiteral("runs/%1/count").arg(m_run)).isEmpty());
        QCOMPARE(codeOf(m_port->liftHold(vm, m_run, grant->generation, {})), QStringLiteral("done"));
        QCOMPARE(stateOf(send(grant->generation)), QStringLiteral("passed"));
        QCOMPARE(m_node->readInGuest(QStringLiteral("runs/%1/count").arg(m_run)), QByteArray("x\n"));
    }

    void a_copy_of_the_journal_lies_in_the_guest()
    {
        const QString name = QLatin1String(journalNote);
        QCOMPARE(codeOf(guest().readNote(m_run, name, 1024)), QStringLiteral("no-such-note"));
        const QByteArray text = "{\"seq\":1}\n", newer = text + text;
        QCOMPARE(codeOf(guest().note(m_run, name, text)), QStringLiteral("done"));
        QCOMPARE(guest().readNote(m_run, name, 1024).value(), text);
        // Left there without waiting: its own time, but not another's turn.
        QCOMPARE(codeOf(guest().leaveNote(m_run, name, newer)), QStringLiteral("done"));
        QTRY_COMPARE_WITH_TIMEOUT(guest().readNote(m_run, name, 1024).value(), newer, 60000);
    }
};

QTEST_GUILESS_MAIN(GuestOverSshTest)
#include "tst_guest_over_ssh.moc"
