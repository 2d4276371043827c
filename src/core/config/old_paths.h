#pragma once

#include "core/base/json.h"
#include "guest_layout.h"

#include <QString>
#include <QStringList>

namespace undock::config {

/// The gateway's state directory in the container, and where it is afterwards (facts.md §1, §3).
inline constexpr char containerState[] = LAYOUT_CONTAINER_STATE;
inline constexpr char directState[] = LAYOUT_TARGET;

/// Rewrites paths at or below the container's state directory where a key
/// takes a path: those whose name ends in dir, path, file, root, workspace or
/// store (plurals too), which is how OpenClaw itself tells them, and lists
/// under such a key. Gives a note for each.
QStringList rewriteStatePaths(Json &config);

/// Notes on what still names a place of the container after that: /home/node
/// anywhere in a text, /app at its beginning, files that are included; and
/// what lies in `abandoned`, a folder that nothing writes to any more.
QStringList containerTraces(const Json &config, const QString &abandoned = {});

} // namespace undock::config
