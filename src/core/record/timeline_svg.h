#pragma once

#include "core/record/timeline.h"

namespace undock {

/// The picture of one run: stages with their steps on a time axis, both outages with their lengths, pauses, losses of
/// the link, what was tried again, and the moments that count. Its text is text; patterns tell what colours tell.
QString timelineSvg(const Timeline &line, const RunStory &words);

/// All runs under each other on one axis.
QString batchTimelineSvg(const std::vector<Timeline> &lines, const RunStory &words);

/// Both from journals.
QString timelineSvg(const std::vector<JournalEvent> &events, const RecordOptions &options);
QString batchTimelineSvg(const std::vector<std::vector<JournalEvent>> &runs, const RecordOptions &options);

} // namespace undock
