#include "journals/journal_builder.h"
#include "journals/step_codes.h"

#include <QTest>

using namespace undock;
using stepcodes::Kind;

namespace {

/// What is said as the builder refuses; empty where it does not.
QString refusal(const std::function<void(JournalBuilder &)> &tell)
{
    JournalBuilder run = JournalBuilder::created();
    try {
        tell(run);
    } catch (const UnsentCode &refused) {
        return QString::fromUtf8(refused.what());
    }
    return {};
}

Json fact(const char *key, const char *value)
{
    return Json::array({ Json::array({ key, value }) });
}

} // namespace

class JournalBuilders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_no_script_sends_is_refused_by_name_data();
    void what_no_script_sends_is_refused_by_name();
    void what_a_script_sends_is_told();
    void a_code_is_refused_in_a_step_that_does_not_send_it();
    void stage_effect_and_way_back_are_the_headers();
    void what_passes_reports_every_fact_of_its_header();
    void lines_of_another_release_can_be_told_on_purpose();
};

using Tell = std::function<void(JournalBuilder &)>;
Q_DECLARE_METATYPE(Tell)

void JournalBuilders::what_no_script_sends_is_refused_by_name_data()
{
    QTest::addColumn<Tell>("tell");
    const auto row = [](const char *name, const Tell &tell) { QTest::newRow(name) << tell; };
    row("disk-headroom", [](auto &run) { run.pass("a-scan", fact("finding", "fine disk-headroom 9 GB")); });
    row("fatal disk", [](auto &run) { run.pass("a-scan", fact("finding", "fatal disk 9 GB")); });
    row("no-panel-folder", [](auto &run) { run.warn("b-archive", "no-panel-folder"); });
    row("io-error", [](auto &run) { run.failStep("c-manifest", "io-error"); });
    row("io-trouble", [](auto &run) { run.failStep("c-manifest", "source-moving", fact("failure", "io-trouble x")); });
    row("from-outside", [](auto &run) {
        run.acceptance(false, Json::array({ JournalBuilder::row("from-outside", true, "unknown") }));
    });
    row("gateway-ok", [](auto &run) { run.pass("h-checks", fact("check", "gateway-ok|critical|passed|e|f")); });
    row("backup_folder", [](auto &run) { run.pass("b-archive", fact("backup_folder", "/root")); });
    row("another-code", [](auto &run) { run.acknowledge("another-code"); });
    row("b-snapshot", [](auto &run) { run.begin("b-snapshot"); });
}

void JournalBuilders::what_no_script_sends_is_refused_by_name()
{
    QFETCH(Tell, tell);
    const QString said = refusal(tell);
    QVERIFY2(said.contains(QLatin1String(QTest::currentDataTag())), qPrintable(said));
}

void JournalBuilders::what_a_script_sends_is_told()
{
    const QString said = refusal([](JournalBuilder &run) {
        run.pass("a-node", fact("finding", "attention nat-missing No port mapping"))
            .pass("a-scan", fact("finding", "attention front-silent-18080 Nothing listens"))
            .warn("d-install", "not-latest")
            .acknowledge("not-latest")
            .failStep("b-verify", "sum-differs")
            .failStep("e-copy", "step-aborted")
            .acceptance(false,
                Json::array({ JournalBuilder::row("services-sustained-gateway", true, "failed"),
                    JournalBuilder::row("outside-panel", false, "unknown") }));
    });
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void JournalBuilders::a_code_is_refused_in_a_step_that_does_not_send_it()
{
    QVERIFY(stepcodes::sends(QStringLiteral("b-verify"), Kind::Failure, QStringLiteral("sum-differs")));
    QVERIFY(!stepcodes::sends(QStringLiteral("a-scan"), Kind::Failure, QStringLiteral("sum-differs")));
    QVERIFY(refusal([](JournalBuilder &run) {
        run.failStep("d-install", "sum-differs");
    }).contains(QStringLiteral("'sum-differs' in d-install")));
}

void JournalBuilders::stage_effect_and_way_back_are_the_headers()
{
    const StepCatalog catalog = *StepCatalog::builtIn();
    for (const char stage : { 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'R' }) {
        QVERIFY2(!JournalBuilder::stepsOf(stage).isEmpty(), qPrintable(QString(QLatin1Char(stage))));
        JournalBuilder run = JournalBuilder::created();
        run.stages(std::string(1, stage).c_str());
        const RunState state = run.state();
        QCOMPARE(state.jobs().size(), static_cast<size_t>(JournalBuilder::stepsOf(stage).size()));
        for (const JobState &job : state.jobs()) {
            const Step *step = catalog.find(job.step);
            QVERIFY2(step, qPrintable(job.step));
            QVERIFY2(job.stage == step->stage && job.effect == step->effect, qPrintable(job.step));
            QCOMPARE(job.wayBack, step->undoneBy);
        }
    }
}

void JournalBuilders::what_passes_reports_every_fact_of_its_header()
{
    const StepCatalog catalog = *StepCatalog::builtIn();
    for (const Step &step : catalog.all()) {
        JournalBuilder run = JournalBuilder::created();
        run.pass(step.id);
        for (const QString &name : step.facts)
            QVERIFY2(run.state().jobs().front().facts.has(name), qPrintable(step.id + QLatin1Char(' ') + name));
    }
    JournalBuilder run = JournalBuilder::created();
    run.pass("e-copy", fact("equal", "no"));
    QCOMPARE(run.state().jobs().front().facts.all(u"equal"), QStringList{ QStringLiteral("no") });
}

void JournalBuilders::lines_of_another_release_can_be_told_on_purpose()
{
    JournalBuilder run = JournalBuilder::created();
    run.foreign().warn("b-verify", "a-code-of-tomorrow");
    QCOMPARE(run.state().jobs().front().warnings.front().code, QStringLiteral("a-code-of-tomorrow"));
}

QTEST_APPLESS_MAIN(JournalBuilders)
#include "tst_journal_builder.moc"
