#include "engine/store/run_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;

namespace {

const QString run = QStringLiteral("101-20260220-093000-abcd");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class RunStoreTests : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QByteArray m_journal;

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir other;
        const QString path = other.filePath(QStringLiteral("journal.jsonl"));
        auto writer = JournalWriter::open(path);
        QVERIFY(writer);
        for (const char *job : { "01-a-scan", "02-b-archive" })
            QVERIFY((*writer)->append(event::begin, { { "job", job } }));
        m_journal = bytesOf(path);
    }
    void an_adopted_journal_is_here_whole_and_only_once()
    {
        RunStore store(m_folder.path());
        {
            const auto adopted = store.adopt(run, m_journal);
            QVERIFY(adopted);
            QCOMPARE((*adopted)->events().size(), 2u);
        }
        QCOMPARE(bytesOf(store.journalPath(run)), m_journal);
        const auto again = store.adopt(run, m_journal);
        QVERIFY(!again);
        QCOMPARE(again.error().code, QStringLiteral("run-is-here"));
    }
    void a_broken_journal_makes_room_for_an_adopted_one_and_is_kept()
    {
        RunStore store(m_folder.path());
        QByteArray broken = m_journal;
        broken.replace("01-a-scan", "01-a-scam");
        for (const char *kept : { ".broken-1", ".broken-2" }) {
            put(store.journalPath(run), broken);
            const auto refused = store.open(run);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, QStringLiteral("journal-broken"));
            QVERIFY(store.adopt(run, m_journal));
            QCOMPARE(bytesOf(store.journalPath(run)), m_journal);
            QCOMPARE(bytesOf(store.journalPath(run) + QLatin1String(kept)), broken);
        }
    }
    void a_copy_that_holds_nothing_to_trust_changes_nothing_here()
    {
        RunStore store(m_folder.path());
        const QString other = QStringLiteral("102-20260220-093000-abcd");
        QVERIFY(!store.adopt(other, "{}\n"));
        QVERIFY(!QFile::exists(store.journalPath(other)));
    }
};

QTEST_APPLESS_MAIN(RunStoreTests)
#include "tst_run_store.moc"
