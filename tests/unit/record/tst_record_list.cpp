#include "engine/records/folder_records.h"
#include "engine/records/record_list.h"
#include "engine/records/search_index.h"
#include "engine/records/write_record.h"
#include "engine/store/run_store.h"
#include "journals/journal_builder.h"
#include "journals/recorded_run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace undock;

namespace {

/// A desk with a data folder and a folder of records.
struct Disk {
    QTemporaryDir folder;
    DeskSettings settings;
    bool writes = true;

    Disk()
    {
        settings.dataFolder = folder.path();
        settings.recordsFolder = folder.filePath(QStringLiteral("records"));
        QDir().mkpath(settings.recordsFolder);
    }

    template <class Told> QString put(const Told &told)
    {
        const RunStore store(settings.dataFolder);
        const QString run = RunState::of(told.events()).run();
        QDir().mkpath(store.runFolder(run));
        auto journal = JournalWriter::open(store.journalPath(run));
        for (const JournalEvent &event : told.events())
            writes = writes && (*journal)->append(event.type.toLatin1().constData(), event.data).has_value();
        return run;
    }
    QString write(const char *name, const char *text) const
    {
        const QString path = QDir(settings.recordsFolder).filePath(QString::fromUtf8(name));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }
    QStringList found(const RecordQuery &query) const
    {
        QStringList ids;
        for (const RecordEntry &entry : listRecords(settings, query).found)
            ids << entry.id;
        return ids;
    }
};

JournalBuilder scanned(const char *vmid, const char *name)
{
    JournalBuilder run(QLatin1String(vmid), QString::fromUtf8(name), QDateTime::currentDateTimeUtc());
    run.scan(true);
    return run;
}

constexpr char byHand[]
    = "# 205 小鸡去 Docker 直装迁移记录\n\n## 一、基本信息\n\n- VMID：`205`\n- 名称：vm-260118-03\n"
      "- 母机：root@192.0.2.7\n- OpenClaw 版本：2026.2.17 → 2026.2.19\n| 面板版本 | v2026.02.20-r3 |\n\n"
      "## 七、结论\n\n- 迁移成功，**已删 Docker**。\n\n## 八、经验\n\nshim without node\n";

} // namespace

/// A record is found by whatever somebody remembers of it.
class RecordListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFieldFinds();
    void aVersionIsNoBeginningOfAnother();
    void textIsFoundInRecordsAndOutputsInBothLanguages();
    void theIndexIsOfTheJournalAsItIs();
    void theIndexCanBeMadeAnew();
    void recordsByHandAreReadAndNeverChanged();
    void recordsOfAnotherDeskAreTheirOwnKind();
    void aJournalThatCannotBeReadIsNamed();
    void aBrokenJournalCountsAsFarAsItHolds();
};

void RecordListTest::eachFieldFinds()
{
    Disk disk;
    const QString whole = disk.put(RecordedRun::named("whole"));
    const QString back = disk.put(RecordedRun::named("rolled-back"));
    QVERIFY(disk.writes);
    QCOMPARE(disk.found({}), QStringList({ back, whole })); // the newest first
    const RecordEntry entry = listRecords(disk.settings, {}).found.back();
    RecordQuery query;
    query.vmid = QStringLiteral("101");
    QCOMPARE(disk.found(query), QStringList({ whole }));
    query.vmid = QStringLiteral("10"); // the number, not its beginning
    QCOMPARE(disk.found(query), QStringList());
    query = {};
    query.vm = QStringLiteral("101");
    QCOMPARE(disk.found(query), QStringList({ whole }));
    query = {};
    query.node = QStringLiteral("NODE-1.example"); // by its host
    QCOMPARE(disk.found(query).size(), 2);
    query.node = QStringLiteral("root@node-1.example:22");
    QCOMPARE(disk.found(query).size(), 2);
    query.node = QStringLiteral("root@node-2.example");
    QCOMPARE(disk.found(query).size(), 0);
    query = {};
    query.outcomes = { RunState::Phase::RolledBack, RunState::Phase::Failed };
    QCOMPARE(disk.found(query), QStringList({ back }));
    query = {};
    query.from = query.to = entry.day;
    QCOMPARE(disk.found(query).size(), 2);
    query.to = entry.day.addDays(-1);
    query.from = {};
    QCOMPARE(disk.found(query).size(), 0);
    query = {};
    query.finding = QStringLiteral("docker-caller");
    QVERIFY(disk.found(query).contains(whole));
    query.finding = QStringLiteral("no-such-finding");
    QCOMPARE(disk.found(query).size(), 0);
    QCOMPARE(entry.openclaw, QStringLiteral("2026.2.19"));
    QCOMPARE(*entry.outageMs,
        *RunState::of(RecordedRun::named("whole").events()).outageMs(u"gateway", entry.started.addDays(1)));
}

