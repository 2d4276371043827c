#include "core/run/run_state.h"

#include "core/params/field.h"

#include <algorithm>

namespace undock {

namespace {

Effect effectOf(const QString &name)
{
    for (const Effect effect : { Effect::Reads, Effect::Adds, Effect::Switches, Effect::Deletes }) {
        if (effectName(effect) == name)
            return effect;
    }
    // A word we do not know is taken for the gravest one.
    return Effect::Deletes;
}

/// Putting back a configuration (procedure §7.3) stays direct; its steps stand among the
/// ways back, but Docker's version is not what they bring.
bool isRollback(const JobState &job)
{
    return job.stage == Stage::Rollback && !job.is(StepRole::RestoresConfig) && !job.is(StepRole::ListsConfigs);
}

/// It says nothing about where the migration stands, whatever became of it.
bool isHousekeeping(const JobState &job)
{
    return job.stage == Stage::Housekeeping;
}

/// The images go after the deletion has come to its end; whatever becomes of them, it has.
bool leavesOutcome(const JobState &job)
{
    return job.effect == Effect::Reads || isHousekeeping(job) || job.is(StepRole::DeletesImages);
}

bool changesWhatWasAccepted(const JobState &job)
{
    if (job.effect == Effect::Reads)
        return false;
    return job.stage == Stage::Rollback || (job.stage >= Stage::C && job.stage <= Stage::G);
}

/// The marker is written just before the first start. A start that failed by its own word
/// reports it; one that was cut short may have written it without a word.
bool mayHaveCutOver(const JobState &start)
{
    if (start.neverRan())
        return false;
    return !start.settled() || start.facts.has(u"cutover") || start.state != QLatin1String("failed");
}

} // namespace

bool JobState::green() const
{
    if (!settled())
        return false;
    if (verdict == Verdict::Passed)
        return true;
    return verdict == Verdict::Warning
        && std::all_of(warnings.begin(), warnings.end(),
            [this](const CodedText &warning) { return acknowledged.contains(warning.code); });
}

RunState RunState::of(const std::vector<JournalEvent> &events)
{
    RunState state;
    for (const JournalEvent &event : events)
        state.apply(event);
    return state;
}

JobState *RunState::find(const QString &job)
{
    for (auto candidate = d->jobs.rbegin(); candidate != d->jobs.rend(); ++candidate) {
        if (candidate->job == job)
            return &*candidate;
    }
    return nullptr;
}

void RunState::begin(const JournalEvent &event)
{
    JobState job;
    job.job = stringAt(event.data, "job");
    job.step = stringAt(event.data, "step");
    job.stage = stageFromName(stringAt(event.data, "stage")).value_or(Stage::A);
    job.where = stringAt(event.data, "where");
    job.effect = effectOf(stringAt(event.data, "effect"));
    job.wayBack = stringAt(event.data, "way_back");
    job.chain = stringAt(event.data, "chain");
    job.packSha256 = stringAt(event.data, "pack_sha256");
    job.scriptSha256 = stringAt(event.data, "script_sha256");
    if (event.data.contains("values") && event.data["values"].is_object())
        job.values = event.data["values"];
    job.generation = intAt(event.data, "generation");
    job.begun = event.at;
    d->paused = d->leftOut = false;
    d->nextJob = std::max(d->nextJob, job.job.section(QLatin1Char('-'), 0, 0).toInt() + 1);
    if (!leavesOutcome(job))
        d->outcomeIsNewest = false;
    if (changesWhatWasAccepted(job))
        acceptanceNoLongerCounts();
    // Whatever was accepted was accepted of a state that is no more.
    if (job.stage == Stage::Rollback && job.effect != Effect::Reads)
        d->userAcceptance.reset();
    d->jobs.push_back(std::move(job));
}

void RunState::acceptanceNoLongerCounts()
{
    d->acceptanceDone = d->acceptanceGreen = false;
}

void RunState::end(const JournalEvent &event)
{
    JobState *job = find(stringAt(event.data, "job"));
    if (!job)
        return;
    job->ended = event.at;
    job->answerLost = false;
    job->verdict = verdictFromName(stringAt(event.data, "verdict")).value_or(Verdict::Unknown);
    job->state = stringAt(event.data, "state");
    if (event.data.contains("facts"))
        job->facts = Facts::fromJson(event.data["facts"]);
    job->warnings.clear();
    if (event.data.contains("warnings") && event.data["warnings"].is_array()) {
        for (const Json &warning : event.data["warnings"])
            job->warnings.push_back({ stringAt(warning, "code"), stringAt(warning, "text") });
    }
    if (event.data.contains("failure"))
        job->failure = CodedText{ stringAt(event.data["failure"], "code"), stringAt(event.data["failure"], "text") };
    job->outputBytes = intAt(event.data, "out_bytes", job->outputBytes);
    job->outputSha256 = stringAt(event.data, "out_sha256");
    job->guestBeganMs = intAt(event.data, "began_ms");
    job->guestEndedMs = intAt(event.data, "ended_ms");

    if (job->is(StepRole::SavesNewData) && job->green())
        d->cutoverTakenBack = d->jobs.size();
    // A check that did not come to its end leaves no verdict behind.
    if (job->stage == Stage::H && job->verdict == Verdict::Failed && !job->neverRan())
        acceptanceNoLongerCounts();
}

QString RunState::asked(Field field) const
{
    const Json value = valueAt(d->params, keyOf(field));
    return value.is_string()        ? toQt(value.get<std::string>())
        : value.is_number_integer() ? QString::number(value.get<qint64>())
                                    : QString();
}

void RunState::apply(const JournalEvent &event)
{
    d->lastEventAt = event.at;
    const Json &data = event.data;
    if (event.is(event::runCreated)) {
        d->created = data;
        d->run = stringAt(data, "run");
        d->vmid = stringAt(data, keyOf(Field::Vmid));
        d->node = stringAt(data, keyOf(Field::Node));
        if (data.contains("params"))
            d->params = data["params"];
        d->startedAt = event.at;
    } else if (event.is(event::begin)) {
        begin(event);
    } else if (event.is(event::end)) {
        end(event);
    } else if (event.is(event::output)) {
        if (JobState *job = find(stringAt(data, "job")))
            job->outputBytes = std::max(job->outputBytes, intAt(data, "offset") + intAt(data, "bytes"));
    } else if (event.is(event::unknown)) {
        if (JobState *job = find(stringAt(data, "job")); job && !job->settled()) {
            job->answerLost = true;
            job->overdue = job->overdue || stringAt(data, "code") == QLatin1String(overdueCode);
        }
    } else if (event.is(event::acknowledged)) {
        if (JobState *job = find(stringAt(data, "job")))
            job->acknowledged << stringAt(data, "code");
    } else if (event.is(event::acceptance)) {
        d->acceptanceAt = event.at;
        d->acceptanceVersions = valueAt(data, "versions");
        d->acceptanceDone = true;
        d->acceptanceGreen = boolAt(data, "green");
        d->acceptanceRows.clear();
        if (data.contains("rows") && data["rows"].is_array()) {
            for (const Json &row : data["rows"])
                d->acceptanceRows.push_back(checkFromJson(row));
        }
    } else if (event.is(event::accepted)) {
        d->userAcceptance = data;
        d->acceptedAt = event.at;
    } else if (event.is(event::acceptanceVoid)) {
        d->userAcceptance.reset();
    } else if (event.is(event::operatorNote)) {
        d->notes.push_back(data);
    } else if (event.is(event::trouble)) {
        d->troubles.push_back(data);
    } else if (event.is(event::hold)) {
        d->holds.push_back(data);
    } else if (event.is(event::configDiff)) {
        d->configDiffs.push_back(data);
    } else if (event.is(event::readConfirmed)) {
        d->reads.push_back(data);
    } else if (event.is(event::lease)) {
        d->leases.push_back(data);
        // The copy lay in the guest: what a deletion rests on is asked anew where it is read.
        if (stringAt(data, "action") == QLatin1String("adopted")) {
            acceptanceNoLongerCounts();
            d->userAcceptance.reset();
            d->deletionConditions.reset();
        }
        // The guest's count: beyond what a job's name can hold there is nothing to number.
        d->nextJob
            = std::max(d->nextJob, static_cast<int>(std::clamp<qint64>(intAt(data, "jobs_in_guest"), 0, 999'999)) + 1);
    } else if (event.is(event::deletionConditions)) {
        d->deletionConditions = data;
    } else if (event.is(event::outage)) {
        d->outages.push_back(data);
    } else if (event.is(event::ledger)) {
        d->ledgerChanges.push_back(data);
        d->ledgerIntended.reset();
    } else if (event.is(event::ledgerIntended)) {
        d->ledgerIntended = boolAt(data, "dropped") ? std::nullopt : std::optional<Json>(data);
    } else if (event.is(event::paused)) {
        d->paused = true;
    } else if (event.is(event::leftOut)) {
        d->leftOut = !boolAt(data, "back");
    } else if (event.is(event::finished)) {
        d->outcome = stringAt(data, "outcome");
        d->outcomeIsNewest = true;
    }
}

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

} // namespace undock
