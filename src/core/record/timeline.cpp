#include "core/record/timeline.h"

#include "core/base/error_codes.h"
#include "core/record/sections.h"
#include "core/text/display_safe.h"
#include "core/text/redact.h"

#include <QHash>

#include <algorithm>

namespace undock {

namespace {

constexpr qint64 latestTime = 253'370'764'800'000; ///< the year 9999

/// What somebody or a machine said, on one line and without a secret.
QString saidInPicture(const QString &text)
{
    static const Redactor secrets;
    return displayLine(secrets.redact(text), 120);
}

/// By how much the desk's clock is ahead of the VM's: an answer comes after what it tells, the fastest the least.
qint64 aheadOfGuest(const RunState &state)
{
    std::optional<qint64> least;
    for (const JobState &job : state.jobs()) {
        if (job.ended && job.guestEndedMs > 0) {
            const qint64 ahead = job.ended->toMSecsSinceEpoch() - std::min(job.guestEndedMs, latestTime);
            least = std::min(least.value_or(ahead), ahead);
        }
    }
    return least.value_or(0);
}

/// A time that a machine told, by the desk's clock; what nobody's clock can say is brought into what can be.
QDateTime ofEpoch(qint64 ms, qint64 ahead)
{
    return QDateTime::fromMSecsSinceEpoch(std::clamp(ms, qint64(0), latestTime) + ahead, Qt::UTC);
}

std::vector<TimelineStep> stepsThatRan(const RunStory &story, qint64 ahead)
{
    std::vector<TimelineStep> steps;
    QHash<QString, int> attempts;
    QHash<QString, bool> green; ///< the newest attempt
    QDateTime before;
    bool waiting = false; // an earlier job of the chain still runs: those behind it wait their turn
    for (const JobState &job : story.state().jobs()) {
        if (job.neverRan() || (waiting && !job.settled()))
            continue;
        TimelineStep step;
        step.job = displayLine(job.job, 60);
        step.title = saidInPicture(story.title(job.step));
        step.stage = job.stage;
        step.verdict = job.verdict;
        step.open = !job.settled();
        step.attempt = ++attempts[job.step];
        step.retried = step.attempt > 1 && !green.value(job.step);
        green[job.step] = job.green();
        const bool told
            = job.where == QLatin1String("guest") && job.guestBeganMs > 0 && job.guestEndedMs >= job.guestBeganMs;
        step.from = told ? ofEpoch(job.guestBeganMs, ahead)
            : before.isValid() && before > job.begun && before <= job.ended.value_or(before) ? before
                                                                                             : job.begun;
        step.to = told ? ofEpoch(job.guestEndedMs, ahead) : job.ended.value_or(story.state().lastEventAt());
        step.to = std::max(step.from, step.to);
        if (job.ended)
            before = *job.ended;
        waiting = waiting || !job.settled();
        steps.push_back(std::move(step));
    }
    return steps;
}

const TimelineStep *stepOf(const std::vector<TimelineStep> &steps, const QString &job)
{
    const QString shown = displayLine(job, 60);
    const auto found
        = std::find_if(steps.begin(), steps.end(), [&](const TimelineStep &step) { return step.job == shown; });
    return found == steps.end() ? nullptr : &*found;
}

/// Each stop of the gateway or the panel once, however often the probe was read.
std::vector<TimelineSpan> outagesToldOf(const RunState &state, const char *which, TimelineSpan::Kind kind, qint64 ahead)
{
    std::vector<TimelineSpan> spans;
    for (const Json &outage : state.outages()) {
        if (stringAt(outage, "which") != QLatin1String(which))
            continue;
        TimelineSpan span{ kind, ofEpoch(intAt(outage, "from_ms"), ahead), {}, !outage.contains("to_ms"), true };
        span.to = span.open ? state.lastEventAt() : ofEpoch(intAt(outage, "to_ms"), ahead);
        span.to = std::max(span.from, span.to);
        std::erase_if(spans, [&](const TimelineSpan &other) { return other.from == span.from; });
        spans.push_back(span);
    }
    return spans;
}

/// What only the state knows is seen by it as the journal is told line by line.
class Turns {
public:
    explicit Turns(const std::vector<TimelineStep> &steps)
        : m_steps(steps)
    {
    }

