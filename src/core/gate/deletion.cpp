#include "core/gate/deletion.h"

#include "core/gate/stage_gate.h"

#include <algorithm>

namespace undock {

namespace {

using State = DeletionCondition::State;

QString text(const char *words)
{
    return QLatin1String(words);
}

Answer yes(const QString &detail)
{
    return { Answer::Kind::Yes, detail };
}
Answer no(const QString &detail)
{
    return { Answer::Kind::No, detail };
}
Answer unknown(const QString &detail)
{
    return { Answer::Kind::Unknown, detail };
}

/// Does the step's newest attempt prove it, by its own word?
Answer provenBy(const RunState &state, StepRole role, const char *fact, const QString &proof)
{
    const QString &id = stepOf(role);
    const JobState *newest = nullptr;
    for (const JobState &job : state.jobs()) {
        if (job.step == id && !job.neverRan())
            newest = &job;
    }
    if (!newest)
        return no(QStringLiteral("%1 has not run").arg(id));
    if (!newest->settled() || newest->verdict == Verdict::Unknown)
        return unknown(QStringLiteral("how %1 ended is not known yet").arg(newest->job));
    if (!newest->green())
        return no(QStringLiteral("%1 did not pass").arg(newest->job));
    if (fact) {
        const QString value = newest->facts.value(QString::fromLatin1(fact));
        static const QStringList refusals{ QString(), text("no"), text("0"), text("false") };
        if (refusals.contains(value))
            return no(QStringLiteral("%1 does not say so (%2=%3)").arg(newest->job, QLatin1String(fact), value));
    }
    return yes(proof);
}

Answer both(const Answer &first, const Answer &second)
{
    if (first.kind == Answer::Kind::Yes)
        return second;
    return second.kind == Answer::Kind::No && first.kind == Answer::Kind::Unknown ? second : first;
}

Answer gatesAnswer(const RunState &state)
{
    const GateResult gate = stageGate(state, Stage::I);
    QStringList open;
    bool onlyUnknown = true;
    for (const GateResult::Reason &reason : gate.reasons) {
        // These have conditions of their own, with words of their own.
        if (reason.code == QLatin1String("acceptance-not-green") || reason.code == QLatin1String("docker-deleted"))
            continue;
        onlyUnknown = onlyUnknown && reason.code == QLatin1String("step-unknown");
        open << reason.detail;
    }
    if (open.isEmpty())
        return yes(text("every step of A to H is green"));
    const QString why = open.mid(0, 5).join(text("; "));
    return onlyUnknown ? unknown(why) : no(why);
}

Answer backupAnswer(const RunState &state)
{
    const QString folder = state.fact(u"backup_dir");
    const Answer archives
        = provenBy(state, StepRole::ProvesBackup, "verified", QStringLiteral("archives verified in %1").arg(folder));
    const Answer supplement = provenBy(state, StepRole::CompletesBackup, "equal",
        QStringLiteral("archives and supplement in %1 hold the source").arg(folder));
    return both(archives, supplement);
}

Answer equalityAnswer(const RunState &state)
{
    const JobState *start = nullptr;
    const JobState *copy = nullptr;
    for (const JobState &job : state.jobs()) {
        if (job.is(StepRole::StartsDirect) && !job.neverRan() && !start)
            start = &job;
        if (job.is(StepRole::ProvesCopy) && !job.neverRan())
            copy = &job;
    }
    // Afterwards the target lives on, and a comparison would prove nothing about the copy.
    if (start && copy && copy > start)
        return no(text("the copy was made after the first start of the direct gateway"));
    return provenBy(
        state, StepRole::ProvesCopy, "equal", text("the copy was equal to the source before the first start"));
}

Answer cutoverAnswer(const RunState &state)
{
    if (!state.cutoverDone())
        return no(text("the direct gateway was never started, or was rolled back since"));
    return provenBy(state, StepRole::StartsDirect, nullptr, text("the direct gateway was started and stayed"));
}

Answer notDeletedAnswer(const RunState &state)
{
    if (state.dockerDeleted())
        return no(text("Docker's containers are already removed"));
    if (state.deletionUnsettled())
        return unknown(text("a deletion was sent and how it ended is not known; resume asks the guest"));
    // The step looks for itself what is left: sent again, it carries on what an earlier one began.
    return yes(state.deletionBegun()
            ? text("a deletion ended before it could say what it removed; this one goes on with it")
            : text("nothing was deleted"));
}

DeletionCondition condition(const char *id, State state, const QString &detail)
{
    return { text(id), state, detail };
}

DeletionCondition condition(const char *id, const Answer &answer)
{
    const State state = answer.kind == Answer::Kind::Yes ? State::Met
        : answer.kind == Answer::Kind::No                ? State::Unmet
                                                         : State::Unknown;
    return condition(id, state, answer.detail.isEmpty() ? text("nobody could be asked") : answer.detail);
}

DeletionCondition acceptanceCondition(const DeletionFacts &facts)
{
    const auto judged
        = [](State state, const QString &detail) { return condition("acceptance-green-now", state, detail); };
    if (!facts.acceptanceDone)
        return judged(State::Unmet, text("the acceptance was not run, or something changed since"));
    int criticalPassed = 0;
    for (const CheckRow &row : facts.acceptanceRows) {
        if (!row.critical)
            continue;
        if (row.verdict == Verdict::Failed)
            return judged(State::Unmet,
                QStringLiteral("%1: expected %2, found %3").arg(row.id, row.expected, row.foundSentence()));
        if (row.verdict == Verdict::Unknown)
            return judged(
                State::Unknown, QStringLiteral("%1 could not be checked (%2)").arg(row.id, row.foundSentence()));
        ++criticalPassed;
    }
    if (!facts.acceptanceGreen || criticalPassed == 0)
        return judged(State::Unmet, text("the acceptance is not green"));
    if (!facts.acceptanceNotBefore.isValid() || facts.acceptanceAt < facts.acceptanceNotBefore) {
        return judged(State::Unmet,
            QStringLiteral("the acceptance of %1 is not of this moment: run it again")
                .arg(facts.acceptanceAt.toUTC().toString(Qt::ISODate)));
    }
    return judged(State::Met,
        QStringLiteral("%1 critical checks passed at %2")
            .arg(criticalPassed)
            .arg(facts.acceptanceAt.toUTC().toString(Qt::ISODate)));
}

DeletionCondition userCondition(const DeletionFacts &facts)
{
    const auto judged = [](State state, const QString &detail) { return condition("user-accepted", state, detail); };
    if (!facts.accepted)
        return judged(State::Unmet, text("the user's acceptance is not recorded, or no longer counts"));
    const QString by = stringAt(*facts.accepted, "by").trimmed();
    if (by.isEmpty())
        return judged(State::Unmet, text("the user's acceptance does not say who accepted"));
    const QString tried = stringAt(*facts.accepted, "tried").trimmed();
    const QString note = stringAt(*facts.accepted, "note").trimmed();
    if (tried.isEmpty() && note.isEmpty())
        return judged(State::Unmet, text("the user's acceptance does not say what was tried"));
    return judged(State::Met,
        QStringLiteral("%1, %2: %3")
            .arg(by, facts.acceptedAt.toUTC().toString(Qt::ISODate), tried.isEmpty() ? note : tried));
}

DeletionCondition versionsCondition(const DeletionFacts &facts)
{
    const auto judged
        = [](State state, const QString &detail) { return condition("accepted-versions-current", state, detail); };
    if (!facts.accepted)
        return judged(State::Unmet, text("there is nothing accepted to compare with"));
    const Json accepted = facts.accepted->value("versions", Json());
    const auto told = [](const Json &versions) { return versions.is_object() && !versions.empty(); };
    if (!told(accepted) || !told(facts.acceptanceVersions))
        return judged(State::Unknown, text("the versions accepted, or those installed now, are not known"));
    QStringList changed;
    for (const auto &[name, version] : accepted.items()) {
        if (facts.acceptanceVersions.value(name, Json()) != version)
            changed << toQt(name);
    }
    for (const auto &[name, version] : facts.acceptanceVersions.items()) {
        if (!accepted.contains(name))
            changed << toQt(name);
    }
    if (!changed.isEmpty()) {
        return judged(State::Unmet,
            QStringLiteral("changed since the user accepted: %1; the user has to accept again")
                .arg(changed.join(text(", "))));
    }
    return judged(State::Met, text("what the user accepted is what is installed"));
}

DeletionCondition leaseCondition(const DeletionFacts &facts)
{
    const auto judged = [](State state, const QString &detail) { return condition("lease-held", state, detail); };
    if (facts.noCard)
        return judged(State::Unmet, text("nobody holds this VM on its node: resume the run first"));
    if (!facts.card)
        return judged(State::Unknown, text("the node could not be asked who works on this VM"));
    if (facts.card->run != facts.run || facts.generation < 1 || facts.card->generation != facts.generation)
        return judged(State::Unmet,
            QStringLiteral("the VM was taken over (run %1, generation %2)")
                .arg(facts.card->run)
                .arg(facts.card->generation));
    if (!facts.card->live)
        return judged(State::Unmet, text("the lease is ours but its heartbeat has stopped"));
    return judged(State::Met, QStringLiteral("generation %1").arg(facts.generation));
}

/// The nodes that have to answer: those of the queue, and this VM's own whatever the queue says.
QStringList nodesToAsk(const DeletionFacts &facts)
{
    QStringList nodes = facts.queueNodes;
    if (!nodes.contains(facts.node))
        nodes << facts.node;
    return nodes;
}

DeletionCondition nodesCondition(const DeletionFacts &facts)
{
    QStringList silent;
    for (const QString &node : nodesToAsk(facts)) {
        const auto answer = std::find_if(facts.holds.begin(), facts.holds.end(),
            [&](const NodeHolds &holds) { return holds.node == node && holds.answered; });
        if (answer != facts.holds.end())
            continue;
        const auto trouble = std::find_if(
            facts.holds.begin(), facts.holds.end(), [&](const NodeHolds &holds) { return holds.node == node; });
        silent << (trouble != facts.holds.end() && !trouble->trouble.isEmpty()
                ? QStringLiteral("%1 (%2)").arg(node, trouble->trouble)
                : node);
    }
    if (!silent.isEmpty()) {
        return condition("all-nodes-asked", State::Unknown,
            QStringLiteral("cannot be asked, which counts as a hold: %1").arg(silent.join(text(", "))));
    }
    QString asked = nodesToAsk(facts).join(text(", "));
    if (!facts.retiredNodes.isEmpty())
        asked += QStringLiteral("; retired by an operator and not asked: ") + facts.retiredNodes.join(text(", "));
    return condition("all-nodes-asked", State::Met, asked);
}

DeletionCondition holdsCondition(const DeletionFacts &facts)
{
    QStringList marks;
    bool ownAnswered = false;
    for (const NodeHolds &holds : facts.holds) {
        for (const NodeHolds::Mark &mark : holds.marks)
            marks << QStringLiteral("VM %1 on %2 (%3)").arg(mark.vmid, holds.node, mark.reason);
        ownAnswered = ownAnswered || (holds.node == facts.node && holds.answered);
    }
    if (!marks.isEmpty())
        return condition("no-hold-anywhere", State::Unmet, marks.join(text("; ")));
    if (!ownAnswered)
        return condition("no-hold-anywhere", State::Unknown, text("this VM's own node could not be asked"));
    return condition("no-hold-anywhere", State::Met, text("no hold on any node that answered"));
}

} // namespace

DeletionFacts deletionFactsOf(const RunState &state)
{
    DeletionFacts facts;
    facts.run = state.run();
    facts.vmid = state.vmid();
    facts.node = state.node();
    facts.gates = gatesAnswer(state);
    facts.backupVerified = backupAnswer(state);
    facts.equalityProven = equalityAnswer(state);
    facts.cutoverPresent = cutoverAnswer(state);
    facts.notDeletedYet = notDeletedAnswer(state);
    facts.acceptanceDone = state.acceptanceDone();
    facts.acceptanceGreen = state.acceptanceGreen();
    facts.acceptanceRows = state.acceptanceRows();
    facts.accepted = state.userAcceptance();
    facts.acceptanceAt = state.acceptanceAt();
    facts.acceptanceVersions = state.acceptanceVersions();
    facts.acceptedAt = state.acceptedAt();
    return facts;
}

bool DeletionConditions::allowed() const
{
    return !conditions.empty()
        && std::all_of(conditions.begin(), conditions.end(), [](const DeletionCondition &one) { return one.met(); });
}

QStringList DeletionConditions::unmet() const
{
    QStringList ids;
    for (const DeletionCondition &one : conditions) {
        if (!one.met())
            ids << one.id;
    }
    return ids;
}

Json DeletionConditions::toJson() const
{
    Json list = Json::array();
    for (const DeletionCondition &one : conditions) {
        list.push_back({ { "id", toStd(one.id) }, { "met", one.met() }, { "state", toStd(stateName(one.state)) },
            { "detail", toStd(one.detail) } });
    }
    return { { "allowed", allowed() }, { "conditions", list } };
}

DeletionConditions evaluateDeletion(const DeletionFacts &facts)
{
    return { { condition("gates-green", facts.gates), condition("backup-verified", facts.backupVerified),
        condition("equality-proven", facts.equalityProven), condition("cutover-present", facts.cutoverPresent),
        acceptanceCondition(facts), userCondition(facts), versionsCondition(facts), leaseCondition(facts),
        nodesCondition(facts), holdsCondition(facts), condition("not-deleted-yet", facts.notDeletedYet) } };
}

QString stateName(DeletionCondition::State state)
{
    switch (state) {
    case State::Met:
        return text("met");
    case State::Unmet:
        return text("unmet");
    case State::Unknown:
        break;
    }
    return text("unknown");
}

} // namespace undock
