#include "core/steps/step.h"
#include "core/steps/step_words.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>

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
           "#: place: procedure backup 10, early prepare 20\n"
           "#: required: stage early\n"
           "#: role: makes-backup\n"
           "#: redo-on: sum-differs archive-missing\n"
           "#: needs-nobody: changed-meanwhile\n"
           "#: usually: 30\n"
           "#: deviates: always, told if missing, elsewhere if scans.answered, chosen if order=early, "
           "not-chosen if gateway_mode!=local, later if after deletes-containers\n"
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
    void a_header_that_says_no_more_has_no_part();
    void steps_that_do_not_fit_together_are_refused();
    void a_role_names_the_one_step_that_holds_it();
    void words_of_no_step_and_steps_without_words_are_named();
    void what_a_language_lacks_is_told_in_english();
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
        QVERIFY2(!step.undoneBy.isEmpty() && !step.undoneBy.contains(QLatin1Char('{')), qPrintable(step.id));
        if (step.effect == Effect::Deletes)
            QVERIFY2(step.stage == Stage::I || step.stage == Stage::Housekeeping, qPrintable(step.id));
        // Only the deletion itself, the images' own choice, and what a person names in housekeeping delete anything.
        static const QStringList deleting{ QStringLiteral("i-delete"), QStringLiteral("i-images"),
            QStringLiteral("k-remove") };
        if (step.effect == Effect::Deletes)
            QVERIFY2(deleting.contains(step.id), qPrintable(step.id));
    }
    // The header says {starts-docker}, people read the step.
    QCOMPARE(catalog->find(stepOf(StepRole::StopsDocker))->undoneBy, stepOf(StepRole::StartsDocker));
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
    QVERIFY(step->requiredByStage && step->requiredEarly);
    QVERIFY(step->roles == std::vector<StepRole>{ StepRole::MakesBackup });
    QCOMPARE(step->redoOn, (QStringList{ QStringLiteral("sum-differs"), QStringLiteral("archive-missing") }));
    QCOMPARE(step->needsNobody, QStringList{ QStringLiteral("changed-meanwhile") });
    QCOMPARE(step->usualSeconds, 30);
    QCOMPARE(step->places.size(), size_t(2));
    QVERIFY(step->places[0].isIn(u"backup", Order::Procedure) && !step->places[0].isIn(u"backup", Order::Early));
    QVERIFY(step->places[1].isIn(u"prepare", Order::Early));
    QCOMPARE(step->places[1].number, 20);
    using When = StepDeviation::When;
    const When whens[]
        = { When::Ran, When::Reported, When::OtherReported, When::ParameterIs, When::ParameterIsNot, When::RanAfter };
    QCOMPARE(step->deviations.size(), std::size(whens));
    for (size_t n = 0; n < std::size(whens); ++n)
        QVERIFY2(step->deviations[n].when == whens[n], qPrintable(step->deviations[n].id));
    QVERIFY(step->deviations[2].other == StepRole::Scans && step->deviations[5].other == StepRole::DeletesContainers);
    QCOMPARE(step->deviations[4].name + step->deviations[4].value, QStringLiteral("gateway_modelocal"));
}

