#include "engine/records/bundle.h"

#include "core/base/hash.h"
#include "core/journal/reader.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/record_file.h"
#include "core/steps/step.h"
#include "core/text/phrase.h"
#include "engine/records/bundle_form.h"
#include "engine/records/write_record.h"
#include "engine/records/zip_file.h"
#include "engine/store/run_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace undock {

namespace {

/// What was fetched from the guest and lies beside the journal, by job.
QMap<QString, QByteArray> fetchedOnDesk(const QString &journal, const std::vector<JournalEvent> &events)
{
    QMap<QString, QByteArray> found;
    for (const JournalEvent &event : events) {
        if (!event.is(event::fetched))
            continue;
        const QString job = stringAt(event.data, "job");
        QFile file(QFileInfo(journal).dir().filePath(fetchedOutputPath(job)));
        if (file.open(QIODevice::ReadOnly))
            found.insert(job, file.readAll());
    }
    return found;
}

/// What the operator wrote by hand into the record in the records folder.
QMap<QString, QString> wordsByHand(const DeskSettings &settings, const QString &run)
{
    QFile file(findRecord(recordsFolderOf(settings), run));
    return !file.fileName().isEmpty() && file.open(QIODevice::ReadOnly) ? handWritten(QString::fromUtf8(file.readAll()))
                                                                        : QMap<QString, QString>();
}

Record recordOf(const DeskSettings &settings, const QString &run, const SealedRun &sealed)
{
    RecordOptions options;
    options.language = settings.recordLanguage;
    options.seal = sealed.seal;
    options.picture = true;
    options.handWritten = wordsByHand(settings, run);
    return makeRecord(sealed.events, options);
}

} // namespace

Result<Record> recordOf(const DeskSettings &settings, const QString &run)
{
    const auto sealed = sealRun(settings, run);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    return recordOf(settings, run, *sealed);
}

Result<SealedRun> sealRun(const DeskSettings &settings, const QString &run)
{
    QFile file(RunStore(settings.dataFolder).journalPath(run));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Failed, QStringLiteral("journal-unreadable"), file.errorString(), file.fileName());
    QByteArray bytes = file.readAll();
    JournalContents contents = readJournal(bytes);
    if (contents.damage && contents.damage->kind == JournalContents::Damage::Kind::Broken)
        return fail(Error::Kind::Failed, QStringLiteral("journal-damaged"), contents.damage->what,
            QStringLiteral("%1:%2").arg(file.fileName()).arg(contents.damage->line), phrase("cure-record-verify"));
    // A line that is just being written belongs to the next seal.
    bytes.truncate(contents.goodBytes);
    SealedRun sealed;
    sealed.files = evidenceOf(contents.events, bytes, StepCatalog::own());
    for (EvidenceFile &whole : fetchedOutputs(contents.events, fetchedOnDesk(file.fileName(), contents.events)))
        sealed.files.push_back(std::move(whole));
    std::sort(sealed.files.begin(), sealed.files.end(),
        [](const EvidenceFile &a, const EvidenceFile &b) { return a.path < b.path; });
    sealed.seal = { qint64(contents.events.size()), contents.lastHash, sha256Hex(evidenceIndex(sealed.files)) };
    sealed.events = std::move(contents.events);
    return sealed;
}

Result<QString> writeBundle(
    const DeskSettings &settings, const QString &run, const QString &folder, const std::vector<EvidenceFile> &extra)
{
    const auto sealed = sealRun(settings, run);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    Record record = recordOf(settings, run, *sealed);
    record.timelineFile = bundle::timeline;
    const QString name = record.fileName().chopped(3);
    std::vector<EvidenceFile> files{ { bundle::record, toMarkdown(record).toUtf8() },
        { QStringLiteral("record.html"), toHtml(record).toUtf8() }, { bundle::timeline, record.timelineSvg.toUtf8() } };
    files.insert(files.end(), extra.begin(), extra.end());
    for (const EvidenceFile &file : sealed->files)
        files.push_back({ bundle::evidenceFolder + file.path, file.bytes });
    files.push_back({ bundle::readme, bundleReadme(run, settings.recordLanguage, QDateTime::currentDateTimeUtc()) });
    files.push_back({ bundle::index, bundleIndex(files) });
    if (!QDir().mkpath(folder))
        return fail(Error::Kind::Failed, QStringLiteral("bundle-unwritable"), phrase("folder-not-made"), folder);
    QString path;
    // Another run of that VM on that day has the same name; an earlier bundle of this one stays, too.
    for (int number = 1; path.isEmpty() || QFile::exists(path); ++number)
        path = QDir(folder).absoluteFilePath(
            number == 1 ? name + QStringLiteral(".zip") : QStringLiteral("%1_%2.zip").arg(name).arg(number));
    if (const Done written = writeZip(path, files, sealed->events.empty() ? QDateTime() : sealed->events.back().at);
        !written)
        return tl::make_unexpected(written.error());
    return path;
}

QString recordFault(const QString &markdown, const std::vector<JournalEvent> &events, const QString &lastHash)
{
    const auto seal = sealIn(markdown);
    if (!seal)
        return {};
    if (seal->events > qint64(events.size()))
        return phrase("record-cut", { { "lines", seal->events }, { "has", qint64(events.size()) } });
    const QString found = seal->events == qint64(events.size()) ? lastHash : events[size_t(seal->events)].previous;
    if (found != seal->head)
        return phrase("record-other-line", { { "line", seal->events } });
    return {};
}

} // namespace undock
