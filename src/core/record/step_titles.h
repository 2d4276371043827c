#pragma once

#include "core/record/words.h"

namespace undock {

class StepCatalog;

/// What a step does, in the record's language; a step that has no Chinese title
/// (of a newer program, or of the desk) keeps its English one, or its name.
QString stepTitle(const QString &step, const Words &words, const StepCatalog *catalog);

/// What takes the step back, in the record's language; `declared` is the step's own English.
QString stepWayBack(const QString &step, const QString &declared, const Words &words);

} // namespace undock
