#include "cli/commands/record_list.h"
#include "cli/run_watch.h"

#include "core/params/field.h"
#include "core/text/display_safe.h"
#include "core/text/human.h"
#include "core/text/phrase.h"
#include "engine/records/record_list.h"

namespace undock::cli {

namespace {

tl::unexpected<Error> badOption(const char *option, const QString &what, const QString &cure)
{
    return fail(
        Error::Kind::BadInput, QStringLiteral("bad-filter"), what, QStringLiteral("--") + QLatin1String(option), cure);
}

Result<RecordQuery> queryOf(const Parsed &parsed)
{
    const QCommandLineParser &parser = *parsed.parser;
    const auto value = [&](const char *option) { return parser.value(QLatin1String(option)); };
    RecordQuery query;
    query.vmid = parsed.options.vm();
    query.vm = value("name");
    query.node = parsed.options.node();
    query.version = value("version");
    query.finding = value("finding");
    query.text = value("text");
    for (const QString &outcome : value("outcome").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto phase = phaseFromName(outcome.trimmed());
        if (!phase)
            return badOption("outcome", QStringLiteral("no run ends or stands like that"), phaseNames().join(u", "));
        query.outcomes.push_back(*phase);
    }
    for (const auto &[option, day] : { std::pair<const char *, QDate *>{ "from", &query.from }, { "to", &query.to } }) {
        if (const QString given = value(option); !given.isEmpty()) {
            *day = QDate::fromString(given, Qt::ISODate);
            if (!day->isValid())
                return badOption(
                    option, QStringLiteral("%1 is no day").arg(given), QStringLiteral("write it as 2026-02-20"));
        }
    }
    if (query.from.isValid() && query.to.isValid() && query.to < query.from)
        return badOption("to", QStringLiteral("it ends before it begins"), QStringLiteral("give --from before --to"));
    return query;
}

QString kindName(RecordEntry::Kind kind)
{
    return kind == RecordEntry::Kind::Run      ? QStringLiteral("run")
        : kind == RecordEntry::Kind::OtherDesk ? QStringLiteral("other-desk")
                                               : QStringLiteral("by-hand");
}

void tellEntry(Terminal &terminal, const RecordEntry &entry)
{
    const bool run = entry.kind == RecordEntry::Kind::Run;
    const QString outcome = entry.phase ? phaseName(*entry.phase) : QStringLiteral("unread");
    Json findings = Json::array();
    for (const QString &code : entry.findings)
        findings.push_back(toStd(code));
    Json line = { { "event", "listed-record" }, { "kind", toStd(kindName(entry.kind)) },
        { "run", toStd(run ? entry.id : QString()) }, { "file", toStd(entry.file) },
        { keyOf(Field::Vmid), toStd(entry.vmid) }, { "name", toStd(entry.name) },
        { keyOf(Field::Node), toStd(entry.node) }, { "day", toStd(entry.day.toString(Qt::ISODate)) },
        { "started", toStd(entry.started.toString(Qt::ISODateWithMs)) }, { "outcome", toStd(outcome) },
        { "summary", toStd(entry.summary) }, { "openclaw", toStd(entry.openclaw) }, { "panel", toStd(entry.panel) },
        { "findings", findings }, { "left_out", entry.leftOut }, { "damage", toStd(entry.damage) } };
    if (entry.outageMs)
        line["outage_ms"] = *entry.outageMs;
    terminal.tell(line,
        displaySafe(QStringLiteral("%1  %2  %3  %4  %5  %6")
                        .arg(entry.day.toString(Qt::ISODate).leftJustified(10), entry.vmid.rightJustified(6),
                            (entry.phase ? outcome : kindName(entry.kind)).leftJustified(17),
                            (entry.outageMs ? humanDuration(*entry.outageMs) : QStringLiteral("-")).rightJustified(12),
                            (entry.openclaw.isEmpty() ? QStringLiteral("-") : entry.openclaw).leftJustified(12),
                            run ? entry.id : entry.file)));
}

} // namespace

void addListOptions(QCommandLineParser &parser)
{
    const auto add = [&](const char *name, const char *help, const char *value) {
        parser.addOption({ QLatin1String(name), QLatin1String(help), QLatin1String(value) });
    };
    add("name", "With list: a beginning of the VM's number, or a part of its name.", "PART");
    parser.addOption({ { QStringLiteral("from"), QStringLiteral("since") },
        QStringLiteral("With list: begun on that day or later."), QStringLiteral("YYYY-MM-DD") });
    parser.addOption({ { QStringLiteral("to"), QStringLiteral("until") },
        QStringLiteral("With list: begun on that day or before."), QStringLiteral("YYYY-MM-DD") });
    add("outcome", "With list: where the run stands, as 'status' names it; any of several, with commas between.",
        "PHASE");
    add("version", "With list: of OpenClaw or the panel; 2026.2 means every 2026.2.x.", "VERSION");
    add("finding", "With list: a code that the scan found, or that a step warned of or failed with.", "CODE");
    parser.addOption({ QStringLiteral("rebuild"),
        QStringLiteral("With list: make what is searched anew from every journal of this desk.") });
}

int listRecordsCommand(const Parsed &parsed)
{
    Terminal terminal(parsed.options.json);
    const auto query = queryOf(parsed);
    if (!query)
        return tellError(terminal, query.error());
    const RecordList list = listRecords(parsed.options.desk, *query, parsed.parser->isSet(QStringLiteral("rebuild")),
        [&](qsizetype done, qsizetype all) {
            terminal.progress(QStringLiteral("reading journal %1 of %2").arg(done).arg(all));
        });
    for (const RecordEntry &entry : list.found)
        tellEntry(terminal, entry);
    for (const RecordList::Unread &unread : list.unread) {
        terminal.tell({ { "event", "set-aside" }, { "run", toStd(unread.run) }, { "code", toStd(unread.error.code) },
                          { "what", toStd(inEnglish(unread.error.what)) }, { "where", toStd(unread.error.where) },
                          { "cure", toStd(inEnglish(unread.error.cure)) } },
            displaySafe(
                QStringLiteral("unread: %1  %2: %3").arg(unread.run, unread.error.code, describe(unread.error))));
    }
    terminal.say(QStringLiteral("%1 of %2 records").arg(list.found.size()).arg(list.looked));
    return 0;
}

} // namespace undock::cli
