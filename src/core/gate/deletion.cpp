#include "core/gate/deletion.h"

#include "core/gate/stage_gate.h"
#include "core/text/phrase.h"

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
        return no(phrase("step-has-not-run", { { "step", id } }));
    if (!newest->settled() || newest->verdict == Verdict::Unknown)
        return unknown(phrase("step-end-unknown", { { "step", newest->job } }));
    if (!newest->green())
        return no(phrase("step-did-not-pass", { { "step", newest->job } }));
    if (fact) {
        const QString value = newest->facts.value(QString::fromLatin1(fact));
        static const QStringList refusals{ QString(), text("no"), text("0"), text("false") };
        if (refusals.contains(value))
            return no(phrase("step-does-not-say-so",
                { { "step", newest->job }, { "fact", QLatin1String(fact) }, { "value", value } }));
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
        return yes(phrase("every-step-green"));
    const QString why = phraseList(open.mid(0, 5));
    return onlyUnknown ? unknown(why) : no(why);
}

Answer backupAnswer(const RunState &state)
{
    const QString folder = state.fact(u"backup_dir");
    const Answer archives
        = provenBy(state, StepRole::ProvesBackup, "verified", phrase("archives-verified", { { "folder", folder } }));
    const Answer supplement = provenBy(
        state, StepRole::CompletesBackup, "equal", phrase("archives-hold-the-source", { { "folder", folder } }));
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
        return no(phrase("copy-made-too-late"));
    return provenBy(state, StepRole::ProvesCopy, "equal", phrase("copy-was-equal"));
}

Answer cutoverAnswer(const RunState &state)
{
    if (!state.cutoverDone())
        return no(phrase("direct-never-started"));
    return provenBy(state, StepRole::StartsDirect, nullptr, phrase("direct-started-and-stayed"));
}

Answer notDeletedAnswer(const RunState &state)
{
    if (state.dockerDeleted())
        return no(phrase("containers-already-removed"));
    if (state.deletionUnsettled())
        return unknown(phrase("deletion-unknown"));
    // The step looks for itself what is left: sent again, it carries on what an earlier one began.
    return yes(state.deletionBegun() ? phrase("deletion-goes-on") : phrase("nothing-was-deleted"));
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
    return condition(id, state, answer.detail.isEmpty() ? phrase("nobody-could-be-asked") : answer.detail);
}

DeletionCondition acceptanceCondition(const DeletionFacts &facts)
{
    const auto judged
        = [](State state, const QString &detail) { return condition("acceptance-green-now", state, detail); };
    if (!facts.acceptanceDone)
        return judged(State::Unmet, phrase("acceptance-not-run"));
    int criticalPassed = 0;
    for (const CheckRow &row : facts.acceptanceRows) {
        if (!row.critical)
            continue;
        if (row.verdict == Verdict::Failed)
            return judged(State::Unmet,
                phrase("expected-and-found",
                    { { "what", row.id }, { "expected", row.expected, PhraseValue::Kind::Said },
                        { "found", row.foundSentence(), PhraseValue::Kind::Said } }));
        if (row.verdict == Verdict::Unknown)
            return judged(State::Unknown,
                phrase("check-undecided",
                    { { "check", row.id }, { "found", row.foundSentence(), PhraseValue::Kind::Said } }));
        ++criticalPassed;
    }
    if (!facts.acceptanceGreen || criticalPassed == 0)
        return judged(State::Unmet, phrase("acceptance-not-green"));
    if (!facts.acceptanceNotBefore.isValid() || facts.acceptanceAt < facts.acceptanceNotBefore) {
        return judged(State::Unmet,
            phrase("acceptance-too-old", { { "moment", facts.acceptanceAt.toUTC().toString(Qt::ISODate) } }));
    }
    return judged(State::Met,
        phrase("critical-checks-passed",
            { { "count", criticalPassed }, { "moment", facts.acceptanceAt.toUTC().toString(Qt::ISODate) } }));
}