void StepCatalogTests::a_header_that_says_no_more_has_no_part()
{
    QByteArray plain = header();
    plain = plain.left(plain.indexOf("#: place:"));
    const auto step = parseStep(QStringLiteral("b-archive.sh"), plain);
    QVERIFY2(step.has_value(), qPrintable(step ? QString() : describe(step.error())));
    QVERIFY(step->places.empty() && step->roles.empty() && step->deviations.empty());
    QVERIFY(!step->requiredByStage && !step->requiredEarly);
    QVERIFY(step->redoOn.isEmpty() && step->needsNobody.isEmpty());
    QCOMPARE(step->usualSeconds, 0);
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
    QTest::newRow("way back by no role") << with("undone-by: nothing (adds only)", "undone-by: {stops-nothing}");
    QTest::newRow("name that is no file name") << with("params: vmid ts", "params: ../vmid ts");
    QTest::newRow("place without a number") << with("backup 10", "backup");
    QTest::newRow("place zero") << with("backup 10", "backup 0");
    QTest::newRow("no such chain") << with("procedure backup 10", "procedure stroll 10");
    QTest::newRow("no such order") << with("procedure backup 10", "printed backup 10");
    QTest::newRow("chain of the other order") << with("early prepare 20", "early backup 20");
    QTest::newRow("chain of one order without its order") << with("procedure backup 10", "backup 10");
    QTest::newRow("order of a way back") << with("procedure backup 10", "procedure rollback 10");
    QTest::newRow("required by nobody") << with("required: stage early", "required: always");
    QTest::newRow("unknown role") << with("role: makes-backup", "role: makes-coffee");
    QTest::newRow("redo on no code") << with("redo-on: sum-differs", "redo-on: Sum");
    QTest::newRow("usually longer than the limit") << with("usually: 30", "usually: 3601");
    QTest::newRow("usually nothing") << with("usually: 30", "usually: 0");
    QTest::newRow("deviation with half a condition") << with("told if missing", "told if");
    QTest::newRow("deviation after no role") << with("after deletes-containers", "after lunch");
    QTest::newRow("deviation by a fact of no role") << with("scans.answered", "walks.answered");
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

void StepCatalogTests::steps_that_do_not_fit_together_are_refused()
{
    struct Case {
        const char *said; ///< in the error
        StepRole spoiled;
        std::function<void(Step &)> spoil;
    };
    const Case cases[] = {
        { "role stops-docker is held by none", StepRole::StopsDocker, [](Step &step) { step.roles.clear(); } },
        { "role stops-docker is held by", StepRole::ProvesBackup,
            [](Step &step) { step.roles.push_back(StepRole::StopsDocker); } },
        { "two places", StepRole::StopsDocker, [](Step &step) { step.places.front().number -= 10; } },
        { "stands there twice", StepRole::StopsDocker,
            [](Step &step) {
                step.places.push_back(step.places.front());
                step.places.back().number = 1000;
            } },
        { "no place in each order", StepRole::ProvesCopy, [](Step &step) { step.places.clear(); } },
        { "no place in each order", StepRole::InstallsPanel, [](Step &step) { step.places.pop_back(); } },
        { "no place in prepare", StepRole::CopiesEarly, [](Step &step) { step.places.clear(); } },
        { "begin again at two steps", StepRole::ProvesBackup,
            [](Step &step) { step.redoOn << QStringLiteral("not-placed"); } },
        { "chain acceptance has no steps", StepRole::Accepts, [](Step &step) { step.places.clear(); } },
        { "stage H requires no step", StepRole::Accepts, [](Step &step) { step.requiredByStage = false; } },
    };
    for (const Case &one : cases) {
        std::vector<Step> steps = StepCatalog::own().all();
        QVERIFY2(StepCatalog::of(steps).has_value(), "the program's own fit together");
        for (Step &step : steps) {
            if (step.id == stepOf(one.spoiled))
                one.spoil(step);
        }
        const auto catalog = StepCatalog::of(steps);
        QVERIFY2(!catalog.has_value(), one.said);
        QCOMPARE(catalog.error().code, QStringLiteral("steps-disagree"));
        QVERIFY2(catalog.error().what.contains(QLatin1String(one.said)), qPrintable(catalog.error().what));
    }
}

void StepCatalogTests::a_role_names_the_one_step_that_holds_it()
{
    for (const StepRole role : allStepRoles()) {
        QVERIFY(stepRoleFromName(stepRoleName(role)) == role);
        const Step *step = StepCatalog::own().find(stepOf(role));
        QVERIFY2(step, qPrintable(stepRoleName(role)));
        QVERIFY(std::count(step->roles.begin(), step->roles.end(), role) == 1);
    }
    QVERIFY(!stepRoleFromName(u"makes-coffee"));
    QVERIFY(StepCatalog().holder(StepRole::Scans).isEmpty());
}

void StepCatalogTests::words_of_no_step_and_steps_without_words_are_named()
{
    QVERIFY2(
        wordsAmiss(StepCatalog::own()).isEmpty(), qPrintable(wordsAmiss(StepCatalog::own()).join(QLatin1Char('\n'))));
    std::vector<Step> steps = StepCatalog::own().all();
    const QString was = steps.front().id;
    steps.front().id = QStringLiteral("a-renamed");
    const auto lost
        = std::find_if(steps.begin(), steps.end(), [](const Step &step) { return !step.deviations.empty(); });
    lost->deviations.front().id = QStringLiteral("no-such-deviation");
    const QStringList amiss = wordsAmiss(*StepCatalog::of(steps));
    QVERIFY(amiss.contains(QStringLiteral("zh_CN: no title for a-renamed")));
    QVERIFY(amiss.contains(QStringLiteral("zh_CN: there is no step ") + was));
    for (const char *language : { "en", "zh_CN" })
        QVERIFY(
            amiss.contains(QLatin1String(language) + QStringLiteral(": no words for the deviation no-such-deviation")));
}

void StepCatalogTests::what_a_language_lacks_is_told_in_english()
{
    const Step &stop = *StepCatalog::own().find(stepOf(StepRole::StopsDocker));
    QCOMPARE(stepTitle(stop.id, QStringLiteral("en")), stop.title);
    QCOMPARE(stepTitle(stop.id, QStringLiteral("tlh")), stop.title);
    QVERIFY(stepTitle(stop.id, QStringLiteral("zh_CN")) != stop.title);
    // A step that is no script, and one that this program does not know.
    QVERIFY(stepTitle(QStringLiteral("a-node"), QStringLiteral("en")).contains(QLatin1Char(' ')));
    QVERIFY(isKnownStep(QStringLiteral("a-node")) && !isKnownStep(QStringLiteral("z-other")));
    QCOMPARE(stepTitle(QStringLiteral("z-other"), QStringLiteral("zh_CN")), QStringLiteral("z-other"));
    QCOMPARE(stepWayBack(QStringLiteral("z-other"), QStringLiteral("as told"), QStringLiteral("zh_CN")),
        QStringLiteral("as told"));
    QCOMPARE(stepWayBack(stop.id, QStringLiteral("as told"), QStringLiteral("en")), QStringLiteral("as told"));
}

QTEST_APPLESS_MAIN(StepCatalogTests)
#include "tst_step_catalog.moc"
