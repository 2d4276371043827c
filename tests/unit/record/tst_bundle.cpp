#include "core/base/hash.h"
#include "core/record/markdown.h"
#include "core/steps/step.h"
#include "core/text/phrase.h"
#include "engine/records/bundle.h"
#include "engine/records/bundle_proof.h"
#include "engine/records/records_index.h"
#include "engine/records/runs_csv.h"
#include "engine/records/write_record.h"
#include "engine/records/zip_file.h"
#include "engine/store/run_store.h"
#include "unit/record/run_on_disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace undock;

/// A bundle proves what it holds: whoever changes, drops or adds anything is found out.
static constexpr QFileDevice::Permissions otherPeople = QFileDevice::ReadGroup | QFileDevice::WriteGroup
    | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

class BundleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void provesWhatItHolds();
    void findsWhatWasChanged_data();
    void findsWhatWasChanged();
    void holdsWhatWasFetchedFromTheGuest();
    void findsAJournalThatWasCutAtItsEnd();
    void refusesAZipThatLeadsElsewhere();
    void refusesABombBeforeItIsUnpacked();
    void keepsAnEarlierBundle();
    void indexesTheFolder();
    void csvHasNoFormulas();

private:
    DeskSettings desk() const;
    QTemporaryDir m_folder;
    QString m_run;
    int m_count = 0;
};

DeskSettings BundleTest::desk() const
{
    DeskSettings settings;
    settings.dataFolder = m_folder.filePath(QStringLiteral("desk-%1").arg(m_count));
    return settings;
}

void BundleTest::init()
{
    ++m_count;
    m_run = runOnDisk(desk().dataFolder);
}

void BundleTest::provesWhatItHolds()
{
    const auto path = writeBundle(desk(), m_run, m_folder.filePath(QStringLiteral("out-%1").arg(m_count)));
    QVERIFY2(path.has_value(), path ? "" : qPrintable(describe(path.error())));
    const auto proof = verifyBundle(*path);
    QVERIFY2(proof.has_value(), proof ? "" : qPrintable(describe(proof.error())));
    QCOMPARE(proof->run, m_run);
    QCOMPARE(proof->seal.events, 4);

    const auto files = readZip(*path);
    QVERIFY(files.has_value());
    QStringList names;
    for (const EvidenceFile &file : *files)
        names << file.path;
    for (const char *wanted : { "record.md", "record.html", "timeline.svg", "README.txt", "SHA256SUMS",
             "evidence/journal.jsonl", "evidence/steps/01-a-scan/script.sh", "evidence/steps/01-a-scan/output.txt",
             "evidence/steps/01-a-scan/output-elsewhere.txt" })
        QVERIFY2(names.contains(QLatin1String(wanted)), wanted);
    // The record quotes the sum of the index.
    const auto record = std::find_if(
        files->begin(), files->end(), [](const EvidenceFile &file) { return file.path == QLatin1String("record.md"); });
    QVERIFY(record->bytes.count(proof->seal.index.toLatin1()) >= 2);
}

void BundleTest::findsWhatWasChanged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes"); // empty: dropped
    QTest::addColumn<QString>("code");
    const char *changed = "bundle-file-changed", *missing = "bundle-file-missing", *added = "bundle-file-added";
    const auto row = [](const char *what, const char *name, const QByteArray &bytes, const char *code) {
        QTest::newRow(what) << QString::fromLatin1(name) << bytes << QString::fromLatin1(code);
    };
    row("output changed", "evidence/steps/01-a-scan/output.txt", "中 OK", changed);
    row("output dropped", "evidence/steps/01-a-scan/output.txt", {}, missing);
    row("script changed", "evidence/steps/01-a-scan/script.sh", "true\n", changed);
    row("script dropped", "evidence/steps/01-a-scan/script.sh", {}, missing);
    row("file added", "evidence/steps/01-a-scan/more.txt", "x", added);
    row("file added beside", "notes.txt", "x", added);
    row("page changed", "record.html", "<p>another</p>", changed);
    row("picture dropped", "timeline.svg", {}, missing);
    row("index no index", "SHA256SUMS", "x", "bundle-not-proven");
    row("index dropped", "SHA256SUMS", {}, "bundle-not-proven");
    row("record changed", "record.md", "# another\n", changed);
    row("journal no journal", "evidence/journal.jsonl", "{}\n", "bundle-journal-broken");
    row("journal dropped", "evidence/journal.jsonl", {}, missing);
}

