#include "core/steps/facts.h"
#include "engine/run/acceptance.h"

#include <QTest>

using namespace undock;

namespace {

std::vector<CheckRow> told(const char *facts)
{
    return checksOf(Facts::parse(QByteArray(facts)));
}

} // namespace

/// `check=ID|weight|verdict|expected|found[|before]`
class CheckRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beforeIsASixthFieldThatOlderRunsDoNotHave()
    {
        const auto rows = told("check=a|critical|passed|x%7Cy|z\ncheck=b|info|warning|x|y|HTTP 401\n");
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].expected, QStringLiteral("x|y"));
        QVERIFY(rows[0].before.isEmpty());
        QCOMPARE(rows[0].verdict, Verdict::Passed);
        QCOMPARE(rows[1].before, QStringLiteral("HTTP 401"));
        QVERIFY(!rows[1].critical);
    }

    void fewerOrMoreFieldsAreUndecided()
    {
        for (const char *line : { "check=a|critical|passed|x\n", "check=a|info|passed|x|y|z|w\n" }) {
            const auto rows = told(line);
            QCOMPARE(rows.size(), std::size_t(1));
            QVERIFY(rows[0].critical);
            QCOMPARE(rows[0].verdict, Verdict::Unknown);
        }
    }

    void theLinesThatDifferStandBelowTheSentence()
    {
        const CheckRow row
            = told("check=baseline-cron|critical|failed|e|2 lines differ%0A- a: b%0A+ a: c|5 lines\n").front();
        QCOMPARE(row.foundSentence(), QStringLiteral("2 lines differ"));
        QCOMPARE(row.foundLines(), QStringList({ QStringLiteral("- a: b"), QStringLiteral("+ a: c") }));
    }

    void aJournalKeepsBothKinds()
    {
        for (const char *line : { "check=a|critical|passed|x|y\n", "check=a|critical|passed|x|y|z\n" }) {
            const CheckRow row = told(line).front(), again = checkFromJson(toJson(row));
            QCOMPARE(again.before, row.before);
            QCOMPARE(again.found, row.found);
            QCOMPARE(toJson(row).contains("before"), !row.before.isEmpty());
        }
    }

    void fromOutsideIsAskedForWhatTheVmAnsweredBefore()
    {
        Facts scan;
        QCOMPARE(answerBefore(scan, u"18080"), -1);
        scan.add(QStringLiteral("answered"), QStringLiteral("18789 nginx (nginx.service)"));
        scan.add(QStringLiteral("answered"), QStringLiteral("18789 GET / HTTP 401, HTTP 404 with the login"));
        scan.add(QStringLiteral("answered"), QStringLiteral("18080 GET / no answer"));
        scan.add(QStringLiteral("answered"), QStringLiteral("28080 GET / HTTP x"));
        QCOMPARE(answerBefore(scan, u"18789"), 401);
        QCOMPARE(answerBefore(scan, u"18080"), 0);
        QCOMPARE(answerBefore(scan, u"28080"), -1);
    }
};

QTEST_GUILESS_MAIN(CheckRows)
#include "tst_check_rows.moc"
