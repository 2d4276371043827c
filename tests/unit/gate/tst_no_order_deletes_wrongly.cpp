#include "unit/gate/node_rules.h"
#include "unit/gate/vm_story.h"

#include <QTest>

#include <algorithm>
#include <unordered_map>

using namespace undock;
using namespace node_rules;

// Three VMs of one node and a second node, two operators, every order of events and of
// losses: the gate's own code decides, and an account of what is true says whether it
// decided rightly. The VM whose Docker is to be deleted is told in full; of the other two,
// what bears on it is their holds. Which VM it is does not matter to any rule.
//
// Assumed, because no program can exclude it: nobody updates the VM by hand in the moments
// between the acceptance that belongs to a deletion and its sending.

namespace {

/// What is left out of the protocol, to see that its absence is found.
struct Weakness {
    QString ignoredCondition;
    bool noGuard = false; ///< the node does not ask again as it sends
    bool unguardedLift = false; ///< a hold is lifted by whoever saw a pass, taken over or not
    bool releaseAnything = false;
};

enum class Belief : quint8 { Nothing, Holds, TakenOver };
enum class Work : quint8 { Nothing, DeletionAsked, Checked, Allowed };

struct Operator {
    Belief belief = Belief::Nothing;
    Work work = Work::Nothing;
    auto operator<=>(const Operator &) const = default;
};

struct Mark {
    HoldState hold;
    bool danger = false; ///< true of the VM: an acceptance was begun and nothing that ends a hold came since

    int code() const
    {
        return static_cast<int>(hold.kind) * 6 + static_cast<int>(hold.resolved) * 2 + (danger ? 1 : 0);
    }
    static Mark of(int code)
    {
        return { { static_cast<HoldState::Kind>(code / 6), static_cast<HoldState::Resolved>(code / 2 % 3) },
            code % 2 == 1 };
    }
    void begin() { hold = acceptanceBegan(hold), danger = true; }
    void pass() { hold = acceptancePassed(hold), danger = false; }
};

struct World {
    int point = 0;
    Mark marks[3];
    int card = 0; ///< 0: nobody; 1, 2: the operators
    bool live = false;
    Operator operators[2];

    /// Which operator is which, and which of the other VMs is which, makes no difference.
    quint64 key() const
    {
        int others[2] = { marks[1].code(), marks[2].code() };
        std::sort(others, others + 2);
        const auto told = [this](int who) {
            const Operator &one = operators[who];
            return static_cast<quint64>(one.belief) * 8 + static_cast<quint64>(one.work) * 2
                + (card == who + 1 ? 1 : 0);
        };
        const quint64 first = std::min(told(0), told(1));
        const quint64 second = std::max(told(0), told(1));
        quint64 key = static_cast<quint64>(point);
        for (const int part : { marks[0].code(), others[0], others[1] })
            key = key * 32 + static_cast<quint64>(part);
        return ((key * 32 + first) * 32 + second) * 2 + (live ? 1 : 0);
    }
};

class Exploration {
public:
    Exploration(const VmStory &story, Weakness weakness)
        : m_story(story)
        , m_weakness(std::move(weakness))
    {
    }

    /// Empty: no order of events sends a wrong deletion. Otherwise the first one found.
    QStringList run()
    {
        reach(World{}, 0, "start");
        for (size_t done = 0; done < m_queue.size() && m_violation.isEmpty(); ++done) {
            const World world = m_queue[done];
            m_from = world.key();
            everythingThatCanHappen(world);
        }
        return m_violation;
    }
    size_t worlds() const { return m_seen.size(); }
    size_t deletions() const { return m_deletions; }

private:
    using Truth = VmStory::Truth;
    using Life = VmStory::Life;
    using Acceptance = VmStory::Acceptance;

    const VmStory::Point &pointOf(const World &world) const
    {
        return m_story.points()[static_cast<size_t>(world.point)];
    }
    int after(const World &world, VmStory::Event event) const { return pointOf(world).next[event]; }

    void reach(const World &world, quint64 from, const char *how)
    {
        if (m_seen.emplace(world.key(), std::pair(from, how)).second)
            m_queue.push_back(world);
    }
    void then(World world, const char *how) { reach(world, m_from, how); }

    QStringList wayTo(quint64 key, const QString &last) const
    {
        QStringList way{ last };
        while (key) {
            const auto &[from, how] = m_seen.at(key);
            way.prepend(QLatin1String(how));
            key = from;
        }
        return way;
    }

    void everythingThatCanHappen(const World &world)
    {
        outside(world);
        for (int other : { 1, 2 })
            otherVm(world, other);
        for (int who : { 0, 1 }) {
            lease(world, who);
            deletion(world, who);
            if (world.operators[who].belief == Belief::Holds && world.operators[who].work != Work::Allowed)
                onTheVm(world, who);
        }
    }

