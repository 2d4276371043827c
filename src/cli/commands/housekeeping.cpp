#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/housekeeping/leftover.h"
#include "core/text/display_safe.h"
#include "core/text/human.h"
#include "core/text/phrase.h"

#include <algorithm>

namespace undock::cli {

namespace {

Json toJson(const Leftover &one)
{
    Json object = { { "event", "leftover" }, { "kind", toStd(leftoverKindName(one.kind)) }, { "path", toStd(one.path) },
        { "bytes", one.bytes }, { "files", one.files }, { "changed", toStd(one.changed.toUTC().toString(Qt::ISODate)) },
        { "removable", one.removable() } };
    if (!one.reason.isEmpty())
        object["stays"] = toStd(one.reason);
    if (!one.run.isEmpty())
        object["run"] = toStd(one.run);
    return object;
}

void tell(Terminal &terminal, const std::vector<Leftover> &found)
{
    for (const Leftover &one : found) {
        terminal.tell(toJson(one),
            QStringLiteral("%1  %2  %3%4")
                .arg(humanSize(one.bytes).rightJustified(8),
                    one.changed.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")), one.path,
                    one.removable() ? QString() : QStringLiteral("  (stays: %1)").arg(one.reason)));
    }
    if (found.empty())
        terminal.say(QStringLiteral("migrations left nothing behind in this VM"));
}

TaskOutcome listOn(Bench &bench, const QString &run)
{
    Task task;
    task.kind = Task::Kind::ListLeftovers;
    return carryOutTask(*bench.queue, *bench.terminal, run, task);
}

/// What the operator is about to lose, and whether they say yes.
bool confirmed(const std::vector<Leftover> &listed, const QStringList &paths, bool yes)
{
    if (yes)
        return true;
    qint64 bytes = 0;
    for (const Leftover &one : listed) {
        if (paths.contains(one.path))
            bytes += one.bytes;
    }
    return TerminalPrompter::confirm(
        displaySafe(QStringLiteral("Remove for good (%1):\n  %2\nNothing brings it back. Remove it?")
                        .arg(humanSize(bytes), paths.join(QStringLiteral("\n  ")))
                        .toUtf8()),
        QStringLiteral("--yes"));
}

int remove(Bench &bench, const QString &run, QStringList paths, bool yes)
{
    paths.removeDuplicates();
    for (const QString &path : paths) {
        if (!isLeftoverPath(path))
            return tellError(*bench.terminal,
                { Error::Kind::BadInput, QStringLiteral("foreign-item"), phrase("leftover-foreign-path"), {},
                    phrase("cure-leftover-path") });
    }
    if (paths.isEmpty())
        return tellError(*bench.terminal,
            { Error::Kind::BadInput, QStringLiteral("no-item"), phrase("leftover-none-named"), {},
                phrase("cure-leftover-paths") });
    if (const TaskOutcome listed = listOn(bench, run); listed.kind != TaskOutcome::Kind::Succeeded)
        return finish(bench, run, listed);
    const auto found = listedLeftovers(bench.queue->state(run)).value_or(std::vector<Leftover>());
    tell(*bench.terminal, found);
    if (!confirmed(found, paths, yes)) {
        if (const auto unanswered = TerminalPrompter::unanswered())
            return tellError(*bench.terminal, *unanswered);
        return tellError(*bench.terminal,
            { Error::Kind::Refused, QStringLiteral("not-confirmed"), phrase("nothing-was-removed"), {},
                phrase("cure-confirm-or-yes") });
    }
    Task task;
    task.kind = Task::Kind::RemoveLeftovers;
    task.items = paths;
    return finish(bench, run, carryOutTask(*bench.queue, *bench.terminal, run, task));
}

} // namespace

int housekeepingCommand(const QStringList &arguments)
{
    QStringList rest = arguments;
    const QString verb = rest.value(1);
    const bool removes = verb == QLatin1String("remove");
    if (removes || verb == QLatin1String("list"))
        rest.removeAt(1);
    const Parsed parsed = parse(rest,
        QStringLiteral("What migrations left behind in a VM: old backups, folders that were moved aside, folders of "
                       "runs.\n"
                       "  housekeeping [list]       with size, age, and why one must stay\n"
                       "  housekeeping remove PATH…  remove these, one after the other. Never the newest backup, nor "
                       "what belongs to an\n"
                       "                            unfinished run or to a VM whose Docker is not deleted."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(
                QStringLiteral("PATH"), QStringLiteral("With remove: what is to go."), QStringLiteral("[PATH…]"));
            parser.addOption({ QStringLiteral("yes"), QStringLiteral("With remove: do not ask again.") });
        });
    if (parsed.exit)
        return *parsed.exit;
    const QStringList paths = parsed.parser->positionalArguments();
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    if (!removes && !paths.isEmpty())
        return tellError(*bench.terminal,
            { Error::Kind::BadInput, QStringLiteral("bad-verb"), phrase("neither-list-nor-remove"), {},
                QStringLiteral("see --help") });
    const auto run = chosenRun(bench);
    if (!run)
        return tellError(*bench.terminal, run.error());
    if (removes)
        return remove(bench, *run, paths, parsed.parser->isSet(QStringLiteral("yes")));
    const TaskOutcome outcome = listOn(bench, *run);
    if (outcome.kind == TaskOutcome::Kind::Succeeded)
        tell(*bench.terminal, listedLeftovers(bench.queue->state(*run)).value_or(std::vector<Leftover>()));
    return exitCode(outcome);
}

} // namespace undock::cli
