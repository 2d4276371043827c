#pragma once

#include "core/journal/event.h"
#include "engine/queue/desk_settings.h"

#include <vector>

namespace undock {

/// Writes (again) the record of the run that these events are of, into the desk's
/// records folder; its absolute path.
Result<QString> writeRecordOf(const std::vector<JournalEvent> &events, const DeskSettings &settings);

/// Where records go on this desk: the setting, or "用户小鸡去 Docker 化" below the data folder.
QString recordsFolderOf(const DeskSettings &settings);

} // namespace undock
