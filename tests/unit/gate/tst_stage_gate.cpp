#include "core/gate/required_steps.h"
#include "core/gate/stage_gate.h"
#include "journals/journal_builder.h"

#include <QTest>

using namespace undock;

static QStringList codes(const GateResult &gate)
{
    QStringList list;
    for (const GateResult::Reason &reason : gate.reasons)
        list << reason.code + QLatin1Char(' ') + reason.about;
    return list;
}

class StageGates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stages_open_in_the_procedures_order_only();
    void no_stage_can_be_skipped();
    void every_required_step_stands_in_the_catalogue();
    void a_step_left_out_inside_a_stage_keeps_the_next_closed();
    void a_finding_that_blocks_keeps_everything_after_the_scan_closed();
    void a_warning_opens_by_name_only();
    void an_unsettled_job_closes_every_gate_ahead();
    void each_unsettled_job_is_named_once();
    void no_gate_opens_beside_an_unsettled_job();
    void a_later_failure_closes_what_an_earlier_pass_had_opened();
    void a_skipped_attempt_leaves_the_earlier_word_standing();
    void early_steps_stand_before_the_stop_when_chosen();
    void deletion_wants_a_green_acceptance();
    void the_way_back_is_open_from_the_beginning_to_the_images();
    void what_a_gate_refuses_it_names();
    void what_blocks_on_the_node_blocks_too();
    void a_run_on_its_way_back_does_not_go_forward();
};

void StageGates::stages_open_in_the_procedures_order_only()
{
    JournalBuilder run = JournalBuilder::created();
    const char letters[] = "ABCDEFGH";
    for (int done = 0; done <= 8; ++done) {
        for (int stage = 0; stage < migrationStages; ++stage) {
            const bool open = stageGate(run.state(), static_cast<Stage>(stage)).open();
            // I wants the acceptance beside H's step.
            const bool expected = stage <= done && stage < 8;
            QVERIFY2(open == expected,
                qPrintable(QStringLiteral("%1 after %2 stages").arg(stageName(static_cast<Stage>(stage))).arg(done)));
        }
        if (done < 8)
            run.stages(std::string(1, letters[done]).c_str());
    }
    run.acceptance(true);
    QVERIFY(stageGate(run.state(), Stage::I).open());
}

void StageGates::no_stage_can_be_skipped()
{
    const std::string all = "ABCDEFGH";
    for (size_t left = 0; left < all.size(); ++left) {
        JournalBuilder run = JournalBuilder::created();
        run.stages((all.substr(0, left) + all.substr(left + 1)).c_str()).acceptance(true);
        for (int stage = static_cast<int>(left) + 1; stage < migrationStages; ++stage)
            QVERIFY(stageGate(run.state(), static_cast<Stage>(stage)).has(u"step-missing"));
    }
}

void StageGates::every_required_step_stands_in_the_catalogue()
{
    const auto catalog = StepCatalog::builtIn();
    QVERIFY2(catalog.has_value(), qPrintable(catalog ? QString() : describe(catalog.error())));
    for (int stage = 0; stage < migrationStages; ++stage) {
        QVERIFY(!requiredSteps(static_cast<Stage>(stage)).isEmpty());
        for (const QString &id : requiredSteps(static_cast<Stage>(stage))) {
            QVERIFY2(catalog->find(id), qPrintable(id));
            QVERIFY2(catalog->find(id)->stage == static_cast<Stage>(stage), qPrintable(id));
        }
    }
    for (const QString &id : earlySteps(Order::Early)) {
        QVERIFY2(catalog->find(id), qPrintable(id));
        QVERIFY2(catalog->find(id)->effect == Effect::Adds, qPrintable(id));
    }
}

void StageGates::a_step_left_out_inside_a_stage_keeps_the_next_closed()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("A").pass("b-archive");
    QCOMPARE(codes(stageGate(run.state(), Stage::C)), QStringList{ QStringLiteral("step-missing b-verify") });
    run.pass("b-verify");
    QVERIFY(stageGate(run.state(), Stage::C).open());
}

void StageGates::a_finding_that_blocks_keeps_everything_after_the_scan_closed()
{
    const auto scanned = [](const char *finding, bool foreign = false) {
        JournalBuilder run = JournalBuilder::created();
        if (foreign)
            run.foreign();
        run.pass("a-scan", Json::array({ Json::array({ "finding", finding }) })).pass("a-config");
        return run;
    };
    QVERIFY(stageGate(scanned("attention memory-low Less than 300 MiB").state(), Stage::B).open());
    QCOMPARE(codes(stageGate(scanned("blocks disk-short 3 GB missing").state(), Stage::B)),
        QStringList{ QStringLiteral("finding-blocks disk-short") });
    // A level that this program does not know is taken for the worst.
    QVERIFY(!stageGate(scanned("fatal x y", true).state(), Stage::B).open());
    JournalBuilder again = scanned("blocks disk-short 3 GB missing");
    again.stages("A");
    QVERIFY(stageGate(again.state(), Stage::B).open());
}

