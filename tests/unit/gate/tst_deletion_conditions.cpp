#include "core/gate/deletion.h"
#include "core/text/phrase.h"
#include "journals/journal_builder.h"

#include <QTest>

using namespace undock;
using State = DeletionCondition::State;

class DeletionConditionTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everything_met_is_allowed();
    void every_condition_is_always_listed_in_the_same_order();
    void nothing_asked_is_unknown_and_forbids();
    void each_way_of_being_unmet_is_named_data();
    void each_way_of_being_unmet_is_named();
    void a_deletion_that_ended_without_a_word_can_be_asked_for_again();
    void a_node_that_cannot_be_asked_counts_as_a_hold();
    void the_vms_own_node_is_asked_whatever_the_queue_says();
    void a_resolved_hold_is_still_a_hold();
    void conditions_travel_into_the_journal();
    void an_acceptance_counts_from_the_moment_that_was_set();
    void the_first_holder_of_a_vm_holds_it();
    void an_open_step_is_named();

private:
    static JournalBuilder accepted()
    {
        JournalBuilder run = JournalBuilder::created();
        run.stages("ABCDEFGH").acceptance(true, goodRows()).userAccepts().wait(3600);
        return run;
    }
    static Json goodRows()
    {
        return Json::array(
            { JournalBuilder::row("one-gateway", true, "passed"), JournalBuilder::row("disk-space", false, "failed") });
    }
    static DeletionFacts factsOf(const JournalBuilder &run)
    {
        DeletionFacts facts = deletionFactsOf(run.state());
        facts.generation = 3;
        facts.card = CardSeen{ facts.run, 3, true };
        facts.queueNodes = { facts.node, QStringLiteral("root@192.0.2.2") };
        facts.holds = { { facts.node, true, {}, {} }, { QStringLiteral("root@192.0.2.2"), true, {}, {} } };
        facts.acceptanceNotBefore = facts.acceptanceAt.addSecs(-60);
        return facts;
    }
    static JournalBuilder asked()
    {
        JournalBuilder run = accepted();
        run.stages("H").acceptance(true, goodRows());
        return run;
    }
};

void DeletionConditionTests::everything_met_is_allowed()
{
    const DeletionConditions conditions = evaluateDeletion(factsOf(asked()));
    QVERIFY2(conditions.allowed(), qPrintable(conditions.unmet().join(QLatin1Char(' '))));
}

void DeletionConditionTests::every_condition_is_always_listed_in_the_same_order()
{
    QStringList ids;
    for (const DeletionCondition &one : evaluateDeletion(factsOf(asked())).conditions)
        ids << one.id;
    QCOMPARE(ids.join(QLatin1Char(' ')),
        QStringLiteral("gates-green backup-verified equality-proven cutover-present acceptance-green-now user-accepted "
                       "accepted-versions-current lease-held all-nodes-asked no-hold-anywhere not-deleted-yet"));
    QCOMPARE(evaluateDeletion({}).conditions.size(), 11u);
}

void DeletionConditionTests::nothing_asked_is_unknown_and_forbids()
{
    QVERIFY(!evaluateDeletion({}).allowed());
    QVERIFY(!DeletionConditions{}.allowed());
    // The journal alone, however green, allows nothing: the node was not asked.
    const JournalBuilder run = asked();
    const DeletionConditions conditions = evaluateDeletion(deletionFactsOf(run.state()));
    QCOMPARE(conditions.unmet(),
        (QStringList{ QStringLiteral("acceptance-green-now"), QStringLiteral("lease-held"),
            QStringLiteral("all-nodes-asked"), QStringLiteral("no-hold-anywhere") }));
}

using Spoil = std::function<void(JournalBuilder &, DeletionFacts &)>;
Q_DECLARE_METATYPE(Spoil)

