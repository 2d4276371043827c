#pragma once

#include <QString>

namespace undock {

/// Some failures say that an earlier step's effect does not hold any more (containers that run
/// again, a backup that is damaged, a copy that is gone). Trying the failed step again would fail
/// for ever: the work begins again at the step that names the code in its header (`redo-on`). Empty: at the failed step
/// itself.
QString redoFrom(const QString &failureCode);

} // namespace undock
