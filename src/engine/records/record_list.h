#pragma once

#include "engine/queue/desk_settings.h"
#include "engine/records/record_entry.h"

#include <functional>

namespace undock {

struct RecordList {
    std::vector<RecordEntry> found; ///< newest first
    /// Runs whose journal tells nothing: whether they would have been found is not known.
    struct Unread {
        QString run;
        Error error;
    };
    std::vector<Unread> unread;
    qsizetype looked = 0; ///< at so many records
};

/// All records of a desk that the query fits: of the journals in its data folder and of the files in its folder of
/// records, also those that were written by hand or at another desk. Files of records are only read. `rebuild` makes
/// the index of every journal anew. `told` hears how far that is.
RecordList listRecords(const DeskSettings &settings, const RecordQuery &query, bool rebuild = false,
    const std::function<void(qsizetype done, qsizetype all)> &told = {});

} // namespace undock