void DeletionConditionTests::each_way_of_being_unmet_is_named_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("isUnknown");
    // Ways in which the journal spoils it.
    const auto journal
        = [](const char *name, const char *condition, bool unknown, std::function<void(JournalBuilder &)> tell) {
              const Spoil spoil = [tell](JournalBuilder &run, DeletionFacts &facts) {
                  tell(run);
                  facts = factsOf(run);
              };
              QTest::newRow(name) << spoil << QString::fromLatin1(condition) << unknown;
          };
    const auto asking
        = [](const char *name, const char *condition, bool unknown, std::function<void(DeletionFacts &)> change) {
              const Spoil spoil = [change](JournalBuilder &, DeletionFacts &facts) { change(facts); };
              QTest::newRow(name) << spoil << QString::fromLatin1(condition) << unknown;
          };
    using B = JournalBuilder;
    journal("backup failed later", "backup-verified", false, [](B &run) { run.failStep("b-verify", "sum-differs"); });
    journal("backup unknown", "backup-verified", true, [](B &run) { run.begin("b-verify"); });
    journal("backup ended without a word", "backup-verified", true,
        [](B &run) { run.end(run.begin("b-verify"), "unknown", "died"); });
    journal("backup unknown, and not supplemented", "backup-verified", false, [](B &run) {
        run.begin("b-verify");
        run.end(run.begin("c-supplement"), "passed", "passed");
    });
    journal("backup verified nothing", "backup-verified", false, [](B &run) {
        run.pass("b-verify", Json::array({ Json::array({ "verified", "0" }) }));
    });
    journal("supplement without proof", "backup-verified", false,
        [](B &run) { run.end(run.begin("c-supplement"), "passed", "passed"); });
    journal("backup warning open", "backup-verified", false, [](B &run) { run.foreign().warn("b-verify", "odd"); });
    journal("copy not equal", "equality-proven", false, [](B &run) {
        run = B::created();
        run.stages("ABCD").pass("e-copy", Json::array({ Json::array({ "equal", "no" }) })).stages("FGH");
    });
    journal("copied after the start", "equality-proven", false, [](B &run) { run.pass("e-copy"); });
    journal("copied between two starts", "equality-proven", false, [](B &run) { run.pass("e-copy").pass("g-start"); });
    journal("never started", "cutover-present", false, [](B &run) {
        run = B::created();
        run.stages("ABCDEFH").acceptance(true, goodRows()).userAccepts();
    });
    journal("start unknown", "cutover-present", true, [](B &run) { run.begin("g-start"); });
    journal("rolled back", "cutover-present", false, [](B &run) { run.stages("R").finished("rolled-back"); });
    journal("rolling back", "gates-green", false, [](B &run) { run.pass("r-direct-stop"); });
    journal("panel set up again", "acceptance-green-now", false, [](B &run) { run.pass("f-panel"); });
    journal("acceptance failed", "acceptance-green-now", false,
        [](B &run) { run.acceptance(false, Json::array({ B::row("token-unchanged", true, "failed") })); });
    journal("green in word, red in a row", "acceptance-green-now", false,
        [](B &run) { run.acceptance(true, Json::array({ B::row("token-unchanged", true, "failed") })); });
    journal("green without rows", "acceptance-green-now", false, [](B &run) { run.acceptance(true); });
    journal("acceptance row unknown", "acceptance-green-now", true,
        [](B &run) { run.acceptance(true, Json::array({ B::row("token-unchanged", true, "unknown") })); });
    journal("acceptance under way", "gates-green", true, [](B &run) { run.begin("h-checks"); });
    journal("void", "user-accepted", false, [](B &run) { run.event(event::acceptanceVoid, { { "why", "x" } }); });
    journal("nobody accepted", "user-accepted", false, [](B &run) {
        run.event(event::accepted, { { "by", " " }, { "tried", "x" } });
    });
    journal("nothing tried", "user-accepted", false, [](B &run) {
        run.event(event::accepted, { { "by", "x" }, { "tried", "" } });
    });
    journal("accepted versions unknown", "accepted-versions-current", true, [](B &run) {
        run.event(event::accepted, { { "by", "x" }, { "tried", "x" } });
    });
    journal("accepted versions empty", "accepted-versions-current", true, [](B &run) {
        run.event(event::accepted, { { "by", "x" }, { "tried", "x" }, { "versions", Json::object() } });
    });
    journal("another version now", "accepted-versions-current", false, [](B &run) {
        run.event(event::acceptance,
            { { "green", true }, { "rows", goodRows() },
                { "versions",
                    { { "openclaw", "2026.2.20" }, { "panel", "v2026.02.20-r4" }, { "node", "v22.12.0" } } } });
    });
    journal("something new installed", "accepted-versions-current", false, [](B &run) {
        Json versions = B::versions();
        versions["extra"] = "1";
        run.event(event::acceptance, { { "green", true }, { "rows", goodRows() }, { "versions", versions } });
    });
    journal("deleted already", "not-deleted-yet", false, [](B &run) { run.pass("i-delete"); });
    journal("deletion unknown", "not-deleted-yet", true, [](B &run) { run.begin("i-delete"); });
    journal("deletion failed half way", "not-deleted-yet", false, [](B &run) {
        run.failStep("i-delete", "containers-left", Json::array({ Json::array({ "removed", "openclaw-panel" }) }));
    });

    asking("acceptance is old", "acceptance-green-now", false,
        [](DeletionFacts &facts) { facts.acceptanceNotBefore = facts.acceptanceAt.addMSecs(1); });
    asking("lease not asked", "lease-held", true, [](DeletionFacts &facts) { facts.card.reset(); });
    asking("no card", "lease-held", false, [](DeletionFacts &facts) { facts.noCard = true; });
    asking("taken over", "lease-held", false, [](DeletionFacts &facts) { facts.card->generation = 4; });
    asking("another run", "lease-held", false, [](DeletionFacts &facts) { facts.card->run = QStringLiteral("102-x"); });
    asking("no heartbeat", "lease-held", false, [](DeletionFacts &facts) { facts.card->live = false; });
    asking("no generation", "lease-held", false,
        [](DeletionFacts &facts) { facts.card->generation = facts.generation = 0; });
    asking("other node silent", "all-nodes-asked", true, [](DeletionFacts &facts) { facts.holds[1].answered = false; });
    asking("other node forgotten", "all-nodes-asked", true, [](DeletionFacts &facts) { facts.holds.pop_back(); });
    asking("own node silent", "no-hold-anywhere", true, [](DeletionFacts &facts) { facts.holds[0].answered = false; });
    asking("hold here", "no-hold-anywhere", false, [](DeletionFacts &facts) {
        facts.holds[0].marks = { { QStringLiteral("104"), QStringLiteral("gateway-front 502") } };
    });
    asking("hold elsewhere", "no-hold-anywhere", false, [](DeletionFacts &facts) {
        facts.holds[1].marks = { { QStringLiteral("204"), QStringLiteral("x") } };
    });
}