void BundleTest::findsWhatWasChanged()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto path = writeBundle(desk(), m_run, m_folder.filePath(QStringLiteral("out-%1").arg(m_count)));
    QVERIFY(path.has_value());
    auto files = *readZip(*path);
    const auto known
        = std::find_if(files.begin(), files.end(), [&](const EvidenceFile &file) { return file.path == name; });
    if (known == files.end())
        files.push_back({ name, bytes });
    else if (bytes.isEmpty())
        files.erase(known);
    else
        known->bytes = bytes;
    const QString other = *path + QStringLiteral(".other.zip");
    QVERIFY(writeZip(other, files, QDateTime::currentDateTimeUtc()).has_value());
    const auto proof = verifyBundle(other);
    QVERIFY(!proof.has_value());
    QCOMPARE(proof.error().code, code);
}

void BundleTest::holdsWhatWasFetchedFromTheGuest()
{
    const RunStore store(desk().dataFolder);
    const auto catalog = StepCatalog::builtIn();
    const auto elsewhere = outputsElsewhere(store.read(m_run)->events, *catalog);
    QCOMPARE(elsewhere.size(), size_t(1));
    QCOMPARE(elsewhere.front().job, QStringLiteral("01-a-scan"));
    QCOMPARE(elsewhere.front().bytes, 10);
    QVERIFY2(outputsElsewhere(store.read(m_run)->events, StepCatalog()).empty(), "it might be secret");

    const QByteArray whole("0123456789");
    const QString name = QStringLiteral("evidence/steps/01-a-scan/output-whole.txt");
    const QString kept = store.runFolder(m_run) + QLatin1Char('/') + fetchedOutputPath(QStringLiteral("01-a-scan"));
    QVERIFY(QDir().mkpath(QFileInfo(kept).path()));
    QFile file(kept);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole) == whole.size());
    file.close();
    QVERIFY((*store.open(m_run))
                ->append(event::fetched,
                    { { "job", "01-a-scan" }, { "bytes", 10 }, { "sha256", std::string(64, 'c') },
                        { "stored_sha256", toStd(sha256Hex(whole)) } })
                .has_value());
    QVERIFY(outputsElsewhere(store.read(m_run)->events, *catalog).empty());

    const QString out = m_folder.filePath(QStringLiteral("out-%1").arg(m_count));
    const auto has = [&](const QString &path) {
        const auto files = readZip(path);
        return std::any_of(files->begin(), files->end(), [&](const EvidenceFile &one) { return one.path == name; });
    };
    const auto path = writeBundle(desk(), m_run, out);
    QVERIFY(path.has_value());
    QVERIFY(has(*path));
    QVERIFY(verifyBundle(*path).has_value());
    const auto made = readZip(*path);
    QVERIFY(made.has_value());
    for (const EvidenceFile &one : *made) {
        if (one.path == QLatin1String("SHA256SUMS"))
            QVERIFY(one.bytes.contains(sha256Hex(whole).toLatin1() + "  evidence/steps/01-a-scan/output-whole.txt"));
    }

    for (const bool dropped : { false, true }) {
        auto files = *made;
        std::erase_if(files, [&](EvidenceFile &one) {
            if (one.path == name)
                one.bytes = "0123456780";
            return dropped && one.path == name;
        });
        QVERIFY(writeZip(*path + QStringLiteral(".other"), files, QDateTime::currentDateTimeUtc()).has_value());
        QVERIFY(!verifyBundle(*path + QStringLiteral(".other")).has_value());
    }
    // What was changed on the desk does not get in at all.
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    const auto without = writeBundle(desk(), m_run, out);
    QVERIFY(without.has_value());
    QVERIFY(!has(*without));
    QVERIFY(verifyBundle(*without).has_value());
}

void BundleTest::findsAJournalThatWasCutAtItsEnd()
{
    const DeskSettings settings = desk();
    const auto record = writeRecordOf(RunStore(settings.dataFolder).read(m_run)->events, settings);
    QVERIFY(record.has_value());
    QFile written(*record);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString markdown = QString::fromUtf8(written.readAll());
    QVERIFY(untouchedOutsideWords(markdown));
    const auto whole = RunStore(settings.dataFolder).read(m_run);
    QCOMPARE(recordFault(markdown, whole->events, whole->lastHash), QString());

    QFile journal(RunStore(settings.dataFolder).journalPath(m_run));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    const QByteArray bytes = journal.readAll();
    QVERIFY(journal.resize(bytes.lastIndexOf('\n', bytes.size() - 2) + 1));
    journal.close();
    const auto cut = RunStore(settings.dataFolder).read(m_run);
    QVERIFY(!cut->damage); // the chain alone does not tell
    QVERIFY(!recordFault(markdown, cut->events, cut->lastHash).isEmpty());
}

