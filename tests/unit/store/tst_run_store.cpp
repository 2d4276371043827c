#include "core/journal/reader.h"
#include "core/run/run_identity.h"
#include "core/run/run_state.h"
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

Json created(const Json &changes)
{
    Json data = { { "run", toStd(run) }, { "vmid", "101" }, { "node", "root@192.0.2.1" },
        { "params", { { "vmid", 101 }, { "node", "root@192.0.2.1" } } } };
    for (const auto &[key, value] : changes.items())
        data[key] = value;
    return data;
}

/// A journal whose chain holds, of a run that is what `changes` make of it.
QByteArray journalOf(const QString &path, const Json &changes)
{
    QFile::remove(path);
    auto writer = JournalWriter::open(path);
    if (!writer || !(*writer)->append(event::runCreated, created(changes)))
        return {};
    for (const char *job : { "01-a-scan", "02-b-archive" })
        if (!(*writer)->append(event::begin, { { "job", job } }))
            return {};
    return bytesOf(path);
}

} // namespace

class RunStoreTests : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QByteArray m_journal;
    QString m_case;
    int m_cases = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir other;
        const QString path = other.filePath(QStringLiteral("journal.jsonl"));
        m_journal = journalOf(path, {});
        QVERIFY(!m_journal.isEmpty());
    }
    void init() { m_case = m_folder.filePath(QStringLiteral("case-%1").arg(++m_cases)); }

    void a_journal_that_is_not_the_runs_is_refused_by_its_field_data()
    {
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<QString>("field");
        QTest::newRow("VM") << QByteArray(R"({"vmid":"102"})") << QStringLiteral("vmid");
        QTest::newRow("VM, and the run says so")
            << QByteArray(R"({"vmid":"102","run":"102-20260220-093000-abcd"})") << QStringLiteral("run");
        QTest::newRow("VM as no VM") << QByteArray(R"({"vmid":"-1"})") << QStringLiteral("vmid");
        QTest::newRow("the parameters' VM")
            << QByteArray(R"({"params":{"vmid":102,"node":"root@192.0.2.1"}})") << QStringLiteral("vmid");
        QTest::newRow("run") << QByteArray(R"({"run":"101-20260220-093000-abce"})") << QStringLiteral("run");
        QTest::newRow("run as a path") << QByteArray(R"({"run":"../../101"})") << QStringLiteral("run");
        QTest::newRow("no node") << QByteArray(R"({"node":"-oProxyCommand=x"})") << QStringLiteral("node");
        QTest::newRow("the parameters' node")
            << QByteArray(R"({"params":{"vmid":101,"node":"root@192.0.2.2"}})") << QStringLiteral("node");
    }
    void a_journal_that_is_not_the_runs_is_refused_by_its_field()
    {
        QFETCH(QByteArray, changes);
        QFETCH(QString, field);
        RunStore store(m_case);
        const QByteArray forged = journalOf(m_folder.filePath(QStringLiteral("forged")), Json::parse(changes));
        put(store.journalPath(run), forged);
        const auto read = store.read(run);
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("journal-of-another"));
        QCOMPARE(read.error().kind, Error::Kind::Refused);
        QCOMPARE(read.error().where, field);
        const auto opened = store.open(run);
        QVERIFY(!opened);
        QCOMPARE(opened.error().where, field);
        QCOMPARE(bytesOf(store.journalPath(run)), forged);

        RunStore other(m_case + QStringLiteral("-adopted"));
        const auto adopted = other.adopt(run, forged);
        QVERIFY(!adopted);
        QCOMPARE(adopted.error().where, field);
        QVERIFY(!QFile::exists(other.journalPath(run)));
    }
    void a_run_is_made_once_and_first()
    {
        RunStore store(m_case);
        const QString path = m_folder.filePath(QStringLiteral("twice"));
        const auto lines = journalOf(path, {});
        {
            auto writer = JournalWriter::open(path);
            QVERIFY(writer);
            QVERIFY((*writer)->append(event::runCreated, created(Json::parse(R"({"vmid":"102"})"))));
        }
        put(store.journalPath(run), bytesOf(path));
        QCOMPARE(store.read(run).error().where, QStringLiteral("run-created"));

        QFile::remove(path);
        {
            auto writer = JournalWriter::open(path);
            QVERIFY((*writer)->append(event::begin, { { "job", "01-a-scan" } }));
            QVERIFY((*writer)->append(event::runCreated, created({})));
        }
        QFile::remove(store.journalPath(run));
        put(store.journalPath(run), bytesOf(path));
        QCOMPARE(store.read(run).error().where, QStringLiteral("run-created"));
    }
    void a_job_is_named_as_jobs_are()
    {
        RunStore store(m_case);
        const QString path = m_folder.filePath(QStringLiteral("job"));
        journalOf(path, {});
        {
            auto writer = JournalWriter::open(path);
            QVERIFY((*writer)->append(event::begin, { { "job", "../../../../root/.ssh/authorized_keys" } }));
        }
        put(store.journalPath(run), bytesOf(path));
        QCOMPARE(store.read(run).error().where, QStringLiteral("job"));
    }
    void the_vm_and_node_that_were_asked_for_are_the_journals()
    {
        const auto events = readJournal(m_journal).events;
        const QString node = QStringLiteral("root@192.0.2.1");
        const auto held = [&](const QString &of, const char *vmid) {
            return checkRunIdentity(events, { run, *VmId::parse(of, QLatin1String(vmid).toString()) });
        };
        QVERIFY(held(node, "101"));
        QCOMPARE(held(node, "102").error().where, QStringLiteral("vmid"));
        QCOMPARE(held(QStringLiteral("root@192.0.2.9"), "101").error().where, QStringLiteral("node"));
    }
    void an_adopted_journal_is_here_whole_and_only_once()
    {
        RunStore store(m_folder.path());
        {
            const auto adopted = store.adopt(run, m_journal);
            QVERIFY(adopted);
            QCOMPARE((*adopted)->events().size(), 3u);
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
    void a_run_that_is_not_here_is_not_opened_and_not_made()
    {
        RunStore store(m_case);
        const auto opened = store.open(run);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("no-such-run"));
        QCOMPARE(opened.error().kind, Error::Kind::BadInput);
        QVERIFY(!QFile::exists(m_case));
        QVERIFY(store.runs().isEmpty());
    }
    void a_name_that_is_no_runs_is_not_adopted()
    {
        RunStore store(m_case);
        for (const char *name : { "../101-20260220-093000-abcd", "101", "" })
            QVERIFY(!store.adopt(QString::fromLatin1(name), m_journal));
        QVERIFY(!QFile::exists(m_case + QStringLiteral("/101-20260220-093000-abcd")));
    }
    void runs_stand_in_the_order_in_which_they_were_begun()
    {
        RunStore store(m_case);
        const QStringList names{ QStringLiteral("202-20260101-000000-0001"), QStringLiteral("101-20260102-000000-0002"),
            QStringLiteral("303-20260103-000000-0003") };
        for (const QString &name : names)
            QVERIFY(QDir().mkpath(store.runFolder(name)));
        QCOMPARE(store.runs(), names);
    }
    void a_folder_where_nothing_can_be_made_is_told()
    {
        put(m_case, "a file\n");
        RunStore store(m_case);
        const auto parameters = makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("101") },
            { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
            { QStringLiteral("operator"), QStringLiteral("li") } });
        const auto made = store.create(*parameters, QStringLiteral("test"));
        QVERIFY(!made);
        QCOMPARE(made.error().code, QStringLiteral("data-folder-unwritable"));
        const auto adopted = store.adopt(run, m_journal);
        QVERIFY(!adopted);
        QCOMPARE(adopted.error().code, QStringLiteral("data-folder-unwritable"));
        for (const Done &done : { store.keepOrder({ run }),
                 store.retireNode(QStringLiteral("root@192.0.2.1"), QStringLiteral("li"), QStringLiteral("sold")) }) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, QStringLiteral("file-not-written"));
        }
        QVERIFY(store.order().isEmpty() && store.retiredNodes().isEmpty());
        QCOMPARE(bytesOf(m_case), QByteArray("a file\n"));
    }
    void a_run_that_is_made_names_its_maker_and_only_its_owner_reads_it()
    {
        RunStore store(m_case);
        const auto parameters = makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("101") },
            { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
            { QStringLiteral("operator"), QStringLiteral("li") } });
        const auto made = store.create(*parameters, QStringLiteral("the program"));
        QVERIFY(made);
        const RunState state = RunState::of((*made)->events());
        QCOMPARE(store.runs(), QStringList{ state.run() });
        QVERIFY(state.run().startsWith(QStringLiteral("101-")));
        QCOMPARE(stringAt(state.created(), "program"), QStringLiteral("the program"));
        QCOMPARE(stringAt(state.created(), "operator"), QStringLiteral("li"));
        QCOMPARE(*runParametersFromJson(state.params()), *parameters);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(store.runFolder(state.run())) & others, QFile::Permissions());
    }
    void a_node_is_retired_with_name_and_reason_and_employed_again()
    {
        const QString first = QStringLiteral("root@192.0.2.1"), second = QStringLiteral("root@192.0.2.2");
        QVERIFY(QDir().mkpath(m_case));
        RunStore store(m_case);
        for (const auto &[by, reason] : { std::pair("", "sold"), std::pair("li", " ") }) {
            const Done refused = store.retireNode(first, QLatin1String(by), QLatin1String(reason));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, QStringLiteral("reason-missing"));
        }
        QVERIFY(store.employNode(first));
        QVERIFY2(!QFile::exists(m_case + QStringLiteral("/retired-nodes.jsonl")), "nothing was said of it");
        QVERIFY(store.retireNode(first, QStringLiteral("li"), QStringLiteral("sold")));
        QVERIFY(store.retireNode(second, QStringLiteral("li"), QStringLiteral("burnt")));
        QVERIFY(store.retireNode(first, QStringLiteral("li"), QStringLiteral("sold, still")));
        QCOMPARE(store.retiredNodes(), (QStringList{ second, first }));
        QVERIFY(store.employNode(first));
        QCOMPARE(store.retiredNodes(), QStringList{ second });
        const QByteArray said = bytesOf(m_case + QStringLiteral("/retired-nodes.jsonl"));
        QCOMPARE(said.count('\n'), 4);
        QVERIFY2(said.contains("\"reason\":\"sold\""), "every word stays");
    }
    void the_operators_name_is_the_one_who_is_logged_in() { QVERIFY(!defaultOperatorName().isEmpty()); }
};

QTEST_APPLESS_MAIN(RunStoreTests)
#include "tst_run_store.moc"
