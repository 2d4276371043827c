#include "core/base/hash.h"
#include "core/journal/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;

using Kind = JournalContents::Damage::Kind;

/// What a journal of a few lines looks like on disk, made by the writer itself.
static QByteArray sampleJournal(const QString &path)
{
    auto writer = JournalWriter::open(path);
    if (!writer)
        return {};
    for (int n = 1; n <= 4; ++n) {
        const Json data = { { "job", "0" + std::to_string(n) + "-a-scan" }, { "text", "行\n第二行 \"x\"" } };
        if (!(*writer)->append(event::begin, data))
            return {};
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

class JournalReading : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void an_empty_file_is_an_empty_journal();
    void whole_lines_are_read_whatever_byte_the_file_ends_at();
    void a_journal_torn_at_any_byte_goes_on_and_keeps_its_tail();
    void a_changed_byte_before_the_last_line_is_found_where_it_is();
    void lines_taken_out_swapped_repeated_or_put_in_are_found();
    void a_broken_journal_is_not_written_to();
    void rubbish_is_damage_not_a_crash_data();
    void rubbish_is_damage_not_a_crash();
    void an_empty_line_is_no_torn_tail();
    void what_looks_deep_inside_a_text_is_no_depth();
    void a_second_tear_does_not_overwrite_the_first_tail();

private:
    // Hundreds of journals are opened here, each with its fsyncs: in memory where there is a place.
    QTemporaryDir m_folder{ QFileInfo(QStringLiteral("/dev/shm")).isWritable()
            ? QStringLiteral("/dev/shm/undock-test-XXXXXX")
            : QDir::tempPath() + QStringLiteral("/undock-test-XXXXXX") };
    QByteArray m_sample;
    QList<QByteArray> m_lines;
};

void JournalReading::initTestCase()
{
    m_sample = sampleJournal(m_folder.filePath(QStringLiteral("sample.jsonl")));
    QVERIFY(m_sample.endsWith('\n'));
    m_lines = m_sample.split('\n');
    m_lines.removeLast();
    QCOMPARE(m_lines.size(), 4);
}

void JournalReading::an_empty_file_is_an_empty_journal()
{
    const JournalContents contents = readJournal({});
    QVERIFY(contents.events.empty());
    QVERIFY(!contents.damage);
    QCOMPARE(contents.lastHash, journalGenesis());
}

void JournalReading::whole_lines_are_read_whatever_byte_the_file_ends_at()
{
    for (qsizetype cut = 0; cut <= m_sample.size(); ++cut) {
        const QByteArray bytes = m_sample.left(cut);
        const JournalContents contents = readJournal(bytes);
        QCOMPARE(static_cast<qsizetype>(contents.events.size()), bytes.count('\n'));
        const bool clean = bytes.isEmpty() || bytes.endsWith('\n');
        QCOMPARE(contents.damage.has_value(), !clean);
        if (!clean)
            QVERIFY(contents.damage->kind == Kind::TornTail);
        QCOMPARE(contents.goodBytes, bytes.lastIndexOf('\n') + 1);
    }
}

void JournalReading::a_journal_torn_at_any_byte_goes_on_and_keeps_its_tail()
{
    for (qsizetype cut = 0; cut <= m_sample.size(); ++cut) {
        const QString path = m_folder.filePath(QStringLiteral("cut-%1.jsonl").arg(cut));
        const QByteArray bytes = m_sample.left(cut);
        QVERIFY(writeFile(path, bytes));
        const qsizetype whole = bytes.count('\n');
        const QByteArray tail = bytes.mid(bytes.lastIndexOf('\n') + 1);
        {
            auto writer = JournalWriter::open(path);
            QVERIFY2(writer.has_value(), qPrintable(writer ? QString() : describe(writer.error())));
            QVERIFY((*writer)->append(event::paused, { { "why", "test" } }));
        }
        const auto contents = readJournalFile(path);
        QVERIFY(contents && !contents->damage);
        const qsizetype noted = tail.isEmpty() ? 0 : 1;
        QCOMPARE(static_cast<qsizetype>(contents->events.size()), whole + noted + 1);
        if (noted) {
            const JournalEvent &torn = contents->events[static_cast<size_t>(whole)];
            QVERIFY(torn.is(event::torn));
            QCOMPARE(intAt(torn.data, "bytes"), tail.size());
            QCOMPARE(stringAt(torn.data, "sha256"), sha256Hex(tail));
            QFile aside(stringAt(torn.data, "kept_as"));
            QVERIFY(aside.open(QIODevice::ReadOnly));
            QCOMPARE(aside.readAll(), tail);
        }
        QVERIFY(QFile::remove(path));
    }
}

void JournalReading::a_changed_byte_before_the_last_line_is_found_where_it_is()
{
    const qsizetype lastLine = m_sample.size() - m_lines.last().size() - 1;
    for (qsizetype at = 0; at < lastLine; ++at) {
        QByteArray bytes = m_sample;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        const qint64 line = m_sample.left(at).count('\n') + 1;
        const JournalContents contents = readJournal(bytes);
        QVERIFY2(contents.damage, qPrintable(QStringLiteral("byte %1").arg(at)));
        QVERIFY(contents.damage->kind == Kind::Broken);
        // The changed line itself, or the next one, whose chain names another line before it.
        QVERIFY(contents.damage->line == line || contents.damage->line == line + 1);
        QVERIFY(static_cast<qint64>(contents.events.size()) <= line);
    }
}

void JournalReading::lines_taken_out_swapped_repeated_or_put_in_are_found()
{
    const auto joined = [](QList<QByteArray> lines) { return lines.join('\n') + '\n'; };
    QList<QByteArray> lines = m_lines;
    lines.removeAt(1);
    QCOMPARE(readJournal(joined(lines)).damage->line, 2);
    lines = m_lines;
    lines.removeFirst();
    QCOMPARE(readJournal(joined(lines)).damage->line, 1);
    lines = m_lines;
    lines.swapItemsAt(1, 2);
    QCOMPARE(readJournal(joined(lines)).damage->line, 2);
    lines = m_lines;
    lines.insert(2, lines[1]);
    QCOMPARE(readJournal(joined(lines)).damage->line, 3);
    lines = m_lines;
    lines.insert(2, QByteArray());
    QCOMPARE(readJournal(joined(lines)).damage->line, 3);
    lines = m_lines;
    lines[2].replace("\"seq\":3", "\"seq\":4");
    QCOMPARE(readJournal(joined(lines)).damage->line, 3);
}

void JournalReading::a_broken_journal_is_not_written_to()
{
    const QString path = m_folder.filePath(QStringLiteral("broken.jsonl"));
    QByteArray bytes = m_sample;
    bytes.replace("02-a-scan", "02-b-scan");
    QVERIFY(writeFile(path, bytes));
    const auto writer = JournalWriter::open(path);
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, Error::Kind::Refused);
    QCOMPARE(writer.error().code, QStringLiteral("journal-broken"));
    QVERIFY(writer.error().where.endsWith(QStringLiteral(":3")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

void JournalReading::an_empty_line_is_no_torn_tail()
{
    const JournalContents contents = readJournal('\n' + m_sample);
    QVERIFY(contents.damage && contents.damage->kind == Kind::Broken);
}

void JournalReading::rubbish_is_damage_not_a_crash_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zeros") << QByteArray(300, '\0') + '\n';
    QTest::newRow("deep") << QByteArray(200000, '[') + '\n';
    const QByteArray head = "{\"seq\":1,\"at\":\"2026-11-30T00:00:00.000Z\",\"type\":\"run-created\",\"data\":";
    const QByteArray tail = ",\"prev\":\"" + QByteArray(64, '0') + "\"}\n";
    QTest::newRow("deep lists") << head + QByteArray(300'000, '[') + QByteArray(300'000, ']') + tail;
    QTest::newRow("deep objects") << head + QByteArray("{\"a\":").repeated(mostJsonDepth) + "1"
            + QByteArray(mostJsonDepth, '}') + tail;
    QByteArray wide = "{";
    for (int i = 0; i < 200'000; ++i)
        wide += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":0";
    QTest::newRow("wide") << head + wide + "}" + tail;
    QTest::newRow("many") << head + "[" + QByteArray("[],").repeated(mostJsonValues) + "0]" + tail;
    QTest::newRow("long line") << head + '"' + QByteArray(33 * 1024 * 1024, 'x') + '"' + tail;
    QTest::newRow("array") << QByteArray("[1,2]\n");
    QTest::newRow("no data") << QByteArray("{\"seq\":1,\"at\":\"2026-01-01T00:00:00.000Z\",\"type\":\"x\"}\n");
    QTest::newRow("wrong types") << QByteArray("{\"seq\":\"1\",\"at\":5,\"type\":[],\"data\":{},\"prev\":null}\n");
    QTest::newRow("huge seq") << QByteArray("{\"seq\":18446744073709551615,\"at\":\"2026-01-01T00:00:00.000Z\","
                                            "\"type\":\"x\",\"data\":{},\"prev\":\"\"}\n");
    QTest::newRow("not utf-8") << QByteArray("{\"seq\":1,\"at\":\"\xff\xfe\",\"data\":1}\n");
    QTest::newRow("carriage return") << QByteArray("\r\n");
}

void JournalReading::rubbish_is_damage_not_a_crash()
{
    QFETCH(QByteArray, bytes);
    const JournalContents contents = readJournal(bytes);
    QVERIFY(contents.events.empty());
    QVERIFY(contents.damage && contents.damage->kind == Kind::Broken);
    QCOMPARE(contents.goodBytes, 0);
    // The same behind good lines leaves the good lines.
    QCOMPARE(static_cast<int>(readJournal(m_sample + bytes).events.size()), 4);
}

void JournalReading::what_looks_deep_inside_a_text_is_no_depth()
{
    const QByteArray text = '"' + QByteArray("[{\\\"").repeated(1000) + '"';
    QVERIFY(jsonExcess(text, 1 << 20).isEmpty());
    QCOMPARE(parseJson(text, 1 << 20).get<std::string>().size(), size_t(3000));
    QVERIFY(parseJson(QByteArray(mostJsonDepth, '[') + QByteArray(mostJsonDepth, ']'), 1 << 20).is_array());
    QVERIFY(parseJson(QByteArray(mostJsonDepth + 1, '[') + QByteArray(mostJsonDepth + 1, ']'), 1 << 20).is_discarded());
    QVERIFY(parseJson("[1]", 2).is_discarded());
}

void JournalReading::a_second_tear_does_not_overwrite_the_first_tail()
{
    const QString path = m_folder.filePath(QStringLiteral("twice.jsonl"));
    QVERIFY(writeFile(path, m_sample + "first tail"));
    QString first;
    {
        auto writer = JournalWriter::open(path);
        QVERIFY(writer);
        first = stringAt((*writer)->events().back().data, "kept_as");
    }
    // The note of the first tear is itself torn: same place in the journal, another tail.
    QVERIFY(writeFile(path, m_sample + "second"));
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    QFile aside(first);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), QByteArray("first tail"));
    QVERIFY(stringAt((*writer)->events().back().data, "kept_as") != first);
}

QTEST_APPLESS_MAIN(JournalReading)
#include "tst_journal_reading.moc"