void RecordListTest::aVersionIsNoBeginningOfAnother()
{
    RecordEntry entry;
    entry.openclaw = QStringLiteral("2026.2.19");
    entry.panel = QStringLiteral("v2026.02.20-r4");
    const auto fits = [&](const char *version) {
        RecordQuery query;
        query.version = QLatin1String(version);
        return query.matches(entry);
    };
    for (const char *version : { "2026.2.19", "2026.2", "v2026.02.20-r4", "2026.02.20-r4", "2026.02.20" })
        QVERIFY2(fits(version), version);
    for (const char *version : { "2026.2.1", "2026.2.190", "26.2.19", "r4" })
        QVERIFY2(!fits(version), version);
}

void RecordListTest::textIsFoundInRecordsAndOutputsInBothLanguages()
{
    Disk disk;
    JournalBuilder one = scanned("301", "eins");
    one.atWork(u"d-install", QStringLiteral("npm: Straße 🦞 added 127 PACKAGES\n"));
    const QString run = disk.put(one);
    disk.put(scanned("302", "zwei"));
    const auto hits = [&](const char *text) {
        RecordQuery query;
        query.text = QString::fromUtf8(text);
        return disk.found(query);
    };
    for (const char *text : { "Added 127 packages", " STRAßE ", "🦞", "eins" })
        QCOMPARE(hits(text), QStringList({ run }));
    QCOMPARE(hits("迁移记录").size(), 2);
    QCOMPARE(hits("stands nowhere").size(), 0);
    // The same sentence in the language that this desk's records are not in.
    QVERIFY(hits("Gateway").size() == 2 && hits("网关").size() == 2);
}

void RecordListTest::theIndexIsOfTheJournalAsItIs()
{
    Disk disk;
    JournalBuilder told = scanned("301", "eins");
    const QString run = disk.put(told);
    RecordQuery query;
    query.text = QStringLiteral("came later");
    QCOMPARE(disk.found(query).size(), 0);
    const SearchIndex index(disk.settings.dataFolder);
    QVERIFY(index.isFresh(run));
    auto journal = JournalWriter::open(RunStore(disk.settings.dataFolder).journalPath(run));
    QVERIFY(
        (*journal)->append(event::operatorNote, { { "section", "notes" }, { "text", "it came later" } }).has_value());
    QVERIFY(!index.isFresh(run));
    QCOMPARE(disk.found(query), QStringList({ run }));
    QVERIFY(index.isFresh(run));
}

void RecordListTest::theIndexCanBeMadeAnew()
{
    Disk disk;
    const QString run = disk.put(scanned("301", "eins"));
    const SearchIndex index(disk.settings.dataFolder);
    QVERIFY(index.rebuild(run).has_value());
    QFile file(index.path(run));
    QVERIFY(file.open(QIODevice::Append));
    file.write("planted words\n");
    file.close();
    RecordQuery query;
    query.text = QStringLiteral("planted words");
    QCOMPARE(disk.found(query).size(), 1); // it is believed while it fits the journal
    QCOMPARE(listRecords(disk.settings, query, true).found.size(), size_t(0));
    QVERIFY(QFile::remove(index.path(run))); // nothing is lost with it
    QCOMPARE(disk.found({}), QStringList({ run }));
}

