#pragma once

#include "core/record/run_story.h"

namespace undock {

/// What whoever opens the record wants to know at once, as a table of about ten rows whose first is the head: outage,
/// what was proven equal, versions, what was left out, what needs somebody, acceptance, backup and the way back. A row
/// says so where the journal has nothing yet.
std::vector<std::vector<Inline>> firstPage(const RunStory &story);

} // namespace undock
