#pragma once

#include "core/base/result.h"

#include <QStringView>

namespace undock {

/// How long, in seconds, gateway and panel must have run with the same main process and no
/// restart before the acceptance calls them sustained.
constexpr int leastSteadySeconds = 4; ///< less could not tell a service that dies and comes again
constexpr int mostSteadySeconds = 300; ///< the acceptance as a whole may take ten minutes

/// Space, in MiB, that should be free in the VM once it is migrated; less is a warning.
constexpr int leastFreeMibLow = 64;
constexpr int leastFreeMibHigh = 1024 * 1024;

/// Digits only, leastSteadySeconds … mostSteadySeconds. Errors: `bad-steady-seconds`.
Result<int> parseSteadySeconds(QStringView text);

/// Digits only, leastFreeMibLow … leastFreeMibHigh. Errors: `bad-least-free`.
Result<int> parseLeastFreeMib(QStringView text);

} // namespace undock
