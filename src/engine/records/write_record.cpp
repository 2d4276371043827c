#include "engine/records/write_record.h"

#include "core/record/record_file.h"

namespace undock {

QString recordsFolderOf(const DeskSettings &settings)
{
    return settings.recordsFolder.isEmpty() ? settings.dataFolder + QStringLiteral("/用户小鸡去 Docker 化")
                                            : settings.recordsFolder;
}

Result<QString> writeRecordOf(const std::vector<JournalEvent> &events, const DeskSettings &settings)
{
    RecordOptions options;
    options.language = settings.recordLanguage;
    return writeRecord(recordsFolderOf(settings), events, options);
}

} // namespace undock
