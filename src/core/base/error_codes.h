#pragma once

#include "core/base/result.h"

namespace undock {

/// Code of an `unknown` whose job the guest still calls running, although its time limit is long over.
inline constexpr char overdueCode[] = "step-overdue";

// What the program does by itself about an error, beside telling it. Error::kind says what is known of the effect;
// this says, by the code, what comes next. The table is in error_codes.cpp; a code that is not in it is only told.

/// Whether time alone may heal what kept from reaching the node or its guests, so that it is worth trying
/// again without asking anyone. A rejected key, an unknown host or a wrong value is not of that kind.
/// Says nothing about what happened before: that is Error::kind.
bool timeHeals(const Error &error);

/// The node said that others are at work there, and that it will be this desk's turn.
bool waitsForItsTurn(const Error &error);

/// Following a job has come to its end with the error: asking once more would bring the same, or a person looks first.
bool endsFollowing(const Error &error);

/// What was read before the stop is not what is there now: it is read again and what was made from it made again.
bool wasReadTooEarly(const Error &error);

/// The step was cut off before it could tell either way.
bool leavesUndecided(const Error &error);

/// It is refused until a person accepts exactly what was told.
bool personMayAccept(const Error &error);

} // namespace undock
