#include "cli/run_watch.h"

#include "cli/interrupt.h"
#include "cli/terminal_prompter.h"
#include "core/ledger/ledger_edit.h"
#include "core/params/field.h"
#include "core/text/display_safe.h"
#include "core/text/human.h"
#include "core/text/phrase.h"

#include <QEventLoop>

namespace undock::cli {

namespace {

/// An event's data, in which what is said by phrases is said in English.
Json readable(Json data)
{
    for (const char *key : { "what", "cure", "why" }) {
        if (const QString said = stringAt(data, key); !said.isEmpty())
            data[key] = toStd(inEnglish(said));
    }
    return data;
}

QString mark(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return QStringLiteral("ok  ");
    case Verdict::Warning:
        return QStringLiteral("warn");
    case Verdict::Failed:
        return QStringLiteral("FAIL");
    case Verdict::Unknown:
        break;
    }
    return QStringLiteral("?   ");
}

void tellEnd(Terminal &terminal, const RunState &state, const JobState &job)
{
    if (job.skipped())
        return;
    const qint64 took
        = job.guestEndedMs > job.guestBeganMs ? job.guestEndedMs - job.guestBeganMs : job.begun.msecsTo(*job.ended);
    QString text = QStringLiteral("%1  %2 %3 %4  %5 s")
                       .arg(state.vmid(), mark(job.verdict), stageName(job.stage), job.step.leftJustified(16))
                       .arg(static_cast<double>(took) / 1000.0, 0, 'f', 1);
    if (job.failure)
        text += QStringLiteral("  %1: %2").arg(job.failure->code, inEnglish(job.failure->text));
    for (const CodedText &warning : job.warnings)
        text += QStringLiteral("\n          %1: %2").arg(warning.code, inEnglish(warning.text));
    for (const Finding &finding : findingsOf(job.facts)) {
        if (finding.level != Finding::Level::Fine)
            text += QStringLiteral("\n          %1 %2: %3")
                        .arg(findingLevelName(finding.level), finding.code, inEnglish(finding.text));
    }
    Json findings = Json::array();
    for (const Finding &finding : findingsOf(job.facts)) {
        findings.push_back({ { "level", toStd(findingLevelName(finding.level)) }, { "code", toStd(finding.code) },
            { "text", toStd(inEnglish(finding.text)) } });
    }
    Json object = { { "event", "step-ended" }, { keyOf(Field::Vmid), toStd(state.vmid()) },
        { "run", toStd(state.run()) }, { "job", toStd(job.job) }, { "stage", toStd(stageName(job.stage)) },
        { "step", toStd(job.step) }, { "verdict", toStd(verdictName(job.verdict)) }, { "ms", took } };
    if (job.failure)
        object["failure"] = { { "code", toStd(job.failure->code) }, { "text", toStd(inEnglish(job.failure->text)) } };
    if (!findings.empty())
        object["findings"] = findings;
    terminal.tell(object, displaySafe(text.toUtf8()));
}

void tellAcceptance(Terminal &terminal, const RunState &state)
{
    Json rows = Json::array();
    QString text = QStringLiteral("%1  acceptance:").arg(state.vmid());
    for (const CheckRow &told : state.acceptanceRows()) {
        const CheckRow row = inEnglish(told);
        rows.push_back(toJson(row));
        if (row.verdict != Verdict::Passed || !terminal.json()) {
            text += QStringLiteral("\n          %1 %2  ").arg(mark(row.verdict), row.id.leftJustified(28));
            if (!row.before.isEmpty())
                text += QStringLiteral("before %1, ").arg(row.before);
            text += QStringLiteral("expected %1, found %2").arg(row.expected, row.foundSentence());
            for (const QString &line : row.foundLines())
                text += QStringLiteral("\n               ") + line;
        }
    }
    terminal.tell({ { "event", "acceptance" }, { keyOf(Field::Vmid), toStd(state.vmid()) },
                      { "green", state.acceptanceGreen() }, { "rows", rows } },
        displaySafe(text.toUtf8()));
}

} // namespace

void tellLedgerChange(Terminal &terminal, const RunState &state, const Json &change)
{
    const auto edit = ledgerEditFromJson(change);
    const QString what = edit ? ledgerEditText(*edit).replace(QLatin1Char('\n'), QStringLiteral("\n          "))
                              : stringAt(change, "diff");
    const bool undone = stringAt(change, "kind") == QLatin1String("undone");
    terminal.tell({ { "event", "ledger" }, { keyOf(Field::Vmid), toStd(state.vmid()) }, { "run", toStd(state.run()) },
                      { "data", change } },
        displaySafe(QStringLiteral("%1  ledger%2 %3\n          %4")
                        .arg(state.vmid(), undone ? QStringLiteral(", taken back:") : QStringLiteral(":"),
                            stringAt(change, "path"), what)
                        .toUtf8()));
}

