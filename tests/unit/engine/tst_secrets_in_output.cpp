#include "unit/support/scripted/scripted_desk.h"

#include <QFile>
#include <QTest>

using namespace undock;

namespace {

const QByteArray token = "pLaNtEd0123456789abcdefGHIJ";
const QByteArray bot = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"; // known by its shape alone
const QByteArray block = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7\n"
                         "-----END PRIVATE KEY-----\n";

/// What stands in the run's journal on disk, and in the copy that the guest was given.
QByteArray written(ScriptedWorld &world, const ScriptedDesk &desk, const QString &run)
{
    QFile file(desk.store.journalPath(run));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the journal cannot be read");
    return file.readAll() + world.guest().noteOf(run);
}

QByteArray outputOf(const ScriptedDesk &desk, const QString &run, const QString &step)
{
    QByteArray all;
    const RunState state = desk.state(run);
    const JobState *job = state.latest(step);
    for (const JournalEvent &event : desk.events(run)) {
        if (!event.is(event::output) || !job || stringAt(event.data, "job") != job->job)
            continue;
        const QByteArray encoded = stringAt(event.data, "base64").toLatin1();
        all += encoded.isEmpty() ? stringAt(event.data, "text").toUtf8() : QByteArray::fromBase64(encoded);
    }
    return all;
}

} // namespace

/// A guest's output comes in pieces that end anywhere. Wherever they end, no piece of a secret is written down, and
/// what is text stays text.
class SecretsInOutputTest : public QObject {
    Q_OBJECT

