#include "core/journal/writer.h"
#include "core/text/redact.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace undock;

/// Lets no file of this process grow beyond `bytes`: what a full disk looks like to a writer.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{ bytes, m_before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

/// Leaves this process `bytes` of memory beyond what it has.
class LittleMemory {
public:
    explicit LittleMemory(rlim_t bytes)
    {
        QFile status(QStringLiteral("/proc/self/status"));
        const QByteArray all = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
        const rlim_t taken = all.mid(all.indexOf("VmData:") + 7).simplified().split(' ').constFirst().toULongLong()
            << 10;
        getrlimit(RLIMIT_DATA, &m_before);
        const rlimit limit{ taken + bytes, m_before.rlim_max };
        setrlimit(RLIMIT_DATA, &limit);
    }
    ~LittleMemory() { setrlimit(RLIMIT_DATA, &m_before); }
    LittleMemory(const LittleMemory &) = delete;
    LittleMemory &operator=(const LittleMemory &) = delete;

private:
    rlimit m_before{};
};

class JournalWriting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_read_back_is_what_was_appended();
    void memory_and_disk_tell_the_same_even_of_invalid_text();
    void text_from_a_guest_cannot_forge_a_line();
    void the_observer_sees_a_line_only_when_it_is_on_disk();
    void the_observer_may_append();
    void known_secrets_never_reach_the_file();
    void what_a_guest_calls_its_secret_changes_no_state();
    void a_second_writer_is_refused_until_the_first_is_gone();
    void a_second_program_is_refused();
    void a_full_disk_fails_the_append_and_every_later_one();
    void after_a_full_disk_the_journal_is_whole_and_goes_on();
    void a_failed_writer_goes_on_once_it_has_read_the_disk_again();
    void a_journal_that_cannot_be_made_is_an_error_not_a_crash();
    void what_may_not_last_is_not_begun();
    void only_the_owner_can_read_it();
    void reading_takes_no_more_memory_than_the_journal_is_large();
    void lines_of_several_threads_form_one_chain();
    void each_thread_is_given_the_line_that_it_wrote();

private:
    QString newPath() { return m_folder.filePath(QStringLiteral("j%1.jsonl").arg(++m_count)); }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
    int m_count = 0;
};

static void compareEvents(const std::vector<JournalEvent> &left, const std::vector<JournalEvent> &right)
{
    QCOMPARE(left.size(), right.size());
    for (size_t n = 0; n < left.size(); ++n) {
        QCOMPARE(left[n].seq, right[n].seq);
        QCOMPARE(left[n].at, right[n].at);
        QCOMPARE(left[n].type, right[n].type);
        QCOMPARE(left[n].previous, right[n].previous);
        QCOMPARE(compactJson(left[n].data), compactJson(right[n].data));
        QVERIFY(left[n].data == right[n].data);
    }
}

void JournalWriting::what_is_read_back_is_what_was_appended()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    QVERIFY((*writer)->append(event::runCreated, { { "vmid", "102" }, { "n", 1 }, { "x", nullptr } }));
    QVERIFY((*writer)->append(event::output, { { "text", "小鸡\t😀\u0001\"\\" }, { "list", { 1, "two", false } } }));
    QVERIFY((*writer)->append(event::finished, Json::object()));
    const auto inMemory = (*writer)->events();
    compareEvents(readJournalFile(path)->events, inMemory);
    writer->reset();
    auto again = JournalWriter::open(path);
    QVERIFY(again);
    compareEvents((*again)->events(), inMemory);
    QVERIFY((*again)->append(event::paused, { { "why", "x" } }));
    QCOMPARE(readJournalFile(path)->events.back().seq, 4);
}

void JournalWriting::memory_and_disk_tell_the_same_even_of_invalid_text()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    QVERIFY((*writer)->append(event::output, { { "text", std::string("cut \xe4\xb8 here \xff") } }));
    compareEvents(readJournalFile(path)->events, (*writer)->events());
}

void JournalWriting::text_from_a_guest_cannot_forge_a_line()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    QVERIFY((*writer)->append(event::begin, { { "job", "01-x" } }));
    const std::string forged = "}\n" + bytesOf(path).toStdString() + "\r\n\u2028";
    QVERIFY((*writer)->append(event::output, { { "text", forged } }));
    QCOMPARE(bytesOf(path).count('\n'), 2);
    const auto contents = readJournalFile(path);
    QVERIFY(contents && !contents->damage);
    QCOMPARE(stringAt(contents->events[1].data, "text"), QString::fromStdString(forged));
}

