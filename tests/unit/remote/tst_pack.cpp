// A pack's sha256 is its name: the same files must give the same bytes.
#include "remote/guest/guest_lib.h"
#include "remote/guest/gzip.h"
#include "remote/guest/pack.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace undock;
using namespace undock::remote;

namespace {

JobSpec job(int number, const QString &step)
{
    JobSpec spec;
    spec.number = number;
    spec.step = step;
    spec.script = "#!/bin/bash\nsay hello\n";
    spec.effect = "reads";
    spec.params = { { QStringLiteral("vmid"), "101" }, { QStringLiteral("ts"), QByteArray("\0\n'$(x)", 7) } };
    spec.secretParams = { QStringLiteral("ts") };
    spec.needsFacts = { QStringLiteral("backup_dir"), QStringLiteral("bytes") };
    spec.acceptedWarnings = { QStringLiteral("disk-low") };
    return spec;
}

QByteArray run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

} // namespace

class PackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameFilesGiveTheSameBytes()
    {
        const Chain chain{ QStringLiteral("r1"), { job(7, QStringLiteral("b-archive")) } };
        const auto first = packOf(chain)->bytes();
        QTest::qWait(1100); // a time stamp would show
        const auto second = packOf(chain)->bytes();
        QVERIFY(first && second);
        QCOMPARE(*first, *second);
    }

    void tarTakesItApart()
    {
        QTemporaryDir folder;
        const Chain chain{ QStringLiteral("r1"),
            { job(7, QStringLiteral("b-archive")), job(8, QStringLiteral("b-verify")) } };
        const auto bytes = packOf(chain)->bytes();
        QVERIFY(bytes);
        QFile file(folder.filePath(QStringLiteral("pack.tar.gz")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*bytes);
        file.close();
        const QByteArray list = run(QStringLiteral("tar"), { QStringLiteral("-xzvf"), file.fileName() }, folder.path());
        QVERIFY2(list.contains("jobs/07-b-archive/params/ts"), list);
        QFile value(folder.filePath(QStringLiteral("jobs/08-b-verify/params/ts")));
        QVERIFY(value.open(QIODevice::ReadOnly));
        QCOMPARE(value.readAll(), QByteArray("\0\n'$(x)", 7));
        QFile facts(folder.filePath(QStringLiteral("jobs/08-b-verify/needs-facts")));
        QVERIFY(facts.open(QIODevice::ReadOnly));
        QCOMPARE(facts.readAll(), QByteArray("backup_dir bytes\n"));
        QCOMPARE(QFileInfo(value).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner),
            QFile::Permissions());
    }

    void namesThatCouldLeaveTheFolderAreRefused_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("param");
        QTest::newRow("step with a slash") << QStringLiteral("b-../x") << QStringLiteral("vmid");
        QTest::newRow("step in capitals") << QStringLiteral("B-archive") << QStringLiteral("vmid");
        QTest::newRow("newline after the step") << QStringLiteral("b-archive\n") << QStringLiteral("vmid");
        QTest::newRow("empty step") << QString() << QStringLiteral("vmid");
        QTest::newRow("param with dots") << QStringLiteral("b-archive") << QStringLiteral("..");
        QTest::newRow("param with a slash") << QStringLiteral("b-archive") << QStringLiteral("a/b");
        QTest::newRow("empty param") << QStringLiteral("b-archive") << QString();
    }
    void namesThatCouldLeaveTheFolderAreRefused()
    {
        QFETCH(QString, step);
        QFETCH(QString, param);
        JobSpec spec = job(1, step);
        spec.params.insert(param, "x");
        const auto pack = packOf({ QStringLiteral("r1"), { spec } });
        QVERIFY(!pack);
        QCOMPARE(pack.error().kind, Error::Kind::BadInput);
    }

    void jobsMustBeNumberedInOrder()
    {
        QVERIFY(!packOf(
            { QStringLiteral("r1"), { job(8, QStringLiteral("b-verify")), job(7, QStringLiteral("b-archive")) } }));
        QVERIFY(!packOf({ QStringLiteral("r1"), {} }));
        QVERIFY(!packOf({ QStringLiteral("../r1"), { job(7, QStringLiteral("b-archive")) } }));
    }

    void theRuntimeIsCarriedAndNamedAfterItsContent()
    {
        const auto lib = GuestLib::fromResources();
        QVERIFY2(lib, lib ? "" : qPrintable(describe(lib.error())));
        QVERIFY(QRegularExpression(QStringLiteral("^/var/lib/openclaw-undock/lib/[0-9a-f]{16}$"))
                    .match(lib->folder)
                    .hasMatch());
        QCOMPARE(GuestLib::fromResources()->packSha256, lib->packSha256);
        QVERIFY(lib->stub.size() <= 2048);
        const QByteArray whole = *gunzip(lib->pack, 8 << 20);
        const QByteArray line = "\n  \"clock-ahead\": \""; // as prelude.sh looks for it
        QVERIFY(whole.contains("\n \"said\": {\n") && whole.contains(line));
        QVERIFY2(!whole.contains("\"documents\": {"), "what only the desk says stays there");
        qInfo("the runtime is %lld bytes packed", static_cast<long long>(lib->pack.size()));
    }

    void whatIsZippedComesBack()
    {
        for (const QByteArray &content : { QByteArray(), QByteArray("x"), QByteArray(1 << 20, 'y') }) {
            const auto packed = gzip(content);
            QVERIFY(packed);
            const auto back = gunzip(*packed, 1 << 20);
            QVERIFY2(back, back ? "" : qPrintable(describe(back.error())));
            QCOMPARE(*back, content);
        }
    }

    void aZipBombIsNotSwallowed()
    {
        const auto packed = gzip(QByteArray(8 << 20, '\0'));
        QVERIFY(packed && packed->size() < 100000);
        const auto back = gunzip(*packed, 1 << 20);
        QVERIFY(!back);
        QCOMPARE(back.error().code, QStringLiteral("output-too-large"));
    }

    void whatIsNotZippedIsSaidSo()
    {
        QVERIFY(!gunzip("hello", 100));
        QVERIFY(!gunzip("", 100));
        QByteArray damaged = *gzip(QByteArray(5000, 'z') + "tail");
        damaged.chop(6);
        QVERIFY(!gunzip(damaged, 100000));
    }
};

QTEST_GUILESS_MAIN(PackTest)
#include "tst_pack.moc"
