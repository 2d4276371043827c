// Where a run stands: its stages' marks and its phase.

#include "core/run/job_kinds.h"
#include "core/run/run_state.h"

namespace undock {

namespace {

constexpr int phases = int(RunState::Phase::RollbackFailed) + 1;

} // namespace

bool RunState::acceptanceUndecided() const
{
    if (d->acceptanceGreen)
        return false;
    bool unknown = false;
    for (const CheckRow &row : d->acceptanceRows) {
        if (row.critical && row.verdict == Verdict::Failed)
            return false;
        unknown = unknown || row.verdict == Verdict::Unknown;
    }
    return unknown;
}

StageState RunState::stage(Stage wanted) const
{
    StageState result;
    bool any = false, running = false, unknown = false, failed = false, warned = false;
    QStringList seen;
    // The newest job of each step decides; older attempts are history.
    for (auto job = d->jobs.rbegin(); job != d->jobs.rend(); ++job) {
        if (job->stage != wanted || seen.contains(job->step))
            continue;
        if (job->neverRan())
            continue;
        seen << job->step;
        any = true;
        if (!job->settled()) {
            (job->answerLost ? unknown : running) = true;
            result.reasons << job->step;
        } else if (wanted == Stage::H && d->acceptanceDone) {
            // The acceptance was judged since: its rows tell failed from unknown, the step cannot.
        } else if (job->verdict == Verdict::Failed) {
            failed = true;
            result.reasons << (job->failure ? job->failure->code : job->step);
        } else if (job->verdict == Verdict::Unknown) {
            unknown = true;
            result.reasons << job->step;
        } else if (job->verdict == Verdict::Warning) {
            warned = true;
            for (const CodedText &warning : job->warnings) {
                if (!job->acknowledged.contains(warning.code))
                    result.reasons << warning.code;
            }
        }
    }
    if (wanted == Stage::H && d->acceptanceDone && !running && !unknown && !d->acceptanceGreen) {
        any = true;
        (acceptanceUndecided() ? unknown : failed) = true;
        const Verdict cause = unknown ? Verdict::Unknown : Verdict::Failed;
        for (const CheckRow &row : d->acceptanceRows) {
            if (row.verdict == cause)
                result.reasons << row.id;
        }
    }
    using Mark = StageState::Mark;
    if (!any)
        result.mark = d->acceptanceGreen && wanted == Stage::H ? Mark::Passed : Mark::Pending;
    else if (failed)
        result.mark = Mark::Failed;
    else if (unknown)
        result.mark = Mark::Unknown;
    else if (running)
        result.mark = Mark::Running;
    else if (warned)
        result.mark = Mark::Warning;
    else
        result.mark = Mark::Passed;
    return result;
}

const JobState *RunState::lastThatRan() const
{
    for (auto job = d->jobs.rbegin(); job != d->jobs.rend(); ++job) {
        if (!job->neverRan() && !isHousekeeping(*job))
            return &*job;
    }
    return nullptr;
}

RunState::Phase RunState::rollbackPhase(const JobState &last) const
{
    if (d->outcome == QLatin1String("rolled-back") && d->outcomeIsNewest)
        return Phase::RolledBack;
    return last.settled() && last.verdict == Verdict::Failed ? Phase::RollbackFailed : Phase::RollingBack;
}

RunState::Phase RunState::phase() const
{
    const JobState *last = lastThatRan();
    // Also where there was nothing to turn back, because nothing had been changed yet.
    if (d->outcome == QLatin1String("rolled-back") && d->outcomeIsNewest)
        return Phase::RolledBack;
    if (!last)
        return Phase::Created;
    const bool lastFailed = last->settled() && last->verdict == Verdict::Failed;

    // A rollback rules until something of the migration runs again.
    for (auto job = d->jobs.rbegin(); job != d->jobs.rend(); ++job) {
        if (job->neverRan() || isHousekeeping(*job))
            continue;
        if (job->stage != Stage::Rollback)
            break;
        if (isRollback(*job) && job->effect == Effect::Switches)
            return rollbackPhase(*last);
    }
    if (dockerDeleted()) {
        if (d->outcome == QLatin1String("deleted") && d->outcomeIsNewest)
            return Phase::Deleted;
        return lastFailed ? Phase::Failed : Phase::Deleting;
    }
    if (last->stage == Stage::I && (!last->settled() || deletionBegun() || lastFailed))
        return lastFailed ? Phase::Failed : Phase::Deleting;
    if (d->acceptanceDone && last->settled()) {
        if (acceptanceUndecided())
            return Phase::UnderWay;
        if (!d->acceptanceGreen)
            return Phase::AcceptanceFailed;
        return d->userAcceptance ? Phase::Accepted : Phase::AwaitingUser;
    }
    if (lastFailed)
        return Phase::Failed;
    if (last->stage == Stage::A)
        return stage(Stage::A).mark == StageState::Mark::Running ? Phase::UnderWay : Phase::Scanned;
    return Phase::UnderWay;
}

QString phaseName(RunState::Phase phase)
{
    switch (phase) {
    case RunState::Phase::Created:
        return QStringLiteral("created");
    case RunState::Phase::Scanned:
        return QStringLiteral("scanned");
    case RunState::Phase::UnderWay:
        return QStringLiteral("under-way");
    case RunState::Phase::Failed:
        return QStringLiteral("failed");
    case RunState::Phase::AcceptanceFailed:
        return QStringLiteral("acceptance-failed");
    case RunState::Phase::AwaitingUser:
        return QStringLiteral("awaiting-user");
    case RunState::Phase::Accepted:
        return QStringLiteral("accepted");
    case RunState::Phase::Deleting:
        return QStringLiteral("deleting");
    case RunState::Phase::Deleted:
        return QStringLiteral("deleted");
    case RunState::Phase::RollingBack:
        return QStringLiteral("rolling-back");
    case RunState::Phase::RolledBack:
        return QStringLiteral("rolled-back");
    case RunState::Phase::RollbackFailed:
        break;
    }
    return QStringLiteral("rollback-failed");
}

std::optional<RunState::Phase> phaseFromName(const QString &name)
{
    for (int n = 0; n < phases; ++n) {
        if (phaseName(RunState::Phase(n)) == name)
            return RunState::Phase(n);
    }
    return std::nullopt;
}

QStringList phaseNames()
{
    QStringList names;
    for (int n = 0; n < phases; ++n)
        names << phaseName(RunState::Phase(n));
    return names;
}

} // namespace undock