void JournalWriting::the_observer_sees_a_line_only_when_it_is_on_disk()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    std::vector<qint64> seen;
    (*writer)->setObserver([&](const JournalEvent &event) {
        const auto contents = readJournalFile(path);
        if (contents && !contents->events.empty() && contents->events.back().seq == event.seq)
            seen.push_back(event.seq);
    });
    for (int n = 0; n < 3; ++n)
        QVERIFY((*writer)->append(event::trouble, { { "code", "x" } }));
    QCOMPARE(seen, (std::vector<qint64>{ 1, 2, 3 }));
}

void JournalWriting::the_observer_may_append()
{
    auto writer = JournalWriter::open(newPath());
    QVERIFY(writer);
    (*writer)->setObserver([&](const JournalEvent &event) {
        if (event.seq == 1)
            QVERIFY((*writer)->append(event::paused, { { "why", "seen" } }));
    });
    QVERIFY((*writer)->append(event::trouble, { { "code", "x" } }));
    QCOMPARE((*writer)->events().size(), 2u);
}

void JournalWriting::known_secrets_never_reach_the_file()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    (*writer)->setRedactor(
        [](const QString &text) { return QString(text).replace(QStringLiteral("LABSECRET"), QStringLiteral("***")); });
    QVERIFY((*writer)->append(event::end,
        { { "text", "token LABSECRET" }, { "facts", { { "key", "LABSECRET" } } },
            { "failure", { { "text", "a LABSECRET b" } } }, { "n", 5 } }));
    QVERIFY(!bytesOf(path).contains("LABSECRET"));
    QCOMPARE(bytesOf(path).count("***"), 3);
    QVERIFY(!compactJson((*writer)->events()[0].data).contains("LABSECRET"));
    QCOMPARE(intAt((*writer)->events()[0].data, "n"), 5);
}

void JournalWriting::what_a_guest_calls_its_secret_changes_no_state()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    (*writer)->setRedactor([redactor = Redactor({ "passed", "failed", "i-delete", "02-i-delete", "deletes" })](
                               const QString &text) { return redactor.redact(text); });
    const Json begin = { { "job", "02-i-delete" }, { "step", "i-delete" }, { "stage", "I" }, { "effect", "deletes" } };
    const Json end = { { "job", "02-i-delete" }, { "verdict", "passed" }, { "state", "passed" },
        { "warnings", { { { "code", "x" }, { "text", "it passed" } } } } };
    QVERIFY((*writer)->append(event::begin, begin));
    QVERIFY((*writer)->append(event::end, end));
    const auto events = readJournalFile(path)->events;
    QCOMPARE(compactJson(events[0].data), compactJson(begin));
    QCOMPARE(stringAt(events[1].data, "verdict"), QStringLiteral("passed"));
    QCOMPARE(stringAt(events[1].data, "job"), QStringLiteral("02-i-delete"));
    QCOMPARE(stringAt(events[1].data["warnings"][0], "text"), QStringLiteral("it [redacted]"));
}

void JournalWriting::a_second_writer_is_refused_until_the_first_is_gone()
{
    const QString path = newPath();
    auto first = JournalWriter::open(path);
    QVERIFY(first);
    const auto second = JournalWriter::open(path);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, Error::Kind::Refused);
    QCOMPARE(second.error().code, QStringLiteral("journal-in-use"));
    // Reading is always possible: the record is made during a run.
    QVERIFY(readJournalFile(path));
    first->reset();
    QVERIFY(JournalWriter::open(path));
}

void JournalWriting::a_second_program_is_refused()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    const pid_t child = fork();
    if (child == 0) {
        const auto second = JournalWriter::open(path);
        _exit(second ? 0 : second.error().code == QLatin1String("journal-in-use") ? 7 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
}

void JournalWriting::a_full_disk_fails_the_append_and_every_later_one()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    QVERIFY((*writer)->append(event::begin, { { "job", "01-x" } }));
    const QByteArray before = bytesOf(path);
    int observed = 0;
    (*writer)->setObserver([&](const JournalEvent &) { ++observed; });
    {
        const FullDisk full(static_cast<rlim_t>(before.size()) + 20);
        const Done appended = (*writer)->append(event::begin, { { "job", "02-x" } });
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, QStringLiteral("journal-unwritable"));
        QVERIFY(!appended.error().cure.isEmpty());
    }
    QCOMPARE(observed, 0);
    QCOMPARE((*writer)->events().size(), 1u);
    // Even with space again: this writer no longer knows what stands on disk.
    QVERIFY(!(*writer)->append(event::begin, { { "job", "03-x" } }));
    QCOMPARE(bytesOf(path), before);
}

