#include "engine/notify/webhook_sender.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace undock;

namespace {

/// A service of the test's own: takes POSTs and answers each as the list says, the last one for all that follow.
class Service : public QObject {
public:
    explicit Service(const QByteArrayList &answers)
        : m_answers(answers)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    WebhookTarget target(const QString &form = QStringLiteral("json")) const
    {
        return *WebhookTarget::make(
            form, QStringLiteral("http://127.0.0.1:%1/s3cr3t-token").arg(m_server.serverPort()));
    }
    QByteArrayList requests; ///< whole, with their heads

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &text = m_open[socket];
        text += socket->readAll();
        const qsizetype head = text.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const qsizetype at = text.toLower().indexOf("content-length: ");
        if (text.size() < head + 4 + text.mid(at + 16, text.indexOf('\r', at) - at - 16).toLongLong())
            return;
        requests.append(std::exchange(text, {}));
        const QByteArray answer = m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.first();
        if (answer == "silence")
            return;
        if (answer == "hang up") {
            socket->abort();
            return;
        }
        socket->write(answer);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArrayList m_answers;
    QHash<QTcpSocket *, QByteArray> m_open;
};

QByteArray answer(int status, const QByteArray &body = {}, const QByteArray &more = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n" + more + "\r\n" + body;
}

OperatorNotice about(const QString &vmid)
{
    OperatorNotice notice;
    notice.vmid = vmid;
    return notice;
}

bool settle(WebhookSender &sender, int notices)
{
    return QTest::qWaitFor([&] { return sender.delivered() + sender.givenUp() >= notices; }, 30000);
}

QStringList said; ///< what went to the program's log
void listen(QtMsgType, const QMessageLogContext &, const QString &text)
{
    said.append(text);
}

} // namespace

