#include "core/node/qm_list.h"

#include <QRegularExpression>

namespace undock {

QList<QmListRow> parseQmList(const QByteArray &text)
{
    // VMID NAME STATUS MEM(MB) BOOTDISK(GB) PID: read from both ends, since a name may have spaces.
    static const QRegularExpression row(
        QStringLiteral(R"(^\s*([0-9]+)\s+(\S.*?)\s+([a-z-]+)\s+[0-9]+\s+[0-9.]+\s+[0-9]+\s*$)"));
    QList<QmListRow> rows;
    const auto lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        const auto match = row.match(line);
        const auto vmid = match.hasMatch() ? Vmid::parse(match.capturedView(1)) : Vmid::parse(QStringView());
        if (vmid)
            rows.append(QmListRow{ *vmid, match.captured(2), match.captured(3) });
    }
    return rows;
}

QString parseQmStatus(const QByteArray &text)
{
    static const QRegularExpression line(
        QStringLiteral(R"(^status:\s*([a-z-]+)\s*$)"), QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(text)).captured(1);
}

} // namespace undock
