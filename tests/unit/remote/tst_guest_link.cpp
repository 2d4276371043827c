// What GuestLink sends, and what it concludes from answers that are late, mixed up, or missing.
#include "remote/guest/guest_link.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <deque>

using namespace undock;
using namespace undock::remote;

namespace {

using Kind = Error::Kind;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// A guest that understands uploads and answers everything else from a list.
class FakeGuest : public GuestTransport {
public:
    struct Reply {
        QByteArray payload;
        QByteArray status = "ok";
        QByteArray nonce = {}; ///< another call's
        std::optional<Error> instead = {};
    };
    std::deque<Reply> replies;
    QList<QByteArray> headers; ///< without the nonce
    QMap<QByteArray, QByteArray> parts;
    bool hasLib = true;
    qsizetype sent(const QByteArray &verb) const
    {
        return std::count_if(headers.cbegin(), headers.cend(), [&](const QByteArray &h) { return h.startsWith(verb); });
    }
    int failingPuts = 0;
    QList<QByteArray> bodies;
    qsizetype largestInput = 0;
    QByteArray firstInput;
    QList<qsizetype> putSizes;

    Result<QByteArray> call(Vmid, const QByteArray &input, std::chrono::seconds timeout,
        const std::optional<DeletionGuard> &guard, std::stop_token) override
    {
        lastGuard = guard;
        lastTimeout = timeout;
        largestInput = std::max(largestInput, input.size());
        if (firstInput.isEmpty())
            firstInput = input;
        const bool viaStub = input.contains("STUB");
        const QByteArray request
            = viaStub ? input.sliced(input.indexOf("STUB\n") + 5) : input.sliced(input.indexOf('\n') + 1);
        const QByteArray header = request.first(request.indexOf('\n'));
        const QByteArray body = QByteArray::fromBase64(request.sliced(request.indexOf('\n') + 1));
        QList<QByteArray> words = header.split(' ');
        const QByteArray nonce = words.takeAt(1);
        headers << words.join(' ');
        if (!viaStub && !hasLib)
            return "UNDOCK1 " + nonce + " missing-lib\n";
        if (words[0] == "put")
            return put(words, body, nonce, viaStub);
        bodies << body;
        if (replies.empty())
            return frame({ "state passed\n" }, nonce);
        const Reply reply = replies.front();
        replies.pop_front();
        if (reply.instead)
            return tl::make_unexpected(*reply.instead);
        return frame(reply, reply.nonce.isEmpty() ? nonce : reply.nonce);
    }
    std::optional<DeletionGuard> lastGuard;
    std::chrono::seconds lastTimeout{ -1 };

private:
    static QByteArray frame(const Reply &reply, const QByteArray &nonce)
    {
        return "UNDOCK1 " + nonce + ' ' + reply.status + ' ' + QByteArray::number(reply.payload.size()) + ' '
            + sha256(reply.payload) + '\n' + reply.payload + "UNDOCK1-END " + nonce + '\n';
    }
    Result<QByteArray> put(
        const QList<QByteArray> &words, const QByteArray &body, const QByteArray &nonce, bool viaStub)
    {
        putSizes << body.size();
        if (failingPuts > 0) {
            --failingPuts;
            return fail(Kind::Unknown, QStringLiteral("link-lost"), QString());
        }
        QByteArray &part = parts[words[1]];
        if (words[2].toLongLong() <= part.size())
            part = part.first(words[2].toLongLong()) + body;
        const bool complete = part.size() == words[3].toLongLong() && sha256(part) == words[1];
        if (complete && viaStub)
            hasLib = true;
        return frame(
            { "received " + QByteArray::number(part.size()) + "\ncomplete " + (complete ? "1\n" : "0\n") }, nonce);
    }
};

GuestLib lib()
{
    GuestLib made;
    made.folder = QStringLiteral("/var/lib/openclaw-undock/lib/0123456789abcdef");
    made.pack = QByteArray(100000, 'x');
    made.packSha256 = sha256(made.pack);
    made.stub = "STUB\n";
    return made;
}

Chain chain()
{
    JobSpec job;
    job.number = 1;
    job.step = QStringLiteral("a-scan");
    job.script = "true\n";
    job.effect = "reads";
    return { QStringLiteral("r1"), { job } };
}

/// Too large to come with the request that starts it.
Chain largeChain()
{
    Chain large = chain();
    QRandomGenerator random(7);
    for (int word = 0; word < 30000; ++word)
        large.jobs[0].script += QByteArray::number(random.generate(), 16) + '\n';
    return large;
}

const QByteArray passed = "state passed\njob 01-a-scan\noffset 0\ntotal 0\nexit 0\n";

Error unknown()
{
    return { Kind::Unknown, QStringLiteral("qm-timeout"), {}, {}, {} };
}

} // namespace

