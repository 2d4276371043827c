#pragma once

#include "core/record/record.h"
#include "engine/queue/desk_settings.h"

namespace undock {

/// A run's evidence and the seal of it, from the journal on this desk. The events are those that
/// the seal is of. Errors: those of reading; Failed `journal-damaged`.
struct SealedRun {
    std::vector<JournalEvent> events;
    std::vector<EvidenceFile> files;
    EvidenceSeal seal;
};
Result<SealedRun> sealRun(const DeskSettings &settings, const QString &run);

/// Writes `<record's name>.zip` into the folder and returns its path: the record as Markdown and HTML, `extra` files
/// beside it (a PDF), the evidence below `evidence/`, whose sum stands in the record, a README.txt that says how all of
/// it is proved, and the index `SHA256SUMS` of every file.
Result<QString> writeBundle(const DeskSettings &settings, const QString &run, const QString &folder,
    const std::vector<EvidenceFile> &extra = {});

/// Holds a run's journal against the seal in the record that stands in the folder (a journal cut
/// at its end has a chain that holds). Nothing when there is no sealed record.
QString recordFault(const QString &markdown, const std::vector<JournalEvent> &events, const QString &lastHash);

} // namespace undock
