#include "gui/wizard/run_watch.h"

#include "gui/text/words.h"

namespace undock::gui {

RunWatch::RunWatch(Queue &queue, QueueModel &model, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_model(model)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(200);
    connect(&m_batch, &QTimer::timeout, this, &RunWatch::changed);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (working() || state().outageRunning())
            Q_EMIT changed();
    });
    m_clock.start();
    const auto later = [this](const QString &run) {
        if (run == m_run && !m_batch.isActive())
            m_batch.start();
    };
    connect(&queue, &Queue::eventAppended, this, [later](const QString &run, const JournalEvent &event) {
        if (!event.is(event::output))
            later(run);
    });
    connect(&queue, &Queue::progress, this, later);
    connect(&queue, &Queue::waitingChanged, this, later);
    connect(&queue, &Queue::taskPutOff, this, later);
    connect(&queue, &Queue::holdsChanged, this, [this] { Q_EMIT changed(); });
    connect(&queue, &Queue::taskStarted, this, [this, later](const QString &run, const Task &) {
        if (run == m_run)
            m_outcome.reset();
        later(run);
    });
    connect(&queue, &Queue::taskFinished, this,
        [this, later](const QString &run, const Task &task, const TaskOutcome &outcome) {
            if (run != m_run)
                return;
            m_outcome = outcome;
            Q_EMIT finished(task, outcome);
            later(run);
        });
}

void RunWatch::setRun(const QString &run)
{
    m_run = run;
    m_outcome.reset();
    Q_EMIT changed();
}

RunState RunWatch::state() const
{
    return m_run.isEmpty() ? RunState() : m_queue.state(m_run);
}
bool RunWatch::working() const
{
    return !m_run.isEmpty() && m_queue.working(m_run);
}

QString RunWatch::waitingFor() const
{
    return m_run.isEmpty() ? QString() : RunRow::of(m_queue, m_run, QDateTime::currentDateTimeUtc()).reason;
}

QString RunWatch::currentStep() const
{
    const RunState now = state();
    const auto open = now.unsettled();
    if (open.empty())
        return {};
    return stageName(open.front()->stage) + QStringLiteral("  ") + CodeTexts::step(open.front()->step);
}

const JobProgress *RunWatch::currentProgress() const
{
    // What an earlier step told of itself says nothing about this one.
    const JobProgress *progress = m_model.progress(m_run);
    const RunState now = state();
    const auto open = now.unsettled();
    return progress && !open.empty() && open.front()->job == progress->job ? progress : nullptr;
}

double RunWatch::fraction() const
{
    const JobProgress *progress = currentProgress();
    return progress && progress->total > 0 ? progress->fraction() : -1.0;
}

QString RunWatch::progressLine() const
{
    const JobProgress *progress = currentProgress();
    if (!progress)
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList parts{ Words::amount(progress->done, progress->total, progress->unit) };
    if (const double speed = progress->speed(now); speed > 0 && progress->unit == QLatin1String("bytes"))
        parts << tr("%1/s").arg(Words::bytes(qint64(speed)));
    if (const auto left = progress->remainingMs(now))
        parts << tr("%1 left").arg(Words::clock(left));
    return parts.join(QStringLiteral(" · "));
}

std::vector<RunWatch::OpenWarning> RunWatch::openWarnings() const
{
    std::vector<OpenWarning> open;
    const RunState now = state();
    for (const JobState &job : now.jobs()) {
        if (job.verdict != Verdict::Warning || now.latest(job.step) != &job)
            continue;
        for (const CodedText &warning : job.warnings) {
            if (!job.acknowledged.contains(warning.code))
                open.push_back({ job.job, warning.code, CodeTexts::text(warning.code, warning.text) });
        }
    }
    return open;
}

std::optional<ErrorText> RunWatch::trouble() const
{
    if (m_outcome && !m_outcome->error.code.isEmpty())
        return ErrorText::of(m_outcome->error);
    if (working())
        return std::nullopt;
    const RunState now = state();
    if (now.jobs().empty())
        return std::nullopt;
    const JobState &last = now.jobs().back();
    if (last.settled() && last.failure && !last.skipped()) {
        Error error{ Error::Kind::Failed, last.failure->code, last.failure->text, last.step, {} };
        ErrorText text = ErrorText::of(error);
        if (now.dockerStopped() && !now.cutoverDone())
            text.safe
                = tr("The source is untouched and backed up; Docker's containers are stopped. Retry, or roll back.");
        else if (!now.dockerStopped())
            text.safe = tr("Docker's version still runs; nothing the users see has changed.");
        return text;
    }
    if (!last.settled()) {
        ErrorText text;
        text.what = tr("The answer to \"%1\" was lost.").arg(CodeTexts::step(last.step));
        text.safe = tr("The step may still run in the VM, and goes on by itself.");
        text.todo = tr("Resume: the VM is asked again, nothing is run twice.");
        return text;
    }
    return std::nullopt;
}

} // namespace undock::gui
