#include "gui/records/record_export.h"

#include "core/record/batch_summary.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/record.h"
#include "core/record/timeline_svg.h"
#include "core/text/phrase.h"
#include "engine/records/bundle.h"
#include "engine/records/runs_csv.h"
#include "engine/records/write_record.h"
#include "gui/records/record_pdf.h"

#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>

namespace undock::gui {

namespace {

Result<QString> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path,
            phrase("cure-choose-folder"));
    return path;
}

Result<QString> writeRecord(const Record &record, RecordExport::Form form, const QString &path)
{
    if (form == RecordExport::Form::Markdown)
        return save(path, toMarkdown(record).toUtf8());
    if (form == RecordExport::Form::Html)
        return save(path, toHtml(record).toUtf8());
    if (const Done written = writePdf(record, path); !written)
        return tl::make_unexpected(written.error());
    return path;
}

Record plainRecord(const std::vector<JournalEvent> &events, const QString &language)
{
    RecordOptions options;
    options.language = language;
    options.picture = true;
    return makeRecord(events, options);
}

/// As the journal on disk tells it; a run without one (a picture) as far as it is known here.
Record recordOfRun(const Queue &queue, const QString &run)
{
    auto record = recordOf(queue.settings(), run);
    return record ? std::move(*record) : plainRecord(queue.events(run), queue.settings().recordLanguage);
}

} // namespace

QString RecordExport::suffix(Form form)
{
    return form == Form::Markdown ? QStringLiteral("md")
        : form == Form::Html      ? QStringLiteral("html")
                                  : QStringLiteral("pdf");
}

Result<QString> RecordExport::write(
    const std::vector<JournalEvent> &events, const QString &language, Form form, const QString &path)
{
    return writeRecord(plainRecord(events, language), form, path);
}

Result<QString> RecordExport::writeRun(const Queue &queue, const QString &run, Form form, const QString &path)
{
    return writeRecord(recordOfRun(queue, run), form, path);
}

Result<QString> RecordExport::writeCsv(const Queue &queue, const QStringList &runs, const QString &path)
{
    std::vector<RunState> states;
    for (const QString &run : runs)
        states.push_back(queue.state(run));
    return save(path, runsCsv(states));
}

Result<QString> RecordExport::writeBundle(const Queue &queue, const QString &run, const QString &folder)
{
    QTemporaryDir made;
    const QString pdf = made.filePath(QStringLiteral("record.pdf"));
    if (const auto written = writeRun(queue, run, Form::Pdf, pdf); !written)
        return written;
    QFile file(pdf);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), pdf);
    return undock::writeBundle(queue.settings(), run, folder, { { QStringLiteral("record.pdf"), file.readAll() } });
}

Result<QString> RecordExport::writeSummary(const Queue &queue, const QStringList &runs, const QString &folder)
{
    std::vector<std::vector<JournalEvent>> all;
    for (const QString &run : runs)
        all.push_back(queue.events(run));
    RecordOptions options;
    options.language = queue.settings().recordLanguage;
    Record summary = makeBatchSummary(all, options);
    summary.timelineSvg = batchTimelineSvg(all, options);
    summary.timelineFile = summaryFileName(summary, QStringLiteral("svg"));
    if (const auto picture = save(QDir(folder).filePath(summary.timelineFile), summary.timelineSvg.toUtf8()); !picture)
        return picture;
    for (const Form form : { Form::Markdown, Form::Pdf }) {
        if (const auto written
            = writeRecord(summary, form, QDir(folder).filePath(summaryFileName(summary, suffix(form))));
            !written)
            return written;
    }
    return QDir(folder).absoluteFilePath(summaryFileName(summary, suffix(Form::Pdf)));
}

} // namespace undock::gui