void RecordListTest::recordsByHandAreReadAndNeverChanged()
{
    Disk disk;
    const QString path = disk.write("2026-01-18_205_去Docker直装迁移记录.md", byHand);
    disk.write("2026-02-20_结论与执行基线.md", "# no VM's record\n");
    disk.write("README.md", "# a list\n");
    QFile::setPermissions(path, QFileDevice::ReadOwner);
    const QDateTime before = QFileInfo(path).lastModified();
    const RecordList list = listRecords(disk.settings, {});
    QCOMPARE(list.found.size(), size_t(1));
    const RecordEntry &entry = list.found.front();
    QCOMPARE(entry.kind, RecordEntry::Kind::ByHand);
    QCOMPARE(entry.file, path);
    QCOMPARE(entry.vmid, QStringLiteral("205"));
    QCOMPARE(entry.day, QDate(2026, 1, 18));
    QCOMPARE(entry.name, QStringLiteral("vm-260118-03"));
    QCOMPARE(entry.node, QStringLiteral("root@192.0.2.7"));
    QCOMPARE(entry.openclaw, QStringLiteral("2026.2.17"));
    QCOMPARE(entry.panel, QStringLiteral("v2026.02.20-r3"));
    QCOMPARE(entry.summary, QStringLiteral("迁移成功，已删 Docker。"));
    QVERIFY(!entry.phase && !entry.outageMs); // nobody measured it: unread, not none
    RecordQuery query;
    query.text = QStringLiteral("SHIM without");
    QCOMPARE(disk.found(query), QStringList({ path }));
    query.node = QStringLiteral("192.0.2.7");
    QCOMPARE(disk.found(query), QStringList({ path }));
    query.outcomes = { RunState::Phase::Deleted };
    QCOMPARE(disk.found(query), QStringList());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(byHand));
    QCOMPARE(QFileInfo(path).lastModified(), before);
}

void RecordListTest::recordsOfAnotherDeskAreTheirOwnKind()
{
    Disk disk, other;
    const RecordedRun told = RecordedRun::named("rolled-back");
    other.put(told);
    DeskSettings there = other.settings;
    there.recordsFolder = disk.settings.recordsFolder;
    const auto written = writeRecordOf(told.events(), there);
    QVERIFY(written.has_value());
    const RecordList list = listRecords(disk.settings, {});
    QCOMPARE(list.found.size(), size_t(1));
    QCOMPARE(list.found.front().kind, RecordEntry::Kind::OtherDesk);
    QCOMPARE(list.found.front().vmid, QStringLiteral("102"));
    QVERIFY2(list.found.front().summary.contains(QStringLiteral("回滚")), qPrintable(list.found.front().summary));
    // Where the journal is, the same file is its run's.
    const RecordList own = listRecords(there, {});
    QCOMPARE(own.found.size(), size_t(1));
    QCOMPARE(own.found.front().kind, RecordEntry::Kind::Run);
    QCOMPARE(own.found.front().file, *written);
}

void RecordListTest::aJournalThatCannotBeReadIsNamed()
{
    Disk disk;
    const QString run = QStringLiteral("303-20260220-000000-0000");
    const RunStore store(disk.settings.dataFolder);
    QVERIFY(QDir().mkpath(store.runFolder(run)));
    QFile file(store.journalPath(run));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}\n") > 0);
    file.close();
    RecordQuery query;
    query.text = QStringLiteral("whatever");
    const RecordList list = listRecords(disk.settings, query);
    QCOMPARE(list.unread.size(), size_t(1));
    QCOMPARE(list.unread.front().run, run);
    query.vmid = QStringLiteral("304"); // it is certainly none of another VM
    QCOMPARE(listRecords(disk.settings, query).unread.size(), size_t(0));
}

void RecordListTest::aBrokenJournalCountsAsFarAsItHolds()
{
    Disk disk;
    const QString run = disk.put(scanned("301", "eins"));
    const QString path = RunStore(disk.settings.dataFolder).journalPath(run);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes.replace(bytes.lastIndexOf("\"prev\":\"") + 8, 4, "0000");
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const RecordList list = listRecords(disk.settings, {});
    QCOMPARE(list.found.size(), size_t(1));
    QCOMPARE(list.found.front().vmid, QStringLiteral("301"));
    QVERIFY(list.found.front().damage.contains(QLatin1String("line")));
}

QTEST_GUILESS_MAIN(RecordListTest)
#include "tst_record_list.moc"
