#pragma once

#include "core/base/json.h"

#include <QStringList>

namespace undock {

// The catalogue of words: resources/words has one file a language, and it travels inside the program.

/// The language that has everything, which others fall back to.
inline constexpr char englishWords[] = "en";

/// The languages that there is a file of, e.g. "en", "zh_CN".
QStringList wordLanguages();
/// A language's file, read once; no object where there is none, or where it is no JSON.
const Json &wordFile(const QString &language);

} // namespace undock
