#pragma once

#include <QString>

namespace undock {

/// The login name of who runs this program; empty where the system knows none. Main thread only.
QString loginName();

/// Whether this program may do all that the machine lets anyone do (root, an elevated administrator).
bool mayDoAll();

} // namespace undock
