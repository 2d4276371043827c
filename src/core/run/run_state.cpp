#include "core/run/run_state.h"

#include "core/base/error_codes.h"
#include "core/params/field.h"
#include "core/run/job_kinds.h"

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
        const auto vm = VmId::parse(d->node, d->vmid);
        d->vm = vm ? std::optional(*vm) : std::nullopt;
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

} // namespace undock
