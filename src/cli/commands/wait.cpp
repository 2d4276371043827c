#include "cli/commands/commands.h"
#include "cli/commands/support.h"
#include "cli/run_watch.h"
#include "core/text/phrase.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>
#include <chrono>

namespace undock::cli {

namespace {

Result<QStringList> phasesAsked(const QCommandLineParser &parser)
{
    const QStringList asked
        = parser.value(QStringLiteral("until")).split(QLatin1Char(','), Qt::SplitBehaviorFlags::SkipEmptyParts);
    const bool good = !asked.isEmpty() && std::all_of(asked.begin(), asked.end(), [](const QString &phase) {
        return phaseFromName(phase).has_value();
    });
    if (good)
        return asked;
    return fail(Error::Kind::BadInput, QStringLiteral("bad-phase"), phrase("which-phase"), QStringLiteral("--until"),
        phrase("cure-phases", { { "phases", phaseNames().join(QStringLiteral(", ")) } }));
}

Result<int> secondsAsked(const QCommandLineParser &parser)
{
    bool numeric = false;
    const int seconds = parser.value(QStringLiteral("timeout")).toInt(&numeric);
    if (numeric && seconds >= 0)
        return seconds;
    return fail(Error::Kind::BadInput, QStringLiteral("bad-number"), phrase("no-seconds"), QStringLiteral("--timeout"),
        phrase("cure-whole-seconds"));
}

} // namespace

int waitCommand(const QStringList &arguments)
{
    const Parsed parsed = parse(arguments,
        QStringLiteral("Wait until a run of this desk is in a phase (--until), whichever program works on it. Reads "
                       "its journal alone, and changes nothing."),
        [](QCommandLineParser &parser) {
            parser.addOption({ QStringLiteral("until"),
                QStringLiteral("The phase as 'status' names it; several with commas."), QStringLiteral("PHASE") });
            parser.addOption({ QStringLiteral("timeout"), QStringLiteral("Give up after this time; default 3600."),
                QStringLiteral("SECONDS"), QStringLiteral("3600") });
        });
    if (parsed.exit)
        return *parsed.exit;
    Bench bench = makeBench(parsed.options, Runs::OfTheVm);
    const auto phases = phasesAsked(*parsed.parser);
    const auto seconds = secondsAsked(*parsed.parser);
    const auto run = chosenRun(bench);
    for (const Error *error :
        { phases ? nullptr : &phases.error(), seconds ? nullptr : &seconds.error(), run ? nullptr : &run.error() }) {
        if (error)
            return tellError(*bench.terminal, *error);
    }
    const QDeadlineTimer over{ std::chrono::seconds(*seconds) };
    while (true) {
        const auto contents = bench.queue->store().read(*run);
        const QString phase = contents ? phaseName(RunState::of(contents->events).phase()) : QString();
        if (contents && phases->contains(phase)) {
            bench.terminal->tell({ { "event", "reached" }, { "run", toStd(*run) }, { "phase", toStd(phase) } },
                QStringLiteral("%1 is %2").arg(*run, phase));
            return 0;
        }
        if (over.hasExpired())
            return tellError(*bench.terminal,
                { Error::Kind::Unknown, QStringLiteral("not-yet"),
                    contents ? phrase("run-is-in-phase", { { "run", *run }, { "phase", phase } })
                             : contents.error().what,
                    *run, phrase("cure-wait-longer") });
        QThread::msleep(300);
    }
}

} // namespace undock::cli
