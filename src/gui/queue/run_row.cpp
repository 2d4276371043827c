#include "gui/queue/run_row.h"

#include <algorithm>

#include "gui/queue/job_times.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"

namespace undock::gui {

namespace {

// Seconds that the stages usually take (facts.md §7); only their proportions matter.
constexpr std::array<int, migrationStages> usualSeconds{ 5, 10, 12, 25, 8, 15, 28, 15, 8 };

int percentOf(const JobTimes &times)
{
    using Mark = StageState::Mark;
    int done = 0;
    int all = 0;
    for (int i = 0; i < migrationStages; ++i) {
        const auto stage = static_cast<Stage>(i);
        const int weight = usualSeconds[std::size_t(i)];
        all += weight;
        const Mark mark = times.markOf(stage);
        if (mark == Mark::Passed || mark == Mark::Warning)
            done += weight;
        else if (mark == Mark::Running)
            done += weight / 3;
    }
    return done * 100 / all;
}

QString portsOf(const RunState &state)
{
    QStringList ports;
    for (const char *key : { "port_panel", "port_gateway", "port_ssh" }) {
        const QString port = state.fact(QString::fromLatin1(key));
        if (!port.isEmpty())
            ports << port;
    }
    return ports.join(QLatin1Char(' '));
}

RowGroup groupOf(const RunState &state, bool working, bool paused)
{
    using Phase = RunState::Phase;
    if (working)
        return RowGroup::Working;
    switch (state.phase()) {
    case Phase::Failed:
    case Phase::AcceptanceFailed:
    case Phase::RollbackFailed:
        return RowGroup::Failed;
    case Phase::AwaitingUser:
    case Phase::Accepted:
        return RowGroup::WantsPerson;
    case Phase::Deleted:
    case Phase::RolledBack:
        return RowGroup::Done;
    default:
        return paused ? RowGroup::WantsPerson : RowGroup::Waiting;
    }
}

} // namespace

double JobProgress::speed(const QDateTime &now) const
{
    const qint64 ms = began.msecsTo(now);
    return ms < 800 || done <= first ? 0.0 : double(done - first) * 1000.0 / double(ms);
}

std::optional<qint64> JobProgress::remainingMs(const QDateTime &now) const
{
    const double perSecond = speed(now);
    // A time limit counted in seconds is not a forecast.
    if (total <= done || perSecond <= 0 || unit == QLatin1String("seconds"))
        return std::nullopt;
    return qint64(double(total - done) / perSecond * 1000.0);
}

RunRow RunRow::of(const Queue &queue, const QString &run, const QDateTime &now)
{
    RunRow row = of(queue.state(run), queue.working(run), queue.waitingFor(run), now);
    row.run = run;
    if (const auto error = queue.waitingError(run); error && !row.working)
        row.reason = ErrorText::of(*error).what;
    return row;
}

RunRow RunRow::of(const RunState &state, bool working, const QString &waitingFor, const QDateTime &now)
{
    using Phase = RunState::Phase;
    RunRow row;
    row.run = state.run();
    row.vm = state.vm();
    row.vmid = state.vmid();
    row.node = state.node();
    row.name = state.fact(u"vm_name");
    if (row.name.isEmpty())
        row.name = state.fact(u"hostname");
    row.ports = portsOf(state);
    const JobTimes times(state);
    for (int i = 0; i < migrationStages; ++i)
        row.marks[std::size_t(i)] = times.markOf(static_cast<Stage>(i));
    row.percent = percentOf(times);
    row.phase = state.phase();
    row.working = working;
    if (!state.jobs().empty()) {
        const bool running = working || !state.unsettled().empty();
        row.elapsedMs = state.jobs().front().begun.msecsTo(running ? now : state.lastEventAt());
    }
    row.outageMs = state.outageMs(u"gateway", now);
    row.ledgerChanged = state.ledgerToUndo().has_value();
    row.outageRunning = row.outageMs && state.outageRunning();
    row.group = groupOf(state, working, state.paused());

    const auto open = state.unsettled();
    row.answerLost = std::any_of(open.begin(), open.end(), [](const JobState *job) { return job->answerLost; });
    const JobState *current = open.empty() ? nullptr : open.front();
    if (working && current)
        row.state = stageName(current->stage) + QStringLiteral("  ") + CodeTexts::step(current->step);
    else if (current && current->answerLost)
        row.state = tr("%1: answer lost, resume to ask again").arg(stageName(current->stage));
    else if (state.paused() && row.phase != Phase::Deleted && row.phase != Phase::RolledBack)
        row.state = tr("paused after this step");
    else
        row.state = Words::phase(row.phase);
    row.reason = working ? QString() : CodeTexts::said(waitingFor);
    return row;
}

QString RunRow::groupName(RowGroup group)
{
    switch (group) {
    case RowGroup::Working:
        return tr("Running");
    case RowGroup::WantsPerson:
        return tr("Needs attention");
    case RowGroup::Failed:
        return tr("Failed");
    case RowGroup::Waiting:
        return tr("Waiting");
    case RowGroup::Done:
        break;
    }
    return tr("Done");
}

} // namespace undock::gui