    /// Users, updates by hand, and operators who release holds.
    void outside(const World &world)
    {
        if (const int point = after(world, VmStory::UserAccepts); point >= 0) {
            World next = world;
            next.point = point;
            then(next, "the user accepts");
        }
        const bool deciding = std::any_of(world.operators, world.operators + 2,
            [](const Operator &one) { return one.work == Work::Checked || one.work == Work::Allowed; });
        if (const int point = after(world, VmStory::VersionChanges); point >= 0 && !deciding) {
            World next = world;
            next.point = point;
            then(next, "somebody updates the VM");
        }
        for (int vm = 0; vm < 3; ++vm) {
            World next = world;
            Mark &mark = next.marks[vm];
            const auto let = released(mark.hold, u"a reason");
            if (!let && !(m_weakness.releaseAnything && mark.hold.forbidsDeletion()))
                continue;
            const bool resolved = vm == 0 ? pointOf(world).truth.life == Life::RolledBack
                                          : mark.hold.resolved != HoldState::Resolved::No;
            mark.hold = let.value_or(HoldState{});
            mark.danger = mark.danger && !resolved;
            then(next, "an operator releases a hold");
        }
    }

    void otherVm(const World &world, int vm)
    {
        const auto changed = [&](const char *how, auto change) {
            World next = world;
            change(next.marks[vm]);
            then(next, how);
        };
        changed("another VM's acceptance begins", [](Mark &mark) { mark.begin(); });
        changed("a hold is placed and its program dies", [](Mark &mark) { mark.hold = acceptanceBegan(mark.hold); });
        if (world.marks[vm].danger) {
            changed("another VM passes", [](Mark &mark) { mark.pass(); });
            changed("another VM passes and the program dies before the hold is lifted",
                [](Mark &mark) { mark.danger = false; });
            changed("another VM fails", [](Mark &mark) { mark.hold = acceptanceFailed(mark.hold); });
            changed("another VM's answer is lost", [](Mark &mark) { mark.hold = acceptanceUnknown(mark.hold); });
        }
        // Its acceptance was begun anew by a colleague; the first operator still saw the old one pass.
        if (m_weakness.unguardedLift && world.marks[vm].danger)
            changed("who was taken over lifts the hold", [](Mark &mark) { mark.hold = acceptancePassed(mark.hold); });
        changed("another VM is rolled back", [](Mark &mark) { mark.hold = rolledBack(mark.hold); });
        changed("another VM is gone", [](Mark &mark) { mark.hold = vmGone(mark.hold); });
    }

    void lease(const World &world, int who)
    {
        World next = world;
        Operator &self = next.operators[who];
        Operator &colleague = next.operators[1 - who];
        if (self.belief != Belief::Holds) {
            self = { Belief::Holds, Work::Nothing };
            if (world.card == 2 - who && colleague.belief == Belief::Holds)
                colleague.belief = Belief::TakenOver;
            next.card = who + 1;
            next.live = true;
            then(next, world.card == 2 - who ? "a colleague takes the VM over" : "an operator takes the VM");
        } else {
            self = {};
            next.card = 0;
            next.live = false;
            then(next, "an operator gives the VM back");
        }
        World dead = world;
        dead.operators[who] = {};
        dead.live = world.live && world.card != who + 1;
        then(dead, "a program is killed");
    }

    /// What the holder of the VM can do; the guest refuses everybody else.
    void onTheVm(const World &world, int who)
    {
        const auto moved = [&](VmStory::Event event, const char *how, auto change) {
            const int point = after(world, event);
            if (point < 0)
                return;
            World next = world;
            next.point = point;
            change(next.marks[0]);
            if (event == VmStory::AcceptanceGreen || event == VmStory::AcceptanceFailed
                || event == VmStory::AcceptanceUnknown) {
                for (Operator &one : next.operators) {
                    if (one.work == Work::DeletionAsked)
                        one.work = Work::Checked;
                }
            }
            then(next, how);
            next.operators[who] = {};
            next.live = false;
            then(next, how);
        };
        const auto nothing = [](Mark &) {};
        moved(VmStory::Migrate, "the VM is migrated", nothing);
        moved(VmStory::BeginAcceptance, "the acceptance begins", [](Mark &mark) { mark.begin(); });
        moved(VmStory::AcceptanceGreen, "the acceptance passes", [](Mark &mark) { mark.pass(); });
        moved(
            VmStory::AcceptanceGreen, "the acceptance passes, the hold stays", [](Mark &mark) { mark.danger = false; });
        moved(VmStory::AcceptanceFailed, "the acceptance fails",
            [](Mark &mark) { mark.hold = acceptanceFailed(mark.hold); });
        moved(VmStory::AcceptanceFailed, "the acceptance fails, the hold stays provisional", nothing);
        moved(VmStory::AcceptanceUnknown, "the acceptance remains unknown", nothing);
        moved(VmStory::BeginRollback, "the rollback begins", nothing);
        moved(VmStory::EndRollback, "the VM is rolled back", [](Mark &mark) { mark.hold = rolledBack(mark.hold); });
        moved(VmStory::EndRollback, "the VM is rolled back, the hold is not told", nothing);
        moved(VmStory::DeletionDone, "the guest says: deleted", nothing);
        moved(VmStory::DeletionNeverRan, "the guest says: never begun", nothing);
        moved(VmStory::DeletionFailed, "the guest says: the deletion failed", nothing);
        if (after(world, VmStory::BeginAcceptance) >= 0) {
            World next = world;
            next.marks[0].hold = acceptanceBegan(world.marks[0].hold);
            next.operators[who] = {};
            next.live = false;
            then(next, "the hold is placed and the program dies");
        }
    }