void StageGates::a_warning_opens_by_name_only()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC").warn("d-install", "not-latest");
    QCOMPARE(codes(stageGate(run.state(), Stage::E)), QStringList{ QStringLiteral("warning-open not-latest") });
    run.acknowledge("plain-http");
    QVERIFY(!stageGate(run.state(), Stage::E).open());
    run.acknowledge("not-latest");
    QVERIFY(stageGate(run.state(), Stage::E).open());
}

void StageGates::an_unsettled_job_closes_every_gate_ahead()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC");
    const QString job = run.begin("c-manifest");
    for (int stage = static_cast<int>(Stage::A); stage < migrationStages; ++stage)
        QVERIFY(stageGate(run.state(), static_cast<Stage>(stage)).has(u"step-unknown"));
    run.end(job, "passed", "passed");
    QVERIFY(stageGate(run.state(), Stage::D).open());
}

void StageGates::each_unsettled_job_is_named_once()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("A").pass("b-archive").begin("b-verify");
    run.begin("a-config");
    QStringList named = codes(stageGate(run.state(), Stage::C));
    named.sort();
    QCOMPARE(named, (QStringList{ QStringLiteral("step-unknown a-config"), QStringLiteral("step-unknown b-verify") }));
    // One that no stage asks for, beside one that a stage does.
    JournalBuilder probe = JournalBuilder::created();
    probe.stages("AB").begin("c-probe");
    probe.begin("b-verify");
    named = codes(stageGate(probe.state(), Stage::C));
    named.sort();
    QCOMPARE(named, (QStringList{ QStringLiteral("step-unknown b-verify"), QStringLiteral("step-unknown c-probe") }));
}

void StageGates::no_gate_opens_beside_an_unsettled_job()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts();
    JournalBuilder deleted = run;
    deleted.stages("I").finished("deleted");
    JournalBuilder back = run;
    back.pass("r-ready").stages("R").finished("rolled-back");
    QVERIFY(putConfigBackGate(run.state()).open() && checkGate(run.state()).open());
    QVERIFY(imagesGate(deleted.state()).open() && carryBackGate(back.state()).open());
    run.begin("h-checks");
    deleted.begin("h-checks");
    back.begin("r-carry-back");
    QVERIFY(putConfigBackGate(run.state()).has(u"step-unknown"));
    QVERIFY(checkGate(run.state()).has(u"step-unknown"));
    QVERIFY(imagesGate(deleted.state()).has(u"step-unknown"));
    QVERIFY(carryBackGate(back.state()).has(u"step-unknown"));
}

void StageGates::a_later_failure_closes_what_an_earlier_pass_had_opened()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCD").failStep("c-manifest", "source-moving");
    QCOMPARE(codes(stageGate(run.state(), Stage::E)), QStringList{ QStringLiteral("step-failed c-manifest") });
}

void StageGates::a_skipped_attempt_leaves_the_earlier_word_standing()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB");
    run.end(run.begin("b-verify"), "failed", "skipped");
    QVERIFY(stageGate(run.state(), Stage::C).open());
    JournalBuilder only = JournalBuilder::created();
    only.stages("A").pass("b-archive");
    only.end(only.begin("b-verify"), "failed", "refused");
    QVERIFY(stageGate(only.state(), Stage::C).has(u"step-missing"));
}

void StageGates::early_steps_stand_before_the_stop_when_chosen()
{
    JournalBuilder run = JournalBuilder::created("102", "2026-02-20T01:30:00.000Z", { { "order", "early" } });
    const QStringList prepared{ QStringLiteral("d-install"), QStringLiteral("f-panel") };
    QVERIFY(!chainGate(run.state(), prepared).open());
    run.stages("A");
    QVERIFY(!chainGate(run.state(), prepared).open());
    run.stages("B");
    QVERIFY(chainGate(run.state(), prepared).open());
    QCOMPARE(codes(stageGate(run.state(), Stage::C)).size(), 3);
    run.pass("d-install").pass("f-panel");
    QCOMPARE(codes(stageGate(run.state(), Stage::C)), QStringList{ QStringLiteral("step-missing e-precopy") });
    run.pass("e-precopy");
    QVERIFY(stageGate(run.state(), Stage::C).open());
    JournalBuilder unprepared = JournalBuilder::created("102", "2026-02-20T01:30:00.000Z", { { "order", "early" } });
    unprepared.stages("AB");
    const QStringList stop{ QStringLiteral("c-probe"), QStringLiteral("c-stop") };
    QVERIFY2(chainGate(unprepared.state(), stop).has(u"step-missing"), "the stop is no early step");
    QVERIFY(chainGate(run.state(), stop).open());
    run.stages("C");
    // Once Docker's version is stopped, what was forgotten is asked for like in the procedure's order.
    QVERIFY(chainGate(run.state(), prepared).open());
    JournalBuilder unverified = run;
    unverified.failStep("c-manifest", "source-moving");
    QVERIFY(!chainGate(unverified.state(), prepared).open());
    // What was done early counts where it belongs.
    QVERIFY(stageGate(run.state(), Stage::E).open());
    run.stages("E").pass("f-config");
    QVERIFY(stageGate(run.state(), Stage::G).open());
}