class GuestLinkTest : public QObject {
    Q_OBJECT

    FakeGuest m_guest;
    std::optional<GuestLink> m_link;

private Q_SLOTS:
    void init()
    {
        m_guest = FakeGuest();
        m_link.emplace(m_guest, *Vmid::parse(u"101"), lib());
    }

    void aSmallChainComesWithTheRequestThatStartsIt()
    {
        m_guest.replies = { { passed } };
        const auto news = m_link->start(chain(), 4, 20);
        QVERIFY2(news, news ? "" : qPrintable(describe(news.error())));
        QCOMPARE(m_guest.headers.size(), 1);
        QCOMPARE(m_guest.headers[0], "start r1 4 " + sha256(m_guest.bodies[0]) + " 20");
        QCOMPARE(m_link->traffic().qmCalls, 1);
        QVERIFY(!m_guest.lastGuard);
    }

    void aLargeChainIsUploadedThenStartedOnce()
    {
        m_guest.replies = { { passed } };
        const auto news = m_link->start(largeChain(), 4, 20);
        QVERIFY2(news, news ? "" : qPrintable(describe(news.error())));
        QCOMPARE(m_guest.sent("start"), 1);
        const auto puts = m_guest.sent("put");
        QVERIFY(puts > 1);
        QCOMPARE(m_guest.headers.size(), puts + 1);
        const QByteArray sum = m_guest.headers[0].split(' ')[1];
        QCOMPARE(m_guest.headers.last(), "start r1 4 " + sum + " 20");
    }

