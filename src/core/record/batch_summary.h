#pragma once

#include "core/record/record.h"

namespace undock {

/// What became of many runs, on one page: totals, a row a run, what went wrong where. In the form
/// of a record, so that it is written and exported like one (its `run` is empty).
Record makeBatchSummary(const std::vector<std::vector<JournalEvent>> &runs, const RecordOptions &options = {});

} // namespace undock
