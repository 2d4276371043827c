#include "core/run/run_state.h"

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

bool isRollback(const JobState &job) { return job.stage == Stage::Rollback; }

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
    for (auto candidate = m_jobs.rbegin(); candidate != m_jobs.rend(); ++candidate) {
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
    job.generation = intAt(event.data, "generation");
    job.begun = event.at;
    m_paused = false;
    m_nextJob = std::max(m_nextJob, job.job.section(QLatin1Char('-'), 0, 0).toInt() + 1);
    m_jobs.push_back(std::move(job));
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
        job->failure = CodedText { stringAt(event.data["failure"], "code"), stringAt(event.data["failure"], "text") };
    job->outputBytes = intAt(event.data, "out_bytes", job->outputBytes);
    job->outputSha256 = stringAt(event.data, "out_sha256");
    job->guestBeganMs = intAt(event.data, "began_ms");
    job->guestEndedMs = intAt(event.data, "ended_ms");

    if (job->step == QLatin1String("g-start") && !job->skipped())
        m_cutover = m_cutover || job->facts.has(u"cutover") || job->verdict == Verdict::Passed;
    if (job->step == QLatin1String("r-snapshot") && job->green())
        m_cutover = false;
    if (isRollback(*job) && job->effect != Effect::Reads) {
        // Whatever was accepted was accepted of a state that is no more.
        m_acceptanceDone = m_acceptanceGreen = false;
        m_userAcceptance.reset();
    }
}

void RunState::apply(const JournalEvent &event)
{
    m_lastEventAt = event.at;
    const Json &data = event.data;
    if (event.is(event::runCreated)) {
        m_created = data;
        m_run = stringAt(data, "run");
        m_vmid = stringAt(data, "vmid");
        m_node = stringAt(data, "node");
        if (data.contains("params"))
            m_params = data["params"];
        m_startedAt = event.at;
    } else if (event.is(event::begin)) {
        begin(event);
    } else if (event.is(event::end)) {
        end(event);
    } else if (event.is(event::output)) {
        if (JobState *job = find(stringAt(data, "job")))
            job->outputBytes = std::max(job->outputBytes, intAt(data, "offset") + intAt(data, "bytes"));
    } else if (event.is(event::unknown)) {
        if (JobState *job = find(stringAt(data, "job")); job && !job->settled())
            job->answerLost = true;
    } else if (event.is(event::acknowledged)) {
        if (JobState *job = find(stringAt(data, "job")))
            job->acknowledged << stringAt(data, "code");
    } else if (event.is(event::acceptance)) {
        m_acceptanceDone = true;
        m_acceptanceGreen = boolAt(data, "green");
        m_acceptanceRows.clear();
        if (data.contains("rows") && data["rows"].is_array()) {
            for (const Json &row : data["rows"])
                m_acceptanceRows.push_back(checkFromJson(row));
        }
    } else if (event.is(event::accepted)) {
        m_userAcceptance = data;
    } else if (event.is(event::acceptanceVoid)) {
        m_userAcceptance.reset();
    } else if (event.is(event::operatorNote)) {
        m_notes.push_back(data);
    } else if (event.is(event::trouble)) {
        m_troubles.push_back(data);
    } else if (event.is(event::hold)) {
        m_holds.push_back(data);
    } else if (event.is(event::configDiff)) {
        m_configDiffs.push_back(data);
    } else if (event.is(event::readConfirmed)) {
        m_reads.push_back(data);
    } else if (event.is(event::lease)) {
        m_leases.push_back(data);
    } else if (event.is(event::deletionConditions)) {
        m_deletionConditions = data;
    } else if (event.is(event::outage)) {
        m_outages.push_back(data);
    } else if (event.is(event::ledger)) {
        m_ledgerChanges << stringAt(data, "path");
    } else if (event.is(event::paused)) {
        m_paused = true;
    } else if (event.is(event::finished)) {
        m_outcome = stringAt(data, "outcome");
    }
}

const JobState *RunState::latest(QStringView step) const
{
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        if (job->step == step)
            return &*job;
    }
    return nullptr;
}

const JobState *RunState::latestGreen(QStringView step) const
{
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        if (job->step == step && job->green())
            return &*job;
    }
    return nullptr;
}

const JobState *RunState::job(QStringView name) const
{
    for (const JobState &job : m_jobs) {
        if (job.job == name)
            return &job;
    }
    return nullptr;
}

std::vector<const JobState *> RunState::unsettled() const
{
    std::vector<const JobState *> open;
    for (const JobState &job : m_jobs) {
        if (!job.settled())
            open.push_back(&job);
    }
    return open;
}

