#include "engine/store/guard_process.h"
#include "engine/store/source_memory.h"

#include "journals/journal_builder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace undock;

namespace {

const std::string first(64, 'a');
const std::string second(64, 'b');

RunParameters parametersWith(const char *installer)
{
    return *makeRunParameters({ { QStringLiteral("vmid"), QStringLiteral("102") },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
        { QStringLiteral("operator"), QStringLiteral("lin") },
        { QStringLiteral("installer_url"), QString::fromLatin1(installer) } });
}

} // namespace

class SourceMemoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_was_installed_is_remembered_by_its_address()
    {
        QTemporaryDir folder;
        const RunParameters ours = parametersWith("https://a.example/i.sh");
        SourceMemory memory(folder.path());
        QVERIFY(memory.seenFor(ours).installer.isEmpty());
        JournalBuilder run = JournalBuilder::created();
        QVERIFY(memory.remember(ours, run.state()));
        QVERIFY(memory.seenFor(ours).installer.isEmpty()); // nothing was installed yet

        run.pass("d-install", Json::array({ Json::array({ "installer_sha256", first }) }));
        run.pass("f-panel", Json::array({ Json::array({ "panel_sha256", second }) }));
        QVERIFY(memory.remember(ours, run.state()));
        const SourceSums seen = SourceMemory(folder.path()).seenFor(ours);
        QCOMPARE(toStd(seen.installer), first);
        QCOMPARE(toStd(seen.panel), second);
        QVERIFY(memory.seenFor(parametersWith("https://b.example/i.sh")).installer.isEmpty());

        run.pass("d-install", Json::array({ Json::array({ "installer_sha256", second }) }));
        QVERIFY(memory.remember(ours, run.state()));
        QCOMPARE(toStd(memory.seenFor(ours).installer), second);
    }

    void a_sum_that_is_none_is_not_remembered()
    {
        QTemporaryDir folder;
        const RunParameters ours = parametersWith("https://a.example/i.sh");
        JournalBuilder run = JournalBuilder::created();
        run.pass("d-install", Json::array({ Json::array({ "installer_sha256", "x\n" + first + " https://evil" }) }));
        SourceMemory memory(folder.path());
        QVERIFY(memory.remember(ours, run.state()));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("source-sums"))));
    }

    void the_data_folder_is_ours_alone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("data"));
        QVERIFY(ownFolder(path));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0777), 0);
        QVERIFY(ownFolder(path));
        struct stat status { };
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0700));
        if (::geteuid() != 0)
            QSKIP("only root can give a folder away");
        QCOMPARE(::chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
        const Done theirs = ownFolder(path);
        QVERIFY(!theirs);
        QCOMPARE(theirs.error().code, QStringLiteral("folder-not-ours"));
    }

    void the_process_leaves_nothing_behind()
    {
        guardProcess();
        rlimit cores{ 1, 1 };
        QCOMPARE(::getrlimit(RLIMIT_CORE, &cores), 0);
        QCOMPARE(cores.rlim_cur, rlim_t(0));
        QCOMPARE(cores.rlim_max, rlim_t(0));
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        ::prctl(PR_SET_DUMPABLE, 1);
    }
};

QTEST_APPLESS_MAIN(SourceMemoryTest)
#include "tst_source_memory.moc"
