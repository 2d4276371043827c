#pragma once

#include "core/run/run_state.h"

namespace undock {

/// Whether this can be the name of a backup of openclaw.json beside it: a file's name, no path. The step that puts it
/// back knows the same rule.
bool isConfigBackupName(const QString &name);

/// The backups that the guest listed when it was last asked; nullopt when it was not asked yet.
std::optional<QStringList> listedConfigBackups(const RunState &state);

} // namespace undock
