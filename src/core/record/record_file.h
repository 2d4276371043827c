#pragma once

#include "core/base/result.h"
#include "core/record/record.h"

namespace undock {

/// Where the record of a run stands in a folder, or nothing if it was not written there.
/// Known by the marker inside, whatever the file is called.
QString findRecord(const QString &folder, const QString &run);

/// Writes the run's record as Markdown into the folder (made if missing) and returns its
/// absolute path. A record of this run that is there already is written anew at its place,
/// with what the operator wrote between the markers; another run's record is never touched:
/// the second of a day gets `_2`. A file that was changed outside the markers is kept beside
/// it as `….edited-<n>` first. Errors: Failed `record-unwritable`, `record-unreadable`.
Result<QString> writeRecord(const QString &folder, const std::vector<JournalEvent> &events, RecordOptions options = {});

} // namespace undock