    static QString runWith(ScriptedWorld &world, ScriptedDesk &desk, const Play &play)
    {
        world.guest().token = token;
        world.guest().next("d-install", play);
        const QString run = desk.newRun();
        desk.carry(run, Task::Kind::Migrate);
        return run;
    }

private Q_SLOTS:
    void an_output_cut_anywhere_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a known one, among Chinese") << "装好 " + token + " 完成\nthe end\n"
                                                    << token << QByteArray("装好 [redacted] 完成\nthe end\n");
        QTest::newRow("a known one, encoded") << "as base64: " + token.toBase64() + "\n"
                                              << token.toBase64().left(32) << QByteArray();
        QTest::newRow("one of a known shape") << "bot " + bot + '\n' << bot << QByteArray("bot [redacted]\n");
        QTest::newRow("behind its name") << QByteArray("a\nmy_password:\n  correct-horse-battery\nz\n")
                                         << QByteArray("correct-horse-battery")
                                         << QByteArray("a\nmy_password:\n  [redacted]\nz\n");
        QTest::newRow("a block of lines") << "k\n" + block + "z\n" << block << QByteArray("k\n[redacted]\nz\n");
        QTest::newRow("beside bytes that are no text") << "\xff\xfe " + token + " \xff\n" << token << QByteArray();
        QTest::newRow("without an end of line") << "token=" + token << token << QByteArray("token=[redacted]");
    }
    void an_output_cut_anywhere()
    {
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, expected);
        for (qsizetype cut = 1; cut <= output.size(); ++cut) {
            ScriptedWorld world;
            ScriptedDesk desk(world);
            Play play;
            play.output = output;
            play.seconds = 30;
            play.shownFirst = cut;
            const QString run = runWith(world, desk, play);
            const QByteArray all = written(world, desk, run);
            const QByteArray shown = outputOf(desk, run, QStringLiteral("d-install"));
            const QByteArray where = "cut behind byte " + QByteArray::number(cut) + ": " + shown;
            QVERIFY2(!shown.isEmpty(), where.constData());
            for (const QByteArray &line : secret.split('\n')) {
                for (qsizetype at = 0; at + 8 <= line.size(); ++at)
                    QVERIFY2(!all.contains(line.mid(at, 8)) && !shown.contains(line.mid(at, 8)), where.constData());
            }
            if (!expected.isEmpty())
                QCOMPARE(shown, expected);
        }
    }

    /// Each task of a scripted desk is a program that was just started: what it knows it has from the guest.
    void a_program_that_was_just_started_knows_them_before_the_first_output_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("kind");
        for (const char *step : { "d-install", "b-verify" })
            QTest::newRow(step) << QString::fromLatin1(step) << int(Task::Kind::Migrate);
        QTest::newRow("r-direct-stop") << QStringLiteral("r-direct-stop") << int(Task::Kind::RollBack);
    }
    void a_program_that_was_just_started_knows_them_before_the_first_output()
    {
        QFETCH(QString, step);
        QFETCH(int, kind);
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().token = token;
        const QString run = desk.newRun();
        desk.carry(run, kind == int(Task::Kind::Migrate) ? Task::Kind::Scan : Task::Kind::Migrate);
        Play play;
        play.output = "x " + token + " y\n";
        world.guest().next(step.toLatin1(), play);
        desk.carry(run, Task::Kind(kind));
        QVERIFY(!written(world, desk, run).contains(token));
        QCOMPARE(outputOf(desk, run, step), QByteArray("x [redacted] y\n"));
    }

    /// The program ends while a step is at work; the next one follows that step to its end, as the first thing it does.
    void what_the_guest_did_while_no_program_was_there()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().onStep = [&](const QString &step) {
            if (step == QLatin1String("d-install"))
                world.fate = [](const Call &) { return Fate::DeskDiesBefore; };
        };
        Play play;
        play.output = "x " + token + " y\n";
        play.seconds = 30;
        const QString run = runWith(world, desk, play);
        QVERIFY(desk.died);
        world.fate = {};
        desk.carry(run, Task::Kind::Migrate);
        QVERIFY(!written(world, desk, run).contains(token));
        QCOMPARE(outputOf(desk, run, QStringLiteral("d-install")), QByteArray("x [redacted] y\n"));
    }

    void bytes_that_are_no_text_hide_no_secret()
    {
        ScriptedWorld world;
        ScriptedDesk desk(world);
        Play play;
        play.output = "\xff" + token + "\n";
        const QString run = runWith(world, desk, play);
        QCOMPARE(outputOf(desk, run, QStringLiteral("d-install")), QByteArray("\xff[redacted]\n"));
    }

    void a_line_longer_than_an_answer()
    {
        // Each answer ends elsewhere in what repeats, and the limit of what is followed lies in one, too.
        ScriptedWorld world;
        ScriptedDesk desk(world);
        world.guest().chunk = 100'000;
        Play play;
        while (play.output.size() < 4 * 1024 * 1024 + 100'000)
            play.output += "{\"name\":\"中文\",\"n\":" + QByteArray::number(play.output.size()) + ",\"apiKey\":\""
                + token + "\"},";
        const QString run = runWith(world, desk, play);
        const QByteArray all = written(world, desk, run);
        QVERIFY(outputOf(desk, run, QStringLiteral("d-install")).size() > 3 * 1024 * 1024);
        QVERIFY2(!all.contains("\"base64\""), "a character was cut");
        for (qsizetype at = 0; at + 8 <= token.size(); ++at)
            QVERIFY2(!all.contains(token.mid(at, 8)), token.mid(at, 8).constData());
    }

    void the_end_of_an_output_too_long_to_be_followed()
    {
        for (int shift = 0; shift < 40; shift += 13) {
            ScriptedWorld world;
            ScriptedDesk desk(world);
            Play play;
            const QByteArray lines = "x token: " + token + '\n';
            play.output = QByteArray(4 * 1024 * 1024, '.') + '\n' + lines + QByteArray(shift, 'y') + '\n';
            while (play.output.size() < 4 * 1024 * 1024 + 40'000)
                play.output += lines;
            play.output += "the end\n";
            const QString run = runWith(world, desk, play);
            const QByteArray all = written(world, desk, run);
            QVERIFY(outputOf(desk, run, QStringLiteral("d-install")).endsWith("the end\n"));
            for (qsizetype at = 0; at + 8 <= token.size(); ++at)
                QVERIFY2(!all.contains(token.mid(at, 8)), QByteArray::number(shift).constData());
        }
    }
};

QTEST_GUILESS_MAIN(SecretsInOutputTest)
#include "tst_secrets_in_output.moc"
