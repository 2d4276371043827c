#pragma once

#include "engine/records/record_entry.h"

#include <QHash>

namespace undock {

/// What lies in a folder of records, read and never written.
struct FolderRecords {
    /// File by run: the records that this program wrote, whatever they are called.
    QHash<QString, QString> byRun;
    /// Records of the procedure's name (`YYYY-MM-DD_<VMID>_….md`) that bear no run's mark, with what can be read of
    /// them.
    std::vector<RecordEntry> byHand;
};
FolderRecords recordsIn(const QString &folder);

/// What can be read of a record: its name gives day and VM, its text the rest, whoever wrote it. A field that cannot be
/// read stays empty.
RecordEntry readRecordFile(const QString &path, RecordEntry::Kind kind);
/// Everything in it as it is searched (foldedText); empty where it cannot be read.
QByteArray searchedText(const QString &path);

} // namespace undock
