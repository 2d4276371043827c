#include "core/gate/deletion.h"

#include "journals/journal_builder.h"

#include <QTest>

using namespace undock;
using Phase = RunState::Phase;
using Mark = StageState::Mark;

static QString phaseOf(const JournalBuilder &run)
{
    return phaseName(run.state().phase());
}

class RunStates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_undisturbed_run_goes_through_the_phases();
    void the_images_leave_a_deletion_what_it_is();
    void a_scan_alone_has_changed_nothing();
    void a_failed_step_is_failed_until_it_passes();
    void a_lost_answer_is_neither_success_nor_failure();
    void a_warning_wants_every_code_acknowledged();
    void skipped_and_refused_jobs_did_not_happen();
    void a_failed_acceptance_is_its_own_phase();
    void an_unknown_row_is_not_a_failed_acceptance();
    void running_a_changing_step_again_voids_the_acceptance();
    void checking_again_does_not_void_the_users_word();
    void a_rollback_voids_acceptance_from_its_first_step_on();
    void a_rollback_goes_through_its_phases();
    void a_rollback_in_the_same_millisecond_is_still_the_newest();
    void putting_back_a_configuration_is_no_rollback();
    void what_was_accepted_is_void_as_soon_as_its_configuration_may_be_another();
    void carrying_back_after_a_rollback_can_fail();
    void housekeeping_says_nothing_about_the_migration();
    void a_refused_deletion_leaves_the_run_accepted();
    void what_a_copy_from_a_guest_says_of_acceptance_is_asked_anew();
    void a_deletion_that_failed_half_way_counts_what_it_removed();
    void the_cutover_counts_from_the_moment_it_may_have_happened();
    void the_outage_runs_from_the_stop_to_the_first_good_answer();
    void an_outage_without_measurement_ends_when_something_answers_again();
    void every_prefix_of_a_run_has_a_phase_and_marks();
    void job_numbers_go_on_after_what_was_begun();
    void events_of_an_unknown_job_change_nothing();
    void the_vm_is_changed_from_the_stop_until_the_way_back_or_the_deletion();
    void the_newest_end_of_a_job_tells_its_warnings();
};

void RunStates::an_undisturbed_run_goes_through_the_phases()
{
    JournalBuilder run = JournalBuilder::created();
    QCOMPARE(phaseOf(run), QStringLiteral("created"));
    run.stages("A");
    QCOMPARE(phaseOf(run), QStringLiteral("scanned"));
    run.stages("BCDEFG");
    QCOMPARE(phaseOf(run), QStringLiteral("under-way"));
    QVERIFY(run.state().cutoverDone());
    run.stages("H");
    QCOMPARE(phaseOf(run), QStringLiteral("under-way"));
    run.acceptance(true);
    QCOMPARE(phaseOf(run), QStringLiteral("awaiting-user"));
    run.userAccepts();
    QCOMPARE(phaseOf(run), QStringLiteral("accepted"));
    const QString save = run.begin("i-save");
    QCOMPARE(phaseOf(run), QStringLiteral("deleting"));
    run.end(save, "passed", "passed");
    run.pass("i-delete");
    QCOMPARE(phaseOf(run), QStringLiteral("deleting"));
    run.pass("i-check").finished("deleted");
    QCOMPARE(phaseOf(run), QStringLiteral("deleted"));
    QVERIFY(run.state().dockerDeleted());
    for (int stage = 0; stage < migrationStages; ++stage)
        QVERIFY2(run.state().stage(static_cast<Stage>(stage)).mark == Mark::Passed,
            qPrintable(stageName(static_cast<Stage>(stage))));
}

void RunStates::the_images_leave_a_deletion_what_it_is()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts().pass("i-save");
    run.pass("i-delete").pass("i-check").finished("deleted");
    for (const char *end : { "", "failed", "passed" }) {
        JournalBuilder images = run;
        const QString job = images.begin("i-images");
        if (*end)
            images.end(job, end, end);
        QVERIFY2(phaseOf(images) == QLatin1String("deleted"), end);
    }
}

void RunStates::a_scan_alone_has_changed_nothing()
{
    JournalBuilder run = JournalBuilder::created();
    const QString job = run.begin("a-scan");
    QCOMPARE(phaseOf(run), QStringLiteral("under-way"));
    run.end(
        job, "failed", "failed", Json::array(), { { "failure", { { "code", "python-incomplete" }, { "text", "" } } } });
    QCOMPARE(phaseOf(run), QStringLiteral("failed"));
    QVERIFY(!run.state().dockerStopped());
    QVERIFY(!run.state().outageMs(u"gateway", run.now()));
}