void watch(Queue &queue, Terminal &terminal)
{
    onInterrupt(&queue, [&queue, &terminal] {
        terminal.tell({ { "event", "pausing" } },
            QStringLiteral("stops after the step under way; Ctrl-C again leaves at once, and 'resume' goes on later"));
        for (const QString &run : queue.runs())
            queue.pause(run);
    });
    QObject::connect(&queue, &Queue::eventAppended, &queue, [&](const QString &run, const JournalEvent &event) {
        const RunState state = queue.state(run);
        if (event.is(event::end)) {
            if (const JobState *job = state.job(stringAt(event.data, "job")))
                tellEnd(terminal, state, *job);
        } else if (event.is(event::begin)) {
            terminal.progress(QStringLiteral("%1  …    %2 %3")
                                  .arg(state.vmid(), stringAt(event.data, "stage"), stringAt(event.data, "step")));
        } else if (event.is(event::acceptance)) {
            tellAcceptance(terminal, state);
        } else if (event.is(event::ledger)) {
            tellLedgerChange(terminal, state, event.data);
        } else if (event.is(event::trouble)) {
            terminal.tell({ { "event", "trouble" }, { keyOf(Field::Vmid), toStd(state.vmid()) },
                              { "data", readable(event.data) } },
                displaySafe(QStringLiteral("%1  trouble: %2")
                                .arg(state.vmid(), inEnglish(stringAt(event.data, "what")))
                                .toUtf8()));
        } else if (event.is(event::unknown)) {
            terminal.tell({ { "event", "unknown" }, { keyOf(Field::Vmid), toStd(state.vmid()) },
                              { "data", readable(event.data) } },
                QStringLiteral("%1  the link was lost (%2); asking again")
                    .arg(state.vmid(), stringAt(event.data, "code")));
        }
    });
    QObject::connect(&queue, &Queue::progress, &queue,
        [&](const QString &run, const QString &job, qint64 done, qint64 total, const QString &unit) {
            const QString amount = unit == QLatin1String("bytes")
                ? QStringLiteral("%1 of %2").arg(humanSize(done), humanSize(total))
                : QStringLiteral("%1 of %2 %3").arg(done).arg(total).arg(unit);
            terminal.progress(QStringLiteral("%1  …    %2  %3").arg(queue.state(run).vmid(), job, amount));
        });
    QObject::connect(&queue, &Queue::waitingChanged, &queue, [&](const QString &run) {
        if (const QString why = whyItWaits(queue, run); !why.isEmpty())
            terminal.tell({ { "event", "waiting" }, { "run", toStd(run) }, { "why", toStd(why) } },
                QStringLiteral("%1  waits: %2").arg(queue.state(run).vmid(), why));
    });
}

namespace {

/// Asked for a second time: the rule that forbids it says that it is done.
bool isThereAlready(const Task &task, const TaskOutcome &outcome)
{
    return outcome.kind == TaskOutcome::Kind::Refused
        && ((task.kind == Task::Kind::DeleteDocker && outcome.error.code == QLatin1String("already-deleted"))
            || (task.kind == Task::Kind::RollBack && outcome.error.code == QLatin1String("already-rolled-back")));
}

} // namespace

TaskOutcome carryOutTask(Queue &queue, Terminal &terminal, const QString &run, const Task &task)
{
    QEventLoop loop;
    QObject::connect(&queue, &Queue::idle, &loop, &QEventLoop::quit);
    if (const Done asked = queue.request(run, task); !asked) {
        terminal.error(asked.error());
        return TaskOutcome::of(asked.error());
    }
    loop.exec();
    TaskOutcome outcome = queue.lastOutcome(run).value_or(TaskOutcome{});
    if (isThereAlready(task, outcome)) {
        tellUnchanged(terminal, queue.state(run), outcome.error.code,
            QStringLiteral("%1; nothing was done").arg(inEnglish(outcome.error.what)));
        return {};
    }
    // Nothing is open in the VM: what keeps the program from reaching it is an answer that it was not given.
    if (const auto unanswered = TerminalPrompter::unanswered();
        unanswered && outcome.kind == TaskOutcome::Kind::Unknown && queue.state(run).unsettled().empty())
        outcome = { TaskOutcome::Kind::BadInput, *unanswered };
    tellOutcome(terminal, queue.state(run), task, outcome);
    return outcome;
}

int tellUnchanged(Terminal &terminal, const RunState &state, const QString &code, const QString &words)
{
    terminal.tell({ { "event", "unchanged" }, { "code", toStd(code) }, { "run", toStd(state.run()) },
                      { keyOf(Field::Vmid), toStd(state.vmid()) }, { "phase", toStd(phaseName(state.phase())) },
                      { "text", toStd(words) } },
        words);
    return 0;
}

int exitCode(const TaskOutcome &outcome)
{
    return static_cast<int>(outcome.kind);
}

QString whyItWaits(const Queue &queue, const QString &run)
{
    const auto error = queue.waitingError(run);
    return error ? describe(*error) : inEnglish(queue.waitingFor(run));
}

int tellError(Terminal &terminal, const Error &error)
{
    terminal.error(error);
    return exitCode(TaskOutcome::of(error));
}

void tellOutcome(Terminal &terminal, const RunState &state, const Task &task, const TaskOutcome &outcome)
{
    Json object = { { "event", "task-ended" }, { "task", toStd(taskName(task.kind)) }, { "run", toStd(state.run()) },
        { keyOf(Field::Vmid), toStd(state.vmid()) }, { "outcome", toStd(outcomeName(outcome.kind)) },
        { "phase", toStd(phaseName(state.phase())) }, { "exit", exitCode(outcome) } };
    QString text
        = QStringLiteral("%1  %2: %3, the run is %4 (%5)")
              .arg(state.vmid(), taskName(task.kind), outcomeName(outcome.kind), phaseName(state.phase()), state.run());
    if (!outcome.error.code.isEmpty()) {
        object["error"] = { { "code", toStd(outcome.error.code) }, { "what", toStd(inEnglish(outcome.error.what)) },
            { "where", toStd(outcome.error.where) }, { "cure", toStd(inEnglish(outcome.error.cure)) } };
        text += QStringLiteral("\n     %1").arg(describe(outcome.error));
    }
    if (const auto outage = state.outageMs(u"gateway", QDateTime::currentDateTimeUtc())) {
        object["outage_ms"] = *outage;
        text += QStringLiteral("\n     outage of the gateway: %1 s")
                    .arg(static_cast<double>(*outage) / 1000.0, 0, 'f', 1);
    }
    terminal.tell(object, displaySafe(text.toUtf8()));
}

} // namespace undock::cli
