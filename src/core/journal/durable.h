#pragma once

#include <QString>

class QFile;

namespace undock {

/// An advisory lock of this program on an open file, until it is closed. Does not wait; false where another program,
/// or another QFile of this one, has it. Whoever only reads the file is not kept from it.
bool lockAlone(const QFile &file);

/// Returns once what was written to the open file is on the disk. Empty then; else the system's words for what went
/// wrong, and nothing is known of the bytes. May take seconds on a busy disk. Any thread.
QString syncFile(const QFile &file);

/// The same for the entry by which the folder names `path`: a file that was made or renamed is found after a loss of
/// power. Empty also on a system that has no such call.
QString syncFolderOf(const QString &path);

} // namespace undock
