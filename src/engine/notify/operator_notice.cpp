#include "engine/notify/operator_notice.h"

#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "core/text/redact.h"

#include <algorithm>

namespace undock {

namespace {

constexpr int noticeCharacters = 300;

/// A phrase stays one; anything else becomes one line without secrets.
QString sayable(const QString &text)
{
    return Redactor().redact(displayLine(text, noticeCharacters));
}

bool asksForAcceptance(Task::Kind kind)
{
    return kind == Task::Kind::Migrate || kind == Task::Kind::CheckAgain;
}

QString failedChecks(const RunState &state)
{
    QStringList found;
    for (const CheckRow &row : state.acceptanceRows()) {
        if (row.verdict == Verdict::Failed)
            found.append(row.id);
    }
    return displayLine(found.join(QStringLiteral(", ")), noticeCharacters);
}

} // namespace

QString noticeKindName(OperatorNotice::Kind kind)
{
    switch (kind) {
    case OperatorNotice::Kind::NeedsAttention:
        return QStringLiteral("needs-attention");
    case OperatorNotice::Kind::AcceptanceFailed:
        return QStringLiteral("acceptance-failed");
    case OperatorNotice::Kind::AwaitsUser:
        return QStringLiteral("awaits-user");
    case OperatorNotice::Kind::BatchDone:
        return QStringLiteral("batch-done");
    case OperatorNotice::Kind::Test:
        break;
    }
    return QStringLiteral("test");
}

std::optional<OperatorNotice> noticeOf(const RunState &state, const Task &task, const TaskOutcome &outcome)
{
    OperatorNotice notice{ OperatorNotice::Kind::NeedsAttention, state.run(), displayLine(state.vmid(), 20),
        displayLine(state.node(), 120), outcome.error.code, {} };
    if (outcome.kind == TaskOutcome::Kind::Succeeded) {
        if (state.phase() != RunState::Phase::AwaitingUser || !asksForAcceptance(task.kind))
            return {};
        notice.kind = OperatorNotice::Kind::AwaitsUser;
        notice.text = phrase("notice-awaits-user", { { "vmid", notice.vmid }, { "node", notice.node } });
        return notice;
    }
    if (const QString checks = failedChecks(state); asksForAcceptance(task.kind) && !checks.isEmpty()) {
        notice.kind = OperatorNotice::Kind::AcceptanceFailed;
        notice.text = phrase(
            "notice-acceptance-failed", { { "vmid", notice.vmid }, { "node", notice.node }, { "checks", checks } });
        return notice;
    }
    notice.text = phrase("notice-needs-attention",
        { { "vmid", notice.vmid }, { "node", notice.node },
            { "what", sayable(outcome.error.what), PhraseValue::Kind::Said } });
    return notice;
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

OperatorNotice batchNotice(const BatchFigures &figures)
{
    OperatorNotice notice;
    notice.kind = OperatorNotice::Kind::BatchDone;
    notice.text = phrase("notice-batch-done",
        { { "vms", figures.vms }, { "migrated", figures.migrated }, { "back", figures.rolledBack },
            { "attention", figures.needAttention }, { "minutes", std::max<qint64>(1, (figures.seconds + 59) / 60) } });
    return notice;
}

OperatorNotice testNotice()
{
    OperatorNotice notice;
    notice.text = phrase("notice-test");
    return notice;
}

} // namespace undock
