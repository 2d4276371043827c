#include "core/gate/deletion.h"
#include "core/plan/plan.h"
#include "core/run/found_versions.h"
#include "core/text/phrase.h"
#include "engine/ledger/ledger_update.h"
#include "engine/run/acceptance.h"
#include "engine/run/run_values.h"
#include "engine/run/tasks.h"

namespace undock {

namespace {

/// `ownTurnComes`: this VM's acceptance is about to be run again, which settles a provisional
/// hold that an interrupted one left.
struct HoldsAsked {
    int vmid = 0;
    bool ownTurnComes = false;
};

NodeHolds holdsAt(NodePort &port, const QString &node, const HoldsAsked &asked, std::stop_token stop)
{
    NodeHolds seen{ node, false, {}, {} };
    const auto holds = port.holds(stop);
    if (!holds) {
        seen.trouble = holds.error().what;
        return seen;
    }
    seen.answered = true;
    for (const remote::Hold &hold : *holds) {
        if (asked.ownTurnComes && hold.vmid == asked.vmid && !hold.definite)
            continue;
        seen.marks.push_back({ QString::number(hold.vmid), hold.reason });
    }
    return seen;
}

/// Every node of the queue is asked; one that cannot be asked counts as a hold.
std::vector<NodeHolds> holdsEverywhere(TaskContext &context, bool ownTurnComes)
{
    RunSession &session = context.session;
    const HoldsAsked asked{ session.parameters().vmid.value(), ownTurnComes };
    const QString own = session.parameters().node.toString();
    std::vector<NodeHolds> all{ holdsAt(session.node(), own, asked, session.control().stop) };
    for (const QueueNode &node : context.queue.nodes) {
        const QString name = node.target.toString();
        if (name == own)
            continue;
        const auto port = context.reach.node(node.target, session.parameters().vmid, node.access, context.prompter);
        if (const Done connected = port->ensure(session.control().stop); !connected)
            all.push_back({ name, false, connected.error().what, {} });
        else
            all.push_back(holdsAt(*port, name, {}, session.control().stop));
    }
    return all;
}

/// Without `askedAt`: before the acceptance is run again.
DeletionConditions conditionsNow(TaskContext &context, const QDateTime &askedAt)
{
    RunSession &session = context.session;
    DeletionFacts facts = deletionFactsOf(session.state());
    facts.generation = session.generation();
    facts.acceptanceNotBefore = askedAt;
    if (const auto cards = session.node().cards(session.control().stop)) {
        facts.noCard = true;
        for (const remote::LeaseCard &card : *cards) {
            if (card.vmid != session.parameters().vmid.value())
                continue;
            facts.noCard = false;
            facts.card = CardSeen{ card.run, card.generation, card.live };
        }
    }
    for (const QueueNode &node : context.queue.nodes)
        facts.queueNodes << node.target.toString();
    facts.retiredNodes = context.queue.retired;
    facts.holds = holdsEverywhere(context, !askedAt.isValid());
    return evaluateDeletion(facts);
}

TaskOutcome unmet(const DeletionConditions &conditions)
{
    QStringList texts;
    for (const DeletionCondition &condition : conditions.conditions) {
        if (!condition.met())
            texts << phrase(
                "warning-of-code", { { "code", condition.id }, { "text", condition.detail, PhraseValue::Kind::Said } });
    }
    return refused(QStringLiteral("condition-unmet"), phraseList(texts), phrase("cure-meet-conditions"));
}

StepValues confirmation(StepRole role, const RunSession &session)
{
    return { { QStringLiteral("confirmed"), stepOf(role).toUtf8() },
        { QStringLiteral("generation"), QByteArray::number(session.generation()) } };
}

/// The containers are gone: what is left is to look that the direct version answers, and to say so.
TaskOutcome afterDeletion(TaskContext &context)
{
    RunSession &session = context.session;
    const ChainEnd checked = session.runChain(
        { stepOf(StepRole::ChecksDeletion) }, runValues(session.parameters(), session.state(), context.secrets));
    if (checked.kind != ChainEnd::Kind::Passed)
        return outcomeOf(checked);
    updateLedger(context, QStringLiteral("直装，已删 Docker"));
    session.note(event::finished, { { "outcome", "deleted" }, { "detail", "" } });
    session.copyJournalToGuest();
    return {};
}

} // namespace

TaskOutcome acceptByUser(TaskContext &context, const Task &task)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    if (!session.state().acceptanceDone() || !session.state().acceptanceGreen()) {
        return refused(
            QStringLiteral("acceptance-not-green"), phrase("own-acceptance-not-green"), phrase("cure-checks-first"));
    }
    const Done noted = session.note(event::accepted,
        { { "by", toStd(task.by) }, { "note", toStd(task.note) }, { "tried", toStd(task.tried) },
            { "versions", foundVersions(session.state()) } });
    if (!noted)
        return { TaskOutcome::Kind::Refused, noted.error() };
    session.copyJournalToGuest();
    return {};
}

