#include "cli/commands/record_files.h"

#include "core/record/batch_summary.h"
#include "core/record/evidence.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/steps/step.h"
#include "engine/records/bundle.h"
#include "engine/records/runs_csv.h"
#include "engine/records/write_record.h"

#include <QDir>
#include <QSaveFile>

namespace undock::cli {

namespace {

QString folderOf(const Bench &bench, const QCommandLineParser &parser)
{
    return parser.isSet(QStringLiteral("output")) ? parser.value(QStringLiteral("output"))
                                                  : recordsFolderOf(bench.options.desk);
}

/// "md" unless another is asked for; BadInput for what there is not.
Result<QString> formatOf(const QCommandLineParser &parser)
{
    const QString format
        = parser.isSet(QStringLiteral("format")) ? parser.value(QStringLiteral("format")) : QStringLiteral("md");
    if (format == QLatin1String("md") || format == QLatin1String("html"))
        return format;
    return fail(Error::Kind::BadInput, QStringLiteral("bad-format"), QStringLiteral("there is no such format here"),
        QStringLiteral("--format"), QStringLiteral("md, html or csv; a PDF is made by the records window"));
}

int written(Bench &bench, const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = QDir(folder).absoluteFilePath(name);
    QSaveFile file(path);
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !file.commit()) {
        bench.terminal->error({ Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path,
            QStringLiteral("choose another folder, or see to its permissions") });
        return 1;
    }
    bench.terminal->tell({ { "event", "written" }, { "path", toStd(path) } }, path);
    return 0;
}

QByteArray told(const Record &record, const QString &format)
{
    return (format == QLatin1String("html") ? toHtml(record) : toMarkdown(record)).toUtf8();
}

/// What is too large for the journal is asked of the VM. A bundle is made also without it: it says what
/// is elsewhere, with its sum.
void fetchWhatStayed(Bench &bench, const QString &run)
{
    const auto catalog = StepCatalog::builtIn();
    if (!catalog || outputsElsewhere(bench.queue->events(run), *catalog).empty())
        return;
    Task task;
    task.kind = Task::Kind::FetchEvidence;
    carryOutTask(*bench.queue, *bench.terminal, run, task);
}

} // namespace

int writeRunFile(Bench &bench, const QCommandLineParser &parser, const QString &verb, const QString &run)
{
    const DeskSettings &desk = bench.options.desk;
    if (verb == QLatin1String("bundle")) {
        if (!parser.isSet(QStringLiteral("no-fetch")))
            fetchWhatStayed(bench, run);
        const auto path = writeBundle(desk, run, folderOf(bench, parser));
        if (!path) {
            bench.terminal->error(path.error());
            return 1;
        }
        bench.terminal->tell({ { "event", "bundle" }, { "run", toStd(run) }, { "path", toStd(*path) } }, *path);
        return 0;
    }
    const auto format = formatOf(parser);
    if (!format) {
        bench.terminal->error(format.error());
        return 2;
    }
    const auto record = recordOf(desk, run);
    if (!record) {
        bench.terminal->error(record.error());
        return 1;
    }
    return written(bench, folderOf(bench, parser), record->fileName().chopped(2) + *format, told(*record, *format));
}

int writeOverview(Bench &bench, const QCommandLineParser &parser, const QString &verb)
{
    if (verb == QLatin1String("export")) {
        std::vector<RunState> states;
        for (const QString &run : bench.queue->runs())
            states.push_back(bench.queue->state(run));
        return written(bench, folderOf(bench, parser), QStringLiteral("migrations.csv"), runsCsv(states));
    }
    const auto format = formatOf(parser);
    if (!format) {
        bench.terminal->error(format.error());
        return 2;
    }
    std::vector<std::vector<JournalEvent>> runs;
    for (const QString &run : bench.queue->runs())
        runs.push_back(bench.queue->events(run));
    RecordOptions options;
    options.language = bench.options.desk.recordLanguage;
    const Record summary = makeBatchSummary(runs, options);
    return written(bench, folderOf(bench, parser), summaryFileName(summary, *format), told(summary, *format));
}

} // namespace undock::cli
