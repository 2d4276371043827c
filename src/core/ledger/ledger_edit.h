#pragma once

#include "core/base/json.h"
#include "core/ledger/ledger.h"

#include <utility>
#include <vector>

namespace undock {

/// One cell of a VM's row, before and after.
struct LedgerChange {
    QString heading; ///< as it stands in the table
    QString before;
    QString after;
};

/// What an update does to a VM's row: enough to show it, and to take it back later. Other rows
/// and columns are not part of it: a table may hold what belongs into no journal.
struct LedgerEdit {
    QByteArray bytes; ///< the whole table afterwards; empty when read from a journal
    std::vector<LedgerChange> changes; ///< none: everything stood there already
    QString rowBefore; ///< SHA-256 over the values of the row's cells
    QString rowAfter;
};

/// Sets cells of the VM's row, where the table has such columns; empty values change nothing.
/// Errors: those of Ledger::findRow() and Ledger::withCell().
Result<LedgerEdit> editLedgerRow(const Ledger &ledger, const Vmid &vmid, const QString &nodeHost,
    const std::vector<std::pair<LedgerColumn, QString>> &cells);

/// The edit backwards. No changes when the row is as it was before the edit already.
/// Errors: Refused `ledger-row-changed` when any of the row's cells is another one since;
/// `ledger-undo-inexact` when the row would not be what it was; those of Ledger::findRow().
Result<LedgerEdit> takeBackLedgerEdit(
    const Ledger &ledger, const Vmid &vmid, const QString &nodeHost, const LedgerEdit &edit);

/// {changes:[{heading, before, after}], row_before, row_after}
Json toJson(const LedgerEdit &edit);
/// nullopt when the journal does not say enough (that of an earlier version).
std::optional<LedgerEdit> ledgerEditFromJson(const Json &data);

/// "heading: before → after", one line a cell.
QString ledgerEditText(const LedgerEdit &edit);

} // namespace undock
