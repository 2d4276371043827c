#include "journals/journal_builder.h"

#include "core/gate/required_steps.h"
#include "core/plan/plan.h"
#include "core/plan/redo.h"
#include "core/run/found_versions.h"
#include "core/run/outage_events.h"

#include <QFile>
#include <QTest>

using namespace undock;

static QStringList stepsOf(Order order)
{
    QStringList steps;
    for (const PlannedChain &chain : migrationPlan(order))
        steps += chain.steps;
    return steps;
}

static QStringList next(const JournalBuilder &run, Order order = Order::Procedure)
{
    return nextChain(run.state(), migrationPlan(order)).steps;
}

/// A run in which every step up to `last` passed.
static JournalBuilder upTo(const char *last, Order order = Order::Procedure)
{
    JournalBuilder run = JournalBuilder::created();
    const QStringList steps = stepsOf(order);
    for (const QString &step : steps.first(steps.indexOf(QLatin1String(last)) + 1))
        run.pass(step.toLatin1().constData());
    return run;
}

class Plan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_sent_is_what_it_always_was();
    void both_orders_do_the_same_work();
    void prepared_early_only_what_needs_the_stop_comes_after_it();
    void what_is_done_is_not_done_again();
    void damage_told_by_a_later_step_is_mended_from_its_cause_data();
    void damage_told_by_a_later_step_is_mended_from_its_cause();
    void once_mended_the_plan_goes_on();
    void an_older_failure_takes_nothing_back();
    void checking_again_measures_no_second_outage();
    void accepted_is_what_the_newest_acceptance_found();
};