void StageGates::deletion_wants_a_green_acceptance()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH");
    QVERIFY(stageGate(run.state(), Stage::I).has(u"acceptance-not-green"));
    run.acceptance(false,
        Json::array(
            { JournalBuilder::row("one-gateway", true, "failed"), JournalBuilder::row("outside-panel", true, "unknown"),
                JournalBuilder::row("disk-space", false, "failed") }));
    QCOMPARE(codes(stageGate(run.state(), Stage::I)),
        (QStringList{ QStringLiteral("acceptance-not-green one-gateway"),
            QStringLiteral("acceptance-not-green outside-panel") }));
}

void StageGates::the_way_back_is_open_from_the_beginning_to_the_images()
{
    JournalBuilder run = JournalBuilder::created();
    for (const char *stage : { "A", "B", "C", "D", "E", "F", "G", "H" }) {
        QVERIFY2(rollbackGate(run.state()).open(), stage);
        run.stages(stage);
    }
    run.acceptance(true).userAccepts().pass("i-save");
    JournalBuilder lost = run;
    lost.begin("i-delete");
    QVERIFY(rollbackGate(lost.state()).has(u"step-unknown"));
    run.pass("i-delete").pass("i-check");
    QVERIFY(rollbackGate(run.state()).open());
    run.pass("i-images");
    QVERIFY(rollbackGate(run.state()).has(u"images-removed"));
    // An unsettled copy is no reason to refuse: the rollback asks for it first.
    JournalBuilder copying = JournalBuilder::created();
    copying.stages("ABC").begin("e-copy");
    QVERIFY(rollbackGate(copying.state()).open());
}

void StageGates::what_a_gate_refuses_it_names()
{
    JournalBuilder run = JournalBuilder::created();
    const auto only = [](const GateResult &gate) { return codes(gate).join(QLatin1Char(',')).trimmed(); };
    QCOMPARE(only(carryBackGate(run.state())), QStringLiteral("not-rolled-back"));
    QCOMPARE(only(restoreGate(run.state())), QStringLiteral("no-verified-backup"));
    QCOMPARE(only(putConfigBackGate(run.state())), QStringLiteral("not-direct"));
    QCOMPARE(only(checkGate(run.state())), QStringLiteral("nothing-to-accept"));
    QCOMPARE(only(imagesGate(run.state())), QStringLiteral("not-deleted-yet"));
    run.stages("ABCDEFGH").acceptance(true).userAccepts();
    QVERIFY(restoreGate(run.state()).open());
    QVERIFY(putConfigBackGate(run.state()).open());
    QVERIFY(checkGate(run.state()).open());
    QCOMPARE(only(imagesGate(run.state())), QStringLiteral("not-deleted-yet"));
    JournalBuilder deleted = run;
    deleted.stages("I").finished("deleted");
    QVERIFY(imagesGate(deleted.state()).open());
    deleted.pass("i-images", Json::array({ Json::array({ "images_removed", "openclaw:1" }) }));
    QCOMPARE(only(restoreGate(deleted.state())), QStringLiteral("images-removed"));
    QVERIFY(!rollbackGate(deleted.state()).text().isEmpty());
    run.pass("r-ready").stages("R").finished("rolled-back");
    QCOMPARE(only(rollbackGate(run.state())), QStringLiteral("already-rolled-back"));
    QVERIFY(carryBackGate(run.state()).open());
    // Nothing is decided while something that was begun is not known.
    run.begin("r-carry-back");
    QVERIFY(carryBackGate(run.state()).has(u"step-unknown"));
}

void StageGates::what_blocks_on_the_node_blocks_too()
{
    JournalBuilder run = JournalBuilder::created();
    run.pass("a-node", Json::array({ Json::array({ "finding", "blocks vm-locked backup" }) })).stages("A");
    QCOMPARE(codes(stageGate(run.state(), Stage::B)), QStringList{ QStringLiteral("finding-blocks vm-locked") });
}

void StageGates::a_run_on_its_way_back_does_not_go_forward()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true);
    run.pass("r-direct-stop");
    for (int stage = 0; stage < migrationStages; ++stage)
        QVERIFY(stageGate(run.state(), static_cast<Stage>(stage)).has(u"rolled-back"));
    JournalBuilder failed = run, back = run;
    failed.failStep("r-docker-start", "images-gone");
    QVERIFY(failed.state().phase() == RunState::Phase::RollbackFailed);
    QVERIFY(stageGate(failed.state(), Stage::B).has(u"rolled-back"));
    back.pass("r-ready").stages("R").finished("rolled-back");
    QVERIFY(back.state().phase() == RunState::Phase::RolledBack);
    QVERIFY(stageGate(back.state(), Stage::B).has(u"rolled-back"));
}

QTEST_APPLESS_MAIN(StageGates)
#include "tst_stage_gate.moc"
