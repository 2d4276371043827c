#include "core/housekeeping/leftover.h"
#include "journals/journal_builder.h"

#include <QTest>

using namespace undock;

namespace {

constexpr char backup[] = "/root/migrate-backup-102-2026-01-01_080000";
constexpr char runFolder[] = "/var/lib/openclaw-undock/runs/102-20260101-080000-aaaa";

std::string line(const char *path, const char *reason = "-", const char *kind = "backup")
{
    return std::string(kind) + ' ' + reason + " 52000000 6 1767254400 77-1767254400000000000 102-20260101-080000-aaaa "
        + path;
}

Json facts(std::initializer_list<std::string> lines)
{
    Json all = Json::array();
    for (const std::string &one : lines)
        all.push_back(Json::array({ "leftover", one }));
    return all;
}

} // namespace

class Leftovers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_line_is_read_whole()
    {
        const auto found = leftoversOf(Facts::fromJson(facts({ line(backup, "newest-backup") })));
        QCOMPARE(found.size(), size_t(1));
        const Leftover &one = found.front();
        QCOMPARE(one.kind, Leftover::Kind::Backup);
        QCOMPARE(one.path, QLatin1String(backup));
        QCOMPARE(one.reason, QStringLiteral("newest-backup"));
        QVERIFY(!one.removable());
        QCOMPARE(one.bytes, 52000000);
        QCOMPARE(one.files, 6);
        QCOMPARE(one.changed, QDateTime::fromString(QStringLiteral("2026-01-01T08:00:00Z"), Qt::ISODate));
        QCOMPARE(one.identity, QStringLiteral("77-1767254400000000000"));
        QCOMPARE(one.run, QStringLiteral("102-20260101-080000-aaaa"));
        QVERIFY(leftoversOf(Facts::fromJson(facts({ line(backup) }))).front().removable());
    }

    void what_a_guest_makes_up_is_left_out_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::newRow("foreign path") << QByteArray::fromStdString(line("/root/.openclaw"));
        QTest::newRow("dots") << QByteArray::fromStdString(line("/root/../etc"));
        QTest::newRow("kind") << QByteArray::fromStdString(line(backup, "-", "everything"));
        QTest::newRow("more behind it") << QByteArray::fromStdString(line(backup) + " /etc");
        QTest::newRow("short") << QByteArray("backup - 1 2 3");
        QTest::newRow("negative") << QByteArray::fromStdString(line(backup)).replace("52000000", "-1");
        QTest::newRow("a word for the reason") << QByteArray::fromStdString(line(backup, "<b>")).append("");
    }
    void what_a_guest_makes_up_is_left_out()
    {
        QFETCH(QByteArray, made);
        const auto found = leftoversOf(Facts::fromJson(facts({ made.toStdString(), line(runFolder, "-", "run") })));
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().path, QLatin1String(runFolder));
    }

    void only_paths_that_migrations_leave_are_known_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("known");
        const QString run = QStringLiteral("102-20260101-080000-aaaa");
        const auto row = [](const QString &path, bool known) { QTest::newRow(qPrintable(path)) << path << known; };
        row(QLatin1String(backup), true);
        row(QStringLiteral("/root/migrate-backup-102-20260101080000"), true);
        row(QStringLiteral("/root/.openclaw.before-") + run, true);
        row(QStringLiteral("/root/.openclaw.before-") + run + QStringLiteral("-2"), true);
        row(QStringLiteral("/root/.openclaw.rolledback-") + run, true);
        row(QStringLiteral("/home/node/.openclaw.before-") + run, true);
        row(QStringLiteral("/opt/openclaw-panel.before-") + run, true);
        row(QLatin1String(runFolder), true);
        row(QStringLiteral("/root/.undock-removing-.openclaw.before-") + run, true);
        row(QString(), false);
        row(QStringLiteral("/"), false);
        row(QStringLiteral("/root/.openclaw"), false);
        row(QStringLiteral("/data/openclaw"), false);
        row(QStringLiteral("/opt/openclaw"), false);
        row(QStringLiteral("/home/node/.openclaw.rolledback-") + run, false);
        row(QLatin1String(backup) + QStringLiteral("/x"), false);
        row(QLatin1String(backup) + QLatin1Char('\n'), false);
        row(QStringLiteral("/root/x/../migrate-backup-102-20260101080000"), false);
        row(QStringLiteral("/var/lib/openclaw-undock/runs/.."), false);
        row(QStringLiteral("x") + QLatin1String(backup), false);
    }
    void only_paths_that_migrations_leave_are_known()
    {
        QFETCH(QString, path);
        QTEST(isLeftoverPath(path), "known");
    }

    void a_listing_counts_until_something_is_removed()
    {
        JournalBuilder run = JournalBuilder::created();
        QVERIFY(!listedLeftovers(run.state()));
        run.pass("k-list", facts({ line(backup) }));
        QCOMPARE(listedLeftovers(run.state())->size(), size_t(1));
        run.failStep("k-list", "step-aborted");
        QCOMPARE(listedLeftovers(run.state())->size(), size_t(1));
        const QString job = run.begin("k-remove");
        QVERIFY(!listedLeftovers(run.state()));
        run.end(job, "passed", "passed");
        QVERIFY(!listedLeftovers(run.state()));
        run.pass("k-list");
        QCOMPARE(listedLeftovers(run.state())->size(), size_t(0));
    }
};

QTEST_APPLESS_MAIN(Leftovers)
#include "tst_leftover.moc"
