// What a record says at once, and how much of it stands open.
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "journals/recorded_run.h"

#include <QTest>

using namespace undock;

namespace {

Record recordOf(const RecordedRun &run, const char *language)
{
    RecordOptions options;
    options.language = QLatin1String(language);
    return makeRecord(run.events(), options);
}

QString plain(const Inline &text)
{
    QString all;
    for (const Inline::Part &part : text.parts)
        all += part.text;
    return all;
}

/// The first page's row with this name; fails the test where there is none.
QString row(const RecordedRun &run, const char *language, const QString &name)
{
    for (const auto &cells : recordOf(run, language).firstPage) {
        if (plain(cells.front()) == name)
            return plain(cells.back());
    }
    return QStringLiteral("there is no row ") + name;
}

QString english(const RecordedRun &run, const char *name)
{
    return row(run, "en", QLatin1String(name));
}

/// Lines that a reader sees before anything is opened.
int openLines(const QString &markdown)
{
    int count = 0, depth = 0;
    const QStringList lines = markdown.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line == QLatin1String("<details>"))
            count += depth++ == 0 ? 1 : 0;
        else if (line == QLatin1String("</details>"))
            --depth;
        else if (depth == 0 && !line.startsWith(QLatin1String("<!--")))
            ++count;
    }
    return count;
}

} // namespace

class FirstPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_whole_run_is_told_in_ten_lines()
    {
        const RecordedRun run = RecordedRun::named("whole");
        QCOMPARE(recordOf(run, "en").firstPage.size(), 10U); // with its head
        QCOMPARE(recordOf(run, "zh").firstPage.size(), 10U);
        QVERIFY(english(run, "Outcome").startsWith(QLatin1String("Done")));
        QVERIFY(english(run, "Outage").contains(QLatin1String("gateway (the bot) 2 min 03 s")));
        QVERIFY(english(run, "Data proven equal").contains(QLatin1String("234 files, 277 MB")));
        QVERIFY(english(run, "Versions").contains(QString::fromUtf8("panel v2026.02.20-r2 → v2026.02.20-r4")));
        QVERIFY(english(run, "Left out").contains(QLatin1String("2 lock files")));
        QVERIFY(english(run, "Acceptance").contains(QLatin1String("accepted for the user by")));
        QVERIFY(english(run, "Backup").contains(QLatin1String("338 entries verified")));
        QVERIFY(english(run, "Way back").contains(QLatin1String("a rollback makes the containers anew")));
        QVERIFY(english(run, "Way back").endsWith(QLatin1String("openclaw-undock-cli rollback --vmid 101")));
        QVERIFY(row(run, "zh", QStringLiteral("停机")).contains(QStringLiteral("网关（机器人） 2 分 03 秒")));
    }
    void where_nothing_was_done_it_says_so()
    {
        const RecordedRun run = RecordedRun::named("whole").afterStep("a-scan");
        QCOMPARE(english(run, "Outage"), QStringLiteral("none: nothing was stopped"));
        QCOMPARE(english(run, "Data proven equal"), QStringLiteral("not copied to the direct install yet"));
        QVERIFY(english(run, "Versions").contains(QLatin1String("not installed")));
        QCOMPARE(english(run, "Acceptance"), QStringLiteral("not checked yet; the user has not accepted"));
        QCOMPARE(english(run, "Backup"), QStringLiteral("none yet"));
    }
    void each_finding_and_failure_that_needs_somebody_is_named_once()
    {
        const QString said = english(RecordedRun::named("whole"), "Needs somebody");
        QCOMPARE(said.count(QLatin1String("layer-changes")), 1);
        QVERIFY(said.startsWith(QLatin1String("to look at")));
    }
    void a_copy_whose_end_is_not_known_is_not_called_absent()
    {
        const RecordedRun run = RecordedRun::named("whole").whileAt("e-copy");
        QVERIFY2(english(run, "Data proven equal").startsWith(QLatin1String("not proven: the copy ")),
            qPrintable(english(run, "Data proven equal")));
    }
    void an_install_whose_end_is_not_known_is_not_called_absent()
    {
        const RecordedRun run = RecordedRun::named("whole").whileAt("d-install");
        QVERIFY2(
            english(run, "Versions").contains(QString::fromUtf8("→ unknown")), qPrintable(english(run, "Versions")));
    }
    void after_a_rollback_it_says_which_version_runs()
    {
        QVERIFY(english(RecordedRun::named("rolled-back"), "Versions").contains(QLatin1String("rolled back")));
        QVERIFY(!english(RecordedRun::named("whole"), "Versions").contains(QLatin1String("rolled back")));
    }
    void while_docker_is_down_the_outage_is_still_under_way()
    {
        const RecordedRun run = RecordedRun::named("whole").whileAt("e-copy");
        QVERIFY(english(run, "Outage").contains(QLatin1String("still down")));
    }
    void what_a_person_reads_stands_in_two_hundred_lines_data()
    {
        QTest::addColumn<QString>("sample");
        const QStringList samples = RecordedRun::samples();
        for (const QString &sample : samples)
            QTest::newRow(qPrintable(sample)) << sample;
    }
    void what_a_person_reads_stands_in_two_hundred_lines()
    {
        QFETCH(QString, sample);
        for (const char *language : { "en", "zh" }) {
            const int lines = openLines(toMarkdown(recordOf(RecordedRun::named(qPrintable(sample)), language)));
            QVERIFY2(lines <= 200, qPrintable(QString::number(lines)));
        }
    }
};

QTEST_GUILESS_MAIN(FirstPageTest)
#include "tst_first_page.moc"
