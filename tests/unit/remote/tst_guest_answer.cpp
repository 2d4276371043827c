// What the guest prints is hostile: only an answer that fits in every byte counts.
#include "remote/guest/guest_answer.h"
#include "remote/guest/job_news.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace undock;
using namespace undock::remote;

namespace {

const QByteArray nonce = "c0ffee";

QByteArray frame(const QByteArray &payload, const QByteArray &status = "ok", const QByteArray &withNonce = nonce)
{
    return "UNDOCK1 " + withNonce + ' ' + status + ' ' + QByteArray::number(payload.size()) + ' '
        + QCryptographicHash::hash(payload, QCryptographicHash::Sha256).toHex() + '\n' + payload + "UNDOCK1-END "
        + withNonce + '\n';
}

QString codeOf(const QByteArray &out)
{
    const auto answer = parseGuestAnswer(out, nonce);
    if (answer)
        return QStringLiteral("accepted");
    return answer.error().kind == Error::Kind::Unknown ? answer.error().code : QStringLiteral("wrong kind");
}

} // namespace

class GuestAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeAnswerIsTaken()
    {
        const auto answer = parseGuestAnswer(frame("state passed\nempty\nout aGk=\nout aGk=\n"), nonce);
        QVERIFY(answer);
        QVERIFY(answer->status == GuestAnswer::Status::Ok);
        QCOMPARE(answer->value("state").value(), QByteArray("passed"));
        QCOMPARE(answer->value("empty").value(), QByteArray());
        QCOMPARE(answer->decoded("out").value(), QByteArray("hi"));
        QCOMPARE(answer->all("out").size(), 2);
        QVERIFY(!answer->value("missing"));
    }

    void anEmptyPayloadIsAnAnswer() { QCOMPARE(codeOf(frame("")), QStringLiteral("accepted")); }

    void aMissingRuntimeNeedsNoFrame()
    {
        const auto answer = parseGuestAnswer("UNDOCK1 c0ffee missing-lib\n", nonce);
        QVERIFY(answer);
        QVERIFY(answer->status == GuestAnswer::Status::MissingLib);
        // Nothing else may be said without one.
        QCOMPARE(codeOf("UNDOCK1 c0ffee ok\n"), QStringLiteral("guest-answer-broken"));
        QCOMPARE(codeOf("UNDOCK1 c0ffee missing-lib\nmore\n"), QStringLiteral("guest-answer-broken"));
    }

    void anotherCallsAnswerIsToldApart()
    {
        QCOMPARE(codeOf(frame("state passed\n", "ok", "deadbeef")), QStringLiteral("guest-answer-foreign"));
    }

    void nothingIsNotAnAnswer() { QCOMPARE(codeOf(""), QStringLiteral("guest-answer-empty")); }

    void everyTruncationIsBroken()
    {
        const QByteArray whole = frame("state passed\nexit 0\n");
        for (qsizetype size = 1; size < whole.size(); ++size)
            QVERIFY2(codeOf(whole.first(size)) != QStringLiteral("accepted"), qPrintable(QString::number(size)));
    }

    void everyChangedByteIsBroken()
    {
        const QByteArray whole = frame("state passed\nexit 0\n");
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 1);
            // The status word alone is not under the checksum; no other known word is one bit away.
            QVERIFY2(codeOf(changed) != QStringLiteral("accepted"), qPrintable(QString::number(at)));
        }
    }

    void noiseAroundTheAnswerIsBroken()
    {
        const QByteArray whole = frame("state passed\n");
        for (const QByteArray &noise : { QByteArray("\n"), QByteArray("bash: warning\n"), QByteArray(" ") }) {
            QVERIFY(codeOf(noise + whole) != QStringLiteral("accepted"));
            QCOMPARE(codeOf(whole + noise), QStringLiteral("guest-answer-broken"));
        }
        QCOMPARE(codeOf(whole + whole), QStringLiteral("guest-answer-broken"));
    }

    void aTrailerForgedInsideThePayloadDoesNotEndIt()
    {
        const QByteArray forged = "out aGk=\nUNDOCK1-END c0ffee\n";
        const auto answer = parseGuestAnswer(frame(forged), nonce);
        QVERIFY(answer); // it is only a line like any other
        QCOMPARE(answer->lines.size(), 2);
    }

    void lengthsThatLieAreBroken_data()
    {
        QTest::addColumn<QByteArray>("length");
        for (const char *length : { "0", "12", "14", "-13", "+13", "013", "13.0", "0x0d", "1e1", "", " 13",
                 "999999999999999999", "99999999999999999999999999" })
            QTest::newRow(length) << QByteArray(length);
    }
    void lengthsThatLieAreBroken()
    {
        QFETCH(QByteArray, length);
        QByteArray whole = frame("state passed\n");
        whole.replace(" ok 13 ", " ok " + length + ' ');
        QCOMPARE(codeOf(whole), QStringLiteral("guest-answer-broken"));
    }

    void payloadsThatAreNotPlainLinesAreBroken_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("no newline at the end") << QByteArray("state passed");
        QTest::newRow("empty line") << QByteArray("state passed\n\n");
        QTest::newRow("no key") << QByteArray(" passed\n");
        QTest::newRow("escape") << QByteArray("state \x1b[31mpassed\n");
        QTest::newRow("carriage return") << QByteArray("state passed\r\n");
        QTest::newRow("nul") << QByteArray("state pas\0sed\n", 14);
        QTest::newRow("utf-8") << QByteArray("state \xe4\xb8\xad\n");
        QTest::newRow("tab") << QByteArray("state\tpassed\n");
    }
    void payloadsThatAreNotPlainLinesAreBroken()
    {
        QFETCH(QByteArray, payload);
        QCOMPARE(codeOf(frame(payload)), QStringLiteral("guest-answer-broken"));
    }

    void randomBytesNeverPass()
    {
        QRandomGenerator random(20260220);
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes(random.bounded(200), '\0');
            for (char &c : bytes)
                c = char(random.bounded(256));
            if (round % 2)
                bytes.prepend("UNDOCK1 c0ffee ok ");
            QVERIFY(codeOf(bytes) != QStringLiteral("accepted"));
        }
    }

    void onlyCanonicalBase64IsDecoded()
    {
        QCOMPARE(strictBase64("aGk=").value(), QByteArray("hi"));
        QCOMPARE(strictBase64("").value(), QByteArray());
        for (const char *bad : { "aGk", "aGl=", "aGk==", " aGk=", "aG k=", "aGk=\n", "aGk=aGk=", "-_==", "a" })
            QVERIFY2(!strictBase64(bad), bad);
    }

    void newsOfARunningJob()
    {
        const auto answer = parseGuestAnswer(
            frame("state running\njob 07-b-archive\noffset 5\ntotal 12\nout aGk=\nprogress 10 100 bytes\n"
                  "boot abc\nbegan 1700000000000\n"),
            nonce);
        QVERIFY(answer);
        const auto news = parseJobNews(*answer);
        QVERIFY(news);
        QVERIFY(news->state == JobState::Running);
        QVERIFY(!isFinal(news->state));
        QCOMPARE(news->next(), 7);
        QVERIFY(!news->drained());
        QCOMPARE(news->progress->total, 100);
        QVERIFY(!news->exit);
    }

    void newsThatMakeNoSenseAreBroken_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const QByteArray good = "state failed\njob 07-b-archive\noffset 0\ntotal 0\n";
        QTest::newRow("no state") << QByteArray("job 07-b-archive\noffset 0\ntotal 0\n");
        QTest::newRow("unknown state") << QByteArray("state fine\njob 07-b-archive\noffset 0\ntotal 0\n");
        QTest::newRow("two states") << good + "state passed\n";
        QTest::newRow("no job") << QByteArray("state passed\noffset 0\ntotal 0\n");
        QTest::newRow("negative offset") << QByteArray("state passed\njob x\noffset -1\ntotal 0\n");
        QTest::newRow("bad out") << good + "out !!!\n";
        QTest::newRow("bad exit") << good + "exit 256\n";
        QTest::newRow("bad digest") << good + "out-sha256 abc\n";
        QTest::newRow("bad progress") << good + "progress 1 2 parsecs\n";
        QTest::newRow("huge progress") << good + "progress 1 99999999999999999999 bytes\n";
    }
    void newsThatMakeNoSenseAreBroken()
    {
        QFETCH(QByteArray, payload);
        const auto answer = parseGuestAnswer(frame(payload), nonce);
        QVERIFY(answer);
        const auto news = parseJobNews(*answer);
        QVERIFY(!news);
        QVERIFY(news.error().kind == Error::Kind::Unknown);
    }

    void newsBringThoseOfTheNextSteps()
    {
        const QByteArray next = "state passed\njob 08-b-verify\noffset 0\ntotal 2\nout aGk=\n";
        const QByteArray first = "state passed\njob 07-b-archive\noffset 0\ntotal 0\n";
        const auto read = [&](const QByteArray &also) {
            const auto answer = parseGuestAnswer(frame(first + "also " + also + '\n'), nonce);
            return answer ? parseJobNews(*answer) : Result<JobNews>(tl::make_unexpected(answer.error()));
        };
        const auto news = read(next.toBase64());
        QVERIFY(news);
        QCOMPARE(news->also.size(), 1);
        QCOMPARE(news->also[0].job, QStringLiteral("08-b-verify"));
        QCOMPARE(news->also[0].out, QByteArray("hi"));

        QVERIFY(!read("!!!"));
        QVERIFY(!read(QByteArray("no newline").toBase64()));
        QVERIFY(!read(QByteArray("state running\njob 08-b-verify\noffset 0\ntotal 0\n").toBase64()));
        QVERIFY(!read(QByteArray("state passed\njob 08-b-verify\noffset 1\ntotal 2\n").toBase64()));
        QVERIFY(!read((next + "also " + next.toBase64() + '\n').toBase64()));
    }

    void aReportListsEveryJob()
    {
        const auto answer = parseGuestAnswer(
            frame("boot abc\ngeneration 3\ncutover cnVuIHgK\nunfinished r1/02-b-archive\njob-state 01-a-scan passed\n"
                  "job-state 02-b-archive running\n"),
            nonce);
        QVERIFY(answer);
        const auto report = parseRunReport(*answer);
        QVERIFY(report);
        QCOMPARE(report->generation, 3);
        QCOMPARE(report->cutover, QStringLiteral("run x\n"));
        QCOMPARE(report->jobs.size(), 2);
        QVERIFY(report->jobs[1].state == JobState::Running);
    }

    void aReasonCannotDriveTheTerminal()
    {
        const QByteArray evil = QByteArray("a\x1b[2Jb\nc\xff").toBase64();
        const auto answer = parseGuestAnswer(frame("code busy\nreason " + evil + '\n', "busy"), nonce);
        QVERIFY(answer);
        QVERIFY(!answer->reason().contains(QChar(0x1b)));
        QVERIFY(!answer->reason().contains(u'\n'));
    }
};

QTEST_APPLESS_MAIN(GuestAnswerTest)
#include "tst_guest_answer.moc"