void DeletionConditionTests::each_way_of_being_unmet_is_named()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, condition);
    QFETCH(bool, isUnknown);
    JournalBuilder run = asked();
    DeletionFacts facts = factsOf(run);
    spoil(run, facts);
    const DeletionConditions conditions = evaluateDeletion(facts);
    QVERIFY(!conditions.allowed());
    QVERIFY2(conditions.unmet().contains(condition), qPrintable(conditions.unmet().join(QLatin1Char(' '))));
    for (const DeletionCondition &one : conditions.conditions) {
        QVERIFY(!one.detail.isEmpty());
        if (one.id == condition)
            QCOMPARE(one.state == State::Unknown, isUnknown);
    }
}

void DeletionConditionTests::a_deletion_that_ended_without_a_word_can_be_asked_for_again()
{
    for (const char *state : { "failed", "interrupted", "died", "timed-out", "cancelled" }) {
        JournalBuilder run = asked();
        run.end(run.begin("i-delete"), "failed", state);
        run.acceptance(true, goodRows());
        const DeletionConditions conditions = evaluateDeletion(factsOf(run));
        QVERIFY2(conditions.allowed(), qPrintable(conditions.unmet().join(QLatin1Char(' '))));
    }
}

void DeletionConditionTests::a_node_that_cannot_be_asked_counts_as_a_hold()
{
    DeletionFacts facts = factsOf(asked());
    facts.holds[1] = { QStringLiteral("root@192.0.2.2"), false, QStringLiteral("no route"), {} };
    const DeletionConditions conditions = evaluateDeletion(facts);
    QCOMPARE(conditions.unmet(), QStringList{ QStringLiteral("all-nodes-asked") });
    for (const DeletionCondition &one : conditions.conditions) {
        if (one.id == QLatin1String("all-nodes-asked"))
            QVERIFY(inEnglish(one.detail).contains(QStringLiteral("root@192.0.2.2 (no route)")));
    }
}

void DeletionConditionTests::the_vms_own_node_is_asked_whatever_the_queue_says()
{
    DeletionFacts facts = factsOf(asked());
    facts.queueNodes.clear();
    facts.holds.clear();
    QVERIFY(evaluateDeletion(facts).unmet().contains(QStringLiteral("all-nodes-asked")));
}

void DeletionConditionTests::a_resolved_hold_is_still_a_hold()
{
    DeletionFacts facts = factsOf(asked());
    facts.holds[0].marks = { { QStringLiteral("104"), QStringLiteral("rolled back, not released") } };
    QVERIFY(!evaluateDeletion(facts).allowed());
}

void DeletionConditionTests::conditions_travel_into_the_journal()
{
    const Json json = evaluateDeletion(factsOf(asked())).toJson();
    QVERIFY(boolAt(json, "allowed"));
    QCOMPARE(json["conditions"].size(), 11u);
    QVERIFY(boolAt(json["conditions"][0], "met"));
    QVERIFY(!stringAt(json["conditions"][0], "detail").isEmpty());
}

void DeletionConditionTests::an_acceptance_counts_from_the_moment_that_was_set()
{
    DeletionFacts facts = factsOf(asked());
    facts.acceptanceNotBefore = facts.acceptanceAt;
    QVERIFY(evaluateDeletion(facts).allowed());
}

void DeletionConditionTests::the_first_holder_of_a_vm_holds_it()
{
    DeletionFacts facts = factsOf(asked());
    facts.card->generation = facts.generation = 1;
    QVERIFY(evaluateDeletion(facts).allowed());
}

void DeletionConditionTests::an_open_step_is_named()
{
    JournalBuilder run = asked();
    run.failStep("f-panel", "panel-unreachable");
    const DeletionConditions conditions = evaluateDeletion(factsOf(run));
    const DeletionCondition &gates = conditions.conditions.front();
    QCOMPARE(gates.id, QStringLiteral("gates-green"));
    QVERIFY(gates.state == State::Unmet);
    QVERIFY2(inEnglish(gates.detail).contains(QStringLiteral("f-panel")), qPrintable(inEnglish(gates.detail)));
}

QTEST_APPLESS_MAIN(DeletionConditionTests)
#include "tst_deletion_conditions.moc"