void JournalWriting::after_a_full_disk_the_journal_is_whole_and_goes_on()
{
    for (rlim_t room = 0; room < 120; room += 7) {
        const QString path = newPath();
        {
            auto writer = JournalWriter::open(path);
            QVERIFY(writer);
            QVERIFY((*writer)->append(event::begin, { { "job", "01-x" } }));
            const FullDisk full(static_cast<rlim_t>(bytesOf(path).size()) + room);
            QVERIFY(!(*writer)->append(event::begin, { { "job", "02-x" } }));
        }
        auto writer = JournalWriter::open(path);
        QVERIFY(writer);
        QVERIFY((*writer)->append(event::begin, { { "job", "02-x" } }));
        const auto contents = readJournalFile(path);
        QVERIFY(contents && !contents->damage);
        QCOMPARE(contents->events.size(), 2u);
    }
}

void JournalWriting::a_failed_writer_goes_on_once_it_has_read_the_disk_again()
{
    for (rlim_t room = 0; room < 120; room += 7) {
        const QString path = newPath();
        auto writer = JournalWriter::open(path);
        QVERIFY(writer);
        QVERIFY((*writer)->append(event::begin, { { "job", "01-x" } }));
        QVERIFY(!(*writer)->failed());
        QVERIFY((*writer)->recover()); // nothing to do
        {
            const FullDisk full(static_cast<rlim_t>(bytesOf(path).size()) + room);
            QVERIFY(!(*writer)->append(event::begin, { { "job", "02-x" } }));
        }
        QVERIFY((*writer)->failed());
        QVERIFY((*writer)->recover());
        QVERIFY(!(*writer)->failed());
        QVERIFY((*writer)->append(event::begin, { { "job", "02-x" } }));
        const auto contents = readJournalFile(path);
        QVERIFY(contents && !contents->damage);
        compareEvents(contents->events, (*writer)->events());
        QCOMPARE(contents->events.back().data["job"].get<std::string>(), std::string("02-x"));
        QVERIFY(!JournalWriter::open(path)); // it never let go of the file
    }
}

void JournalWriting::a_journal_that_cannot_be_made_is_an_error_not_a_crash()
{
    const auto missing = JournalWriter::open(m_folder.filePath(QStringLiteral("no/such/folder/j.jsonl")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, QStringLiteral("journal-unwritable"));
    const auto folder = JournalWriter::open(m_folder.path());
    QVERIFY(!folder);
    const auto unread = readJournalFile(m_folder.filePath(QStringLiteral("none.jsonl")));
    QVERIFY(!unread);
    QCOMPARE(unread.error().code, QStringLiteral("journal-unreadable"));
}

void JournalWriting::only_the_owner_can_read_it()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOwner;
    QCOMPARE(QFileInfo(path).permissions() & others, QFileDevice::Permissions());
}

void JournalWriting::what_may_not_last_is_not_begun()
{
    // A file can be made in it, and that its name is on disk can't be known: the folder itself cannot be opened.
    const QString folder = m_folder.filePath(QStringLiteral("unlisted"));
    QVERIFY(QDir().mkdir(folder));
    const uid_t me = geteuid();
    constexpr uid_t nobody = 65534;
    const bool root = me == 0;
    const QByteArray name = QFile::encodeName(folder);
    QCOMPARE(::chmod(name.constData(), 0300), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_folder.path()).constData(), 0711), 0);
    if (root) // who could open it all the same
        QVERIFY(::chown(name.constData(), nobody, nobody) == 0 && seteuid(nobody) == 0);
    const auto writer = JournalWriter::open(folder + QStringLiteral("/journal.jsonl"));
    if (root)
        QCOMPARE(seteuid(me), 0);
    QVERIFY(!writer);
    QCOMPARE(writer.error().code, QStringLiteral("journal-unwritable"));
    QCOMPARE(::chmod(name.constData(), 0700), 0);
}

void JournalWriting::reading_takes_no_more_memory_than_the_journal_is_large()
{
    const QString path = newPath();
    QVERIFY(JournalWriter::open(path));
    const LittleMemory memory(128 << 20);
    QVERIFY(readJournalFile(path));
}

void JournalWriting::lines_of_several_threads_form_one_chain()
{
    const QString path = newPath();
    auto writer = JournalWriter::open(path);
    QVERIFY(writer);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int n = 0; n < 25; ++n)
                (void)(*writer)->append(event::output, { { "text", "x" } });
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const auto contents = readJournalFile(path);
    QVERIFY(contents && !contents->damage);
    QCOMPARE(contents->events.size(), 100u);
}

void JournalWriting::each_thread_is_given_the_line_that_it_wrote()
{
    auto writer = JournalWriter::open(newPath());
    QVERIFY(writer);
    std::atomic<int> strangers = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int n = 0; n < 50; ++n) {
                const auto written = (*writer)->write(event::output, { { "thread", t }, { "n", n } });
                if (!written || written->data["thread"] != t || written->data["n"] != n)
                    ++strangers;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(strangers.load(), 0);
}

QTEST_APPLESS_MAIN(JournalWriting)
#include "tst_journal_writing.moc"
