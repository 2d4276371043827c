#pragma once

#include "engine/port/reach.h"

namespace undock::cli {

/// What the commands reach for outside of the desk: nodes over SSH. A program of the bench has its own instead, which
/// is why this stands in a file by itself.
Reach &farSide();

} // namespace undock::cli
