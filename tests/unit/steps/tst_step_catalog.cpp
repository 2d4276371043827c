#include "core/steps/step.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace undock;

static QByteArray header()
{
    return "#!/bin/bash\n"
           "#: id: b-archive\n"
           "#: stage: B\n"
           "#: title: Archive the four folders\n"
           "#: effect: adds\n"
           "#: time-limit: 3600\n"
           "#: undone-by: nothing (adds only)\n"
           "#: params: vmid ts config_new\n"
           "#: secret-params: config_new\n"
           "#: facts: backup_dir archives\n"
           "#: secret-output: no\n"
           "say hello\n";
}

class StepCatalogTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_step_of_the_program_parses();
    void a_step_is_named_after_its_stage();
    void what_deletes_or_switches_says_how_it_is_undone();
    void a_header_is_read_whole();
    void a_bad_header_is_refused_with_its_place_data();
    void a_bad_header_is_refused_with_its_place();
};

void StepCatalogTests::every_step_of_the_program_parses()
{
    const auto catalog = StepCatalog::builtIn();
    QVERIFY2(catalog.has_value(), qPrintable(catalog ? QString() : describe(catalog.error())));
    QVERIFY(!catalog->all().empty());
    for (size_t n = 1; n < catalog->all().size(); ++n)
        QVERIFY(catalog->all()[n - 1].stage <= catalog->all()[n].stage);
    for (const Step &step : catalog->all())
        QCOMPARE(catalog->find(step.id), &step);
    QVERIFY(!catalog->find(u"no-such-step"));
}

void StepCatalogTests::a_step_is_named_after_its_stage()
{
    static const QRegularExpression grammar(QStringLiteral("^[a-irk]-[a-z]+(-[a-z]+)*$"));
    const auto catalog = StepCatalog::builtIn();
    QVERIFY(catalog);
    for (const Step &step : catalog->all()) {
        QVERIFY2(grammar.match(step.id).hasMatch(), qPrintable(step.id));
        QVERIFY2(step.id.front().toUpper() == stageName(step.stage).front(), qPrintable(step.id));
        QVERIFY2(!step.title.isEmpty() && step.title.front().isUpper(), qPrintable(step.id));
    }
}

void StepCatalogTests::what_deletes_or_switches_says_how_it_is_undone()
{
    const auto catalog = StepCatalog::builtIn();
    QVERIFY(catalog);
    for (const Step &step : catalog->all()) {
        QVERIFY2(!step.undoneBy.isEmpty(), qPrintable(step.id));
        if (step.effect == Effect::Deletes)
            QVERIFY2(step.stage == Stage::I || step.stage == Stage::Housekeeping, qPrintable(step.id));
        // Only the deletion itself, the images' own choice, and what a person names in housekeeping delete anything.
        static const QStringList deleting{ QStringLiteral("i-delete"), QStringLiteral("i-images"),
            QStringLiteral("k-remove") };
        if (step.effect == Effect::Deletes)
            QVERIFY2(deleting.contains(step.id), qPrintable(step.id));
    }
}

void StepCatalogTests::a_header_is_read_whole()
{
    const auto step = parseStep(QStringLiteral("b-archive.sh"), header());
    QVERIFY2(step.has_value(), qPrintable(step ? QString() : describe(step.error())));
    QCOMPARE(step->id, QStringLiteral("b-archive"));
    QVERIFY(step->stage == Stage::B);
    QVERIFY(step->effect == Effect::Adds);
    QCOMPARE(step->timeLimitSeconds, 3600);
    QCOMPARE(step->params, (QStringList{ QStringLiteral("vmid"), QStringLiteral("ts"), QStringLiteral("config_new") }));
    QCOMPARE(step->secretParams, QStringList{ QStringLiteral("config_new") });
    QCOMPARE(step->facts, (QStringList{ QStringLiteral("backup_dir"), QStringLiteral("archives") }));
    QVERIFY(!step->secretOutput);
    QCOMPARE(step->script, header());
}

void StepCatalogTests::a_bad_header_is_refused_with_its_place_data()
{
    QTest::addColumn<QByteArray>("script");
    const auto without = [](const char *line) { return header().replace(QByteArray(line) + '\n', ""); };
    const auto with = [](const char *line, const char *instead) { return header().replace(line, instead); };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no header") << QByteArray("#!/bin/bash\necho\n");
    for (const char *line : { "#: id: b-archive", "#: stage: B", "#: title: Archive the four folders",
             "#: effect: adds", "#: time-limit: 3600", "#: undone-by: nothing (adds only)",
             "#: params: vmid ts config_new", "#: facts: backup_dir archives", "#: secret-output: no" })
        QTest::addRow("without %s", line) << without(line);
    QTest::newRow("another id") << with("id: b-archive", "id: b-other");
    QTest::newRow("another stage") << with("stage: B", "stage: J");
    QTest::newRow("another effect") << with("effect: adds", "effect: breaks");
    QTest::newRow("no number") << with("3600", "1h");
    QTest::newRow("zero") << with("3600", "0");
    QTest::newRow("negative") << with("3600", "-1");
    QTest::newRow("more than a day") << with("3600", "86401");
    QTest::newRow("twice") << with("#: stage: B\n", "#: stage: B\n#: stage: B\n");
    QTest::newRow("unknown field") << with("#: stage: B\n", "#: stage: B\n#: colour: red\n");
    QTest::newRow("secret that is no param") << with("secret-params: config_new", "secret-params: token");
    QTest::newRow("neither yes nor no") << with("secret-output: no", "secret-output: maybe");
    QTest::newRow("empty title") << with("title: Archive the four folders", "title:");
    QTest::newRow("empty way back") << with("undone-by: nothing (adds only)", "undone-by:");
    QTest::newRow("name that is no file name") << with("params: vmid ts", "params: ../vmid ts");
}

void StepCatalogTests::a_bad_header_is_refused_with_its_place()
{
    QFETCH(QByteArray, script);
    const auto step = parseStep(QStringLiteral("b-archive.sh"), script);
    QVERIFY(!step.has_value());
    QCOMPARE(step.error().kind, Error::Kind::BadInput);
    QVERIFY(step.error().where.startsWith(QStringLiteral("b-archive.sh:")));
    QVERIFY(!step.error().what.isEmpty());
}

QTEST_APPLESS_MAIN(StepCatalogTests)
#include "tst_step_catalog.moc"
