#include "engine/run/acceptance.h"

#include "core/base/error_codes.h"
#include "core/params/field.h"
#include "core/plan/plan.h"
#include "core/run/found_versions.h"
#include "core/run/outage_events.h"
#include "core/text/phrase.h"
#include "engine/ledger/ledger_update.h"
#include "engine/run/run_values.h"
#include "guest_layout.h"

#include <algorithm>

namespace undock {

using namespace std::chrono_literals;

namespace {

/// Somebody waits for this run to stop: no answer from outside is worth that.
bool isOver(TaskContext &context)
{
    const RunControl &control = context.session.control();
    return control.pause || control.cancel || control.stop.stop_requested();
}

/// `before`: see answerBefore.
CheckRow outsideRow(TaskContext &context, const QString &id, const QString &fact, int before)
{
    CheckRow row{ id, false, Verdict::Unknown, phrase("login-asked-401"), {}, {} };
    if (before >= 0) {
        row.before = before > 0 ? QStringLiteral("HTTP %1").arg(before) : phrase("no-answer");
        row.expected = phrase("as-before-in-the-vm", { { "before", row.before, PhraseValue::Kind::Said } });
    }
    const RunSession &session = context.session;
    const int port = session.state().fact(fact).section(QLatin1Char(' '), 0, 0).toInt();
    if (port <= 0) {
        row.found = phrase("public-port-unknown");
        return row;
    }
    const PublicAnswer answer
        = context.reach.publicPort(session.parameters().node.host(), port, [&context] { return isOver(context); });
    if (answer.status == 0) {
        if (before == 0)
            row.verdict = Verdict::Passed;
        row.found = phrase("port-and-answer", { { "port", port }, { "answer", answer.error } });
        return row;
    }
    row.found
        = phrase("port-and-answer", { { "port", port }, { "answer", QStringLiteral("HTTP %1").arg(answer.status) } });
    row.verdict = answer.status == (before > 0 ? before : 401) ? Verdict::Passed : Verdict::Warning;
    return row;
}

bool isGreen(const std::vector<CheckRow> &rows)
{
    return !rows.empty() && std::none_of(rows.begin(), rows.end(), [](const CheckRow &row) {
        return row.critical && (row.verdict == Verdict::Failed || row.verdict == Verdict::Unknown);
    });
}

/// A list of phrases.
QString failedIds(const std::vector<CheckRow> &rows)
{
    QStringList failed;
    for (const CheckRow &row : rows) {
        if (row.critical && row.verdict != Verdict::Passed && row.verdict != Verdict::Warning)
            failed << phrase(
                "check-and-found", { { "check", row.id }, { "found", row.foundSentence(), PhraseValue::Kind::Said } });
    }
    return phraseList(failed);
}

remote::HoldRequest holdRequest(const TaskContext &context, const QString &reason)
{
    const RunState &state = context.session.state();
    return { context.session.parameters().vmid, state.run(), context.session.parameters().operatorName.toString(),
        stringAt(state.created(), "host"), inEnglish(reason).left(500) }; // people read it on the node
}

/// Holds are only worth something when they are certainly there.
Done withNode(TaskContext &context, const std::function<Done(NodePort &)> &ask)
{
    RunSession &session = context.session;
    for (int attempt = 0;; ++attempt) {
        if (const Done connected = session.node().ensureWithin(60s, session.control().stop); !connected)
            return connected;
        const Done done = ask(session.node());
        const bool again = !done && done.error().isOpen();
        if (!again || attempt == 4 || !session.node().clock().pause(1s, session.control().stop))
            return done;
    }
}

Done noteHold(TaskContext &context, const char *action, const QString &cause)
{
    return context.session.note(event::hold,
        { { "action", action }, { keyOf(Field::Vmid), toStd(context.session.state().vmid()) },
            { "cause", toStd(cause) }, { "by", toStd(context.session.parameters().operatorName.toString()) } });
}

} // namespace

void resolveOwnHold(TaskContext &context)
{
    RunSession &session = context.session;
    const Done resolved = withNode(context, [&](NodePort &node) {
        return node.resolveHold(
            session.parameters().vmid, session.state().run(), session.generation(), session.control().stop);
    });
    if (!resolved && resolved.error().code != QLatin1String("no-hold"))
        session.trouble(resolved.error());
}

void noteOutage(RunSession &session)
{
    for (const Json &outage : newOutages(session.state()))
        session.note(event::outage, outage);
}

CheckRow brokenOffRow(const Error &why)
{
    return { QStringLiteral("checks-ran"), true, leavesUndecided(why) ? Verdict::Unknown : Verdict::Failed,
        phrase("every-check-ran"), why.what };
}

int answerBefore(const Facts &scan, QStringView port)
{
    const QString asked = port.toString() + QStringLiteral(" GET / ");
    for (const QString &told : scan.all(u"answered")) {
        if (!told.startsWith(asked))
            continue;
        const QString first = told.mid(asked.size()).section(QLatin1Char(','), 0, 0);
        if (first == QLatin1String("no answer"))
            return 0;
        bool numeric = false;
        const int status = first.section(QLatin1Char(' '), 1, 1).toInt(&numeric);
        if (first.startsWith(QLatin1String("HTTP ")) && numeric)
            return status;
    }
    return -1;
}

std::vector<CheckRow> checkFromOutside(TaskContext &context)
{
    const JobState *job = context.session.state().latestGreen(StepRole::Scans);
    const Facts scan = job ? job->facts : Facts();
    return { outsideRow(context, QStringLiteral("outside-panel"), QStringLiteral("port_panel"),
                 answerBefore(scan, u"" LAYOUT_FRONT_PANEL_PORT_TEXT)),
        outsideRow(context, QStringLiteral("outside-gateway"), QStringLiteral("port_gateway"),
            answerBefore(scan, u"" LAYOUT_FRONT_GATEWAY_PORT_TEXT)) };
}

static TaskOutcome runAcceptance(TaskContext &context)
{
    RunSession &session = context.session;
    const ChainEnd end = session.runChain({ stepOf(StepRole::ReadsOutage), stepOf(StepRole::Accepts) },
        runValues(session.parameters(), session.state(), context.secrets));
    if (end.kind == ChainEnd::Kind::Unknown || end.kind == ChainEnd::Kind::Refused
        || end.kind == ChainEnd::Kind::Paused)
        return outcomeOf(end);

    auto job = session.beginLocal(outsideCheckStep, Stage::H, "desk");
    if (!job)
        return { TaskOutcome::Kind::Unknown, job.error() };
    const std::vector<CheckRow> outside = checkFromOutside(context);
    if (session.control().stop.stop_requested()) {
        return { TaskOutcome::Kind::Unknown,
            { Error::Kind::Unknown, QStringLiteral("stopped"), phrase("program-closing"), QStringLiteral("acceptance"),
                phrase("cure-resume-checks") } };
    }
    const bool cut = std::any_of(
        outside.begin(), outside.end(), [](const CheckRow &row) { return row.verdict == Verdict::Unknown; });
    if (cut && isOver(context))
        return outcomeOf(session.pauseLocal(*job));
    Facts facts;
    QString output;
    for (const CheckRow &row : outside)
        output += QStringLiteral("%1: %2\n").arg(row.id, inEnglish(row.found));
    if (const Done ended = session.endLocal(*job, facts, output); !ended)
        return { TaskOutcome::Kind::Unknown, ended.error() };

    std::vector<CheckRow> rows;
    if (const JobState *checks = session.state().latest(StepRole::Accepts))
        rows = checksOf(checks->facts);
    // A step that told its verdict has told it in its rows; one that broke off has not.
    const bool toldInRows
        = end.error.code == QLatin1String("acceptance-failed") || end.error.code == QLatin1String("acceptance-unknown");
    if (end.kind == ChainEnd::Kind::Failed && (rows.empty() || !toldInRows))
        rows.push_back(brokenOffRow(end.error));
    rows.insert(rows.end(), outside.begin(), outside.end());
    const bool green = isGreen(rows);
    Json table = Json::array();
    for (const CheckRow &row : rows)
        table.push_back(toJson(row));
    noteOutage(session);
    if (const Done noted = session.note(event::acceptance,
            { { "green", green }, { "rows", table }, { "versions", foundVersions(session.state()) } });
        !noted)
        return { TaskOutcome::Kind::Unknown, noted.error() };
    if (green)
        return {};
    const bool failed = std::any_of(
        rows.begin(), rows.end(), [](const CheckRow &row) { return row.critical && row.verdict == Verdict::Failed; });
    if (!failed) {
        // Undecided is not failed: the provisional hold stands until somebody can tell.
        return { TaskOutcome::Kind::Unknown,
            { Error::Kind::Unknown, QStringLiteral("acceptance-undecided"),
                phrase("acceptance-undecided", { { "checks", failedIds(rows), PhraseValue::Kind::Said } }),
                QStringLiteral("acceptance"), phrase("cure-check-again") } };
    }
    return { TaskOutcome::Kind::FailedSafe,
        { Error::Kind::Failed, QStringLiteral("acceptance-failed"),
            phrase("acceptance-failed", { { "checks", failedIds(rows), PhraseValue::Kind::Said } }),
            QStringLiteral("acceptance"), phrase("cure-mend-or-roll-back") } };
}

static TaskOutcome holdAfterFailure(TaskContext &context, const TaskOutcome &outcome)
{
    RunSession &session = context.session;
    const Done set = withNode(context, [&](NodePort &node) {
        return node.placeHold(holdRequest(context, outcome.error.what), true, session.control().stop);
    });
    if (set)
        noteHold(context, "set", outcome.error.what);
    else
        session.trouble(set.error()); // a provisional one still stands
    session.copyJournalToGuest();
    return outcome;
}

TaskOutcome acceptUnderHold(TaskContext &context)
{
    RunSession &session = context.session;
    // The provisional hold stands before the first check is sent: a program that dies in
    // between leaves the mark, not the gap.
    const Done placed = withNode(context, [&](NodePort &node) {
        return node.placeHold(holdRequest(context, phrase("acceptance-under-way")), false, session.control().stop);
    });
    if (!placed) {
        session.trouble(placed.error());
        return { TaskOutcome::Kind::Unknown, placed.error() };
    }
    if (const Done noted = noteHold(context, "provisional", phrase("acceptance-under-way")); !noted)
        return { TaskOutcome::Kind::Unknown, noted.error() };

    const TaskOutcome outcome = runAcceptance(context);
    if (outcome.kind == TaskOutcome::Kind::Succeeded) {
        const Done lifted = withNode(context, [&](NodePort &node) {
            return node.liftHold(
                session.parameters().vmid, session.state().run(), session.generation(), session.control().stop);
        });
        if (!lifted) {
            session.trouble(lifted.error());
            return { TaskOutcome::Kind::Unknown, lifted.error() };
        }
        if (const Done noted = noteHold(context, "lifted", phrase("acceptance-passed")); !noted)
            return { TaskOutcome::Kind::Unknown, noted.error() };
        return outcome;
    }
    if (outcome.kind == TaskOutcome::Kind::FailedSafe)
        return holdAfterFailure(context, outcome);
    return outcome;
}

TaskOutcome checkAgain(TaskContext &context)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    if (auto no = forbidden(checkGate(session.state())))
        return *no;
    const TaskOutcome outcome = acceptUnderHold(context);
    if (outcome.kind == TaskOutcome::Kind::Succeeded) {
        updateLedger(context, QStringLiteral("直装，待用户验收"));
        session.note(event::finished, { { "outcome", "migrated" }, { "detail", "waits for the user's acceptance" } });
        session.leaveJournalInGuest();
        return outcome;
    }
    return outcome;
}

} // namespace undock
