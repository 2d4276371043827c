#include "core/gate/stage_gate.h"

#include "core/gate/required_steps.h"

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
    const auto order = parseOrder(stringAt(state.params(), "order"));
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
        reasons.push_back({ step("step-missing"), id, QStringLiteral("%1 has not run").arg(id) });
    } else if (!job->settled() || job->verdict == Verdict::Unknown) {
        reasons.push_back({ step("step-unknown"), id, QStringLiteral("how %1 ended is not known yet").arg(job->job) });
    } else if (job->verdict == Verdict::Failed) {
        const QString why = job->failure ? job->failure->code + QStringLiteral(": ") + job->failure->text : job->state;
        reasons.push_back({ step("step-failed"), id, QStringLiteral("%1 failed (%2)").arg(job->job, why) });
    } else if (!job->green()) {
        for (const CodedText &warning : job->warnings) {
            if (!job->acknowledged.contains(warning.code))
                reasons.push_back({ step("warning-open"), warning.code, warning.text });
        }
        if (job->warnings.empty())
            reasons.push_back({ step("warning-open"), id, QStringLiteral("%1 ended with a warning").arg(job->job) });
    }
}

void askStage(const RunState &state, Stage stage, std::vector<Reason> &reasons)
{
    for (const QString &id : requiredSteps(stage))
        askStep(state, id, reasons);
    if (stage == Stage::A) {
        if (const JobState *scan = newestThatRan(state, step("a-scan"))) {
            for (const Finding &finding : findingsOf(scan->facts)) {
                if (finding.level == Finding::Level::Blocks)
                    reasons.push_back({ step("finding-blocks"), finding.code, finding.text });
            }
        }
    }
    if (stage == Stage::H && !(state.acceptanceDone() && state.acceptanceGreen())) {
        bool named = false;
        for (const CheckRow &row : state.acceptanceRows()) {
            if (state.acceptanceDone() && row.critical
                && (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown)) {
                reasons.push_back({ step("acceptance-not-green"), row.id,
                    QStringLiteral("%1: expected %2, found %3")
                        .arg(verdictName(row.verdict), row.expected, row.foundSentence()) });
                named = true;
            }
        }
        if (!named)
            reasons.push_back({ step("acceptance-not-green"), {}, QStringLiteral("there is no green acceptance") });
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
                { step("step-unknown"), job->step, QStringLiteral("how %1 ended is not known yet").arg(job->job) });
    }
}

void askDirection(const RunState &state, std::vector<Reason> &reasons)
{
    using Phase = RunState::Phase;
    const Phase phase = state.phase();
    if (phase == Phase::RollingBack || phase == Phase::RolledBack || phase == Phase::RollbackFailed)
        reasons.push_back(
            { step("rolled-back"), {}, QStringLiteral("this run is on its way back; a new run starts anew") });
    if (state.dockerDeleted())
        reasons.push_back({ step("docker-deleted"), {}, QStringLiteral("Docker's containers are already removed") });
}

GateResult rollbackGate(const RunState &state)
{
    GateResult result;
    for (const JobState *job : state.unsettled()) {
        if (job->effect == Effect::Deletes) {
            result.reasons.push_back({ step("step-unknown"), job->step,
                QStringLiteral("a deletion is never cut short; how %1 ended has to be asked first").arg(job->job) });
        }
    }
    if (const JobState *images = newestThatRan(state, step("i-images")); images && images->green())
        result.reasons.push_back(
            { step("images-removed"), {}, QStringLiteral("the images are gone: Docker's version cannot come back") });
    return result;
}

} // namespace

bool GateResult::has(QStringView code) const
{
    return std::any_of(reasons.begin(), reasons.end(), [code](const Reason &reason) { return reason.code == code; });
}

GateResult stageGate(const RunState &state, Stage stage)
{
    if (stage == Stage::Rollback)
        return rollbackGate(state);
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

GateResult earlyGate(const RunState &state)
{
    GateResult result = stageGate(state, Stage::B);
    askStage(state, Stage::B, result.reasons);
    if (state.dockerStopped())
        result.reasons.push_back(
            { step("already-stopped"), {}, QStringLiteral("Docker's version is stopped: nothing is early any more") });
    return result;
}

} // namespace undock
