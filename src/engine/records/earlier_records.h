#pragma once

#include <QString>
#include <QStringList>

namespace undock {

/// The records of a VM's earlier runs in a folder, newest first, as absolute paths. `run` is the run that
/// goes on: what was written of itself, by a scan or a plan, is nothing that came before it. Empty: all.
QStringList earlierRecords(const QString &folder, const QString &vmid, const QString &run);

} // namespace undock
