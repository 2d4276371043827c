#include "cli/commands/record_files.h"
#include "cli/run_watch.h"

#include "cli/commands/record_proof.h"
#include "core/record/batch_summary.h"
#include "core/record/evidence.h"
#include "core/record/handover_text.h"
#include "core/record/html.h"
#include "core/record/markdown.h"
#include "core/record/timeline_svg.h"
#include "core/steps/step.h"
#include "core/text/phrase.h"
#include "engine/records/bundle.h"
#include "engine/records/runs_csv.h"
#include "engine/records/signing_setting.h"
#include "engine/records/write_record.h"

#include <QDir>
#include <QFileInfo>
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
    return fail(Error::Kind::BadInput, QStringLiteral("bad-format"), phrase("no-such-format"),
        QStringLiteral("--format"), phrase("cure-formats"));
}

int written(Bench &bench, const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = QDir(folder).absoluteFilePath(name);
    QSaveFile file(path);
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !file.commit())
        return tellError(*bench.terminal,
            { Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path,
                phrase("cure-choose-folder") });
    bench.terminal->tell({ { "event", "written" }, { "path", toStd(path) } }, path);
    return 0;
}

QByteArray told(const Record &record, const QString &format)
{
    return (format == QLatin1String("html") ? toHtml(record) : toMarkdown(record)).toUtf8();
}

/// A picture has a file that its name says, a folder gets one by the name of the record.
int writtenPicture(Bench &bench, const QCommandLineParser &parser, const QString &name, const QString &svg)
{
    const QString output = parser.value(QStringLiteral("output"));
    const bool isFile = !output.isEmpty() && !QFileInfo(output).isDir();
    const QFileInfo file(output);
    return written(
        bench, isFile ? file.absolutePath() : folderOf(bench, parser), isFile ? file.fileName() : name, svg.toUtf8());
}

RecordOptions optionsOf(const Bench &bench)
{
    RecordOptions options;
    options.language = bench.options.desk.recordLanguage;
    return options;
}

/// What is too large for the journal is asked of the VM. A bundle is made also without it: it says what
/// is elsewhere, with its sum.
void fetchWhatStayed(Bench &bench, const QString &run)
{
    if (outputsElsewhere(bench.queue->events(run), StepCatalog::own()).empty())
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
        if (!path)
            return tellError(*bench.terminal, path.error());
        bench.terminal->tell({ { "event", "bundle" }, { "run", toStd(run) }, { "path", toStd(*path) } }, *path);
        if (const QString key = parser.value(QStringLiteral("key")); !key.isEmpty())
            return signBundleFile(bench, *path, key);
        const SigningSetting setting = SigningSetting::in(desk.dataFolder);
        if (setting.always && !parser.isSet(QStringLiteral("no-sign")))
            (void)signBundleFile(bench, *path, setting.key); // told where it fails: the bundle is there
        return 0;
    }
    const auto format = formatOf(parser);
    if (!format)
        return tellError(*bench.terminal, format.error());
    auto record = recordOf(desk, run);
    if (!record)
        return tellError(*bench.terminal, record.error());
    const QString name = record->fileName().chopped(2);
    const QString picture = name + QStringLiteral("svg");
    if (verb == QLatin1String("timeline"))
        return writtenPicture(bench, parser, picture, record->timelineSvg);
    // HTML has it inside.
    if (*format == QLatin1String("md")) {
        if (const int failed = written(bench, folderOf(bench, parser), picture, record->timelineSvg.toUtf8()))
            return failed;
        record->timelineFile = picture;
    }
    return written(bench, folderOf(bench, parser), name + *format, told(*record, *format));
}

int writeOverview(Bench &bench, const QCommandLineParser &parser, const QString &verb)
{
    if (verb == QLatin1String("export")) {
        std::vector<RunState> states;
        for (const QString &run : bench.queue->runs())
            states.push_back(bench.queue->state(run));
        return written(bench, folderOf(bench, parser), QStringLiteral("migrations.csv"), runsCsv(states));
    }
    std::vector<std::vector<JournalEvent>> runs;
    for (const QString &run : bench.queue->runs())
        runs.push_back(bench.queue->events(run));
    if (verb == QLatin1String("timeline")) {
        return writtenPicture(bench, parser,
            summaryFileName(makeBatchSummary(runs, optionsOf(bench)), QStringLiteral("svg")),
            batchTimelineSvg(runs, optionsOf(bench)));
    }
    const auto format = formatOf(parser);
    if (!format)
        return tellError(*bench.terminal, format.error());
    Record summary = makeBatchSummary(runs, optionsOf(bench));
    summary.timelineSvg = batchTimelineSvg(runs, optionsOf(bench));
    if (*format == QLatin1String("md")) {
        const QString picture = summaryFileName(summary, QStringLiteral("svg"));
        if (const int failed = written(bench, folderOf(bench, parser), picture, summary.timelineSvg.toUtf8()))
            return failed;
        summary.timelineFile = picture;
    }
    return written(bench, folderOf(bench, parser), summaryFileName(summary, *format), told(summary, *format));
}

int tellHandover(Bench &bench, const QCommandLineParser &parser, const QString &run)
{
    const QString who = parser.value(QStringLiteral("for"));
    if (!who.isEmpty() && who != QLatin1String("user") && who != QLatin1String("operator"))
        return tellError(*bench.terminal,
            { Error::Kind::BadInput, QStringLiteral("bad-reader"), phrase("no-such-reader"), QStringLiteral("--for"),
                phrase("cure-readers") });
    const auto text = handoverText(bench.queue->events(run), optionsOf(bench));
    if (!text) {
        bench.terminal->error({ Error::Kind::Refused, QStringLiteral("nothing-to-hand-over"),
            phrase("nothing-to-hand-over", { { "run", run }, { "phase", phaseName(bench.queue->state(run).phase()) } }),
            run, phrase("cure-go-on-then-hand-over") });
        return 4;
    }
    if (who != QLatin1String("operator"))
        bench.terminal->tell(
            { { "event", "handover" }, { "for", "user" }, { "run", toStd(run) }, { "text", toStd(text->user) } },
            text->user);
    if (who != QLatin1String("user"))
        bench.terminal->tell({ { "event", "handover" }, { "for", "operator" }, { "run", toStd(run) },
                                 { "text", toStd(text->nextOperator) } },
            text->nextOperator);
    return 0;
}

} // namespace undock::cli
