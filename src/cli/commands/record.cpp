#include "cli/commands/commands.h"
#include "cli/commands/record_files.h"
#include "cli/commands/record_list.h"
#include "cli/commands/record_proof.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/text/phrase.h"
#include "engine/records/signing_setting.h"

namespace undock::cli {

namespace {

Done noteWords(Bench &bench, const QString &run, const QCommandLineParser &parser)
{
    const QString section = parser.value(QStringLiteral("section"));
    static const QStringList sections{ QStringLiteral("special-problems"), QStringLiteral("prevention"),
        QStringLiteral("notes") };
    if (!sections.contains(section)) {
        return fail(Error::Kind::BadInput, QStringLiteral("bad-section"), phrase("no-such-section"),
            QStringLiteral("--section"), sections.join(QStringLiteral(", ")));
    }
    return bench.queue->addNote(run, section, parser.value(QStringLiteral("text")));
}

} // namespace

int recordCommand(const QStringList &arguments)
{
    static const QStringList verbs{ QStringLiteral("verify"), QStringLiteral("bundle"), QStringLiteral("sign"),
        QStringLiteral("export"), QStringLiteral("timeline"), QStringLiteral("handover"), QStringLiteral("summary"),
        QStringLiteral("list") };
    QStringList rest = arguments;
    QString verb;
    if (rest.size() > 1 && verbs.contains(rest[1]))
        verb = rest.takeAt(1);
    const Parsed parsed = parse(rest,
        QStringLiteral(
            "Write (again) a run's record from its journal.\n"
            "  record list      which records this desk has, also those written by hand; by VM, node, day, outcome, "
            "version, finding, text\n"
            "  record verify    prove that nothing in the journal, or in a bundle, was changed or dropped, "
            "and who signed it\n"
            "  record bundle    a zip with the record and all evidence, each file's sum in an index\n"
            "  record sign      sign a bundle's index with your SSH key\n"
            "  record export    the record as Markdown or HTML, or all runs as CSV (--format)\n"
            "  record timeline  a picture (SVG) of one run, or of all runs of this desk (--batch)\n"
            "  record handover  a text for the VM's user and one for its next operator\n"
            "  record summary   one page about all runs of this desk"),
        [](QCommandLineParser &parser) {
            parser.addOption({ QStringLiteral("section"),
                QStringLiteral("Add the operator's words to a section: special-problems, prevention or notes."),
                QStringLiteral("SECTION") });
            parser.addOption({ QStringLiteral("text"),
                QStringLiteral("The words. With list: what stands anywhere in a record or an output."),
                QStringLiteral("TEXT") });
            addListOptions(parser);
            parser.addOption({ QStringLiteral("bundle"), QStringLiteral("With verify and sign: the bundle."),
                QStringLiteral("FILE.zip") });
            parser.addOption({ QStringLiteral("key"),
                QStringLiteral("With sign, and with bundle to sign it at once: your SSH key's file, or its public half "
                               "where the agent has the key. Otherwise the one of the settings."),
                QStringLiteral("FILE") });
            parser.addOption({ QStringLiteral("no-sign"),
                QStringLiteral(
                    "With bundle: do not sign it, although the settings say that every bundle is signed.") });
            parser.addOption({ QStringLiteral("allowed-signers"),
                QStringLiteral(
                    "With verify: whose keys are whose, as ssh-keygen reads it; otherwise allowed_signers in the "
                    "data folder, where it is there."),
                QStringLiteral("FILE") });
            parser.addOption({ QStringLiteral("batch"), QStringLiteral("With timeline: all runs of this desk.") });
            parser.addOption({ QStringLiteral("for"),
                QStringLiteral("With handover: user or operator; otherwise both."), QStringLiteral("WHO") });
            parser.addOption({ QStringLiteral("format"),
                QStringLiteral("With export and summary: md or html; with export also csv."),
                QStringLiteral("FORMAT") });
            parser.addOption({ QStringLiteral("no-fetch"),
                QStringLiteral("With bundle: do not ask the VM for outputs that were too large for the journal.") });
            parser.addOption({ QStringLiteral("output"),
                QStringLiteral(
                    "With bundle, export and summary: the folder; otherwise the records folder. With timeline: "
                    "the file."),
                QStringLiteral("PATH") });
        });
    if (parsed.exit)
        return *parsed.exit;
    if (verb == QLatin1String("list"))
        return listRecordsCommand(parsed); // by the index: not every journal is read
    const bool overview = verb == QLatin1String("summary")
        || (verb == QLatin1String("timeline") && parsed.parser->isSet(QStringLiteral("batch")))
        || (verb == QLatin1String("export") && parsed.parser->value(QStringLiteral("format")) == QLatin1String("csv"));
    Bench bench = makeBench(parsed.options, overview ? Runs::All : Runs::OfTheVm);
    if (verb == QLatin1String("verify") && parsed.parser->isSet(QStringLiteral("bundle")))
        return verifyBundleFile(bench, *parsed.parser);
    if (verb == QLatin1String("sign"))
        return signBundleFile(bench, parsed.parser->value(QStringLiteral("bundle")),
            parsed.parser->isSet(QStringLiteral("key")) ? parsed.parser->value(QStringLiteral("key"))
                                                        : SigningSetting::in(bench.options.desk.dataFolder).key);
    if (overview)
        return writeOverview(bench, *parsed.parser, verb);
    const auto run = chosenRun(bench);
    if (!run)
        return tellError(*bench.terminal, run.error());
    if (verb == QLatin1String("verify"))
        return verifyJournal(bench, *run);
    if (verb == QLatin1String("handover"))
        return tellHandover(bench, *parsed.parser, *run);
    if (!verb.isEmpty())
        return writeRunFile(bench, *parsed.parser, verb, *run);
    if (parsed.parser->isSet(QStringLiteral("section"))) {
        if (const Done noted = noteWords(bench, *run, *parsed.parser); !noted)
            return tellError(*bench.terminal, noted.error());
    }
    return finish(bench, *run, {});
}

} // namespace undock::cli
