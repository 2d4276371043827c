#include "engine/records/write_record.h"

namespace undock {

QString recordsFolderOf(const DeskSettings &settings)
{
    return settings.recordsFolder.isEmpty() ? settings.dataFolder + QStringLiteral("/用户小鸡去 Docker 化")
                                            : settings.recordsFolder;
}

Result<QString> writeRecordOf(const std::vector<JournalEvent> &, const DeskSettings &settings)
{
    return recordsFolderOf(settings);
}

} // namespace undock
