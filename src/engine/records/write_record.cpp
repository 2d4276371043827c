#include "engine/records/write_record.h"

#include "core/record/record_file.h"
#include "core/run/run_state.h"
#include "engine/records/bundle.h"
#include "engine/records/records_index.h"
#include "engine/records/search_index.h"

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
    options.picture = true;
    const QString folder = recordsFolderOf(settings);
    // The journal on disk is what the record is sealed with; where there is none (a picture, a
    // test) the record goes without.
    const auto sealed = sealRun(settings, RunState::of(events).run());
    if (sealed)
        options.seal = sealed->seal;
    const auto written = writeRecord(folder, sealed ? sealed->events : events, options);
    if (!written)
        return written;
    // The index is a convenience: a record that could be written is not failed by it.
    (void)writeRecordsIndex(folder, settings.recordLanguage);
    // Likewise what it is found by; whoever searches makes it otherwise.
    if (sealed)
        (void)SearchIndex(settings.dataFolder).rebuild(RunState::of(sealed->events).run());
    return written;
}

QString summaryFileName(const Record &summary, const QString &suffix)
{
    const QString day = summary.day.toString(Qt::ISODate);
    return (day.isEmpty() ? QString() : day + QLatin1Char('_')) + QStringLiteral("批次汇总.") + suffix;
}

} // namespace undock
