#include "engine/ledger/ledger_update.h"

#include "core/base/hash.h"
#include "core/ledger/ledger_edit.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "engine/ledger/desk_ledger.h"

#include <functional>

namespace undock {

namespace {

constexpr int attempts = 5;
const QString undone = QStringLiteral("undone");

Json eventOf(const QString &kind, const QString &place, const QByteArray &sumBefore, const LedgerEdit &edit)
{
    Json data = toJson(edit);
    data["kind"] = toStd(kind);
    data["path"] = toStd(place);
    data["before"] = sumBefore.toStdString();
    data["after"] = toStd(sha256Hex(edit.bytes));
    return data;
}

/// Reads, edits and swaps, with the intention journaled before and the outcome after. Somebody else's edit in
/// between is kept, and this one made on top of it.
Done swapRow(RunSession &session, DeskLedger &desk, const QString &kind,
    const std::function<Result<LedgerEdit>(const Ledger &)> &edit)
{
    const std::stop_token stop = session.control().stop;
    for (int attempt = 1;; ++attempt) {
        const auto before = desk.read(stop);
        if (!before)
            return tl::make_unexpected(before.error());
        auto after = edit(before->ledger);
        if (!after)
            return tl::make_unexpected(after.error());
        const Json change = eventOf(kind, desk.place(), before->file.sha256, *after);
        if (after->changes.empty()) // what is taken back may be back already; that it was is told all the same
            return kind == undone ? session.note(event::ledger, change) : Done();
        if (const Done noted = session.note(event::ledgerIntended, change); !noted)
            return noted;
        const Done swapped = desk.swap(before->file, after->bytes, stop);
        if (swapped)
            return session.note(event::ledger, change);
        if (swapped.error().kind != Error::Kind::Unknown)
            session.note(event::ledgerIntended, { { "dropped", true } });
        if (swapped.error().code != QLatin1String("file-changed") || attempt == attempts)
            return swapped;
    }
}

/// A journal names the table that it changed, and may have come from elsewhere; the only one that is ever written is
/// the one that is set on this desk.
bool isThisDesks(const Json &change, const QString &place)
{
    return !place.isEmpty() && stringAt(change, "path") == place;
}

/// An update of which the journal has the intention only: the table tells whether it was made.
void settleIntended(RunSession &session, DeskLedger &desk)
{
    const std::optional<Json> intended = session.state().ledgerIntended();
    const auto edit = intended ? ledgerEditFromJson(*intended) : std::nullopt;
    if (!edit || stringAt(*intended, "kind") == undone || !isThisDesks(*intended, desk.place()))
        return;
    const auto now = desk.read(session.control().stop);
    if (!now)
        return;
    const auto back
        = takeBackLedgerEdit(now->ledger, session.parameters().vmid, session.parameters().node.host(), *edit);
    if (back && back->changes.empty())
        session.note(event::ledgerIntended, { { "dropped", true } });
    else if (back)
        session.note(event::ledger, *intended);
}

} // namespace

void updateLedger(TaskContext &context, const QString &status)
{
    RunSession &session = context.session;
    DeskLedger desk(context.ledger, session.node());
    if (!desk.isNamed())
        return;
    settleIntended(session, desk);
    const RunState &state = session.state();
    const std::vector<std::pair<LedgerColumn, QString>> cells{
        { LedgerColumn::PanelTag, state.fact(u"panel_tag") },
        { LedgerColumn::OpenclawVersion, state.fact(u"openclaw_version") },
        { LedgerColumn::Status, status },
    };
    const Done updated = swapRow(session, desk, status, [&](const Ledger &ledger) {
        return editLedgerRow(ledger, session.parameters().vmid, session.parameters().node.host(), cells);
    });
    if (!updated)
        session.trouble(updated.error());
}

TaskOutcome undoLedger(TaskContext &context)
{
    RunSession &session = context.session;
    DeskLedger desk(context.ledger, session.node());
    settleIntended(session, desk);
    const auto change = session.state().ledgerToUndo();
    const auto edit = change ? ledgerEditFromJson(*change) : std::nullopt;
    if (!edit)
        return refused(
            QStringLiteral("ledger-no-undo"), change ? phrase("ledger-undo-unknown") : phrase("ledger-no-undo"));
    if (!isThisDesks(*change, desk.place())) {
        return refused(QStringLiteral("ledger-not-set"),
            phrase("ledger-not-set", { { "path", displayLine(stringAt(*change, "path"), 200) } }),
            phrase("cure-ledger-set-undo"));
    }
    const Done back = swapRow(session, desk, undone, [&](const Ledger &ledger) {
        return takeBackLedgerEdit(ledger, session.parameters().vmid, session.parameters().node.host(), *edit);
    });
    return back ? TaskOutcome() : TaskOutcome::of(back.error());
}

} // namespace undock