    std::vector<NodeHolds::Mark> marksOn(const World &world) const
    {
        std::vector<NodeHolds::Mark> marks;
        for (const Mark &mark : world.marks) {
            if (mark.hold.forbidsDeletion())
                marks.push_back({ QStringLiteral("104"), QStringLiteral("x") });
        }
        return marks;
    }
    std::optional<CardSeen> cardOn(const World &world, int who) const
    {
        if (!world.card)
            return std::nullopt;
        return CardSeen{ pointOf(world).facts.run, world.operators[who].belief == Belief::Holds ? 2 : 3, world.live };
    }

    void deletion(const World &world, int who)
    {
        const Operator &self = world.operators[who];
        if (self.belief == Belief::Nothing)
            return;
        if (self.work == Work::Nothing) {
            World next = world;
            next.operators[who].work = Work::DeletionAsked;
            then(next, "an operator asks for the deletion");
            return;
        }
        if (self.work == Work::Allowed) {
            send(world, who);
            return;
        }
        for (const OtherNode other : { OtherNode::Clear, OtherNode::Silent, OtherNode::Held }) {
            if (!allowed(world, who, other))
                continue;
            if (other != OtherNode::Clear) {
                m_violation = wayTo(m_from, QStringLiteral("allowed although the other node was silent or held"));
                return;
            }
            World next = world;
            next.operators[who].work = Work::Allowed;
            then(next, "the deletion is allowed");
        }
    }

    enum class OtherNode { Clear, Silent, Held };

    bool allowed(const World &world, int who, OtherNode other)
    {
        const Operator &self = world.operators[who];
        const std::vector<NodeHolds::Mark> marks = marksOn(world);
        const std::optional<CardSeen> card = cardOn(world, who);
        // The same question is answered once; what the code can see of a world is all in here.
        const quint64 question
            = ((static_cast<quint64>(world.point) * 4 + (marks.empty() ? 0 : 1) + (self.work == Work::Checked ? 2 : 0))
                      * 4
                  + (card ? (card->generation == 2 ? 1 : 2) : 0))
                * 8
            + (world.live ? 4 : 0) + static_cast<quint64>(other);
        if (const auto known = m_answers.find(question); known != m_answers.end())
            return known->second;
        DeletionFacts facts = pointOf(world).facts;
        facts.generation = 2;
        facts.card = card;
        facts.noCard = !card;
        const QString elsewhere = QStringLiteral("root@192.0.2.2");
        facts.queueNodes = { facts.node, elsewhere };
        facts.holds = { { facts.node, true, {}, marks }, { elsewhere, other != OtherNode::Silent, {}, {} } };
        if (other == OtherNode::Held)
            facts.holds[1].marks = { { QStringLiteral("204"), QStringLiteral("x") } };
        facts.acceptanceNotBefore = facts.acceptanceAt.addMSecs(self.work == Work::Checked ? -1 : 1);
        bool answer = true;
        for (const DeletionCondition &one : evaluateDeletion(facts).conditions)
            answer = answer && (one.met() || one.id == m_weakness.ignoredCondition);
        m_answers[question] = answer;
        return answer;
    }

    void send(const World &world, int who)
    {
        World next = world;
        next.operators[who].work = Work::Nothing;
        const DeletionFacts &facts = pointOf(world).facts;
        if (!m_weakness.noGuard && !mayDelete(marksOn(world), cardOn(world, who), facts.run, 2)) {
            then(next, "the node refuses the deletion");
            return;
        }
        ++m_deletions;
        const QString wrong = whyWrong(world, who);
        if (!wrong.isEmpty()) {
            m_violation = wayTo(m_from, QStringLiteral("deletion sent although ") + wrong);
            return;
        }
        next.point = after(world, VmStory::SendDeletion);
        then(next, "the deletion is sent");
    }

