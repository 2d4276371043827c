#pragma once

#include "core/base/result.h"
#include "core/ledger/csv_table.h"
#include "core/ledger/ledger_columns.h"
#include "core/node/nat_rules.h"
#include "core/params/guest_ip.h"
#include "core/params/vmid.h"

#include <QMap>

#include <optional>

namespace undock {

/// What the operator's table says of one VM. A value that is absent was not
/// given; one that could not be read stands in `problems`.
struct LedgerRow {
    qsizetype record = 0; ///< in the table
    int line = 0;
    Vmid vmid;
    std::optional<GuestIp> ip = {};
    std::optional<quint16> sshPort = {};
    std::optional<quint16> panelPort = {};
    std::optional<quint16> gatewayPort = {};
    std::optional<quint16> blockFirst = {}; ///< first of the VM's ports on the node
    std::optional<quint16> blockLast = {};
    QMap<LedgerColumn, QString> texts = {}; ///< each known column's cell, trimmed
    QStringList problems = {};
};

/// The operator's table of VMs and ports (Bot 台账), a CSV. Only ever changed
/// by one cell at a time; every other byte stays.
class Ledger {
public:
    /// The headings may stand below title lines: the first of the first ten
    /// records that names a VM column counts.
    /// Errors: those of CsvTable, `ledger-no-vmid-column`.
    static Result<Ledger> parse(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_table.bytes(); }
    const QStringList &headings() const { return m_headings; }
    bool has(LedgerColumn column) const { return findColumn(column, m_headings) >= 0; }

    /// The row of the VM. Where several nodes share one table and the number
    /// occurs more than once, `nodeHost` tells which row is meant: the one whose
    /// node cell names this host. Errors: `ledger-vmid-missing`, `ledger-vmid-twice`.
    Result<LedgerRow> findRow(const Vmid &vmid, const QString &nodeHost = {}) const;

    /// New bytes of the whole table with one cell changed.
    /// Errors: `ledger-no-such-column`, and those of CsvTable::withCell().
    Result<QByteArray> withCell(const LedgerRow &row, LedgerColumn column, const QString &value) const;
    /// `heading` exactly as it stands in the table, blanks around it aside.
    Result<QByteArray> withCell(const LedgerRow &row, const QString &heading, const QString &value,
        CsvTable::Origin origin = CsvTable::Origin::New) const;
    /// The row's values as they stand in the table, blanks and all, in its columns' order.
    QStringList cells(const LedgerRow &row) const;

private:
    explicit Ledger(CsvTable table)
        : m_table(std::move(table))
    {
    }
    QString cell(qsizetype record, LedgerColumn column) const;
    LedgerRow read(qsizetype record, const Vmid &vmid) const;
    Result<QByteArray> withColumn(
        const LedgerRow &row, qsizetype column, const QString &value, CsvTable::Origin origin) const;

    CsvTable m_table;
    qsizetype m_headingRecord = 0;
    QStringList m_headings;
};

} // namespace undock