    void aGuestWithoutTheRuntimeGetsItInSmallPieces()
    {
        m_guest.hasLib = false;
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(chain(), 1, 0));
        // asked, three pieces of the runtime, asked again
        QCOMPARE(m_guest.headers.size(), 1 + 3 + 1);
        QCOMPARE(m_guest.parts[sha256(QByteArray(100000, 'x'))].size(), 100000);
    }

    void theFirstChainOfARunBringsTheRuntimeUnasked()
    {
        m_guest.hasLib = false;
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(chain(), 1, 0, GuestLink::StartKind::Opening));
        // three pieces of the runtime, then the start
        QCOMPARE(m_guest.headers.size(), 3 + 1);
        QCOMPARE(m_guest.sent("start"), 1);
    }

    void whatTheRuntimeCannotBeBroughtToStartedNothing()
    {
        m_guest.failingPuts = 100;
        const auto news = m_link->start(chain(), 1, 0, GuestLink::StartKind::Opening);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::NotReached);
        QCOMPARE(m_guest.sent("start"), 0);
    }

    void noCallIsLargerThanProxmoxItselfSends()
    {
        m_guest.hasLib = false;
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(largeChain(), 1, 0));
        QVERIFY(m_guest.largestInput > 50000);
        QVERIFY2(m_guest.largestInput <= 65536, qPrintable(QString::number(m_guest.largestInput)));
    }

    void whatAGuestWithoutTheRuntimeIsSentIsReadToItsEnd()
    {
        m_guest.hasLib = false;
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(chain(), 1, 0));
        QProcess guest;
        guest.start(QStringLiteral("sh"), { QStringLiteral("-c"), QStringLiteral("bash -s >/dev/null; wc -c") });
        guest.write(m_guest.firstInput + QByteArray(300000, 'A'));
        guest.closeWriteChannel();
        QVERIFY(guest.waitForFinished());
        QCOMPARE(guest.readAllStandardOutput().trimmed(), QByteArray("0"));
    }

    void aPieceWithoutAnAnswerIsFollowedBySmallerOnes()
    {
        m_guest.failingPuts = 1;
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(largeChain(), 1, 0));
        QVERIFY(m_guest.putSizes.size() > 3);
        QCOMPARE(m_guest.putSizes[0], 45 * 1024);
        for (const qsizetype size : m_guest.putSizes.sliced(1))
            QVERIFY(size <= 16 * 1024);
    }

    void aStartWhoseAnswerIsLostIsNotSentAgain()
    {
        m_guest.replies = { { {}, "ok", {}, unknown() } };
        const auto news = m_link->start(chain(), 1, 0);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::Unknown);
        QCOMPARE(m_guest.sent("start"), 1);
    }

    void anUploadWhoseAnswerIsLostIsSentAgain()
    {
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(largeChain(), 1, 0));
        const auto undisturbed = m_guest.sent("put");
        m_guest.headers.clear();
        m_guest.parts.clear();
        m_guest.failingPuts = 2;
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(largeChain(), 1, 0));
        QVERIFY(m_guest.sent("put") >= undisturbed + 2);
    }

    void anUploadThatCannotBeDoneStartedNothing()
    {
        m_guest.failingPuts = 100;
        const auto news = m_link->start(largeChain(), 1, 0);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::NotReached);
        QCOMPARE(m_guest.sent("start"), 0);
    }

    void startingAgainAsksBeforeItUploads()
    {
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(chain(), 1, 0, GuestLink::StartKind::Again));
        QCOMPARE(m_guest.headers.size(), 1);

        m_guest.headers.clear();
        m_guest.replies = { { "code missing-pack\n", "missing-pack" }, { passed } };
        QVERIFY(m_link->start(chain(), 1, 0, GuestLink::StartKind::Again));
        QCOMPARE(m_guest.headers.size(), 2);
        const auto asked = m_guest.bodies.size() - 2;
        QVERIFY(m_guest.bodies[asked].isEmpty());
        QVERIFY(!m_guest.bodies[asked + 1].isEmpty());
    }

    void aRefusalKeepsItsCode_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("fence") << QByteArray("refused") << QByteArray("lower-generation");
        QTest::newRow("hash") << QByteArray("refused") << QByteArray("hash-differs");
        QTest::newRow("busy") << QByteArray("busy") << QByteArray("busy");
    }
    void aRefusalKeepsItsCode()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, code);
        m_guest.replies = { { "code " + code + "\nreason aGk=\n", status } };
        const auto news = m_link->start(chain(), 1, 0);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::Refused);
        QCOMPARE(news.error().code.toLatin1(), code);
        QCOMPARE(news.error().what, QStringLiteral("hi"));
    }

    void anotherCallsAnswerLeavesTheStartOpen()
    {
        m_guest.replies = { { passed, "ok", "feed" } };
        const auto news = m_link->start(chain(), 1, 0);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::Unknown);
        QCOMPARE(news.error().code, QStringLiteral("guest-answer-foreign"));
    }

    void newsOfAnotherJobAreNotTaken()
    {
        m_guest.replies = { { "state passed\njob 02-b-archive\noffset 0\ntotal 0\n" },
            { "state running\njob 01-a-scan\noffset 7\ntotal 9\n" } };
        QCOMPARE(
            m_link->follow(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 0, 5, 1).error().kind, Kind::Unknown);
        QCOMPARE(
            m_link->follow(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 0, 5, 1).error().kind, Kind::Unknown);
    }

    void theGuardTravelsWithTheStartAlone()
    {
        m_guest.replies = { { passed } };
        QVERIFY(m_link->start(chain(), 9, 0, GuestLink::StartKind::First, DeletionGuard{ QStringLiteral("r1"), 9 }));
        QVERIFY(m_guest.lastGuard);
        QCOMPARE(m_guest.lastGuard->generation, 9);
    }

    void valuesThatAreNotTokensAreNeverSent()
    {
        const auto news = m_link->follow(QStringLiteral("r1\nstart"), QStringLiteral("01-a-scan"), 0, 0, 0);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, Kind::BadInput);
        QVERIFY(m_guest.headers.isEmpty());
    }

    void secretOutputIsFetchedWhole()
    {
        m_guest.replies = { { "job 01-a-scan\noffset 0\ntotal 5\nout aGVs\n" }, { {}, "ok", {}, unknown() },
            { "job 01-a-scan\noffset 3\ntotal 5\nout bG8=\n" } };
        QCOMPARE(m_link->fetchAll(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 100).value(), QByteArray("hello"));
        m_guest.replies = { { "job 01-a-scan\noffset 0\ntotal 500\nout aGVs\n" } };
        QCOMPARE(m_link->fetchAll(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 100).error().code,
            QStringLiteral("output-too-large"));
    }

    void aSmallSecretOutputComesWithTheNewsAndIsGivenOnce()
    {
        const QByteArray news = "state passed\njob 01-a-scan\noffset 0\ntotal 5\nsecret aGVsbG8=\nboot b\nout-sha256 ";
        m_guest.replies = { { news + sha256("hello") + '\n' } };
        const auto ended = m_link->follow(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 0, 0, 0);
        QVERIFY(ended);
        QVERIFY(ended->secret.isEmpty()); // nobody who writes news into the journal can write it
        m_guest.headers.clear();
        QCOMPARE(m_link->fetchAll(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 100).value(), QByteArray("hello"));
        QVERIFY(m_guest.headers.isEmpty());
        m_guest.replies = { { "job 01-a-scan\noffset 0\ntotal 2\nout bm8=\n" } };
        QCOMPARE(m_link->fetchAll(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 100).value(), QByteArray("no"));

        m_guest.replies
            = { { news + sha256("another") + '\n' }, { "job 01-a-scan\noffset 0\ntotal 5\nout aGVsbG8=\n" } };
        QVERIFY(m_link->follow(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 0, 0, 0));
        QCOMPARE(m_link->fetchAll(QStringLiteral("r1"), QStringLiteral("01-a-scan"), 100).value(), QByteArray("hello"));
        QVERIFY(m_guest.headers.last().startsWith("fetch"));
    }

    void aNoteThatIsLeftIsNotWaitedFor()
    {
        m_guest.replies = { { {}, "ok", {}, Error{ Kind::Unknown, QStringLiteral("qm-still-running"), {}, {}, {} } } };
        QVERIFY(m_link->leaveNote(QStringLiteral("r1"), QStringLiteral("journal.jsonl"), "text"));
        QCOMPARE(m_guest.lastTimeout, std::chrono::seconds(0));
        m_guest.replies = { { {}, "ok", {}, unknown() } };
        QVERIFY(!m_link->leaveNote(QStringLiteral("r1"), QStringLiteral("journal.jsonl"), "text"));
        m_guest.replies = { { "stored 3\n" } };
        QVERIFY(!m_link->note(QStringLiteral("r1"), QStringLiteral("journal.jsonl"), "text"));
        QVERIFY(m_guest.lastTimeout > std::chrono::seconds(0));
    }

    void aNoteMustArriveAsItWasSent()
    {
        m_guest.replies = { { "stored 3\nsha256 " + sha256("other") + '\n' } };
        QVERIFY(!m_link->note(QStringLiteral("r1"), QStringLiteral("journal.jsonl"), "text"));
        QVERIFY(m_guest.bodies.last().startsWith("\x1f\x8b"));
    }
};

QTEST_APPLESS_MAIN(GuestLinkTest)
#include "tst_guest_link.moc"
