#pragma once

#include "core/record/document.h"

namespace undock {

/// Everything a record says, a line for each cell, sentence and line of code, without marks of any form: what is
/// searched.
QStringList plainLines(const Record &record);

} // namespace undock
