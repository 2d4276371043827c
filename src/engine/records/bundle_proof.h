#pragma once

#include "core/base/result.h"
#include "core/record/evidence.h"

#include <QDateTime>

namespace undock {

/// What a bundle proves by itself, without a signature.
struct BundleProof {
    QString run;
    EvidenceSeal seal;
    qsizetype files = 0; ///< of evidence
    QDateTime made; ///< by the bundle's own word
    QByteArray index; ///< of all files: what is signed; empty in a bundle of the older form
};

/// Holds every file of a bundle against its index, and the evidence against the journal's chain and the record.
/// Errors, all Failed: `bundle-unreadable`; `bundle-file-changed`, `bundle-file-missing`, `bundle-file-added` by the
/// index; `bundle-journal-broken` where lines of the journal were changed, dropped or cut off; `bundle-not-proven` for
/// everything else that does not fit together.
Result<BundleProof> verifyBundle(const QString &path);
/// The same for what was read already.
Result<BundleProof> proveBundle(const QString &path, const std::vector<EvidenceFile> &files);

} // namespace undock
