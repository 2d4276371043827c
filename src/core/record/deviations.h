#pragma once

#include "core/record/run_story.h"

#include <vector>

namespace undock {

/// Where this program did something else than the printed procedure says, and why.
struct Deviation {
    QString paragraph; ///< of the procedure, e.g. "5.6"
    QString instead; ///< what was done
    QString reason; ///< what happens if it is typed as printed
};

/// Those that applied to this run, in the procedure's order (facts.md §3).
std::vector<Deviation> deviationsOf(const RunStory &story);

} // namespace undock
