#include "core/gate/stage_gate.h"

#include "core/gate/required_steps.h"
#include "core/params/field.h"
#include "core/plan/plan.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock {

namespace {

using Reason = GateResult::Reason;

QString step(const char *name)
{
    return QLatin1String(name);
}

Order orderOf(const RunState &state)
{
    const auto order = parseOrder(state.asked(Field::Order));
    return order ? *order : Order::Procedure;
}

/// The newest attempt that ran decides; a skipped or refused one leaves the older word standing.
const JobState *newestThatRan(const RunState &state, const QString &id)
{
    const JobState *newest = nullptr;
    for (const JobState &job : state.jobs()) {
        if (job.step == id && !job.neverRan())
            newest = &job;
    }
    return newest;
}

void askStep(const RunState &state, const QString &id, std::vector<Reason> &reasons)
{
    const JobState *job = newestThatRan(state, id);
    if (!job) {
        reasons.push_back({ step("step-missing"), id, phrase("step-has-not-run", { { "step", id } }) });
    } else if (!job->settled() || job->verdict == Verdict::Unknown) {
        reasons.push_back({ step("step-unknown"), id, phrase("step-end-unknown", { { "step", job->job } }) });
    } else if (job->verdict == Verdict::Failed) {
        reasons.push_back({ step("step-failed"), id,
            job->failure ? phrase("step-failed",
                { { "step", job->job }, { "code", job->failure->code },
                    { "why", job->failure->text, PhraseValue::Kind::Said } })
                         : phrase("step-failed-as", { { "step", job->job }, { "state", job->state } }) });
    } else if (!job->green()) {
        for (const CodedText &warning : job->warnings) {
            if (!job->acknowledged.contains(warning.code))
                reasons.push_back({ step("warning-open"), warning.code, warning.text });
        }
        if (job->warnings.empty())
            reasons.push_back(
                { step("warning-open"), id, phrase("step-ended-with-warning", { { "step", job->job } }) });
    }
}

void askStage(const RunState &state, Stage stage, std::vector<Reason> &reasons)
{
    for (const QString &id : requiredSteps(stage))
        askStep(state, id, reasons);
    if (stage == Stage::A) {
        for (const Finding &block : blocksOf(state))
            reasons.push_back({ step("finding-blocks"), block.code, block.text });
    }
    if (stage == Stage::H && !(state.acceptanceDone() && state.acceptanceGreen())) {
        bool named = false;
        for (const CheckRow &row : state.acceptanceRows()) {
            if (state.acceptanceDone() && row.critical
                && (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown)) {
                reasons.push_back({ step("acceptance-not-green"), row.id,
                    phrase("expected-and-found",
                        { { "what", verdictName(row.verdict) }, { "expected", row.expected, PhraseValue::Kind::Said },
                            { "found", row.foundSentence(), PhraseValue::Kind::Said } }) });
                named = true;
            }
        }
        if (!named)
            reasons.push_back({ step("acceptance-not-green"), {}, phrase("no-green-acceptance") });
    }
}

/// Whatever was begun must be known, wherever it stands: nothing new is built on a guess.
void askUnsettled(const RunState &state, std::vector<Reason> &reasons)
{
    for (const JobState *job : state.unsettled()) {
        const bool told = std::any_of(reasons.begin(), reasons.end(),
            [&](const Reason &reason) { return reason.code == step("step-unknown") && reason.about == job->step; });
        if (!told)
            reasons.push_back(
                { step("step-unknown"), job->step, phrase("step-end-unknown", { { "step", job->job } }) });
    }
}

void askDirection(const RunState &state, std::vector<Reason> &reasons)
{
    using Phase = RunState::Phase;
    const Phase phase = state.phase();
    if (phase == Phase::RollingBack || phase == Phase::RolledBack || phase == Phase::RollbackFailed)
        reasons.push_back({ step("rolled-back"), {}, phrase("run-on-its-way-back") });
    if (state.dockerDeleted())
        reasons.push_back({ step("docker-deleted"), {}, phrase("docker-removed-already") });
}

Stage stageOf(const QString &id)
{
    return stageFromName(id.left(1).toUpper()).value_or(Stage::A);
}

/// A deletion is never cut short, and nothing is stopped or started beside it.
void askDeletion(const RunState &state, std::vector<Reason> &reasons)
{
    for (const JobState *job : state.unsettled()) {
        if (job->effect == Effect::Deletes) {
            reasons.push_back({ step("step-unknown"), job->step,
                phrase("deletion-end-unknown", { { "job", job->job } }), phrase("cure-resume-asks") });
        }
    }
}

/// Whether Docker's version can still come back, as far as the journal tells. The guest is asked too, before
/// anything is stopped: the first step of both ways back.
void askImages(const RunState &state, std::vector<Reason> &reasons)
{
    if (const JobState *images = newestThatRan(state, stepOf(StepRole::DeletesImages)); images && images->green()) {
        reasons.push_back({ step("images-removed"), {}, phrase("images-deleted"), phrase("cure-images-registry") });
    }
}

} // namespace

