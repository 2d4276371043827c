#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/params/field.h"
#include "core/text/phrase.h"

namespace undock::cli {

namespace {

int told(Bench &bench, const Done &done, const Json &data, const QString &words)
{
    if (!done)
        return tellError(*bench.terminal, done.error());
    bench.terminal->tell(data, words);
    return 0;
}

} // namespace

int leaveOutCommand(const QStringList &arguments)
{
    const Parsed parsed = parse(arguments,
        QStringLiteral(
            "Take a run off the list of this desk; its journal stays. It bars no new run of its VM, unless it "
            "has changed the VM."),
        [](QCommandLineParser &parser) {
            parser.addOption(
                { QStringLiteral("back"), QStringLiteral("Put the run (--run) back on the list instead.") });
        });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    const bool back = parsed.parser->isSet(QStringLiteral("back"));
    const auto run = chosenRun(bench);
    if (!run)
        return tellError(*bench.terminal, run.error());
    return told(bench, back ? bench.queue->takeBack(*run) : bench.queue->leaveOut(*run),
        { { "event", back ? "taken-back" : "left-out" }, { "run", toStd(*run) } },
        back ? QStringLiteral("%1 is on the list again").arg(*run) : QStringLiteral("%1 is off the list").arg(*run));
}

int arrangeCommand(const QStringList &arguments)
{
    const Parsed parsed
        = parse(arguments, QStringLiteral("Give a run its place in this desk's queue; the first place is 1."),
            [](QCommandLineParser &parser) {
                parser.addOption(
                    { QStringLiteral("position"), QStringLiteral("The place, from 1 on."), QStringLiteral("N") });
            });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    const auto run = chosenRun(bench);
    bool numeric = false;
    const int position = parsed.parser->value(QStringLiteral("position")).toInt(&numeric);
    if (!run || !numeric || position < 1)
        return tellError(*bench.terminal,
            run ? Error{ Error::Kind::BadInput, QStringLiteral("usage"), phrase("place-number"),
                QStringLiteral("--position"), phrase("cure-arrange-help") }
                : run.error());
    return told(bench, bench.queue->move(*run, position - 1),
        { { "event", "arranged" }, { "run", toStd(*run) },
            { "position", static_cast<int>(bench.queue->runs().indexOf(*run)) + 1 } },
        QStringLiteral("%1 has place %2 of %3")
            .arg(*run)
            .arg(bench.queue->runs().indexOf(*run) + 1)
            .arg(bench.queue->runs().size()));
}

int retireNodeCommand(const QStringList &arguments)
{
    const Parsed parsed = parse(arguments,
        QStringLiteral("Every node that this desk ever worked with is asked for holds before a deletion. One that is "
                       "gone for good is taken out of that by name and with a reason; a new run for it puts it back."),
        [](QCommandLineParser &parser) {
            parser.addOption(
                { QStringLiteral("reason"), QStringLiteral("Why it is not asked any more."), QStringLiteral("TEXT") });
        });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options);
    const auto node = NodeTarget::parse(parsed.options.given(Field::Node));
    if (!node)
        return tellError(*bench.terminal, node.error());
    return told(bench,
        bench.queue->retireNode(
            *node, parsed.options.given(Field::Operator), parsed.parser->value(QStringLiteral("reason"))),
        { { "event", "node-retired" }, { keyOf(Field::Node), toStd(node->toString()) } },
        QStringLiteral("%1 is not asked before a deletion any more").arg(node->toString()));
}

} // namespace undock::cli