void RunStates::a_failed_step_is_failed_until_it_passes()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("AB").failStep("c-stop", "still-running");
    QCOMPARE(phaseOf(run), QStringLiteral("failed"));
    QVERIFY(run.state().stage(Stage::C).mark == Mark::Failed);
    QCOMPARE(run.state().stage(Stage::C).reasons, QStringList{ QStringLiteral("still-running") });
    run.pass("c-stop");
    QVERIFY(run.state().stage(Stage::C).mark == Mark::Passed);
    QCOMPARE(phaseOf(run), QStringLiteral("under-way"));
}

void RunStates::a_lost_answer_is_neither_success_nor_failure()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("A");
    const QString job = run.begin("b-archive");
    QVERIFY(run.state().stage(Stage::B).mark == Mark::Running);
    run.event(event::unknown, { { "job", toStd(job) }, { "code", "link-lost" }, { "why", "x" } });
    QVERIFY(run.state().stage(Stage::B).mark == Mark::Unknown);
    QCOMPARE(run.state().unsettled().size(), 1u);
    QVERIFY(!run.state().latest(u"b-archive")->green());
    run.end(job, "passed", "passed");
    QVERIFY(run.state().stage(Stage::B).mark == Mark::Passed);
    QVERIFY(run.state().unsettled().empty());
    // A late note of a loss does not unsettle what is known.
    run.event(event::unknown, { { "job", toStd(job) }, { "code", "link-lost" }, { "why", "x" } });
    QVERIFY(run.state().stage(Stage::B).mark == Mark::Passed);
}

void RunStates::a_warning_wants_every_code_acknowledged()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC").warn("d-install", "not-latest");
    QVERIFY(run.state().stage(Stage::D).mark == Mark::Warning);
    QCOMPARE(run.state().stage(Stage::D).reasons, QStringList{ QStringLiteral("not-latest") });
    QVERIFY(!run.state().latest(u"d-install")->green());
    QVERIFY(run.state().fact(u"openclaw_bin").isEmpty());
    run.acknowledge("plain-http");
    QVERIFY(!run.state().latest(u"d-install")->green());
    run.acknowledge("not-latest");
    QVERIFY(run.state().latest(u"d-install")->green());
    QVERIFY(!run.state().fact(u"openclaw_bin").isEmpty());
    QVERIFY(run.state().stage(Stage::D).reasons.isEmpty());
}

void RunStates::skipped_and_refused_jobs_did_not_happen()
{
    for (const char *state : { "skipped", "refused" }) {
        JournalBuilder run = JournalBuilder::created();
        run.stages("AB");
        const QString job = run.begin("c-stop");
        QVERIFY(run.state().dockerStopped());
        run.end(job, "failed", state);
        QVERIFY2(!run.state().dockerStopped(), state);
        QVERIFY2(run.state().stage(Stage::C).mark == Mark::Pending, state);
        QVERIFY2(!run.state().outageMs(u"gateway", run.now()), state);
        QVERIFY2(!run.state().outageRunning(), state);
        const QString start = run.begin("g-start");
        run.end(start, "failed", state);
        QVERIFY2(!run.state().cutoverDone(), state);
    }
}

void RunStates::a_failed_acceptance_is_its_own_phase()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH")
        .acceptance(false, Json::array({ JournalBuilder::row("http-panel-front-login", true, "failed") }));
    QCOMPARE(phaseOf(run), QStringLiteral("acceptance-failed"));
    QVERIFY(run.state().stage(Stage::H).mark == Mark::Failed);
    run.stages("H").acceptance(true);
    QCOMPARE(phaseOf(run), QStringLiteral("awaiting-user"));
    QVERIFY(run.state().stage(Stage::H).mark == Mark::Passed);
}

void RunStates::an_unknown_row_is_not_a_failed_acceptance()
{
    JournalBuilder run = JournalBuilder::created();
    // The step says "failed" whenever a critical check did not pass; the rows say why.
    run.stages("ABCDEFG").failStep("h-checks", "acceptance-unknown");
    QVERIFY(run.state().stage(Stage::H).mark == Mark::Failed);
    run.acceptance(false,
        Json::array({ JournalBuilder::row("update-bot", false, "failed"),
            JournalBuilder::row("outside-panel", true, "unknown") }));
    QCOMPARE(phaseOf(run), QStringLiteral("under-way"));
    QVERIFY(run.state().stage(Stage::H).mark == Mark::Unknown);
    QCOMPARE(run.state().stage(Stage::H).reasons, QStringList{ QStringLiteral("outside-panel") });
}

