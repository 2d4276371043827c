#pragma once

#include "core/record/words.h"

namespace undock {

/// What a check of the acceptance is about, beside its stable id; empty in English (the id
/// says it) and for checks that nobody named yet.
QString checkTitle(const QString &id, const Words &words);

/// What a condition of the deletion is about, beside its stable id.
QString conditionTitle(const QString &id, const Words &words);

} // namespace undock
