#pragma once

#include "core/base/result.h"

namespace undock {

/// What each program does before anything else: no memory of it reaches a disk or another process of its user (no core
/// dump, no debugger), and what it writes is for its user alone (files 0600, folders 0700).
void guardProcess();

/// The folder that runs are kept in. Made 0700 where it is not there; made so where it is ours. Whoever can write into
/// it can write journals: Refused `folder-not-ours` where it is another user's, or a link to one.
Done ownFolder(const QString &folder);

} // namespace undock