void RunStates::running_a_changing_step_again_voids_the_acceptance()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts();
    run.begin("f-panel");
    QVERIFY(!run.state().acceptanceDone());
    QVERIFY(run.state().stage(Stage::H).mark != Mark::Failed);
}

void RunStates::checking_again_does_not_void_the_users_word()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts().stages("H").acceptance(true);
    QCOMPARE(phaseOf(run), QStringLiteral("accepted"));
    run.event(event::acceptanceVoid, { { "why", "the panel is another version" } });
    QCOMPARE(phaseOf(run), QStringLiteral("awaiting-user"));
}

void RunStates::a_rollback_voids_acceptance_from_its_first_step_on()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts();
    run.begin("r-direct-stop");
    QVERIFY(!run.state().acceptanceDone());
    QVERIFY(!run.state().acceptanceGreen());
    QVERIFY(!run.state().userAcceptance());
}

void RunStates::a_rollback_goes_through_its_phases()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(false, Json::array({ JournalBuilder::row("one-gateway", true, "failed") }));
    const QString stop = run.begin("r-direct-stop");
    QCOMPARE(phaseOf(run), QStringLiteral("rolling-back"));
    run.end(stop, "failed", "timed-out");
    QCOMPARE(phaseOf(run), QStringLiteral("rollback-failed"));
    run.pass("r-direct-stop").pass("r-snapshot");
    QCOMPARE(phaseOf(run), QStringLiteral("rolling-back"));
    QVERIFY(!run.state().cutoverDone());
    QVERIFY(run.state().dockerStopped());
    run.pass("r-docker-start").pass("r-verify");
    QVERIFY(!run.state().dockerStopped());
    QCOMPARE(phaseOf(run), QStringLiteral("rolling-back"));
    run.finished("rolled-back");
    QCOMPARE(phaseOf(run), QStringLiteral("rolled-back"));
}

void RunStates::a_rollback_in_the_same_millisecond_is_still_the_newest()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC");
    auto events = run.events();
    JournalBuilder more = run;
    more.begin("r-direct-stop");
    events = more.events();
    for (JournalEvent &event : events)
        event.at = events.front().at;
    QCOMPARE(phaseName(RunState::of(events).phase()), QStringLiteral("rolling-back"));
    more.pass("c-stop");
    events = more.events();
    for (JournalEvent &event : events)
        event.at = events.front().at;
    QVERIFY(RunState::of(events).phase() != Phase::RollingBack);
}

void RunStates::putting_back_a_configuration_is_no_rollback()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).pass("r-config-list");
    QCOMPARE(phaseOf(run), QStringLiteral("awaiting-user"));
    run.pass("r-config");
    QVERIFY(run.state().cutoverDone());
    QVERIFY(!run.state().acceptanceDone());
    QCOMPARE(phaseOf(run), QStringLiteral("under-way"));
    run.stages("H").acceptance(true);
    QCOMPARE(phaseOf(run), QStringLiteral("awaiting-user"));
}

void RunStates::what_was_accepted_is_void_as_soon_as_its_configuration_may_be_another()
{
    for (const char *end : { "", "failed", "passed" }) {
        JournalBuilder run = JournalBuilder::created();
        run.stages("ABCDEFGH").acceptance(true).userAccepts().pass("r-config-list");
        QVERIFY(run.state().userAcceptance());
        const QString job = run.begin("r-config");
        if (*end)
            run.end(job, end, end);
        run.stages("H").acceptance(true);
        QVERIFY2(!run.state().userAcceptance(), end);
    }
}

void RunStates::housekeeping_says_nothing_about_the_migration()
{
    const auto unmoved = [](JournalBuilder run) {
        const QString phase = phaseOf(run);
        const bool accepted = run.state().userAcceptance().has_value();
        run.pass("k-list");
        QCOMPARE(phaseOf(run), phase);
        const QString job = run.begin("k-remove");
        QCOMPARE(phaseOf(run), phase);
        QCOMPARE(run.state().unsettled().size(), size_t(1));
        run.end(job, "failed", "failed");
        QCOMPARE(phaseOf(run), phase);
        run.pass("k-remove");
        QCOMPARE(phaseOf(run), phase);
        QCOMPARE(run.state().userAcceptance().has_value(), accepted);
        QVERIFY(run.state().stage(Stage::Housekeeping).mark == Mark::Passed);
    };
    unmoved(JournalBuilder::created());
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true);
    unmoved(run);
    unmoved(run.userAccepts());
    unmoved(run.stages("I").finished("deleted"));
    JournalBuilder back = JournalBuilder::created();
    unmoved(back.stages("ABCDEFGR"));
    unmoved(back.finished("rolled-back"));
}

