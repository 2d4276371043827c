#pragma once

#include "core/journal/event.h"
#include "core/record/document.h"
#include "engine/queue/desk_settings.h"

#include <vector>

namespace undock {

/// Writes (again) the record of the run that these events are of, into the desk's
/// records folder; its absolute path.
Result<QString> writeRecordOf(const std::vector<JournalEvent> &events, const DeskSettings &settings);

/// The run's record from its journal on disk, sealed, with what stands by hand in the records
/// folder: what an export writes. Errors: those of sealRun.
Result<Record> recordOf(const DeskSettings &settings, const QString &run);

/// `2026-02-20_批次汇总.md`: what a summary of many runs is called.
QString summaryFileName(const Record &summary, const QString &suffix);

/// Where records go on this desk: the setting, or "用户小鸡去 Docker 化" below the data folder.
QString recordsFolderOf(const DeskSettings &settings);

} // namespace undock