bool GateResult::has(QStringView code) const
{
    return std::any_of(reasons.begin(), reasons.end(), [code](const Reason &reason) { return reason.code == code; });
}

QString GateResult::text() const
{
    QStringList texts;
    for (const Reason &reason : reasons)
        texts << reason.detail;
    return phraseList(texts);
}

std::vector<Finding> blocksOf(const RunState &state)
{
    std::vector<Finding> blocks = blocksOf(state, QLatin1String(nodeScanStep));
    for (const Finding &finding : blocksOf(state, stepOf(StepRole::Scans)))
        blocks.push_back(finding);
    return blocks;
}

std::vector<Finding> blocksOf(const RunState &state, const QString &scan)
{
    std::vector<Finding> blocks;
    const JobState *job = newestThatRan(state, scan);
    if (!job)
        return blocks;
    for (const Finding &finding : findingsOf(job->facts)) {
        if (finding.level == Finding::Level::Blocks)
            blocks.push_back(finding);
    }
    return blocks;
}

GateResult stageGate(const RunState &state, Stage stage)
{
    GateResult result;
    for (int before = 0; before < static_cast<int>(stage); ++before)
        askStage(state, static_cast<Stage>(before), result.reasons);
    if (stage == Stage::C) {
        for (const QString &id : earlySteps(orderOf(state)))
            askStep(state, id, result.reasons);
    }
    askUnsettled(state, result.reasons);
    askDirection(state, result.reasons);
    return result;
}

GateResult chainGate(const RunState &state, const QStringList &steps)
{
    if (steps.isEmpty())
        return {};
    const Stage stage = stageOf(steps.front());
    const bool early = orderOf(state) == Order::Early && !state.dockerStopped() && stage > Stage::C && stage < Stage::H;
    if (!early)
        return stageGate(state, stage);
    // What is prepared touches nothing in use: only the scan and the backup stand before it.
    GateResult result = stageGate(state, Stage::B);
    askStage(state, Stage::B, result.reasons);
    return result;
}

GateResult rollbackGate(const RunState &state)
{
    GateResult result;
    askDeletion(state, result.reasons);
    askImages(state, result.reasons);
    if (state.phase() == RunState::Phase::RolledBack)
        result.reasons.push_back({ step("already-rolled-back"), {}, phrase("already-rolled-back") });
    return result;
}

GateResult carryBackGate(const RunState &state)
{
    GateResult result;
    askUnsettled(state, result.reasons);
    if (state.phase() != RunState::Phase::RolledBack) {
        result.reasons.push_back(
            { step("not-rolled-back"), {}, phrase("nothing-to-carry-back"), phrase("cure-roll-back-first") });
    }
    return result;
}

GateResult restoreGate(const RunState &state)
{
    GateResult result;
    askDeletion(state, result.reasons);
    askImages(state, result.reasons);
    if (!state.latestGreen(StepRole::ProvesBackup)) {
        result.reasons.push_back(
            { step("no-verified-backup"), {}, phrase("no-verified-backup"), phrase("cure-earlier-backup") });
    }
    return result;
}

GateResult putConfigBackGate(const RunState &state)
{
    GateResult result;
    askUnsettled(state, result.reasons);
    if (!state.cutoverDone()) {
        result.reasons.push_back({ step("not-direct"), {}, phrase("runs-not-direct") });
    }
    return result;
}

GateResult checkGate(const RunState &state)
{
    GateResult result;
    askUnsettled(state, result.reasons);
    if (!state.cutoverDone()) {
        result.reasons.push_back(
            { step("nothing-to-accept"), {}, phrase("direct-not-started"), phrase("cure-migrate-first") });
    }
    return result;
}

GateResult imagesGate(const RunState &state)
{
    GateResult result;
    askUnsettled(state, result.reasons);
    if (state.phase() != RunState::Phase::Deleted) {
        result.reasons.push_back(
            { step("not-deleted-yet"), {}, phrase("images-after-containers"), phrase("cure-delete-docker-first") });
    }
    return result;
}

} // namespace undock
