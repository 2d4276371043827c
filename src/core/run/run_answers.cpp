// What a run's state answers about its jobs: the newest of a step, what was stopped, deleted, how long it was down.

#include "core/run/job_kinds.h"
#include "core/run/run_state.h"

#include <algorithm>

namespace undock {

namespace {

/// The marker is written just before the first start. A start that failed by its own word
/// reports it; one that was cut short may have written it without a word.
bool mayHaveCutOver(const JobState &start)
{
    if (start.neverRan())
        return false;
    return !start.settled() || start.facts.has(u"cutover") || start.state != QLatin1String("failed");
}

} // namespace

std::optional<Json> RunState::ledgerToUndo() const
{
    std::vector<const Json *> standing;
    for (const Json &change : d->ledgerChanges) {
        if (stringAt(change, "kind") != QLatin1String("undone"))
            standing.push_back(&change);
        else if (!standing.empty())
            standing.pop_back(); // always the newest one
    }
    // It may stand in the table; taking it back looks first.
    if (d->ledgerIntended && stringAt(*d->ledgerIntended, "kind") != QLatin1String("undone"))
        return d->ledgerIntended;
    return standing.empty() ? std::nullopt : std::optional<Json>(*standing.back());
}

const JobState *RunState::latest(QStringView step) const
{
    for (auto job = d->jobs.rbegin(); job != d->jobs.rend(); ++job) {
        if (job->step == step)
            return &*job;
    }
    return nullptr;
}

const JobState *RunState::latestGreen(QStringView step) const
{
    for (auto job = d->jobs.rbegin(); job != d->jobs.rend(); ++job) {
        if (job->step == step && job->green())
            return &*job;
    }
    return nullptr;
}

const JobState *RunState::job(QStringView name) const
{
    for (const JobState &job : d->jobs) {
        if (job.job == name)
            return &job;
    }
    return nullptr;
}

std::vector<const JobState *> RunState::unsettled() const
{
    std::vector<const JobState *> open;
    for (const JobState &job : d->jobs) {
        if (!job.settled())
            open.push_back(&job);
    }
    return open;
}

QString RunState::fact(QStringView key) const
{
    for (auto job = d->jobs.rbegin(); job != d->jobs.rend(); ++job) {
        if (job->green() && job->facts.has(key))
            return job->facts.value(key);
    }
    return {};
}

bool RunState::cutoverDone() const
{
    return std::any_of(d->jobs.begin() + static_cast<long>(d->cutoverTakenBack), d->jobs.end(),
        [](const JobState &job) { return job.is(StepRole::StartsDirect) && mayHaveCutOver(job); });
}

bool RunState::changedVm() const
{
    if (phase() == Phase::RolledBack || phase() == Phase::Deleted)
        return false;
    return std::any_of(d->jobs.begin(), d->jobs.end(), [](const JobState &job) {
        return !job.neverRan() && !isHousekeeping(job)
            && (job.effect == Effect::Switches || job.effect == Effect::Deletes);
    });
}

bool RunState::dockerStopped() const
{
    // From the moment the stop was sent until Docker's version was proven to answer again.
    bool stopped = false;
    for (const JobState &job : d->jobs) {
        if (job.is(StepRole::StopsDocker) && !job.neverRan())
            stopped = true;
        if (job.is(StepRole::ProvesDocker) && job.green())
            stopped = false;
    }
    return stopped;
}

bool RunState::dockerDeleted() const
{
    bool deleted = false;
    for (const JobState &job : d->jobs) {
        // A deletion that failed half way tells what it removed.
        if (job.is(StepRole::DeletesContainers))
            deleted = deleted || job.green() || job.facts.has(u"removed");
        if (job.is(StepRole::ProvesDocker) && job.green())
            deleted = false;
    }
    return deleted;
}

bool RunState::deletionBegun() const
{
    bool begun = false;
    for (const JobState &job : d->jobs) {
        if (job.is(StepRole::DeletesContainers) && !job.neverRan())
            begun = true;
        if (job.is(StepRole::ProvesDocker) && job.green())
            begun = false;
    }
    return begun;
}

bool RunState::deletionUnsettled() const
{
    return std::any_of(d->jobs.begin(), d->jobs.end(),
        [](const JobState &job) { return job.is(StepRole::DeletesContainers) && !job.settled(); });
}

std::optional<QDateTime> RunState::answersAgainAfter(const JobState &stop) const
{
    bool after = false;
    for (const JobState &job : d->jobs) {
        after = after || job.job == stop.job;
        if (after && job.green() && (job.is(StepRole::StartsDirect) || job.is(StepRole::ProvesDocker)))
            return job.ended;
    }
    return std::nullopt;
}

std::optional<qint64> RunState::outageMs(QStringView which, const QDateTime &now) const
{
    std::optional<qint64> total;
    for (const Json &outage : d->outages) {
        if (stringAt(outage, "which") == which)
            total = intAt(outage, "to_ms", now.toMSecsSinceEpoch()) - intAt(outage, "from_ms");
    }
    if (total)
        return std::max<qint64>(0, *total);
    // No measurement yet: the steps' own time stamps are the best there is.
    const JobState *stop = nullptr;
    for (const JobState &job : d->jobs) {
        if (job.is(StepRole::StopsDocker) && !job.neverRan())
            stop = &job;
    }
    if (!stop)
        return std::nullopt;
    return std::max<qint64>(0, stop->begun.msecsTo(answersAgainAfter(*stop).value_or(now)));
}

bool RunState::outageRunning() const
{
    const JobState *stop = latest(StepRole::StopsDocker);
    if (!stop || stop->neverRan() || answersAgainAfter(*stop))
        return false;
    return std::none_of(d->outages.begin(), d->outages.end(), [](const Json &outage) {
        return stringAt(outage, "which") == QLatin1String("gateway") && outage.contains("to_ms");
    });
}

} // namespace undock