/// Delivery: in order, tried again, given up, and never in anybody's way.
class WebhookSenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notices_arrive_in_order_and_once()
    {
        Service service({ answer(200) });
        WebhookSender sender(service.target(), QStringLiteral("en"));
        for (const char *vmid : { "101", "102", "103" })
            sender.send(about(QLatin1String(vmid)));
        QVERIFY(settle(sender, 3));
        QCOMPARE(sender.delivered(), 3);
        QCOMPARE(service.requests.size(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY(service.requests[i].contains("\"vmid\":\"10" + QByteArray::number(i + 1)));
    }

    void what_is_refused_for_now_is_tried_again()
    {
        Service service({ answer(503), answer(429), "hang up", answer(200) });
        WebhookSender sender(service.target(), QStringLiteral("en"));
        sender.setPauses({ 1, 1, 1, 1, 1 });
        sender.send(about(QStringLiteral("101")));
        QVERIFY(settle(sender, 1));
        QCOMPARE(sender.delivered(), 1);
        QCOMPARE(service.requests.size(), 4);
    }

    void tries_come_to_an_end()
    {
        Service service({ answer(500) });
        WebhookSender sender(service.target(), QStringLiteral("en"));
        sender.setPauses({ 1, 1 });
        sender.send(about(QStringLiteral("101")));
        sender.send(about(QStringLiteral("102")));
        QVERIFY(settle(sender, 2));
        QCOMPARE(sender.givenUp(), 2);
        QCOMPARE(service.requests.size(), 6); // three each: the second is not spared for the first
        QCOMPARE(sender.whyGivenUp(), QStringLiteral("refused"));
    }

    void what_is_refused_for_good_is_not_tried_again_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("why");
        const QString own = QStringLiteral("json");
        QTest::newRow("not there") << answer(404) << own << QStringLiteral("refused");
        QTest::newRow("a word is missing")
            << answer(200, R"({"errcode":310000})") << QStringLiteral("dingtalk") << QStringLiteral("refused");
        QTest::newRow("elsewhere") << answer(302, {}, "Location: http://127.0.0.1:1/other\r\n") << own
                                   << QStringLiteral("redirected");
        QTest::newRow("the same elsewhere, by POST")
            << answer(307, {}, "Location: http://127.0.0.1:1/other\r\n") << own << QStringLiteral("redirected");
    }
    void what_is_refused_for_good_is_not_tried_again()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, form);
        QFETCH(QString, why);
        Service service({ said });
        WebhookSender sender(service.target(form), QStringLiteral("en"));
        sender.setPauses({ 1, 1 });
        sender.send(about(QStringLiteral("101")));
        QVERIFY(settle(sender, 1));
        QCOMPARE(sender.givenUp(), 1);
        QCOMPARE(sender.whyGivenUp(), why);
        QCOMPARE(service.requests.size(), 1);
    }

    void a_silent_service_is_left_when_the_program_ends()
    {
        Service service({ "silence" });
        WebhookSender sender(service.target(), QStringLiteral("en"));
        sender.send(about(QStringLiteral("101")));
        sender.send(about(QStringLiteral("102")));
        QVERIFY(QTest::qWaitFor([&] { return !service.requests.isEmpty(); }, 30000));
        sender.finish(1);
        QCOMPARE(sender.givenUp(), 2);
        QCOMPARE(sender.whyGivenUp(), QStringLiteral("late"));
    }

    void at_the_end_a_pause_is_not_waited_for()
    {
        Service service({ answer(503), answer(200) });
        WebhookSender sender(service.target(), QStringLiteral("en"));
        sender.setPauses({ 3'600'000 });
        sender.send(about(QStringLiteral("101")));
        QVERIFY(QTest::qWaitFor([&] { return !service.requests.isEmpty(); }, 30000));
        sender.finish(30000);
        QCOMPARE(sender.delivered(), 1);
    }

    void more_than_a_hundred_are_not_kept()
    {
        Service service({ answer(503), answer(200) });
        WebhookSender sender(service.target(), QStringLiteral("en"));
        sender.setPauses({ 3'600'000 });
        for (int i = 0; i < WebhookSender::mostWaiting + 7; ++i)
            sender.send(about(QString::number(1000 + i)));
        QCOMPARE(sender.givenUp(), 7);
        QVERIFY(QTest::qWaitFor([&] { return !service.requests.isEmpty(); }, 30000));
        sender.finish(30000);
        QCOMPARE(sender.delivered(), WebhookSender::mostWaiting);
        QVERIFY(service.requests.last().contains("\"vmid\":\"1106\"")); // the newest is kept
    }

    void an_endless_answer_is_hung_up_on()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        qint64 sent = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 200 x\r\n\r\n");
            const auto more = [&sent, socket] { sent += socket->write(QByteArray(1 << 16, 'x')); };
            connect(socket, &QTcpSocket::bytesWritten, this, more);
            more();
        });
        WebhookSender sender(*WebhookTarget::make(QStringLiteral("json"),
                                 QStringLiteral("http://127.0.0.1:%1/x").arg(server.serverPort())),
            QStringLiteral("en"));
        sender.setPauses({});
        sender.send(about(QStringLiteral("101")));
        QVERIFY(settle(sender, 1));
        QVERIFY2(sent < 64 << 20, qPrintable(QString::number(sent)));
    }

    void the_address_stands_in_no_log()
    {
        said.clear();
        const auto before = qInstallMessageHandler(listen);
        for (const QByteArray &bad : { answer(404), QByteArray("hang up"), answer(302) }) {
            Service service({ bad });
            WebhookSender sender(service.target(), QStringLiteral("en"));
            sender.setPauses({});
            sender.send(about(QStringLiteral("101")));
            settle(sender, 1);
        }
        qInstallMessageHandler(before);
        QVERIFY2(said.filter(QStringLiteral("s3cr3t")).isEmpty(), qPrintable(said.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(WebhookSenderTest)
#include "tst_webhook_sender.moc"
