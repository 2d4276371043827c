#include "core/record/markdown.h"
#include "core/record/record_file.h"
#include "engine/records/earlier_records.h"
#include "journals/journal_builder.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;

static QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

static void write(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text.toUtf8());
}

/// The same VM on the same day, another run.
static JournalBuilder another(const char *hex)
{
    JournalBuilder run("2026-02-20T05:30:00.000Z");
    run.event(event::runCreated,
        { { "run", std::string("102-20260220-133000-") + hex }, { "vmid", "102" }, { "zone_minutes", 480 } });
    return run;
}

class RecordFileTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void it_stands_in_the_folder_under_its_name();
    void writing_again_takes_the_same_place();
    void a_second_run_of_the_day_gets_a_number_and_keeps_it();
    void a_renamed_record_is_found_by_what_it_says();
    void a_foreign_file_of_the_same_name_is_left_alone();
    void what_was_written_by_hand_survives_every_writing();
    void a_change_outside_the_markers_is_kept_aside();
    void a_broken_marker_loses_nothing();
    void windows_line_ends_are_no_edit();
    void a_folder_that_cannot_be_written_is_an_error();
    void a_claim_left_by_a_crash_is_filled();
    void what_a_run_wrote_of_itself_is_no_earlier_record();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("用户小鸡去 Docker 化")); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }
    /// What an operator does in an editor: types between the markers of a section.
    static void typeInto(const QString &path, const QString &place, const QString &words)
    {
        QString text = read(path);
        const qsizetype marker = text.indexOf(QStringLiteral("words=%1 begin").arg(place));
        QVERIFY(marker > 0);
        text.insert(text.indexOf(QLatin1Char('\n'), marker) + 1, words + QLatin1Char('\n'));
        write(path, text);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void RecordFileTests::it_stands_in_the_folder_under_its_name()
{
    const auto path = writeRecord(folder(), JournalBuilder::created().events());
    QVERIFY2(path.has_value(), qPrintable(path ? QString() : describe(path.error())));
    QVERIFY(QFileInfo(*path).isAbsolute());
    QCOMPARE(QFileInfo(*path).fileName(), QStringLiteral("2026-02-20_102_去Docker直装迁移记录.md"));
    QVERIFY(
        read(*path).startsWith(QStringLiteral("<!-- openclaw-undock run=102-20260220-093000-00aa -->\n# 小鸡 102 ")));
}

void RecordFileTests::writing_again_takes_the_same_place()
{
    JournalBuilder run = JournalBuilder::created();
    const auto first = writeRecord(folder(), run.events());
    run.stages("AB");
    const auto second = writeRecord(folder(), run.events());
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
    QCOMPARE(files().size(), 1);
    QVERIFY(read(*second).contains(QStringLiteral("migrate-backup")));
}

void RecordFileTests::a_second_run_of_the_day_gets_a_number_and_keeps_it()
{
    const auto first = writeRecord(folder(), JournalBuilder::created().events());
    const auto second = writeRecord(folder(), another("00bb").events());
    const auto third = writeRecord(folder(), another("00cc").events());
    QVERIFY(first && second && third);
    QVERIFY(second->endsWith(QStringLiteral("去Docker直装迁移记录_2.md")));
    QVERIFY(third->endsWith(QStringLiteral("去Docker直装迁移记录_3.md")));
    QCOMPARE(*writeRecord(folder(), another("00bb").events()), *second);
    QCOMPARE(*writeRecord(folder(), JournalBuilder::created().events()), *first);
    QCOMPARE(files().size(), 3);
}

void RecordFileTests::a_renamed_record_is_found_by_what_it_says()
{
    const auto path = writeRecord(folder(), JournalBuilder::created().events());
    QVERIFY(path);
    const QString renamed = folder() + QStringLiteral("/102 的记录.md");
    QVERIFY(QFile::rename(*path, renamed));
    QCOMPARE(*writeRecord(folder(), JournalBuilder::created().events()), renamed);
    QCOMPARE(findRecord(folder(), QStringLiteral("102-20260220-093000-00aa")), renamed);
    QVERIFY(findRecord(folder(), QStringLiteral("102-20260220-093000-00a")).isEmpty());
}

void RecordFileTests::a_foreign_file_of_the_same_name_is_left_alone()
{
    QVERIFY(QDir().mkpath(folder()));
    const QString theirs = folder() + QStringLiteral("/2026-02-20_102_去Docker直装迁移记录.md");
    write(theirs, QStringLiteral("手写的记录\n"));
    const auto path = writeRecord(folder(), JournalBuilder::created().events());
    QVERIFY(path && path->endsWith(QStringLiteral("_2.md")));
    QCOMPARE(read(theirs), QStringLiteral("手写的记录\n"));
}

void RecordFileTests::what_was_written_by_hand_survives_every_writing()
{
    JournalBuilder run = JournalBuilder::created();
    const auto path = writeRecord(folder(), run.events());
    QVERIFY(path);
    const QString words = QStringLiteral("## 我的标题\n\n- 一条 **重点** <br> | 表 |\n```\ncode\n```");
    for (const char *place : { "basics", "backup", "actions", "evidence", "risks", "lessons", "notes" })
        typeInto(*path, QLatin1String(place), words);
    for (const char *stages : { "AB", "CDEFGH" }) {
        run.stages(stages);
        QVERIFY(writeRecord(folder(), run.events()));
        QCOMPARE(handWritten(read(*path)).size(), 7);
        for (const QString &kept : handWritten(read(*path)))
            QCOMPARE(kept, words);
    }
    QCOMPARE(files().size(), 1);
    RecordOptions english;
    english.language = QStringLiteral("en");
    QVERIFY(writeRecord(folder(), run.events(), english));
    QCOMPARE(handWritten(read(*path)).value(QStringLiteral("lessons")), words);
}

void RecordFileTests::a_change_outside_the_markers_is_kept_aside()
{
    const auto path = writeRecord(folder(), JournalBuilder::created().events());
    QVERIFY(path);
    QString text = read(*path);
    text.replace(QStringLiteral("## 2. "), QStringLiteral("我在外面写的\n\n## 2. "));
    write(*path, text);
    QVERIFY(writeRecord(folder(), JournalBuilder::created().events()));
    QCOMPARE(read(*path + QStringLiteral(".edited-1")), text);
    QVERIFY(!read(*path).contains(QStringLiteral("我在外面写的")));
    // Once more without a new edit: nothing more is kept.
    QVERIFY(writeRecord(folder(), JournalBuilder::created().events()));
    QCOMPARE(files().size(), 2);
}

void RecordFileTests::a_broken_marker_loses_nothing()
{
    const auto path = writeRecord(folder(), JournalBuilder::created().events());
    QVERIFY(path);
    typeInto(*path, QStringLiteral("lessons"), QStringLiteral("要紧的话"));
    QString text = read(*path);
    text.remove(QStringLiteral("<!-- openclaw-undock words=lessons end -->\n"));
    write(*path, text);
    QVERIFY(writeRecord(folder(), JournalBuilder::created().events()));
    QCOMPARE(read(*path + QStringLiteral(".edited-1")), text);
}

void RecordFileTests::windows_line_ends_are_no_edit()
{
    const auto path = writeRecord(folder(), JournalBuilder::created().events());
    QVERIFY(path);
    typeInto(*path, QStringLiteral("notes"), QStringLiteral("一行\n两行"));
    write(*path, read(*path).replace(QLatin1Char('\n'), QStringLiteral("\r\n")));
    QVERIFY(writeRecord(folder(), JournalBuilder::created().events()));
    QCOMPARE(handWritten(read(*path)).value(QStringLiteral("notes")), QStringLiteral("一行\n两行"));
    QCOMPARE(files().size(), 1);
}

void RecordFileTests::a_folder_that_cannot_be_written_is_an_error()
{
    const QString file = m_folder->filePath(QStringLiteral("file"));
    write(file, QStringLiteral("x"));
    const auto path = writeRecord(file + QStringLiteral("/records"), JournalBuilder::created().events());
    QVERIFY(!path);
    QCOMPARE(path.error().code, QStringLiteral("record-unwritable"));
    QVERIFY(!path.error().cure.isEmpty());
}

void RecordFileTests::a_claim_left_by_a_crash_is_filled()
{
    QVERIFY(QDir().mkpath(folder()));
    const QString path = folder() + QStringLiteral("/2026-02-20_102_去Docker直装迁移记录.md");
    write(path, runMarker(QStringLiteral("102-20260220-093000-00aa")) + QLatin1Char('\n'));
    QCOMPARE(*writeRecord(folder(), JournalBuilder::created().events()), path);
    QCOMPARE(files().size(), 1);
}

void RecordFileTests::what_a_run_wrote_of_itself_is_no_earlier_record()
{
    const JournalBuilder earlier = another("00bb");
    const auto own = writeRecord(folder(), JournalBuilder::created().events());
    const auto before = writeRecord(folder(), earlier.events());
    QVERIFY(own && before);
    QCOMPARE(earlierRecords(folder(), QStringLiteral("102"), QStringLiteral("102-20260220-093000-00aa")),
        QStringList{ *before });
    QCOMPARE(earlierRecords(folder(), QStringLiteral("102"), QString()).size(), 2);
    QCOMPARE(earlierRecords(folder(), QStringLiteral("10"), QString()), QStringList());
}

QTEST_APPLESS_MAIN(RecordFileTests)
#include "tst_record_file.moc"
