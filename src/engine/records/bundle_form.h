#pragma once

#include "core/record/evidence.h"

#include <QDateTime>

namespace undock {

/// What lies where in a bundle.
namespace bundle {
inline const QString record = QStringLiteral("record.md");
inline const QString timeline = QStringLiteral("timeline.svg");
inline const QString evidenceFolder = QStringLiteral("evidence/");
inline const QString readme = QStringLiteral("README.txt");
/// The sums of all other files but its own signatures: what is signed.
inline const QString index = QStringLiteral("SHA256SUMS");

/// `SHA256SUMS.sig`, then `SHA256SUMS.2.sig` … of those who signed after.
QString signatureName(int number);
bool isSignature(const QString &path);
} // namespace bundle

/// The sums of the files as `sha256sum -c` reads them, without those of the index and its signatures.
QByteArray bundleIndex(const std::vector<EvidenceFile> &files);

/// How a bundle is proved by hand, what a signature does not prove, and when the bundle was made.
QByteArray bundleReadme(const QString &run, const QString &language, const QDateTime &made);
/// When a bundle was made by its own word; invalid where it does not say.
QDateTime bundleMadeAt(const QByteArray &readme);

} // namespace undock
