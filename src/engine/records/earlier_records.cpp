#include "engine/records/earlier_records.h"

#include "core/record/record_file.h"

#include <QDir>
#include <QFileInfo>

namespace undock {

QStringList earlierRecords(const QString &folder, const QString &vmid, const QString &run)
{
    if (folder.isEmpty() || vmid.isEmpty())
        return {};
    const QString own = run.isEmpty() ? QString() : QFileInfo(findRecord(folder, run)).absoluteFilePath();
    const QDir dir(folder);
    QStringList found;
    for (const QFileInfo &record :
        dir.entryInfoList({ QStringLiteral("*_%1_*.md").arg(vmid) }, QDir::Files, QDir::Name | QDir::Reversed)) {
        if (record.absoluteFilePath() != own)
            found << record.absoluteFilePath();
    }
    return found;
}

} // namespace undock
