#include "journals/journal_builder.h"

#include "core/params/source_url.h"
#include "core/plan/plan.h"
#include "core/steps/step.h"
#include "engine/run/run_values.h"

#include <QTest>

using namespace undock;

/// What must be given, and an address of its own for each source.
static QMap<QString, QString> everythingGiven()
{
    return { { QStringLiteral("vmid"), QStringLiteral("102") },
        { QStringLiteral("node"), QStringLiteral("root@192.0.2.1") },
        { QStringLiteral("operator"), QStringLiteral("李雷") }, { QStringLiteral("ip"), QStringLiteral("10.10.10.12") },
        { QStringLiteral("panel_tag"), QStringLiteral("v2026.02.20-r3") },
        { QStringLiteral("panel_repo"), QStringLiteral("someone/panel") },
        { QStringLiteral("openclaw_version"), QStringLiteral("2026.2.17") },
        { QStringLiteral("gateway_mode"), QStringLiteral("remote") },
        { QStringLiteral("order"), QStringLiteral("early") },
        { QStringLiteral("installer_url"), QStringLiteral("https://mirror.example/i.sh") },
        { QStringLiteral("panel_source"), QStringLiteral("https://mirror.example") },
        { QStringLiteral("npm_registry"), QStringLiteral("https://mirror.example/npm") },
        { QStringLiteral("steady_seconds"), QStringLiteral("6") },
        { QStringLiteral("least_free_mib"), QStringLiteral("700") } };
}

/// Every step of a migration with the values that are sent to it, up to the acceptance.
static std::vector<std::pair<Step, StepValues>> sent(const QMap<QString, QString> &fields)
{
    const auto parameters = makeRunParameters(fields);
    if (!parameters)
        qFatal("%s", qPrintable(parameters.error().front().what));
    const StepCatalog steps = *StepCatalog::builtIn();
    // Every step passed and reported what its header promises.
    JournalBuilder run = JournalBuilder::created();
    for (const Step &step : steps.all()) {
        Json facts = Json::array();
        if (step.id == QLatin1String("a-scan"))
            facts.push_back(Json::array({ "container_version", "2026.2.19" }));
        for (const QString &fact : step.facts)
            facts.push_back(Json::array({ toStd(fact), "x" }));
        if (step.stage < Stage::H)
            run.pass(step.id.toLatin1().constData(), facts);
    }
    RunSecrets secrets;
    secrets.configNew = secrets.panelConfigNew = "{}";
    secrets.configSha256 = secrets.panelConfigSha256 = QStringLiteral("missing");
    const ValuesFor values = runValues(*parameters, run.state(), secrets);
    std::vector<std::pair<Step, StepValues>> all;
    for (const PlannedChain &chain : migrationPlan(parameters->order)) {
        for (const QString &id : chain.steps) {
            if (const Step *step = steps.find(id))
                all.emplace_back(*step, values(*step));
        }
    }
    return all;
}

class RunValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_step_gets_every_value_that_it_reads_data();
    void each_step_gets_every_value_that_it_reads();
    void only_the_registry_may_be_empty_it_then_is_the_clients_own();
    void a_source_is_an_address_that_a_path_can_follow();
};

void RunValues::each_step_gets_every_value_that_it_reads_data()
{
    QTest::addColumn<QStringList>("leftOut");
    QStringList optional = everythingGiven().keys();
    for (const char *name : { "vmid", "node", "operator" })
        optional.removeOne(QLatin1String(name));
    QTest::newRow("nothing left out") << QStringList();
    QTest::newRow("nothing given") << optional;
    for (const QString &name : optional)
        QTest::newRow(qPrintable(name + QStringLiteral(" left out"))) << QStringList{ name };
}

void RunValues::each_step_gets_every_value_that_it_reads()
{
    QFETCH(QStringList, leftOut);
    QMap<QString, QString> fields = everythingGiven();
    for (const QString &name : leftOut)
        fields.remove(name);
    const auto all = sent(fields);
    QVERIFY(all.size() > 15);
    for (const auto &[step, values] : all) {
        for (const QString &name : step.params) {
            // A script, or the scan's tool, asks for these only if they are there.
            static const QStringList sums{ QStringLiteral("installer_sha256"), QStringLiteral("installer_sha256_seen"),
                QStringLiteral("panel_sha256"), QStringLiteral("panel_sha256_seen") };
            QVERIFY2(values.contains(name) || (step.id == QLatin1String("a-scan") && sums.contains(name))
                    || step.script.contains("has_param " + name.toUtf8()),
                qPrintable(step.id + QStringLiteral(" reads ") + name));
        }
    }
}

void RunValues::only_the_registry_may_be_empty_it_then_is_the_clients_own()
{
    const QMap<QString, QString> given = everythingGiven();
    const auto all = sent({ { QStringLiteral("vmid"), given[QStringLiteral("vmid")] },
        { QStringLiteral("node"), given[QStringLiteral("node")] },
        { QStringLiteral("operator"), given[QStringLiteral("operator")] } });
    int registries = 0;
    for (const auto &[step, values] : all) {
        for (const QString &name : step.params) {
            if (name == QLatin1String("npm_registry")) {
                QCOMPARE(values.value(name), QByteArray());
                ++registries;
            } else if (values.contains(name)) {
                QVERIFY2(!values.value(name).isEmpty(), qPrintable(step.id + u' ' + name));
            }
        }
    }
    QVERIFY2(registries >= 3, "the scan, the installation and the panel read it");
}

void RunValues::a_source_is_an_address_that_a_path_can_follow()
{
    for (const auto &[step, values] : sent(everythingGiven())) {
        for (const char *name : { "installer_url", "panel_source", "npm_registry" }) {
            const QByteArray value = values.value(QLatin1String(name));
            if (step.params.contains(QLatin1String(name)))
                QVERIFY2(SourceUrl::parse(QString::fromUtf8(value)) && !value.endsWith('/'), value.constData());
        }
    }
}

QTEST_GUILESS_MAIN(RunValues)
#include "tst_run_values.moc"
