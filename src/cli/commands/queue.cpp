#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/params/field.h"
#include "core/queuefile/queue_file.h"
#include "core/text/phrase.h"

#include <QEventLoop>
#include <QFile>

#include <cstdio>

namespace undock::cli {

namespace {

constexpr int waitForNodeSeconds = 30 * 60;

/// Reads the file; every problem of every line is told and nothing is taken then.
std::optional<QueueFile> readQueue(const QString &path, const CommonOptions &options, Terminal &terminal)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        terminal.error({ Error::Kind::BadInput, QStringLiteral("file-unreadable"), file.errorString(), path,
            phrase("cure-csv-path") });
        return {};
    }
    const auto queue = parseQueue(file.readAll(), options.fields);
    if (!queue) {
        terminal.error(queue.error());
        return {};
    }
    bool good = true;
    for (const QueueRow &row : queue->rows) {
        for (Error problem : row.problems) {
            problem.where = QStringLiteral("%1:%2 %3").arg(path).arg(row.line).arg(problem.where);
            terminal.error(problem);
            good = false;
        }
    }
    return good ? std::optional(*queue) : std::nullopt;
}

/// The run that this row means: an unfinished one of the VM is gone on with.
Result<QString> runFor(Queue &queue, const RunParameters &parameters, Terminal &terminal)
{
    const QStringList runs = queue.runs();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const RunState state = queue.state(*run);
        if (state.vm() != parameters.vm())
            continue;
        if (state.phase() == RunState::Phase::RolledBack || state.phase() == RunState::Phase::Deleted)
            break;
        const QStringList changed = changedParameters(toJson(parameters), state);
        if (changed.isEmpty())
            return *run;
        const QString what
            = inEnglish(phrase("parameters-differ", { { "run", *run }, { "changed", changed.join(u"; ") } }));
        if (!isOnlyScanned(state)) {
            terminal.say(what + QStringLiteral("; it goes on with its own"));
            return *run;
        }
        terminal.say(what + QStringLiteral("; it only looked at the VM, a new one is begun"));
        if (const Done left = queue.leaveOut(*run); !left)
            return tl::make_unexpected(left.error());
        break;
    }
    return queue.add(parameters);
}

} // namespace

int queueCommand(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool runs = rest.removeOne(QStringLiteral("run"));
    const Parsed parsed = parse(rest,
        QStringLiteral(
            "queue run FILE.csv: migrate many VMs (A to H), at most three at once; ends when each VM is done or "
            "waits for a person. Columns: vmid, ip, panel_tag, node, name, … or a heading line."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("CSV file, one VM a line."));
            parser.addOption({ QStringLiteral("workers"), QStringLiteral("VMs at once, 1 to 3."), QStringLiteral("N"),
                QStringLiteral("2") });
            parser.addOption(
                { QStringLiteral("canary"), QStringLiteral("One VM first; the rest after its acceptance.") });
            addAcceptSources(parser);
            parser.addOption({ QStringLiteral("no-rollback"),
                QStringLiteral("Leave a VM whose acceptance failed as it is, instead of rolling it back.") });
        });
    if (parsed.exit)
        return *parsed.exit;
    CommonOptions options = parsed.options;
    Terminal terminal(options.json);
    bool numeric = false;
    const int workers = parsed.parser->value(QStringLiteral("workers")).toInt(&numeric);
    if (!runs || parsed.parser->positionalArguments().size() != 1 || !numeric || workers < 1 || workers > 3)
        return tellError(terminal,
            { Error::Kind::BadInput, QStringLiteral("usage"),
                !numeric || workers < 1 || workers > 3 ? phrase("workers-number") : phrase("queue-usage"),
                QStringLiteral("queue"), phrase("cure-queue-help") });
    const auto file = readQueue(parsed.parser->positionalArguments().front(), options, terminal);
    if (!file)
        return 2;

    // A file that somebody sent must not choose what root runs: what differs from the options given here is told.
    if (const QString sources = file->foreignSources(options.fields); !sources.isEmpty()) {
        terminal.tell({ { "event", "sources-differ" }, { "differences", toStd(sources) } },
            QStringLiteral("The file names other sources than this command does:\n") + sources);
        if (!sourcesAccepted(*parsed.parser) && !TerminalPrompter().acceptSources(sources)) {
            if (const auto unanswered = TerminalPrompter::unanswered())
                return tellError(terminal, *unanswered);
            return tellError(terminal,
                { Error::Kind::Refused, QStringLiteral("sources-differ"), sources,
                    parsed.parser->positionalArguments().front(), phrase("cure-queue-sources") });
        }
    }

    Bench bench = makeBench(options);
    options.desk.workers = workers;
    options.desk.canary = parsed.parser->isSet(QStringLiteral("canary"));
    options.desk.rollBackByItself = !parsed.parser->isSet(QStringLiteral("no-rollback"));
    options.desk.patienceSeconds = waitForNodeSeconds;
    bench.queue->setSettings(options.desk);
    bench.options = options;

    QStringList mine;
    for (const QueueRow &row : file->rows) {
        const auto run = runFor(*bench.queue, *row.parameters, terminal);
        if (!run)
            return tellError(terminal, run.error());
        if (const int notRead = readFirst(bench, *run))
            return notRead;
        mine << *run;
    }
    QEventLoop loop;
    QObject::connect(bench.queue.get(), &Queue::idle, &loop, &QEventLoop::quit);
    Task task;
    task.kind = Task::Kind::Migrate;
    QObject::connect(bench.queue.get(), &Queue::taskFinished, bench.queue.get(),
        [&](const QString &run, const Task &done, const TaskOutcome &outcome) {
            tellOutcome(terminal, bench.queue->state(run), done, outcome);
        });
    for (const QString &run : mine)
        bench.queue->request(run, task);
    loop.exec();

    // The gravest comes first: what failed, before what only waits.
    const int waits = exitCode({ TaskOutcome::Kind::WaitsForPerson, {} });
    int code = 0;
    for (const QString &run : mine) {
        const auto outcome = bench.queue->lastOutcome(run);
        const int own = outcome ? exitCode(*outcome) : waits;
        if (own != 0 && (code == 0 || code == waits))
            code = own;
        if (!outcome) {
            const QString vmid = bench.queue->state(run).vmid();
            const QString why = whyItWaits(*bench.queue, run);
            terminal.tell({ { "event", "not-begun" }, { keyOf(Field::Vmid), toStd(vmid) }, { "run", toStd(run) },
                              { "why", toStd(why) } },
                QStringLiteral("%1  was not begun  %2").arg(vmid, why));
        }
        if (const auto record = bench.queue->writeRecord(run))
            terminal.tell({ { "event", "record" }, { "run", toStd(run) }, { "path", toStd(*record) } }, *record);
    }
    return code;
}

} // namespace undock::cli