void Plan::what_is_sent_is_what_it_always_was()
{
    QStringList told;
    const auto tell = [&](const QString &what, const QStringList &steps) {
        told << (what + QLatin1Char(':')
            + (steps.isEmpty() ? QString() : QLatin1Char(' ') + steps.join(QLatin1Char(' '))));
    };
    for (const Order order : { Order::Procedure, Order::Early }) {
        for (const PlannedChain &chain : migrationPlan(order))
            tell(nameOf(order) + QLatin1Char(' ') + chain.name, chain.steps);
    }
    tell(QStringLiteral("rollback"), rollbackSteps());
    tell(QStringLiteral("restore"), restoreSteps());
    tell(QStringLiteral("deletion"), deletionSteps());
    for (int stage = 0; stage < allStages; ++stage)
        tell(QStringLiteral("required ") + stageName(static_cast<Stage>(stage)),
            requiredSteps(static_cast<Stage>(stage)));
    for (const Order order : { Order::Procedure, Order::Early })
        tell(QStringLiteral("before the stop ") + nameOf(order), earlySteps(order));
    for (const Step &step : StepCatalog::own().all()) {
        for (const QString &code : step.redoOn)
            tell(QStringLiteral("after ") + code, { redoFrom(code) });
    }

    QFile file(QStringLiteral(UNDOCK_SOURCE_DIR "/tests/unit/run/expected_plan.txt"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    QStringList expected = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    expected.removeIf([](const QString &line) { return line.startsWith(QLatin1Char('#')); });
    QCOMPARE(told.join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
}

void Plan::both_orders_do_the_same_work()
{
    QStringList printed = stepsOf(Order::Procedure);
    QStringList early = stepsOf(Order::Early);
    QVERIFY(early.removeOne(QStringLiteral("e-precopy")));
    printed.sort();
    early.sort();
    QCOMPARE(early, printed);
}

void Plan::prepared_early_only_what_needs_the_stop_comes_after_it()
{
    const QStringList early = stepsOf(Order::Early);
    const auto between = early.mid(early.indexOf(QStringLiteral("c-stop")) + 1);
    const QStringList needed{ QStringLiteral("c-supplement"), QStringLiteral("c-manifest"), QStringLiteral("e-copy"),
        QStringLiteral("e-adapt"), QStringLiteral("e-config"), QStringLiteral("e-place"), QStringLiteral("g-start"),
        QStringLiteral("h-checks") };
    QCOMPARE(between, needed);
    // The proof of the copy stands before the first start, in either order.
    for (const Order order : { Order::Procedure, Order::Early }) {
        const QStringList steps = stepsOf(order);
        QVERIFY(steps.indexOf(QStringLiteral("e-copy")) > steps.indexOf(QStringLiteral("c-stop")));
        QVERIFY(steps.indexOf(QStringLiteral("e-copy")) < steps.indexOf(QStringLiteral("g-start")));
    }
    const QStringList printed = stepsOf(Order::Procedure);
    QCOMPARE(printed.indexOf(QStringLiteral("d-warm")), printed.indexOf(QStringLiteral("d-install")) + 1);
}

void Plan::what_is_done_is_not_done_again()
{
    QVERIFY(next(upTo("h-checks")).isEmpty());
    JournalBuilder run = upTo("e-copy");
    run.failStep("e-environment", "container-missing");
    QCOMPARE(next(run).first(), QStringLiteral("e-environment"));
}

void Plan::damage_told_by_a_later_step_is_mended_from_its_cause_data()
{
    QTest::addColumn<QString>("passed");
    QTest::addColumn<QString>("failed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("again");
    const auto row = [](const char *passed, const char *failed, const char *code, const char *again) {
        QTest::addRow("%s", code) << QString::fromLatin1(passed) << QString::fromLatin1(failed)
                                  << QString::fromLatin1(code) << QString::fromLatin1(again).split(QLatin1Char(' '));
    };
    row("b-archive", "b-verify", "sum-differs", "b-archive b-verify");
    row("d-warm", "e-copy", "containers-running",
        "c-probe c-policy c-stop c-supplement c-manifest d-install d-warm e-copy");
    row("d-warm", "e-copy", "copy-differs", "c-supplement c-manifest d-install d-warm e-copy");
    row("e-config", "e-place", "staging-missing", "e-copy e-environment e-adapt e-config e-place");
    row("f-config", "g-units", "openclaw-vanished",
        "d-install d-warm e-copy e-environment e-adapt e-config e-place f-panel f-config g-units");
    row("g-units", "g-start", "unit-missing", "g-units g-start");
    row("g-units", "g-start", "containers-ran-again",
        "c-probe c-policy c-stop c-supplement c-manifest d-install d-warm e-copy e-environment e-adapt e-config "
        "e-place "
        "f-panel f-config g-units g-start");
}

void Plan::damage_told_by_a_later_step_is_mended_from_its_cause()
{
    QFETCH(QString, passed);
    QFETCH(QString, failed);
    QFETCH(QString, code);
    QFETCH(QStringList, again);
    JournalBuilder run = upTo(passed.toLatin1().constData());
    run.failStep(failed.toLatin1().constData(), code.toLatin1().constData());
    const QStringList steps = next(run);
    QCOMPARE(steps.first(again.size()), again);
}

void Plan::once_mended_the_plan_goes_on()
{
    JournalBuilder run = upTo("d-warm");
    run.failStep("e-copy", "copy-differs");
    run.pass("c-supplement");
    // Not through yet: the rest of it is still to be done.
    QCOMPARE(next(run).first(), QStringLiteral("c-manifest"));
    run.pass("c-manifest").pass("d-install").pass("d-warm").pass("e-copy");
    QCOMPARE(next(run).first(), QStringLiteral("e-environment"));
}

void Plan::an_older_failure_takes_nothing_back()
{
    JournalBuilder run = upTo("c-manifest");
    run.failStep("e-copy", "copy-differs");
    run.pass("e-copy");
    QCOMPARE(next(run).first(), QStringLiteral("d-install"));
    QVERIFY(redoFrom(QStringLiteral("panel-unreachable")).isEmpty());
}

void Plan::checking_again_measures_no_second_outage()
{
    const Json told = Json::array(
        { Json::array({ "outage_gateway_from_ms", "1000" }), Json::array({ "outage_gateway_to_ms", "5000" }) });
    JournalBuilder run = upTo("g-start");
    run.pass("h-outage", told);
    auto fresh = newOutages(run.state());
    QCOMPARE(fresh.size(), size_t(1));
    run.event(event::outage, fresh.front());
    run.pass("h-outage", told);
    QVERIFY(newOutages(run.state()).empty());
    // A longer one is news.
    run.pass("h-outage",
        Json::array(
            { Json::array({ "outage_gateway_from_ms", "1000" }), Json::array({ "outage_gateway_to_ms", "9000" }) }));
    QCOMPARE(newOutages(run.state()).size(), size_t(1));
}

void Plan::accepted_is_what_the_newest_acceptance_found()
{
    JournalBuilder run = upTo("c-manifest");
    run.pass("d-install", Json::array({ Json::array({ "openclaw_version", "2026.2.19" }) }));
    run.pass("f-panel", Json::array({ Json::array({ "panel_tag", "v2026.02.20-r4" }) }));
    QCOMPARE(stringAt(foundVersions(run.state()), "openclaw"), QStringLiteral("2026.2.19"));
    // The bot was updated in the VM since: what the next acceptance meets is not what was installed.
    run.failStep("h-checks", "acceptance-failed", Json::array({ Json::array({ "found_openclaw", "2026.9.6" }) }));
    QCOMPARE(stringAt(foundVersions(run.state()), "openclaw"), QStringLiteral("2026.9.6"));
    QCOMPARE(stringAt(foundVersions(run.state()), "panel"), QStringLiteral("v2026.02.20-r4"));
}

QTEST_GUILESS_MAIN(Plan)
#include "tst_plan.moc"
