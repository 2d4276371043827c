#include "engine/records/bundle_proof.h"

#include "core/base/hash.h"
#include "core/journal/reader.h"
#include "core/record/markdown.h"
#include "core/run/run_state.h"
#include "core/text/phrase.h"
#include "engine/records/bundle_form.h"
#include "engine/records/zip_file.h"

#include <QRegularExpression>

#include <algorithm>

namespace undock {

namespace {

const QString olderIndex = QStringLiteral("SHA256SUMS"); ///< below the evidence, of the evidence alone

tl::unexpected<Error> notProven(
    const QString &path, const QString &what, const QString &code = QStringLiteral("bundle-not-proven"))
{
    return fail(Error::Kind::Failed, code, what, path, phrase("cure-bundle-again"));
}

const EvidenceFile *fileIn(const std::vector<EvidenceFile> &files, const QString &name)
{
    const auto found
        = std::find_if(files.begin(), files.end(), [&](const EvidenceFile &file) { return file.path == name; });
    return found == files.end() ? nullptr : &*found;
}

/// Sum by path; nothing where a line is none of an index.
std::optional<QMap<QString, QString>> sumsIn(const QByteArray &index)
{
    static const QRegularExpression line(
        QRegularExpression::anchoredPattern(QStringLiteral("([0-9a-f]{64})  ([^\\n]{1,300})")));
    QMap<QString, QString> sums;
    for (const QByteArray &one : index.split('\n')) {
        if (one.isEmpty())
            continue;
        const auto match = line.match(QString::fromUtf8(one));
        if (!match.hasMatch() || sums.contains(match.captured(2)))
            return std::nullopt;
        sums.insert(match.captured(2), match.captured(1));
    }
    return sums;
}

/// A journal that does not hold is told by itself: its sum alone would only say that something is different.
Done journalHolds(const QString &path, const std::vector<EvidenceFile> &files, const std::optional<EvidenceSeal> &seal)
{
    const EvidenceFile *journal = fileIn(files, bundle::evidenceFolder + QStringLiteral("journal.jsonl"));
    if (!journal)
        return {}; // the index tells that it is missing
    const QString broken = QStringLiteral("bundle-journal-broken");
    const JournalContents contents = readJournal(journal->bytes);
    if (contents.damage) {
        return notProven(path,
            phrase("bundle-journal-broken",
                { { "line", contents.damage->line }, { "why", contents.damage->what, PhraseValue::Kind::Said } }),
            broken);
    }
    if (seal && qint64(contents.events.size()) < seal->events) {
        return notProven(path,
            phrase("bundle-journal-cut", { { "has", qint64(contents.events.size()) }, { "lines", seal->events } }),
            broken);
    }
    return {};
}

Done indexHolds(const QString &path, const std::vector<EvidenceFile> &files, const QByteArray &index)
{
    auto sums = sumsIn(index);
    if (!sums)
        return notProven(path, phrase("bundle-index-no-sums"));
    for (const EvidenceFile &file : files) {
        if (file.path == bundle::index || bundle::isSignature(file.path))
            continue;
        if (!sums->contains(file.path))
            return notProven(
                path, phrase("bundle-file-added", { { "file", file.path } }), QStringLiteral("bundle-file-added"));
        if (sums->take(file.path) != sha256Hex(file.bytes))
            return notProven(
                path, phrase("bundle-file-changed", { { "file", file.path } }), QStringLiteral("bundle-file-changed"));
    }
    if (!sums->isEmpty())
        return notProven(path, phrase("bundle-file-missing", { { "file", sums->firstKey() } }),
            QStringLiteral("bundle-file-missing"));
    return {};
}

} // namespace

Result<BundleProof> verifyBundle(const QString &path)
{
    const auto files = readZip(path);
    if (!files)
        return tl::make_unexpected(files.error());
    return proveBundle(path, *files);
}

Result<BundleProof> proveBundle(const QString &path, const std::vector<EvidenceFile> &files)
{
    const EvidenceFile *markdown = fileIn(files, bundle::record);
    const QString record = markdown ? QString::fromUtf8(markdown->bytes) : QString();
    const auto seal = sealIn(record);
    if (const Done holds = journalHolds(path, files, seal); !holds)
        return tl::make_unexpected(holds.error());

    BundleProof proof;
    const EvidenceFile *index = fileIn(files, bundle::index);
    const EvidenceFile *older = fileIn(files, bundle::evidenceFolder + olderIndex);
    if (!index && !older)
        return notProven(path, phrase("bundle-no-index"));
    if (index) {
        if (const Done holds = indexHolds(path, files, index->bytes); !holds)
            return tl::make_unexpected(holds.error());
        proof.index = index->bytes;
        if (const EvidenceFile *readme = fileIn(files, bundle::readme))
            proof.made = bundleMadeAt(readme->bytes);
    }

    std::vector<EvidenceFile> evidence;
    for (const EvidenceFile &file : files) {
        if (file.path.startsWith(bundle::evidenceFolder) && &file != older)
            evidence.push_back({ file.path.mid(bundle::evidenceFolder.size()), file.bytes });
    }
    if (!seal)
        return notProven(path, phrase("bundle-record-no-evidence"));
    if (!untouchedOutsideWords(record))
        return notProven(path, phrase("bundle-record-changed"));
    std::sort(
        evidence.begin(), evidence.end(), [](const EvidenceFile &a, const EvidenceFile &b) { return a.path < b.path; });
    if (const QString fault = evidenceFault(evidence, *seal); !fault.isEmpty())
        return notProven(path, fault);
    if (older && older->bytes != evidenceIndex(evidence))
        return notProven(path, phrase("bundle-index-foreign"));
    proof.seal = *seal;
    proof.files = qsizetype(evidence.size());
    for (const EvidenceFile &file : evidence) {
        if (file.path == QLatin1String("journal.jsonl"))
            proof.run = RunState::of(readJournal(file.bytes).events).run();
    }
    if (!isRecordOf(record, proof.run))
        return notProven(path, phrase("bundle-record-of-other-run"));
    return proof;
}

} // namespace undock
