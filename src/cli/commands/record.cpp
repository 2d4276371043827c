#include "cli/commands/commands.h"
#include "cli/commands/support.h"

namespace undock::cli {

namespace {

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
    bench.terminal->tell({ { "event", "verified" }, { "run", toStd(run) }, { "events", contents->events.size() },
                             { "last_sha256", toStd(contents->lastHash) } },
        QStringLiteral("%1: %2 events, the chain holds; last line sha256 %3")
            .arg(run)
            .arg(contents->events.size())
            .arg(contents->lastHash));
    return 0;
}

} // namespace

int recordCommand(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool verifies = rest.removeAll(QStringLiteral("verify")) > 0;
    const Parsed parsed = parse(rest,
        QStringLiteral("Write (again) a run's record from its journal; 'record verify' proves that nothing in the journal "
                       "was changed or dropped."),
        [](QCommandLineParser &parser) {
            parser.addOption({ QStringLiteral("section"),
                QStringLiteral("Add the operator's words to a section: special-problems, prevention or notes."),
                QStringLiteral("SECTION") });
            parser.addOption({ QStringLiteral("text"), QStringLiteral("The words."), QStringLiteral("TEXT") });
        });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    const auto run = chosenRun(bench);
    if (!run) {
        bench.terminal->error(run.error());
        return 2;
    }
    if (verifies)
        return verify(bench, *run);
    if (parsed.parser->isSet(QStringLiteral("section"))) {
        const QString section = parsed.parser->value(QStringLiteral("section"));
        static const QStringList sections { QStringLiteral("special-problems"), QStringLiteral("prevention"), QStringLiteral("notes") };
        if (!sections.contains(section)) {
            bench.terminal->error({ Error::Kind::BadInput, QStringLiteral("bad-section"), QStringLiteral("there is no such section"),
                QStringLiteral("--section"), sections.join(QStringLiteral(", ")) });
            return 2;
        }
        if (const Done noted = bench.queue->addNote(*run, section, parsed.parser->value(QStringLiteral("text"))); !noted) {
            bench.terminal->error(noted.error());
            return 1;
        }
    }
    return finish(bench, *run, {});
}

} // namespace undock::cli