QString RunState::fact(QStringView key) const
{
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        if (job->green() && job->facts.has(key))
            return job->facts.value(key);
    }
    return {};
}

bool RunState::dockerStopped() const
{
    // From the moment the stop was sent until Docker's version was proven to answer again.
    bool stopped = false;
    for (const JobState &job : m_jobs) {
        if (job.step == QLatin1String("c-stop") && !job.skipped())
            stopped = true;
        if (job.step == QLatin1String("r-verify") && job.green())
            stopped = false;
    }
    return stopped;
}

bool RunState::dockerDeleted() const
{
    bool deleted = false;
    for (const JobState &job : m_jobs) {
        if (job.step == QLatin1String("i-delete") && !job.skipped())
            deleted = deleted || job.green();
        if (job.step == QLatin1String("r-verify") && job.green())
            deleted = false;
    }
    return deleted;
}

StageState RunState::stage(Stage wanted) const
{
    StageState result;
    bool any = false, running = false, unknown = false, failed = false, warned = false, onlySkipped = true;
    QStringList seen;
    // The newest job of each step decides; older attempts are history.
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        if (job->stage != wanted || seen.contains(job->step))
            continue;
        if (job->skipped())
            continue;
        seen << job->step;
        any = true;
        onlySkipped = false;
        if (!job->settled()) {
            (job->answerLost ? unknown : running) = true;
            result.reasons << job->step;
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
    if (wanted == Stage::H && m_acceptanceDone && !running && !unknown) {
        any = true;
        failed = failed || !m_acceptanceGreen;
    }
    using Mark = StageState::Mark;
    if (!any || onlySkipped)
        result.mark = m_acceptanceDone && wanted == Stage::H ? (m_acceptanceGreen ? Mark::Passed : Mark::Failed) : Mark::Pending;
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

RunState::Phase RunState::phase() const
{
    const JobState *last = nullptr;
    for (const JobState &job : m_jobs) {
        if (!job.skipped())
            last = &job;
    }
    if (!last)
        return Phase::Created;

    const JobState *rollback = nullptr;
    for (const JobState &job : m_jobs) {
        if (isRollback(job) && job.effect == Effect::Switches)
            rollback = &job;
    }
    const bool rollbackIsNewest = rollback && std::none_of(m_jobs.begin(), m_jobs.end(), [&](const JobState &job) {
        return job.begun > rollback->begun && !isRollback(job) && !job.skipped();
    });
    if (rollbackIsNewest && m_outcome != QLatin1String("config-restored")) {
        if (m_outcome == QLatin1String("rolled-back"))
            return Phase::RolledBack;
        return last->settled() && last->verdict == Verdict::Failed ? Phase::RollbackFailed : Phase::RollingBack;
    }
    if (dockerDeleted())
        return m_outcome == QLatin1String("deleted") ? Phase::Deleted : Phase::Deleting;
    if (last->stage == Stage::I)
        return last->settled() && last->verdict == Verdict::Failed ? Phase::Failed : Phase::Deleting;
    if (m_acceptanceDone && last->settled()) {
        if (!m_acceptanceGreen)
            return Phase::AcceptanceFailed;
        return m_userAcceptance ? Phase::Accepted : Phase::AwaitingUser;
    }
    if (last->settled() && last->verdict == Verdict::Failed)
        return Phase::Failed;
    if (last->stage == Stage::A)
        return stage(Stage::A).mark == StageState::Mark::Running ? Phase::UnderWay : Phase::Scanned;
    return Phase::UnderWay;
}

std::optional<qint64> RunState::outageMs(QStringView which, const QDateTime &now) const
{
    std::optional<qint64> total;
    for (const Json &outage : m_outages) {
        if (stringAt(outage, "which") != which)
            continue;
        const qint64 from = intAt(outage, "from_ms");
        total = intAt(outage, "to_ms", from) - from;
    }
    if (total)
        return total;
    // No measurement yet: the stop's own time stamps are the best there is.
    const JobState *stop = nullptr;
    for (const JobState &job : m_jobs) {
        if (job.step == QLatin1String("c-stop") && !job.skipped())
            stop = &job;
    }
    if (!stop)
        return std::nullopt;
    return std::max<qint64>(0, stop->begun.msecsTo(now));
}

bool RunState::outageRunning() const
{
    if (!latest(u"c-stop") || latest(u"c-stop")->skipped())
        return false;
    return std::none_of(m_outages.begin(), m_outages.end(),
        [](const Json &outage) { return stringAt(outage, "which") == QLatin1String("gateway") && outage.contains("to_ms"); });
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
