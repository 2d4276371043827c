#include "cli/commands/commands.h"
#include "cli/commands/record_files.h"
#include "cli/commands/support.h"
#include "core/record/record_file.h"
#include "engine/records/bundle.h"
#include "engine/records/write_record.h"

#include <QFile>

namespace undock::cli {

namespace {

int verifyZip(Bench &bench, const QString &path)
{
    const auto proof = verifyBundle(path);
    if (!proof) {
        bench.terminal->error(proof.error());
        return 1;
    }
    bench.terminal->tell({ { "event", "verified" }, { "run", toStd(proof->run) }, { "events", proof->seal.events },
                             { "last_sha256", toStd(proof->seal.head) },
                             { "evidence_sha256", toStd(proof->seal.index) }, { "files", proof->files } },
        QStringLiteral("%1: %2 events, the chain holds, %3 evidence files are what it says; index sha256 %4")
            .arg(proof->run)
            .arg(proof->seal.events)
            .arg(proof->files)
            .arg(proof->seal.index));
    return 0;
}

int verify(Bench &bench, const QString &run)
{
    const auto contents = bench.queue->store().read(run);
    if (!contents) {
        bench.terminal->error(contents.error());
        return 2;
    }
    if (contents->damage) {
        bench.terminal->error({ Error::Kind::Failed, QStringLiteral("journal-damaged"), contents->damage->what,
            QStringLiteral("line %1").arg(contents->damage->line),
            QStringLiteral("%1 events before it hold").arg(contents->events.size()) });
        return 1;
    }
    // A chain cut at its end still holds; the record remembers how long it was.
    QFile record(findRecord(recordsFolderOf(bench.options.desk), run));
    if (!record.fileName().isEmpty() && record.open(QIODevice::ReadOnly)) {
        if (const QString fault
            = recordFault(QString::fromUtf8(record.readAll()), contents->events, contents->lastHash);
            !fault.isEmpty()) {
            bench.terminal->error({ Error::Kind::Failed, QStringLiteral("journal-differs"), fault, record.fileName(),
                QStringLiteral(
                    "one of the two is not what it was; look for a copy of the journal in the VM's run folder") });
            return 1;
        }
    }
    bench.terminal->tell({ { "event", "verified" }, { "run", toStd(run) }, { "events", contents->events.size() },
                             { "last_sha256", toStd(contents->lastHash) } },
        QStringLiteral("%1: %2 events, the chain holds; last line sha256 %3")
            .arg(run)
            .arg(contents->events.size())
            .arg(contents->lastHash));
    return 0;
}

Done noteWords(Bench &bench, const QString &run, const QCommandLineParser &parser)
{
    const QString section = parser.value(QStringLiteral("section"));
    static const QStringList sections{ QStringLiteral("special-problems"), QStringLiteral("prevention"),
        QStringLiteral("notes") };
    if (!sections.contains(section)) {
        return fail(Error::Kind::BadInput, QStringLiteral("bad-section"), QStringLiteral("there is no such section"),
            QStringLiteral("--section"), sections.join(QStringLiteral(", ")));
    }
    return bench.queue->addNote(run, section, parser.value(QStringLiteral("text")));
}

} // namespace

int recordCommand(const QStringList &arguments)
{
    static const QStringList verbs{ QStringLiteral("verify"), QStringLiteral("bundle"), QStringLiteral("export"),
        QStringLiteral("summary") };
    QStringList rest = arguments;
    QString verb;
    if (rest.size() > 1 && verbs.contains(rest[1]))
        verb = rest.takeAt(1);
    const Parsed parsed = parse(rest,
        QStringLiteral("Write (again) a run's record from its journal.\n"
                       "  record verify   prove that nothing in the journal, or in a bundle, was changed or dropped\n"
                       "  record bundle   a zip with the record and all evidence, each file's sum in an index\n"
                       "  record export   the record as Markdown or HTML, or all runs as CSV (--format)\n"
                       "  record summary  one page about all runs of this desk"),
        [](QCommandLineParser &parser) {
            parser.addOption({ QStringLiteral("section"),
                QStringLiteral("Add the operator's words to a section: special-problems, prevention or notes."),
                QStringLiteral("SECTION") });
            parser.addOption({ QStringLiteral("text"), QStringLiteral("The words."), QStringLiteral("TEXT") });
            parser.addOption({ QStringLiteral("bundle"), QStringLiteral("With verify: the bundle to look at."),
                QStringLiteral("FILE.zip") });
            parser.addOption({ QStringLiteral("format"),
                QStringLiteral("With export and summary: md or html; with export also csv."),
                QStringLiteral("FORMAT") });
            parser.addOption({ QStringLiteral("no-fetch"),
                QStringLiteral("With bundle: do not ask the VM for outputs that were too large for the journal.") });
            parser.addOption({ QStringLiteral("output"),
                QStringLiteral("With bundle, export and summary: the folder; otherwise the records folder."),
                QStringLiteral("FOLDER") });
        });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    if (verb == QLatin1String("verify") && parsed.parser->isSet(QStringLiteral("bundle")))
        return verifyZip(bench, parsed.parser->value(QStringLiteral("bundle")));
    if (verb == QLatin1String("summary")
        || (verb == QLatin1String("export") && parsed.parser->value(QStringLiteral("format")) == QLatin1String("csv")))
        return writeOverview(bench, *parsed.parser, verb);
    const auto run = chosenRun(bench);
    if (!run) {
        bench.terminal->error(run.error());
        return 2;
    }
    if (verb == QLatin1String("verify"))
        return verify(bench, *run);
    if (!verb.isEmpty())
        return writeRunFile(bench, *parsed.parser, verb, *run);
    if (parsed.parser->isSet(QStringLiteral("section"))) {
        if (const Done noted = noteWords(bench, *run, *parsed.parser); !noted) {
            bench.terminal->error(noted.error());
            return noted.error().kind == Error::Kind::BadInput ? 2 : 1;
        }
    }
    return finish(bench, *run, {});
}

} // namespace undock::cli
