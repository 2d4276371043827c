#include "engine/notify/operator_notice.h"

#include "core/text/code_words.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "core/text/redact.h"

#include <algorithm>

namespace undock {

namespace {

constexpr int noticeCharacters = 600;

bool asksForAcceptance(Task::Kind kind)
{
    return kind == Task::Kind::Migrate || kind == Task::Kind::CheckAgain;
}

QStringList failedChecks(const RunState &state)
{
    QStringList found;
    for (const CheckRow &row : state.acceptanceRows()) {
        if (row.verdict == Verdict::Failed)
            found.append(row.id);
    }
    return found;
}

/// Their titles; the id of one that has none.
QString titlesOf(const QStringList &checks, const QString &language)
{
    QStringList titles;
    for (const QString &id : checks) {
        const QString title = checkTitle(id, language);
        titles.append(title.isEmpty() ? id : title);
    }
    return titles.join(QStringLiteral("; "));
}

/// With a blank before it; empty where there is no advice.
QString cureOf(const Error &error, const QString &language)
{
    QString cure = codeCure(error.code, language);
    if (cure.isEmpty())
        cure = inWords(error.cure, language);
    return cure.isEmpty() ? QString()
                          : QLatin1Char(' ') + inWords(phrase("notice-cure", { { "cure", cure } }), language);
}

QString whatOf(const Error &error, const QString &language)
{
    return displayLine(Redactor().redact(codeText(error.code, error.what, language)));
}

QString unboundedText(const OperatorNotice &notice, const QString &language)
{
    using Kind = OperatorNotice::Kind;
    const auto said = [&language](const QString &phrase) { return inWords(phrase, language); };
    switch (notice.kind) {
    case Kind::NeedsAttention:
        return said(phrase("notice-needs-attention",
                   { { "vmid", notice.vmid }, { "node", notice.node }, { "what", whatOf(notice.error, language) } }))
            + cureOf(notice.error, language);
    case Kind::StillWaits:
        return said(phrase("notice-still-waits",
                   { { "vmid", notice.vmid }, { "node", notice.node }, { "minutes", notice.minutes },
                       { "what", whatOf(notice.error, language) } }))
            + (notice.outage ? QLatin1Char(' ') + said(phrase("notice-bot-may-be-down")) : QString())
            + cureOf(notice.error, language);
    case Kind::AcceptanceFailed:
        return said(phrase("notice-acceptance-failed",
            { { "vmid", notice.vmid }, { "node", notice.node }, { "checks", titlesOf(notice.checks, language) } }));
    case Kind::AwaitsUser:
        return said(phrase("notice-awaits-user", { { "vmid", notice.vmid }, { "node", notice.node } }));
    case Kind::BatchDone:
        return said(phrase("notice-batch-done",
            { { "vms", notice.figures.vms }, { "migrated", notice.figures.migrated },
                { "back", notice.figures.rolledBack }, { "attention", notice.figures.needAttention },
                { "minutes", std::max<qint64>(1, (notice.figures.seconds + 59) / 60) } }));
    case Kind::Test:
        break;
    }
    return said(phrase("notice-test"));
}

} // namespace

QString noticeKindName(OperatorNotice::Kind kind)
{
    switch (kind) {
    case OperatorNotice::Kind::NeedsAttention:
        return QStringLiteral("needs-attention");
    case OperatorNotice::Kind::AcceptanceFailed:
        return QStringLiteral("acceptance-failed");
    case OperatorNotice::Kind::StillWaits:
        return QStringLiteral("still-waits");
    case OperatorNotice::Kind::AwaitsUser:
        return QStringLiteral("awaits-user");
    case OperatorNotice::Kind::BatchDone:
        return QStringLiteral("batch-done");
    case OperatorNotice::Kind::Test:
        break;
    }
    return QStringLiteral("test");
}

OperatorNotice noticeAbout(const RunState &state, OperatorNotice::Kind kind)
{
    OperatorNotice notice;
    notice.kind = kind;
    notice.run = state.run();
    notice.vmid = displayLine(state.vmid(), 20);
    notice.node = displayLine(state.node(), 120);
    return notice;
}

std::optional<OperatorNotice> noticeOf(const RunState &state, const Task &task, const TaskOutcome &outcome)
{
    OperatorNotice notice = noticeAbout(state, OperatorNotice::Kind::NeedsAttention);
    const bool succeeded = outcome.kind == TaskOutcome::Kind::Succeeded;
    if (succeeded && state.phase() == RunState::Phase::AwaitingUser && asksForAcceptance(task.kind)) {
        notice.kind = OperatorNotice::Kind::AwaitsUser;
        return notice;
    }
    if (succeeded || outcome.error.code.isEmpty())
        return {}; // nobody has to act, or whoever paused it knows
    notice.error = outcome.error;
    if (asksForAcceptance(task.kind))
        notice.checks = failedChecks(state);
    if (!notice.checks.isEmpty())
        notice.kind = OperatorNotice::Kind::AcceptanceFailed;
    return notice;
}

QString noticeText(const OperatorNotice &notice, const QString &language)
{
    return Redactor().redact(displayLine(unboundedText(notice, language), noticeCharacters)).trimmed();
}

void BatchFigures::add(const RunState &state, const TaskOutcome &outcome)
{
    ++vms;
    switch (state.phase()) {
    case RunState::Phase::AwaitingUser:
    case RunState::Phase::Accepted:
    case RunState::Phase::Deleted:
        ++(outcome.kind == TaskOutcome::Kind::Succeeded ? migrated : needAttention);
        break;
    case RunState::Phase::RolledBack:
        ++rolledBack;
        break;
    default:
        ++needAttention;
    }
}

} // namespace undock
