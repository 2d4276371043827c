#include "core/ledger/ledger.h"

#include "core/ledger/port_cells.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock {

namespace {

constexpr LedgerColumn allColumns[] = {
    LedgerColumn::Vmid,
    LedgerColumn::Ip,
    LedgerColumn::Name,
    LedgerColumn::Node,
    LedgerColumn::Ports,
    LedgerColumn::SshPort,
    LedgerColumn::PanelPort,
    LedgerColumn::GatewayPort,
    LedgerColumn::PanelTag,
    LedgerColumn::OpenclawVersion,
    LedgerColumn::Status,
    LedgerColumn::Note,
};

tl::unexpected<Error> badLedger(const char *code, const QString &what, const QString &where, const QString &cure)
{
    return fail(Error::Kind::BadInput, QString::fromLatin1(code), what, where, cure);
}

QString lineOf(int line)
{
    return QStringLiteral("ledger line %1").arg(line);
}

QStringList values(const CsvTable::Record &record)
{
    QStringList list;
    for (const CsvTable::Cell &cell : record.cells)
        list += cell.value.trimmed();
    return list;
}

} // namespace

Result<Ledger> Ledger::parse(const QByteArray &bytes)
{
    auto table = CsvTable::parse(bytes);
    if (!table)
        return tl::make_unexpected(table.error());
    Ledger ledger(*std::move(table));
    const auto &records = ledger.m_table.records();
    for (qsizetype i = 0; i < std::min<qsizetype>(records.size(), 10); ++i) {
        const QStringList headings = values(records[i]);
        if (findColumn(LedgerColumn::Vmid, headings) < 0)
            continue;
        ledger.m_headingRecord = i;
        ledger.m_headings = headings;
        return ledger;
    }
    return badLedger("ledger-no-vmid-column", phrase("ledger-no-vmid-column"), QString(), phrase("cure-vmid-heading"));
}

QString Ledger::cell(qsizetype record, LedgerColumn column) const
{
    const int at = findColumn(column, m_headings);
    const auto &cells = m_table.records()[record].cells;
    return at >= 0 && at < cells.size() ? cells[at].value.trimmed() : QString();
}

LedgerRow Ledger::read(qsizetype record, const Vmid &vmid) const
{
    LedgerRow row{ record, m_table.records()[record].line, vmid };
    for (const LedgerColumn column : allColumns) {
        if (has(column))
            row.texts.insert(column, cell(record, column));
    }
    const auto take = [&row](LedgerColumn column, auto readCell, auto &into) {
        const QString text = row.texts.value(column);
        if (text.isEmpty())
            return;
        if (const auto value = readCell(text))
            into = *value;
        else
            row.problems += text;
    };
    take(
        LedgerColumn::Ip, [](const QString &text) { return GuestIp::parse(text); }, row.ip);
    take(LedgerColumn::SshPort, ledger::readPort, row.sshPort);
    take(LedgerColumn::PanelPort, ledger::readPort, row.panelPort);
    take(LedgerColumn::GatewayPort, ledger::readPort, row.gatewayPort);
    std::optional<ledger::Block> block;
    take(LedgerColumn::Ports, ledger::readBlock, block);
    if (block) {
        row.blockFirst = block->first;
        row.blockLast = block->last;
    }
    return row;
}

Result<LedgerRow> Ledger::findRow(const Vmid &vmid, const QString &nodeHost) const
{
    QList<qsizetype> found;
    for (qsizetype i = m_headingRecord + 1; i < m_table.records().size(); ++i) {
        if (cell(i, LedgerColumn::Vmid) == vmid.toString())
            found.append(i);
    }
    if (found.size() > 1 && !nodeHost.isEmpty() && has(LedgerColumn::Node)) {
        found.removeIf([&](qsizetype record) {
            return !cell(record, LedgerColumn::Node).contains(nodeHost, Qt::CaseInsensitive);
        });
    }
    if (found.isEmpty())
        return badLedger("ledger-vmid-missing", phrase("ledger-vmid-missing", { { "vmid", vmid.value() } }), QString(),
            phrase("cure-add-row"));
    if (found.size() > 1)
        return badLedger("ledger-vmid-twice",
            phrase("ledger-vmid-twice", { { "vmid", vmid.value() }, { "times", found.size() } }),
            lineOf(m_table.records()[found[1]].line), phrase("cure-one-row"));
    return read(found.front(), vmid);
}

Result<QByteArray> Ledger::withColumn(
    const LedgerRow &row, qsizetype column, const QString &value, CsvTable::Origin origin) const
{
    if (column < 0)
        return badLedger(
            "ledger-no-such-column", phrase("ledger-no-such-column"), lineOf(row.line), phrase("cure-add-column"));
    return m_table.withCell(row.record, column, value, origin);
}

Result<QByteArray> Ledger::withCell(const LedgerRow &row, LedgerColumn column, const QString &value) const
{
    return withColumn(row, findColumn(column, m_headings), value, CsvTable::Origin::New);
}

Result<QByteArray> Ledger::withCell(
    const LedgerRow &row, const QString &heading, const QString &value, CsvTable::Origin origin) const
{
    return withColumn(row, m_headings.indexOf(heading.trimmed()), value, origin);
}

QStringList Ledger::cells(const LedgerRow &row) const
{
    QStringList values;
    for (const CsvTable::Cell &cell : m_table.records()[row.record].cells)
        values << cell.value;
    return values;
}

} // namespace undock
