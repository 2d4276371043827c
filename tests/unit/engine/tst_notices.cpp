#include "core/base/json.h"
#include "core/text/code_words.h"
#include "engine/notify/notifier.h"
#include "journals/journal_builder.h"
#include "unit/support/scripted/scripted_desk.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace undock;
using Kind = OperatorNotice::Kind;

namespace {

Task migrate()
{
    Task task;
    task.kind = Task::Kind::Migrate;
    return task;
}

Play redAcceptance()
{
    Play play = Play::fails("acceptance-failed");
    play.facts = { { QStringLiteral("check"), QStringLiteral("http-gateway-direct|critical|failed|200|502") } };
    return play;
}

} // namespace

/// What the queue's work tells somebody who is not there.
class NoticesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedWorld> m_world;
    NobodyAsked m_nobody;
    std::unique_ptr<Queue> m_queue;
    QTcpServer m_server;
    QByteArray m_received;
    bool m_answers = true;

    WebhookTarget target() const
    {
        return *WebhookTarget::make(
            QStringLiteral("json"), QStringLiteral("http://127.0.0.1:%1/x").arg(m_server.serverPort()));
    }
    QString begin(int vmid)
    {
        const QString run = *m_queue->add(*makeRunParameters({ { QStringLiteral("vmid"), QString::number(vmid) },
            { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
            { QStringLiteral("operator"), QStringLiteral("李雷") } }));
        m_queue->request(run, migrate());
        return run;
    }
    bool settle()
    {
        QSignalSpy idle(m_queue.get(), &Queue::idle);
        return idle.wait(60000) || idle.count() > 0;
    }
    qsizetype count(const QByteArray &kind) const { return m_received.count("\"kind\":\"" + kind + '"'); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_received += socket->readAll();
                if (m_answers && m_received.endsWith('}')) {
                    socket->write("HTTP/1.1 200 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    socket->disconnectFromHost();
                }
            });
        });
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<ScriptedWorld>();
        DeskSettings desk;
        desk.dataFolder = m_folder->path();
        desk.recordsFolder = m_folder->filePath(QStringLiteral("records"));
        desk.knownHosts = m_folder->filePath(QStringLiteral("known_hosts"));
        m_queue = std::make_unique<Queue>(desk, m_nobody, *m_world);
        m_received.clear();
        m_answers = true;
    }
    void cleanup()
    {
        m_queue.reset();
        m_world.reset();
    }

    void one_green_vm_is_nothing_to_wake_anybody_for()
    {
        Notifier notifier(*m_queue, target(), QStringLiteral("en"));
        begin(101);
        QVERIFY(settle());
        notifier.sender().finish(30000);
        QCOMPARE(notifier.sender().delivered(), 0);
        QCOMPARE(m_received, QByteArray());
    }

    void a_batch_tells_what_needs_a_person_and_its_figures()
    {
        Notifier notifier(*m_queue, target(), QStringLiteral("en"));
        m_world->guest(102).next("d-install", Play::warns("not-latest"));
        m_world->guest(103).next("h-checks", redAcceptance());
        for (const int vmid : { 101, 102, 103 })
            begin(vmid);
        QVERIFY(settle());
        notifier.sender().finish(30000);
        QCOMPARE(notifier.sender().delivered(), 3);
        QCOMPARE(count("needs-attention"), 1);
        QCOMPARE(count("acceptance-failed"), 1);
        QCOMPARE(count("batch-done"), 1);
        QVERIFY(m_received.contains("VM 102 on root@192.0.2.1 needs attention"));
        QVERIFY(m_received.contains("VM 103 on root@192.0.2.1: the acceptance failed ("));
        QVERIFY2(m_received.contains("3 VMs done in 1 min: 1 migrated, 1 back in Docker, 1 need attention."),
            m_received.constData());
    }

    void a_node_that_is_out_of_reach_for_long_is_told_once()
    {
        Notifier notifier(*m_queue, target(), QStringLiteral("en"), nullptr, m_world->clock());
        m_world->node().awayBecause = QStringLiteral("no-route");
        QSignalSpy putOff(m_queue.get(), &Queue::taskPutOff);
        const QString run = begin(101);
        const auto triedTimes = [&](int times) {
            while (putOff.count() < times) {
                if (!putOff.wait(60000))
                    return false;
            }
            return true;
        };
        QVERIFY(triedTimes(1));
        ScriptedClock::pass(WaitWatch::patience - std::chrono::seconds(30));
        QVERIFY(triedTimes(2));
        notifier.sender().finish(30000);
        QCOMPARE(notifier.sender().delivered(), 0);
        for (int times = 3; times < 6; ++times) {
            ScriptedClock::pass(std::chrono::minutes(1));
            QVERIFY(triedTimes(times));
        }
        notifier.sender().finish(30000);
        QCOMPARE(count("still-waits"), 1);
        QVERIFY(m_received.contains("VM 101 on root@192.0.2.1 has been waiting for 10 minutes"));
        {
            const std::lock_guard lock(m_world->lock());
            m_world->node().awayBecause.clear();
        }
        ScriptedClock::pass(std::chrono::minutes(1));
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(run)->kind == TaskOutcome::Kind::Succeeded);
        QCOMPARE(notifier.sender().delivered(), 1);
    }

    void who_waits_is_told_what_goes_on_whether_users_wait_and_what_to_do()
    {
        const TaskOutcome away{ TaskOutcome::Kind::Unknown,
            { Error::Kind::NotReached, QStringLiteral("no-route"), {}, {}, {} } };
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const char *stages : { "AB", "ABC" }) {
            const RunState state = JournalBuilder::created().stages(stages).state();
            const bool stopped = state.dockerStopped();
            QCOMPARE(stopped, QByteArray(stages) == "ABC");
            WaitWatch waits;
            QVERIFY(!waits.putOff(state, away, now));
            const auto notice = waits.putOff(state, away, now.addSecs(600));
            QVERIFY(notice);
            const QString text = noticeText(*notice, QStringLiteral("en"));
            QVERIFY2(text.contains(QLatin1String("What was begun in the VM goes on there")), qPrintable(text));
            QCOMPARE(text.contains(QLatin1String("The VM's bot may be down meanwhile.")), stopped);
            QVERIFY2(text.contains(codeCure(QStringLiteral("no-route"), QStringLiteral("en"))), qPrintable(text));
        }
    }

    void waiting_for_a_slot_is_nothing_to_tell()
    {
        WaitWatch waits;
        const RunState state = m_queue->state(begin(101));
        const TaskOutcome full{ TaskOutcome::Kind::Refused,
            { Error::Kind::Refused, QStringLiteral("slots-full"), {}, {}, {} } };
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(!waits.putOff(state, full, now));
        QVERIFY(!waits.putOff(state, full, now.addSecs(7200)));
        QVERIFY(settle());
    }

    void a_failed_check_is_told_by_its_title()
    {
        m_world->guest(103).next("h-checks", redAcceptance());
        const QString run = begin(103);
        QVERIFY(settle());
        const auto notice = noticeOf(m_queue->state(run), migrate(), *m_queue->lastOutcome(run));
        QVERIFY(notice && notice->kind == Kind::AcceptanceFailed);
        for (const char *language : { "en", "zh_CN" }) {
            const QString title = checkTitle(QStringLiteral("http-gateway-direct"), QLatin1String(language));
            QVERIFY(!title.isEmpty());
            QVERIFY(noticeText(*notice, QLatin1String(language)).contains(title));
        }
    }

    void who_paused_a_vm_is_not_told_of_it()
    {
        const QString run = begin(101);
        m_queue->pause(run);
        QVERIFY(settle());
        const TaskOutcome outcome = *m_queue->lastOutcome(run);
        QVERIFY(outcome.kind == TaskOutcome::Kind::WaitsForPerson);
        QVERIFY(!noticeOf(m_queue->state(run), migrate(), outcome));
    }

    void a_service_that_never_answers_holds_nothing_up()
    {
        m_answers = false;
        Notifier notifier(*m_queue, target(), QStringLiteral("en"));
        m_world->guest(101).next("d-install", Play::warns("not-latest"));
        const QString stopped = begin(101), green = begin(102);
        QVERIFY(settle());
        QVERIFY(m_queue->lastOutcome(stopped)->kind == TaskOutcome::Kind::WaitsForPerson);
        QVERIFY(m_queue->lastOutcome(green)->kind == TaskOutcome::Kind::Succeeded);
        notifier.sender().finish(1);
        QCOMPARE(notifier.sender().delivered(), 0);
    }

    void a_notice_carries_no_secret_and_no_more_than_a_line()
    {
        const TaskOutcome outcome{ TaskOutcome::Kind::FailedSafe,
            { Error::Kind::Failed, QStringLiteral("odd"),
                QStringLiteral("token=abcdefghijklmnop\nsecond line\x1b[31m ") + QString(5000, u'x'), {}, {} } };
        const RunState state = m_queue->state(begin(101));
        const auto notice = noticeOf(state, migrate(), outcome);
        QVERIFY(notice && notice->kind == Kind::NeedsAttention);
        const QString text = noticeText(*notice, QStringLiteral("en"));
        QVERIFY2(!text.contains(QStringLiteral("abcdefghijklmnop")), qPrintable(text));
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QLatin1Char('\n')));
        QVERIFY(text.size() <= 600);
        QVERIFY(settle());
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "tst_notices.moc"