void BundleTest::refusesAZipThatLeadsElsewhere()
{
    for (const char *name : { "../out.txt", "/etc/x", "a//b", "a/../../b" }) {
        const QString path = m_folder.filePath(QStringLiteral("hostile.zip"));
        QVERIFY(
            writeZip(path, { { QLatin1String(name), QByteArray("x") } }, QDateTime::currentDateTimeUtc()).has_value());
        QVERIFY2(!readZip(path).has_value(), name);
    }
    QVERIFY(!readZip(m_folder.filePath(QStringLiteral("none.zip"))).has_value());
}

void BundleTest::refusesABombBeforeItIsUnpacked()
{
    // Small as a file, and more than a bundle of that size ever holds: at once, and a little at a time.
    const QString one = m_folder.filePath(QStringLiteral("one.zip"));
    QVERIFY(writeZip(one, { { QStringLiteral("journal.jsonl"), QByteArray(300 * 1024 * 1024, '0') } }, {}));
    QVERIFY(QFileInfo(one).size() < 1024 * 1024);
    std::vector<EvidenceFile> files;
    for (int i = 0; i < 40; ++i)
        files.push_back({ QStringLiteral("evidence/%1").arg(i), QByteArray(8 * 1024 * 1024, '0') });
    const QString many = m_folder.filePath(QStringLiteral("many.zip"));
    QVERIFY(writeZip(many, files, {}));
    for (const QString &path : { one, many }) {
        const auto read = readZip(path);
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("bundle-unreadable"));
        QVERIFY(inEnglish(read.error().what).contains(QStringLiteral("more than a bundle may hold")));
    }
}

void BundleTest::keepsAnEarlierBundle()
{
    const QString folder = m_folder.filePath(QStringLiteral("out-%1").arg(m_count));
    const auto first = writeBundle(desk(), m_run, folder);
    const auto second = writeBundle(desk(), m_run, folder);
    QVERIFY(first && second);
    QVERIFY(*first != *second);
    QVERIFY(verifyBundle(*first) && verifyBundle(*second));
    QCOMPARE(QFile::permissions(*first) & otherPeople, QFileDevice::Permissions());
}

void BundleTest::indexesTheFolder()
{
    const DeskSettings settings = desk();
    const QString folder = recordsFolderOf(settings);
    QVERIFY(QDir().mkpath(folder));
    const auto put = [&](const QString &name, const QString &text) {
        QFile file(QDir(folder).filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
    };
    QVERIFY(put(QStringLiteral("README.md"), QStringLiteral("# 我们的说明\n\n手写的一段。\n")));
    QVERIFY(put(QStringLiteral("2026-01-02_77_去Docker直装迁移记录.md"), QStringLiteral("# 手写的 77\n\n内容\n")));
    QVERIFY(writeRecordOf(RunStore(settings.dataFolder).read(m_run)->events, settings).has_value());
    const auto readme = [&] {
        QFile file(QDir(folder).filePath(QStringLiteral("README.md")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QString first = readme();
    QVERIFY(first.startsWith(QStringLiteral("# 我们的说明\n\n手写的一段。\n")));
    QVERIFY(first.contains(QStringLiteral("| 77 | 手写的 77 |")));
    QVERIFY(first.contains(QStringLiteral("| 102 |")));
    QVERIFY(first.indexOf(QStringLiteral("| 102 |")) < first.indexOf(QStringLiteral("| 77 |")));
    // What is written below the table stays there, and the table is not made twice.
    QVERIFY(put(QStringLiteral("README.md"), first + QStringLiteral("结尾。\n")));
    QVERIFY(QFile::remove(QDir(folder).filePath(QStringLiteral("2026-01-02_77_去Docker直装迁移记录.md"))));
    QVERIFY(writeRecordsIndex(folder, QStringLiteral("zh")).has_value());
    const QString second = readme();
    QVERIFY(second.endsWith(QStringLiteral("结尾。\n")));
    QVERIFY(!second.contains(QStringLiteral("| 77 |")));
    QCOMPARE(second.count(QStringLiteral("index begin")), 1);
}

void BundleTest::csvHasNoFormulas()
{
    std::vector<JournalEvent> events = RunStore(desk().dataFolder).read(m_run)->events;
    events[0].data["node"] = "=cmd(\"x\"),1";
    const QByteArray csv = runsCsv({ RunState::of(events) });
    QVERIFY(csv.startsWith("\xEF\xBB\xBFvmid,"));
    QVERIFY(csv.contains("102,,\"'=cmd(\"\"x\"\"),1\""));
    for (const char *begin : { "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\t=", "\r=", " =", "@", "+", "-" }) {
        events[0].data["node"] = std::string(begin) + "cmd";
        QByteArray shown = begin;
        QVERIFY2(runsCsv({ RunState::of(events) }).contains("102,,'" + shown.replace('\r', ' ') + "cmd,"), begin);
    }
}

QTEST_GUILESS_MAIN(BundleTest)
#include "tst_bundle.moc"
