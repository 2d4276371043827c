#pragma once

#include "core/base/result.h"
#include "core/record/evidence.h"

#include <QDateTime>

namespace undock {

/// Writes the files into a new zip archive at `path`, whole or not at all. The same files and
/// time give the same bytes. Errors: Failed `bundle-unwritable`.
Done writeZip(const QString &path, const std::vector<EvidenceFile> &files, const QDateTime &time);

/// Reads a zip archive that anybody may have made: bounded in size and number, regular files with
/// harmless names only, none twice. Errors: Failed `bundle-unreadable`.
Result<std::vector<EvidenceFile>> readZip(const QString &path);

} // namespace undock
