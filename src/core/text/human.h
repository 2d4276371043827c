#pragma once

#include <QString>

namespace undock {

/// "0 B", "999 B", "1.2 kB", "81 MB", "1.3 GB": decimal units, two digits at
/// least, never rounded up past a unit. Negative values read "unknown".
QString humanSize(qint64 bytes);

/// "0.4 s", "55 s", "2 min 44 s", "1 h 05 min". Negative values read "unknown".
QString humanDuration(qint64 milliseconds);

} // namespace undock
