#pragma once

#include "core/journal/event.h"

#include <QByteArray>
#include <QMap>

#include <optional>
#include <vector>

namespace undock {

class StepCatalog;

/// One file of a run's evidence.
struct EvidenceFile {
    QString path; ///< relative, with '/'; only [A-Za-z0-9._-] between
    QByteArray bytes;
};

/// What a record says of the evidence it was made from, so that both can be held together later.
struct EvidenceSeal {
    qint64 events = 0; ///< lines of the journal
    QString head; ///< SHA-256 of the last of them; through the chain it stands for all
    QString index; ///< SHA-256 of the index of the evidence files
};

/// Everything a run left, as files: the journal byte for byte, and of each job its values, script
/// (where this program still has the one that ran), output and facts. Made from the journal alone,
/// so that whoever has the journal can make them again and compare.
std::vector<EvidenceFile> evidenceOf(
    const std::vector<JournalEvent> &events, const QByteArray &journal, const StepCatalog &catalog);

/// An output of which the journal has only a part: the rest stayed in the guest because it is large.
struct OutputElsewhere {
    QString job;
    qint64 bytes = 0; ///< of the whole
    QString sha256; ///< of the whole, as the guest told at the job's end
};
/// Those that may be fetched: not what is secret, nor what was fetched before, nor jobs of a step that
/// this program does not know.
std::vector<OutputElsewhere> outputsElsewhere(const std::vector<JournalEvent> &events, const StepCatalog &catalog);

/// Where a fetched output lies in the run's folder on this desk, and below the evidence of a bundle.
QString fetchedOutputPath(const QString &job);

/// The fetched outputs among `found` (by job) that are what the journal says they are.
std::vector<EvidenceFile> fetchedOutputs(
    const std::vector<JournalEvent> &events, const QMap<QString, QByteArray> &found);

/// The files' sums as `sha256sum -c` reads them, sorted by path.
QByteArray evidenceIndex(const std::vector<EvidenceFile> &files);

/// The first thing that is wrong with these files as the evidence that `seal` is of, in words;
/// empty when all is proven: the chain holds up to the sealed head, every file is what the
/// journal says, none is missing, none was added.
QString evidenceFault(const std::vector<EvidenceFile> &files, const EvidenceSeal &seal);

/// The seal that stands in a record's Markdown.
std::optional<EvidenceSeal> sealIn(const QString &markdown);
/// … and how it stands there.
QString sealMarker(const EvidenceSeal &seal);

} // namespace undock
