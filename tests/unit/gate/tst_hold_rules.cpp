#include "core/gate/hold_rules.h"

#include <QTest>

#include <set>

using namespace undock;
using Kind = HoldState::Kind;
using Resolved = HoldState::Resolved;

class HoldRuleTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_acceptance_is_held_from_its_beginning();
    void only_a_pass_ends_a_hold_without_a_person();
    void an_operator_releases_what_is_resolved_with_a_reason();
    void a_new_acceptance_opens_again_what_was_resolved();
    void no_order_of_events_ends_a_hold_otherwise();
};

void HoldRuleTests::an_acceptance_is_held_from_its_beginning()
{
    const HoldState begun = HoldRules::acceptanceBegan({});
    QVERIFY(begun.kind == Kind::Provisional);
    QVERIFY(begun.forbidsDeletion());
    QVERIFY(HoldRules::acceptanceUnknown(begun) == begun);
    QVERIFY(!HoldRules::acceptancePassed(begun).forbidsDeletion());
}

void HoldRuleTests::only_a_pass_ends_a_hold_without_a_person()
{
    const HoldState failed = HoldRules::acceptanceFailed(HoldRules::acceptanceBegan({}));
    QVERIFY(failed.kind == Kind::Definite);
    QVERIFY(HoldRules::acceptanceBegan(failed).kind == Kind::Definite);
    QVERIFY(HoldRules::rolledBack(failed).forbidsDeletion());
    QVERIFY(HoldRules::vmGone(failed).forbidsDeletion());
    QVERIFY(!HoldRules::acceptancePassed(failed).forbidsDeletion());
    // A hold that is not there is not made by what resolves one.
    QVERIFY(HoldRules::rolledBack({}) == HoldState{});
}

void HoldRuleTests::an_operator_releases_what_is_resolved_with_a_reason()
{
    const HoldState failed = HoldRules::acceptanceFailed({});
    QCOMPARE(HoldRules::released({}, u"why").error().code, QStringLiteral("no-hold"));
    QCOMPARE(HoldRules::released(failed, u"why").error().code, QStringLiteral("hold-unresolved"));
    QCOMPARE(
        HoldRules::released(HoldRules::acceptanceBegan({}), u"why").error().code, QStringLiteral("hold-unresolved"));
    QCOMPARE(HoldRules::released(HoldRules::rolledBack(failed), u" \t").error().code, QStringLiteral("reason-missing"));
    for (const HoldState &resolved : { HoldRules::rolledBack(failed), HoldRules::vmGone(failed) })
        QVERIFY(HoldRules::released(resolved, u"the bot answers from Docker") == HoldState{});
}

void HoldRuleTests::a_new_acceptance_opens_again_what_was_resolved()
{
    const HoldState resolved = HoldRules::rolledBack(HoldRules::acceptanceFailed({}));
    const HoldState begun = HoldRules::acceptanceBegan(resolved);
    QVERIFY(begun.kind == Kind::Definite);
    QVERIFY(!HoldRules::released(begun, u"why").has_value());
    QVERIFY(!HoldRules::released(HoldRules::acceptanceFailed(resolved), u"why").has_value());
}

void HoldRuleTests::no_order_of_events_ends_a_hold_otherwise()
{
    // Every state that any order of events can reach; the rules are small enough to see them all.
    std::set<std::pair<int, int>> seen{ { 0, 0 } };
    std::vector<HoldState> open{ HoldState{} };
    while (!open.empty()) {
        const HoldState at = open.back();
        open.pop_back();
        const HoldState next[] = { HoldRules::acceptanceBegan(at), HoldRules::acceptancePassed(at),
            HoldRules::acceptanceFailed(at), HoldRules::acceptanceUnknown(at), HoldRules::rolledBack(at),
            HoldRules::vmGone(at), HoldRules::released(at, u"why").value_or(at) };
        for (int event = 0; event < 7; ++event) {
            if (at.forbidsDeletion() && !next[event].forbidsDeletion())
                QVERIFY(event == 1 || (event == 6 && at.resolved != Resolved::No));
            if (seen.insert({ static_cast<int>(next[event].kind), static_cast<int>(next[event].resolved) }).second)
                open.push_back(next[event]);
        }
    }
    QCOMPARE(seen.size(), 7u);
}

QTEST_APPLESS_MAIN(HoldRuleTests)
#include "tst_hold_rules.moc"
