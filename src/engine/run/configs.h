#pragma once

#include "engine/run/tasks.h"

namespace undock {

/// Fetches what the newest `a-config` read (into memory only), makes both new
/// configurations from it, journals what changes (masked), and leaves them in
/// `context.secrets`. Refused when a configuration cannot be carried over without
/// changing a value: the place is named.
Done prepareConfigs(TaskContext &context);

} // namespace undock