TaskOutcome deleteDocker(TaskContext &context)
{
    RunSession &session = context.session;
    const QDateTime askedAt = QDateTime::currentDateTimeUtc();
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    if (session.state().phase() == RunState::Phase::Deleted)
        return refused(QStringLiteral("already-deleted"), phrase("docker-deleted-on-vm"));
    // The link was lost or the program ended before this was all known and noted: nothing more to delete.
    if (session.state().dockerDeleted())
        return afterDeletion(context);
    if (!session.state().cutoverDone()) {
        const DeletionConditions early = conditionsNow(context, askedAt);
        session.note(event::deletionConditions, early.toJson());
        return unmet(early);
    }

    // Before anything is asked of the VM, what can be told already is told.
    // The acceptance's own turn comes next; it is not held against the request yet.
    DeletionConditions before = conditionsNow(context, {});
    std::erase_if(before.conditions,
        [](const DeletionCondition &condition) { return condition.id == QLatin1String("acceptance-green-now"); });
    if (!before.allowed()) {
        session.note(event::deletionConditions, before.toJson());
        return unmet(before);
    }
    const TaskOutcome again = acceptUnderHold(context);
    if (again.kind != TaskOutcome::Kind::Succeeded)
        return again;

    const DeletionConditions now = conditionsNow(context, askedAt);
    if (const Done noted = session.note(event::deletionConditions, now.toJson()); !noted)
        return { TaskOutcome::Kind::Refused, noted.error() };
    if (!now.allowed())
        return unmet(now);

    if (auto stopped = stoppedBetweenSteps(session))
        return *stopped;
    const ChainEnd saved = session.runChain(
        { stepOf(StepRole::SavesContainers) }, runValues(session.parameters(), session.state(), context.secrets));
    if (saved.kind != ChainEnd::Kind::Passed)
        return outcomeOf(saved);
    if (auto stopped = stoppedBetweenSteps(session))
        return *stopped;
    // The node asks once more, under the lock that keeps holds out, in the same breath as it sends.
    const ChainEnd deleted = session.runChain({ stepOf(StepRole::DeletesContainers) },
        runValues(
            session.parameters(), session.state(), context.secrets, confirmation(StepRole::DeletesContainers, session)),
        remote::DeletionGuard{ session.state().run(), session.generation() });
    if (deleted.kind != ChainEnd::Kind::Passed)
        return outcomeOf(deleted);
    return afterDeletion(context);
}

TaskOutcome deleteImages(TaskContext &context, const Task &)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    if (auto no = forbidden(imagesGate(session.state())))
        return *no;
    const ChainEnd end = session.runChain({ stepOf(StepRole::DeletesImages) },
        runValues(
            session.parameters(), session.state(), context.secrets, confirmation(StepRole::DeletesImages, session)),
        remote::DeletionGuard{ session.state().run(), session.generation() });
    session.copyJournalToGuest();
    return outcomeOf(end);
}

} // namespace undock
