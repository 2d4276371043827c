#pragma once

#include "engine/run/tasks.h"

namespace undock {

/// Fetches what the newest reading of the configurations read (into memory only), makes both new
/// configurations from it, journals what changes (masked), and leaves them in
/// `context.secrets`. Refused when a configuration cannot be carried over without
/// changing a value: the place is named.
Done prepareConfigs(TaskContext &context);

/// Reads the VM's secrets again out of what the newest reading of the configurations kept in the guest, so that no
/// output of this task is journaled with one of them. Where nothing was read yet, or it cannot be had, nothing is
/// known, as before.
void recallSecrets(RunSession &session);

} // namespace undock