    void tell(const JournalEvent &event)
    {
        m_state.apply(event);
        if (!event.is(event::begin) && !event.is(event::end))
            return;
        const TimelineStep *step = stepOf(m_steps, stringAt(event.data, "job"));
        const bool stopped = m_state.dockerStopped(), started = m_state.cutoverDone(),
                   deleted = m_state.dockerDeleted();
        // A job that the guest never began turned nothing, whatever was believed until its answer came.
        if (step) {
            if (stopped && !m_stopped)
                add(TimelineMoment::Kind::Stop, step->from);
            if (!stopped && m_stopped)
                add(TimelineMoment::Kind::BackInDocker, step->to);
            if (started && !m_started)
                add(TimelineMoment::Kind::FirstStart, step->from);
            // It failed before it switched anything: the first start is still to come.
            if (!started && m_started && event.is(event::end))
                std::erase_if(m_moments, [&](const TimelineMoment &moment) {
                    return moment.kind == TimelineMoment::Kind::FirstStart && moment.at == step->from;
                });
            if (deleted && !m_deleted)
                add(TimelineMoment::Kind::Deletion, step->to);
        }
        m_stopped = stopped;
        m_started = started;
        m_deleted = deleted;
    }
    void add(TimelineMoment::Kind kind, const QDateTime &at, const QString &text = {})
    {
        m_moments.push_back({ kind, at, saidInPicture(text) });
    }
    std::vector<TimelineMoment> take()
    {
        std::stable_sort(m_moments.begin(), m_moments.end(),
            [](const TimelineMoment &a, const TimelineMoment &b) { return a.at < b.at; });
        return std::move(m_moments);
    }

private:
    const std::vector<TimelineStep> &m_steps;
    RunState m_state;
    bool m_stopped = false, m_started = false, m_deleted = false;
    std::vector<TimelineMoment> m_moments;
};

/// From `at` until something says that it is over.
class Waiting {
public:
    explicit Waiting(TimelineSpan::Kind kind)
        : m_kind(kind)
    {
    }
    void begin(const QDateTime &at)
    {
        if (!m_since.isValid())
            m_since = at;
    }
    void end(const QDateTime &at, std::vector<TimelineSpan> &spans, bool open = false)
    {
        if (m_since.isValid())
            spans.push_back({ m_kind, m_since, std::max(m_since, at), open, true });
        m_since = {};
    }

private:
    TimelineSpan::Kind m_kind;
    QDateTime m_since;
};

/// Told by the step that it befell; the acceptance has a moment of its own.
void addTrouble(Turns &turns, const RunStory &story, const JournalEvent &event)
{
    const QString code = stringAt(event.data, "code"), where = stringAt(event.data, "where");
    if (code == QLatin1String("acceptance-failed"))
        return;
    const QString title = story.title(where);
    turns.add(TimelineMoment::Kind::Trouble, event.at,
        title.isEmpty() || title == where ? code : QStringLiteral("%1 (%2)").arg(title, code));
}

/// A rollback stops the direct gateway and starts Docker's again: users wait a second time, and the probe has ended by
/// then.
std::optional<TimelineSpan> downWhileRolledBack(
    const RunStory &story, const Timeline &line, const char *which, const TimelineSpan &before, qint64 ahead)
{
    const JobStory *stop = story.newest(StepRole::StopsDirect), *proof = story.newest(StepRole::ProvesDocker);
    const TimelineStep *step = stop && stop->job->settled() ? stepOf(line.steps, stop->job->job) : nullptr;
    if (!step || before.open || before.to > step->from)
        return std::nullopt;
    TimelineSpan span{ before.kind, step->from, story.state().lastEventAt(), true, true };
    const bool proved = proof && proof->job->settled() && proof->job->begun >= stop->job->begun;
    const qint64 back = proved ? proof->job->facts.number(QString::fromLatin1(which) + QStringLiteral("_back_ms")) : 0;
    if (back > 0) {
        span.to = ofEpoch(back, ahead);
        span.open = false;
    } else if (proved && proof->job->green()) {
        // An older step did not tell when: it answered when the step had seen it.
        const TimelineStep *seen = stepOf(line.steps, proof->job->job);
        span.to = seen ? seen->to : span.to;
        span.open = false;
        span.measured = false;
    }
    span.to = std::max(span.from, span.to);
    return span;
}

} // namespace

const TimelineSpan *Timeline::newest(TimelineSpan::Kind kind) const
{
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (span->kind == kind)
            return &*span;
    }
    return nullptr;
}

