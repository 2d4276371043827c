#include "fuzz.h"

#include "core/ledger/ledger.h"
#include "core/queuefile/queue_file.h"

using namespace undock;

// A changed cell leaves all other bytes, whatever the table looks like.
void tryInput(const QByteArray &bytes)
{
    parseQueue(bytes, {});
    if (const auto table = CsvTable::parse(bytes); table && !table->records().isEmpty()) {
        const auto &record = table->records().back();
        const auto &cell = record.cells.back();
        const auto changed = table->withCell(table->records().size() - 1, record.cells.size() - 1, QStringLiteral("N"));
        require(changed && changed->startsWith(bytes.left(cell.begin)) && changed->endsWith(bytes.mid(cell.end)));
    }
    if (const auto ledger = Ledger::parse(bytes)) {
        if (const auto row = ledger->findRow(*Vmid::parse(u"102")))
            require(row->texts.value(LedgerColumn::Vmid) == QLatin1String("102"));
    }
}
