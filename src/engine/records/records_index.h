#pragma once

#include "core/base/result.h"

namespace undock {

/// Brings the records folder's README.md up to date: a table of every record in it, newest first,
/// hand-made ones too, between two markers. Whatever else stands in that file is kept.
Done writeRecordsIndex(const QString &folder, const QString &language);

} // namespace undock
