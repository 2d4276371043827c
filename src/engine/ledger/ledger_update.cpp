#include "engine/ledger/ledger_update.h"

#include "core/base/hash.h"
#include "core/text/unified_diff.h"
#include "engine/ledger/desk_ledger.h"

namespace undock {

namespace {

Result<QByteArray> withTruth(const Ledger &ledger, const RunSession &session, const QString &status)
{
    const RunState &state = session.state();
    const std::pair<LedgerColumn, QString> cells[] = {
        { LedgerColumn::PanelTag, state.fact(u"panel_tag") },
        { LedgerColumn::OpenclawVersion, state.fact(u"openclaw_version") },
        { LedgerColumn::Status, status },
    };
    QByteArray bytes = ledger.bytes();
    for (const auto &[column, value] : cells) {
        const auto current = Ledger::parse(bytes);
        if (!current)
            return tl::make_unexpected(current.error());
        if (!current->has(column) || value.isEmpty())
            continue;
        const auto row = current->findRow(session.parameters().vmid, session.parameters().node.host());
        if (!row)
            return tl::make_unexpected(row.error());
        const auto changed = current->withCell(*row, column, value);
        if (!changed)
            return changed;
        bytes = *changed;
    }
    return bytes;
}

} // namespace

void updateLedger(TaskContext &context, const QString &status)
{
    RunSession &session = context.session;
    DeskLedger desk(context.ledger, session.connection());
    if (!desk.isNamed())
        return;
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto before = desk.read(session.control().stop);
        if (!before) {
            session.trouble(before.error());
            return;
        }
        const auto after = withTruth(before->ledger, session, status);
        if (!after) {
            session.trouble(after.error());
            return;
        }
        if (*after == before->file.content)
            return;
        const Done swapped = desk.swap(before->file, *after, session.control().stop);
        if (swapped) {
            session.note(event::ledger,
                { { "kind", toStd(status) }, { "path", toStd(desk.place()) },
                    { "before", before->file.sha256.toStdString() }, { "after", toStd(sha256Hex(*after)) },
                    { "diff",
                        toStd(QString::fromUtf8(unifiedDiff(before->file.content, *after, "before", "after"))) } });
            return;
        }
        if (swapped.error().code != QLatin1String("file-changed")) {
            session.trouble(swapped.error());
            return;
        }
    }
}

} // namespace undock
