#pragma once

#include "core/record/words.h"

namespace undock {

/// What this program itself wrote in English into a journal (a finding, a check's expected and
/// found, a condition, a failure), in the record's language. Text that nobody knows stays as it
/// is: it is evidence. A list joined with ", " or "; " is translated piece by piece.
QString machineWords(const QString &english, const Words &words);

} // namespace undock