    /// Invariant 2 once more, of what is true and not of what anybody reported.
    QString whyWrong(const World &world, int who) const
    {
        const Truth &truth = pointOf(world).truth;
        if (truth.life != Life::Direct)
            return QStringLiteral("the VM does not run directly");
        if (m_story.flaw() != VmStory::Flaw::None)
            return QStringLiteral("backup or equality is not proven");
        if (truth.running || truth.acceptance != Acceptance::Green)
            return QStringLiteral("the acceptance is not green");
        if (truth.checked != truth.installed || truth.accepted != truth.installed)
            return QStringLiteral("the user accepted another version");
        if (world.card != who + 1 || world.operators[who].belief != Belief::Holds)
            return QStringLiteral("the lease is not held");
        for (const Mark &mark : world.marks) {
            if (mark.danger)
                return QStringLiteral("an acceptance has failed or is under way");
        }
        return {};
    }

    const VmStory &m_story;
    Weakness m_weakness;
    std::unordered_map<quint64, std::pair<quint64, const char *>> m_seen;
    std::unordered_map<quint64, bool> m_answers;
    std::vector<World> m_queue;
    quint64 m_from = 0;
    size_t m_deletions = 0;
    QStringList m_violation;
};

} // namespace

class NoOrderDeletesWrongly : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_the_gate_sees_is_what_the_story_tells();
    void no_order_of_events_allows_a_forbidden_deletion();
    void a_vm_with_unproven_data_is_never_deleted_from_docker();
    void each_part_of_the_protocol_is_needed_data();
    void each_part_of_the_protocol_is_needed();
};

void NoOrderDeletesWrongly::what_the_gate_sees_is_what_the_story_tells()
{
    const VmStory story(VmStory::Flaw::None);
    QVERIFY2(story.disagreements().isEmpty(), qPrintable(story.disagreements().join(QLatin1Char('\n'))));
    QVERIFY(story.points().size() > 50);
}

void NoOrderDeletesWrongly::no_order_of_events_allows_a_forbidden_deletion()
{
    const VmStory story(VmStory::Flaw::None);
    Exploration exploration(story, {});
    const QStringList violation = exploration.run();
    QVERIFY2(violation.isEmpty(), qPrintable(violation.join(QStringLiteral("\n  "))));
    // A gate that never opens would pass the rest.
    QVERIFY(exploration.deletions() > 0);
    qInfo("%zu worlds, %zu deletions sent, all of them rightly", exploration.worlds(), exploration.deletions());
}

void NoOrderDeletesWrongly::a_vm_with_unproven_data_is_never_deleted_from_docker()
{
    for (const VmStory::Flaw flaw : { VmStory::Flaw::BackupUnverified, VmStory::Flaw::EqualityUnproven }) {
        const VmStory story(flaw);
        QVERIFY(story.disagreements().isEmpty());
        Exploration exploration(story, {});
        QVERIFY(exploration.run().isEmpty());
        QCOMPARE(exploration.deletions(), 0u);
    }
}

void NoOrderDeletesWrongly::each_part_of_the_protocol_is_needed_data()
{
    QTest::addColumn<QString>("ignored");
    QTest::addColumn<bool>("noGuard");
    QTest::addColumn<bool>("unguardedLift");
    QTest::addColumn<bool>("releaseAnything");
    for (const char *id :
        { "acceptance-green-now", "accepted-versions-current", "all-nodes-asked", "no-hold-anywhere" })
        QTest::newRow(id) << QString::fromLatin1(id) << false << false << false;
    QTest::newRow("the node asks again") << QString() << true << false << false;
    QTest::newRow("a hold is lifted by the holder only") << QString() << false << true << false;
    QTest::newRow("a release wants a resolved hold") << QString() << false << false << true;
}

void NoOrderDeletesWrongly::each_part_of_the_protocol_is_needed()
{
    QFETCH(QString, ignored);
    QFETCH(bool, noGuard);
    QFETCH(bool, unguardedLift);
    QFETCH(bool, releaseAnything);
    const VmStory story(VmStory::Flaw::None);
    Exploration exploration(story, { ignored, noGuard, unguardedLift, releaseAnything });
    const QStringList violation = exploration.run();
    QVERIFY(!violation.isEmpty());
    qInfo("found: %s", qPrintable(violation.join(QStringLiteral(" -> "))));
}

QTEST_APPLESS_MAIN(NoOrderDeletesWrongly)
#include "tst_no_order_deletes_wrongly.moc"