void RunStates::carrying_back_after_a_rollback_can_fail()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGR").finished("rolled-back");
    QCOMPARE(phaseOf(run), QStringLiteral("rolled-back"));
    const QString job = run.begin("r-carry-back");
    QCOMPARE(phaseOf(run), QStringLiteral("rolling-back"));
    run.end(job, "failed", "failed");
    QCOMPARE(phaseOf(run), QStringLiteral("rollback-failed"));
    run.pass("r-carry-back").finished("rolled-back");
    QCOMPARE(phaseOf(run), QStringLiteral("rolled-back"));
}

void RunStates::what_a_copy_from_a_guest_says_of_acceptance_is_asked_anew()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts();
    QCOMPARE(phaseOf(run), QStringLiteral("accepted"));
    run.event(event::lease, { { "action", "acquired" } });
    QCOMPARE(phaseOf(run), QStringLiteral("accepted"));
    run.event(event::lease, { { "action", "adopted" } });
    const RunState state = run.state();
    QVERIFY(!state.userAcceptance());
    QVERIFY(!state.acceptanceDone() && !state.acceptanceGreen());
    QVERIFY(phaseName(state.phase()) != QLatin1String("accepted"));
    const QStringList unmet = evaluateDeletion(deletionFactsOf(state)).unmet();
    QVERIFY(unmet.contains(QStringLiteral("acceptance-green-now")));
    QVERIFY(unmet.contains(QStringLiteral("user-accepted")));
}

void RunStates::a_refused_deletion_leaves_the_run_accepted()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts().pass("i-save");
    QCOMPARE(phaseOf(run), QStringLiteral("accepted"));
    run.end(run.begin("i-delete"), "failed", "refused");
    QCOMPARE(phaseOf(run), QStringLiteral("accepted"));
    QVERIFY(!run.state().dockerDeleted());
    QVERIFY(!run.state().deletionBegun());
}

void RunStates::a_deletion_that_failed_half_way_counts_what_it_removed()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH").acceptance(true).userAccepts().pass("i-save");
    const QString job = run.begin("i-delete");
    QVERIFY(run.state().deletionBegun());
    run.end(job, "failed", "failed", Json::array({ Json::array({ "removed", "openclaw-panel" }) }));
    QVERIFY(run.state().deletionBegun());
    QVERIFY(run.state().dockerDeleted());
    QCOMPARE(phaseOf(run), QStringLiteral("failed"));
}

void RunStates::the_cutover_counts_from_the_moment_it_may_have_happened()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEF").pass("g-units");
    QVERIFY(!run.state().cutoverDone());
    const QString job = run.begin("g-start");
    QVERIFY(run.state().cutoverDone());
    JournalBuilder failedBefore = run;
    failedBefore.end(job, "failed", "failed");
    QVERIFY(!failedBefore.state().cutoverDone());
    JournalBuilder failedAfter = run;
    failedAfter.end(job, "failed", "failed", Json::array({ Json::array({ "cutover", "x" }) }));
    QVERIFY(failedAfter.state().cutoverDone());
    for (const char *state : { "interrupted", "died", "timed-out", "cancelled" }) {
        JournalBuilder cut = run;
        cut.end(job, "failed", state);
        QVERIFY2(cut.state().cutoverDone(), state);
    }
}

void RunStates::the_outage_runs_from_the_stop_to_the_first_good_answer()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABC").event(
        event::outage, { { "which", "gateway" }, { "from_ms", run.now().toMSecsSinceEpoch() }, { "source", "probe" } });
    run.wait(30);
    const auto running = run.state().outageMs(u"gateway", run.now());
    QVERIFY(running && *running >= 30000);
    QVERIFY(run.state().outageRunning());
    run.event(
        event::outage, { { "which", "gateway" }, { "from_ms", 1000 }, { "to_ms", 42000 }, { "source", "probe" } });
    QCOMPARE(run.state().outageMs(u"gateway", run.now()).value(), 41000);
    QVERIFY(!run.state().outageRunning());
    run.wait(100);
    QCOMPARE(run.state().outageMs(u"gateway", run.now()).value(), 41000);
}