Timeline timelineOf(const RunStory &story)
{
    using Moment = TimelineMoment::Kind;
    const RunState &state = story.state();
    const qint64 ahead = aheadOfGuest(state);
    Timeline line;
    line.run = displayLine(state.run(), 60);
    line.vmid = displayLine(state.vmid(), 20);
    line.name = saidInPicture(state.fact(u"vm_name"));
    line.node = saidInPicture(state.node());
    for (const Inline::Part &part : summaryOf(story).parts)
        line.outcome += saidInPicture(part.text);
    line.steps = stepsThatRan(story, ahead);

    Turns turns(line.steps);
    Waiting pause(TimelineSpan::Kind::Paused), loss(TimelineSpan::Kind::LinkLost);
    for (const JournalEvent &event : story.events()) {
        turns.tell(event);
        const bool works = event.is(event::begin) || event.is(event::output) || event.is(event::end);
        if (works) {
            loss.end(event.at, line.spans);
            pause.end(event.at, line.spans);
        }
        if (event.is(event::unknown) && stringAt(event.data, "code") != QLatin1String(overdueCode))
            loss.begin(event.at);
        else if (event.is(event::paused))
            pause.begin(event.at);
        else if (event.is(event::acceptance))
            turns.add(boolAt(event.data, "green") ? Moment::AcceptanceGreen : Moment::AcceptanceFailed, event.at);
        else if (event.is(event::accepted))
            turns.add(Moment::UserAccepted, event.at, stringAt(event.data, "by"));
        else if (event.is(event::trouble))
            addTrouble(turns, story, event);
    }
    loss.end(state.lastEventAt(), line.spans, true);
    pause.end(state.lastEventAt(), line.spans, state.paused());
    line.moments = turns.take();

    for (const auto &[which, kind] :
        { std::pair("gateway", TimelineSpan::Kind::GatewayDown), std::pair("panel", TimelineSpan::Kind::PanelDown) }) {
        std::vector<TimelineSpan> told = outagesToldOf(state, which, kind, ahead);
        const auto stop = std::find_if(line.moments.rbegin(), line.moments.rend(),
            [](const TimelineMoment &moment) { return moment.kind == Moment::Stop; });
        if (told.empty() && stop != line.moments.rend()) {
            // The same figure as everywhere else in the record.
            const auto ms = state.outageMs(QString::fromLatin1(which), state.lastEventAt());
            if (ms)
                told.push_back(
                    { kind, stop->at, stop->at.addMSecs(std::min(*ms, latestTime)), state.outageRunning(), false });
        }
        if (!told.empty()) {
            if (auto again = downWhileRolledBack(story, line, which, told.back(), ahead))
                told.push_back(*again);
        }
        line.spans.insert(line.spans.end(), told.begin(), told.end());
    }

    line.from = state.startedAt();
    line.to = state.lastEventAt();
    for (const TimelineStep &step : line.steps) {
        line.from = std::min(line.from, step.from);
        line.to = std::max(line.to, step.to);
    }
    for (const TimelineSpan &span : line.spans) {
        line.from = std::min(line.from, span.from);
        line.to = std::max(line.to, span.to);
    }
    return line;
}

QString stageTitle(Stage stage, const Words &t)
{
    switch (stage) {
    case Stage::A:
        return t("scan");
    case Stage::B:
        return t("exact-backup");
    case Stage::C:
        return t("stop-docker");
    case Stage::D:
        return t("install-openclaw");
    case Stage::E:
        return t("move-the-data");
    case Stage::F:
        return t("deploy-the-panel");
    case Stage::G:
        return t("start-the-services");
    case Stage::H:
        return t("own-acceptance");
    case Stage::I:
        return t("delete-docker");
    case Stage::Rollback:
        return t("rollback");
    case Stage::Housekeeping:
        break;
    }
    return t("housekeeping");
}

QString spanTitle(TimelineSpan::Kind kind, const Words &t)
{
    switch (kind) {
    case TimelineSpan::Kind::GatewayDown:
        return t("gateway-down");
    case TimelineSpan::Kind::PanelDown:
        return t("panel-down");
    case TimelineSpan::Kind::LinkLost:
        return t("link-lost");
    case TimelineSpan::Kind::Paused:
        break;
    }
    return t("paused");
}

QString momentTitle(TimelineMoment::Kind kind, const Words &t)
{
    using Kind = TimelineMoment::Kind;
    switch (kind) {
    case Kind::Stop:
        return t("dockers-version-stopped");
    case Kind::FirstStart:
        return t("first-start-of-the-direct-version-switch");
    case Kind::AcceptanceGreen:
        return t("acceptance-passed");
    case Kind::AcceptanceFailed:
        return t("acceptance-not-passed");
    case Kind::UserAccepted:
        return t("accepted-by-the-user");
    case Kind::Deletion:
        return t("dockers-containers-removed");
    case Kind::BackInDocker:
        return t("dockers-version-answers-again");
    case Kind::Trouble:
        break;
    }
    return t("trouble");
}

} // namespace undock
