#pragma once

#include "core/base/result.h"

namespace undock {

/// Whether time alone may heal what kept from reaching the node or its guests, so that it is worth trying
/// again without asking anyone. A rejected key, an unknown host or a wrong value is not of that kind.
/// Says nothing about what happened before: that is Error::kind.
bool timeHeals(const Error &error);

} // namespace undock
