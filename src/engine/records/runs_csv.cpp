#include "engine/records/runs_csv.h"

#include "core/ledger/csv_table.h"
#include "core/params/field.h"

namespace undock {

namespace {

QString cell(QString text)
{
    if (beginsFormula(text) && text != QLatin1String("-"))
        text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('\r'), QLatin1Char(' '));
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n')))
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

QByteArray runsCsv(const std::vector<RunState> &runs)
{
    QString text
        = QStringLiteral("\uFEFFvmid,name,node,started,outcome,outage_s,data_bytes,files,openclaw,panel,run\r\n");
    for (const RunState &state : runs) {
        const auto outage = state.outageMs(u"gateway", state.lastEventAt());
        const QStringList cells{ state.vmid(), state.fact(u"vm_name"), state.node(),
            state.startedAt().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), phaseName(state.phase()),
            outage ? QString::number(*outage / 1000) : QString(), state.fact(u"size_openclaw"),
            state.fact(u"files_openclaw"), state.fact(u"openclaw_version"), state.asked(Field::PanelTag), state.run() };
        QStringList quoted;
        for (const QString &one : cells)
            quoted << cell(one);
        text += quoted.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

} // namespace undock
