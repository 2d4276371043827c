#pragma once

#include "core/record/run_story.h"
#include "core/steps/step_words.h"

namespace undock {

/// Where this run did something else than the printed procedure says, in the procedure's order: what the headers of the
/// steps that ran declare (`deviates`), in the record's language.
std::vector<DeviationWords> deviationsOf(const RunStory &story);

} // namespace undock