DeletionCondition userCondition(const DeletionFacts &facts)
{
    const auto judged = [](State state, const QString &detail) { return condition("user-accepted", state, detail); };
    if (!facts.accepted)
        return judged(State::Unmet, phrase("user-acceptance-missing"));
    const QString by = stringAt(*facts.accepted, "by").trimmed();
    if (by.isEmpty())
        return judged(State::Unmet, phrase("user-acceptance-without-name"));
    const QString tried = stringAt(*facts.accepted, "tried").trimmed();
    const QString note = stringAt(*facts.accepted, "note").trimmed();
    if (tried.isEmpty() && note.isEmpty())
        return judged(State::Unmet, phrase("user-acceptance-without-trial"));
    return judged(State::Met,
        QStringLiteral("%1, %2: %3")
            .arg(by, facts.acceptedAt.toUTC().toString(Qt::ISODate), tried.isEmpty() ? note : tried));
}

DeletionCondition versionsCondition(const DeletionFacts &facts)
{
    const auto judged
        = [](State state, const QString &detail) { return condition("accepted-versions-current", state, detail); };
    if (!facts.accepted)
        return judged(State::Unmet, phrase("nothing-accepted"));
    const Json accepted = facts.accepted->value("versions", Json());
    const auto told = [](const Json &versions) { return versions.is_object() && !versions.empty(); };
    if (!told(accepted) || !told(facts.acceptanceVersions))
        return judged(State::Unknown, phrase("versions-unknown"));
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
        return judged(State::Unmet, phrase("versions-changed", { { "names", changed.join(text(", ")) } }));
    }
    return judged(State::Met, phrase("accepted-is-installed"));
}

DeletionCondition leaseCondition(const DeletionFacts &facts)
{
    const auto judged = [](State state, const QString &detail) { return condition("lease-held", state, detail); };
    if (facts.noCard)
        return judged(State::Unmet, phrase("no-card"));
    if (!facts.card)
        return judged(State::Unknown, phrase("card-unasked"));
    if (facts.card->run != facts.run || facts.generation < 1 || facts.card->generation != facts.generation)
        return judged(State::Unmet,
            phrase("vm-taken-over", { { "run", facts.card->run }, { "generation", facts.card->generation } }));
    if (!facts.card->live)
        return judged(State::Unmet, phrase("heartbeat-stopped"));
    return judged(State::Met, phrase("generation", { { "generation", facts.generation } }));
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
                ? QStringLiteral("%1 (%2)").arg(node, inEnglish(trouble->trouble))
                : node);
    }
    if (!silent.isEmpty()) {
        return condition(
            "all-nodes-asked", State::Unknown, phrase("nodes-silent", { { "nodes", silent.join(text(", ")) } }));
    }
    const QString asked = nodesToAsk(facts).join(text(", "));
    return condition("all-nodes-asked", State::Met,
        facts.retiredNodes.isEmpty() ? asked
                                     : phrase("nodes-asked-but-retired",
                                         { { "nodes", asked }, { "retired", facts.retiredNodes.join(text(", ")) } }));
}

DeletionCondition holdsCondition(const DeletionFacts &facts)
{
    QStringList marks;
    bool ownAnswered = false;
    for (const NodeHolds &holds : facts.holds) {
        for (const NodeHolds::Mark &mark : holds.marks)
            marks << phrase("hold-mark", { { "vmid", mark.vmid }, { "host", holds.node }, { "reason", mark.reason } });
        ownAnswered = ownAnswered || (holds.node == facts.node && holds.answered);
    }
    if (!marks.isEmpty())
        return condition("no-hold-anywhere", State::Unmet, phraseList(marks));
    if (!ownAnswered)
        return condition("no-hold-anywhere", State::Unknown, phrase("own-node-unasked"));
    return condition("no-hold-anywhere", State::Met, phrase("no-hold-on-any-node"));
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
