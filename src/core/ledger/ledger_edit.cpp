#include "core/ledger/ledger_edit.h"

#include "core/base/hash.h"
#include "core/text/phrase.h"

namespace undock {

namespace {

/// Quotes and empty cells at the end are how a row is written, not what it says.
QString rowHash(const Ledger &ledger, const LedgerRow &row)
{
    QStringList cells = ledger.cells(row);
    while (!cells.isEmpty() && cells.last().isEmpty())
        cells.removeLast();
    Json list = Json::array();
    for (const QString &cell : cells)
        list.push_back(toStd(cell));
    return sha256Hex(compactJson(list));
}

tl::unexpected<Error> refuse(const char *code, const QString &what, const LedgerRow &row, const QString &cure)
{
    return fail(Error::Kind::Refused, QLatin1String(code), what, QStringLiteral("ledger line %1").arg(row.line), cure);
}

/// Changes one cell after the other, each in the table that the one before left.
class RowEditor {
public:
    RowEditor(const Vmid &vmid, const QString &nodeHost)
        : m_vmid(vmid)
        , m_nodeHost(nodeHost)
    {
    }
    Done begin(const Ledger &ledger)
    {
        m_edit.bytes = ledger.bytes();
        const auto row = ledger.findRow(m_vmid, m_nodeHost);
        if (!row)
            return tl::make_unexpected(row.error());
        m_edit.rowBefore = m_edit.rowAfter = rowHash(ledger, *row);
        return {};
    }
    Done set(const QString &heading, const QString &value, CsvTable::Origin origin)
    {
        const auto ledger = Ledger::parse(m_edit.bytes);
        if (!ledger)
            return tl::make_unexpected(ledger.error());
        const auto row = ledger->findRow(m_vmid, m_nodeHost);
        if (!row)
            return tl::make_unexpected(row.error());
        const QString before = ledger->cells(*row).value(ledger->headings().indexOf(heading.trimmed()));
        if (before == value)
            return {};
        const auto bytes = ledger->withCell(*row, heading, value, origin);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        const auto changed = Ledger::parse(*bytes);
        if (!changed)
            return tl::make_unexpected(changed.error());
        const auto rowNow = changed->findRow(m_vmid, m_nodeHost);
        if (!rowNow)
            return tl::make_unexpected(rowNow.error());
        m_edit.bytes = *bytes;
        m_edit.rowAfter = rowHash(*changed, *rowNow);
        m_edit.changes.push_back({ heading, before, value });
        return {};
    }
    LedgerEdit take() { return std::move(m_edit); }

private:
    Vmid m_vmid;
    QString m_nodeHost;
    LedgerEdit m_edit;
};

} // namespace

Result<LedgerEdit> editLedgerRow(const Ledger &ledger, const Vmid &vmid, const QString &nodeHost,
    const std::vector<std::pair<LedgerColumn, QString>> &cells)
{
    RowEditor editor(vmid, nodeHost);
    if (const Done begun = editor.begin(ledger); !begun)
        return tl::make_unexpected(begun.error());
    for (const auto &[column, value] : cells) {
        const int at = findColumn(column, ledger.headings());
        if (at < 0 || value.isEmpty())
            continue;
        if (const Done set = editor.set(ledger.headings().at(at), value, CsvTable::Origin::New); !set)
            return tl::make_unexpected(set.error());
    }
    return editor.take();
}

Result<LedgerEdit> takeBackLedgerEdit(
    const Ledger &ledger, const Vmid &vmid, const QString &nodeHost, const LedgerEdit &edit)
{
    const auto row = ledger.findRow(vmid, nodeHost);
    if (!row)
        return tl::make_unexpected(row.error());
    RowEditor editor(vmid, nodeHost);
    if (const Done begun = editor.begin(ledger); !begun)
        return tl::make_unexpected(begun.error());
    const QString now = rowHash(ledger, *row);
    if (now == edit.rowBefore)
        return editor.take();
    if (now != edit.rowAfter)
        return refuse("ledger-row-changed", phrase("ledger-row-changed", { { "vmid", vmid.toString() } }), *row,
            phrase("cure-row-look-by-hand"));
    for (auto change = edit.changes.rbegin(); change != edit.changes.rend(); ++change) {
        if (const Done set = editor.set(change->heading, change->before, CsvTable::Origin::StoodThere); !set)
            return tl::make_unexpected(set.error());
    }
    LedgerEdit back = editor.take();
    if (back.rowAfter != edit.rowBefore)
        return refuse("ledger-undo-inexact", phrase("ledger-undo-inexact"), *row, phrase("cure-row-by-hand"));
    return back;
}

Json toJson(const LedgerEdit &edit)
{
    Json changes = Json::array();
    for (const LedgerChange &change : edit.changes)
        changes.push_back({ { "heading", toStd(change.heading) }, { "before", toStd(change.before) },
            { "after", toStd(change.after) } });
    return { { "changes", changes }, { "row_before", toStd(edit.rowBefore) }, { "row_after", toStd(edit.rowAfter) } };
}

std::optional<LedgerEdit> ledgerEditFromJson(const Json &data)
{
    LedgerEdit edit;
    edit.rowBefore = stringAt(data, "row_before");
    edit.rowAfter = stringAt(data, "row_after");
    if (!data.is_object() || !data.contains("changes") || !data["changes"].is_array() || edit.rowBefore.isEmpty()
        || edit.rowAfter.isEmpty())
        return std::nullopt;
    for (const Json &change : data["changes"])
        edit.changes.push_back({ stringAt(change, "heading"), stringAt(change, "before"), stringAt(change, "after") });
    return edit;
}

QString ledgerEditText(const LedgerEdit &edit)
{
    QStringList lines;
    for (const LedgerChange &change : edit.changes)
        lines << QStringLiteral("%1: %2 → %3")
                     .arg(change.heading, change.before.isEmpty() ? QStringLiteral("–") : change.before,
                         change.after.isEmpty() ? QStringLiteral("–") : change.after);
    return lines.join(QLatin1Char('\n'));
}

} // namespace undock
