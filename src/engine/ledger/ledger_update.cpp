#include "engine/ledger/ledger_update.h"

#include "core/base/hash.h"
#include "core/ledger/ledger_edit.h"
#include "engine/ledger/desk_ledger.h"

#include <functional>

namespace undock {

namespace {

constexpr int attempts = 5;

/// What was changed in which file.
struct Swapped {
    QByteArray before; ///< SHA-256
    LedgerEdit edit;
};

/// Reads, edits and swaps; somebody else's edit in between is kept, and this one made on top of it.
Result<Swapped> swapRow(
    DeskLedger &desk, std::stop_token stop, const std::function<Result<LedgerEdit>(const Ledger &)> &edit)
{
    for (int attempt = 1;; ++attempt) {
        const auto before = desk.read(stop);
        if (!before)
            return tl::make_unexpected(before.error());
        auto after = edit(before->ledger);
        if (!after)
            return tl::make_unexpected(after.error());
        if (after->changes.empty())
            return Swapped{ before->file.sha256, std::move(*after) };
        const Done swapped = desk.swap(before->file, after->bytes, stop);
        if (swapped)
            return Swapped{ before->file.sha256, std::move(*after) };
        if (swapped.error().code != QLatin1String("file-changed") || attempt == attempts)
            return tl::make_unexpected(swapped.error());
    }
}

Done noteChange(RunSession &session, const QString &kind, const QString &place, const Swapped &swapped)
{
    Json data = toJson(swapped.edit);
    data["kind"] = toStd(kind);
    data["path"] = toStd(place);
    data["before"] = swapped.before.toStdString();
    data["after"] = toStd(sha256Hex(swapped.edit.bytes));
    return session.note(event::ledger, std::move(data));
}

} // namespace

void updateLedger(TaskContext &context, const QString &status)
{
    RunSession &session = context.session;
    DeskLedger desk(context.ledger, session.connection());
    if (!desk.isNamed())
        return;
    const RunState &state = session.state();
    const std::vector<std::pair<LedgerColumn, QString>> cells{
        { LedgerColumn::PanelTag, state.fact(u"panel_tag") },
        { LedgerColumn::OpenclawVersion, state.fact(u"openclaw_version") },
        { LedgerColumn::Status, status },
    };
    const auto swapped = swapRow(desk, session.control().stop, [&](const Ledger &ledger) {
        return editLedgerRow(ledger, session.parameters().vmid, session.parameters().node.host(), cells);
    });
    if (!swapped)
        session.trouble(swapped.error());
    else if (!swapped->edit.changes.empty())
        noteChange(session, status, desk.place(), *swapped);
}

TaskOutcome undoLedger(TaskContext &context)
{
    RunSession &session = context.session;
    const auto change = session.state().ledgerToUndo();
    const auto edit = change ? ledgerEditFromJson(*change) : std::nullopt;
    if (!edit)
        return refused(QStringLiteral("ledger-no-undo"),
            change ? QStringLiteral("an earlier version made this update and did not journal enough to take it back")
                   : QStringLiteral("this run has no update of the ledger that still stands"));
    // The table that was updated, whichever is set now.
    DeskLedger desk(stringAt(*change, "path"), session.connection());
    const auto swapped = swapRow(desk, session.control().stop, [&](const Ledger &ledger) {
        return takeBackLedgerEdit(ledger, session.parameters().vmid, session.parameters().node.host(), *edit);
    });
    if (!swapped) {
        const Error &error = swapped.error();
        const bool no = error.kind == Error::Kind::Refused || error.kind == Error::Kind::BadInput;
        return { no ? TaskOutcome::Kind::Refused : TaskOutcome::Kind::Unknown, error };
    }
    if (const Done noted = noteChange(session, QStringLiteral("undone"), desk.place(), *swapped); !noted)
        return { TaskOutcome::Kind::Unknown, noted.error() };
    return {};
}

} // namespace undock