void RunStates::an_outage_without_measurement_ends_when_something_answers_again()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFG");
    const qint64 ended = run.state().outageMs(u"gateway", run.now()).value();
    QVERIFY(!run.state().outageRunning());
    run.wait(1000);
    QCOMPARE(run.state().outageMs(u"gateway", run.now()).value(), ended);

    JournalBuilder back = JournalBuilder::created();
    back.stages("ABC");
    QVERIFY(back.state().outageRunning());
    back.pass("r-docker-start").pass("r-verify");
    QVERIFY(!back.state().outageRunning());
}

void RunStates::every_prefix_of_a_run_has_a_phase_and_marks()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("ABCDEFGH")
        .acceptance(true)
        .userAccepts()
        .stages("I")
        .finished("deleted")
        .stages("R")
        .finished("rolled-back");
    RunState grown;
    for (size_t length = 0; length <= run.events().size(); ++length) {
        const std::vector<JournalEvent> prefix(run.events().begin(), run.events().begin() + static_cast<long>(length));
        if (length)
            grown.apply(prefix.back());
        const RunState whole = RunState::of(prefix);
        // Fed one by one or all at once: the same.
        QCOMPARE(phaseName(grown.phase()), phaseName(whole.phase()));
        for (int stage = 0; stage <= migrationStages; ++stage)
            QVERIFY(grown.stage(static_cast<Stage>(stage)).mark == whole.stage(static_cast<Stage>(stage)).mark);
    }
}

void RunStates::job_numbers_go_on_after_what_was_begun()
{
    JournalBuilder run = JournalBuilder::created();
    QCOMPARE(run.state().nextJobNumber(), 1);
    run.stages("A").begin("b-archive");
    QCOMPARE(run.state().nextJobNumber(), 4);
    // An adopted copy may lack the newest jobs: the guest knows their names.
    run.event(event::lease, { { "action", "adopted" }, { "jobs_in_guest", 9 } });
    QCOMPARE(run.state().nextJobNumber(), 10);
    run.event(event::lease, { { "action", "adopted" }, { "jobs_in_guest", 2 } });
    QCOMPARE(run.state().nextJobNumber(), 10);
}

void RunStates::events_of_an_unknown_job_change_nothing()
{
    JournalBuilder run = JournalBuilder::created();
    run.stages("A").end(QStringLiteral("99-i-delete"), "passed", "passed",
        Json::array({ Json::array({ "removed", "openclaw-gateway" }) }));
    run.event("a-kind-of-a-later-version", { { "x", 1 } });
    QCOMPARE(phaseOf(run), QStringLiteral("scanned"));
    QVERIFY(!run.state().dockerDeleted());
}

void RunStates::the_vm_is_changed_from_the_stop_until_the_way_back_or_the_deletion()
{
    JournalBuilder run = JournalBuilder::created();
    QVERIFY(!run.state().changedVm());
    run.stages("AB");
    QVERIFY2(!run.state().changedVm(), "a backup leaves the VM as it was");
    run.stages("C");
    QVERIFY(run.state().changedVm());
    JournalBuilder back = run;
    back.finished("rolled-back");
    QVERIFY(!back.state().changedVm());
    run.stages("DEFGH").acceptance(true).userAccepts().pass("i-save").pass("i-delete").pass("i-check");
    QVERIFY(run.state().changedVm());
    run.finished("deleted");
    QVERIFY(!run.state().changedVm());
}

void RunStates::the_newest_end_of_a_job_tells_its_warnings()
{
    JournalBuilder run = JournalBuilder::created();
    run.foreign().stages("AB");
    const QString job = run.begin("c-stop");
    const auto warned = [](const char *code) {
        return Json{ { "warnings", Json::array({ Json{ { "code", code }, { "text", "" } } }) } };
    };
    run.end(job, "unknown", "unknown", Json::array(), warned("slow-stop"));
    run.end(job, "warned", "passed", Json::array(), warned("killed"));
    const RunState state = run.state();
    QCOMPARE(state.job(job)->warnings.size(), std::size_t(1));
    QCOMPARE(state.job(job)->warnings.front().code, QStringLiteral("killed"));
}

QTEST_APPLESS_MAIN(RunStates)
#include "tst_run_state.moc"
