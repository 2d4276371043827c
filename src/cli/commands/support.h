#pragma once

#include "cli/messenger.h"
#include "cli/options.h"
#include "cli/run_watch.h"
#include "cli/terminal.h"
#include "cli/terminal_prompter.h"
#include "engine/queue/queue.h"

#include <functional>
#include <memory>

namespace undock::cli {

/// What a command that works on one run needs, made from its command line.
struct Bench {
    CommonOptions options;
    std::unique_ptr<Terminal> terminal;
    std::unique_ptr<TerminalPrompter> prompter;
    std::unique_ptr<Queue> queue;
    std::unique_ptr<Messenger> messenger;
};

/// Parses `arguments` (with `extra` options added first). On bad input or --help the
/// program has been told and `exit` is set.
struct Parsed {
    std::unique_ptr<QCommandLineParser> parser;
    std::optional<int> exit;
    CommonOptions options;
};
Parsed parse(const QStringList &arguments, const QString &description,
    const std::function<void(QCommandLineParser &)> &extra = {});

/// `--accept-sources`, for commands that may install from elsewhere than the desk says.
void addAcceptSources(QCommandLineParser &parser);
bool sourcesAccepted(const QCommandLineParser &parser);

/// Which runs a command wants to know: each has a journal, and a fleet has thousands.
enum class Runs {
    All,
    OfTheVm, ///< of the VM that --vmid or --run name, where one of them does
};
Bench makeBench(const CommonOptions &options, Runs wanted = Runs::All);

/// The run that --run or --vmid (with --node, if given) name; BadInput otherwise.
Result<QString> chosenRun(const Bench &bench);
/// A new run from the parameters. Errors are printed; nullopt then.
std::optional<QString> newRun(Bench &bench);
/// What of `given` (parameters as in the journal) the run was not begun with: "panel_tag v1, now v2".
QStringList changedParameters(const Json &given, const RunState &run);
/// Nothing was written anywhere yet: a new run costs nothing.
bool isOnlyScanned(const RunState &run);
/// The options given now against the unfinished run that they would go on with. Other values than it was begun with:
/// `run` is empty where a new one can be begun, BadInput `parameters-differ` where it is under way.
Done fitsRun(Bench &bench, std::optional<QString> &run);
/// Procedure §0: the procedure's files and the VM's earlier records are read before the
/// first start, once per version of each file. 0, or how the command ends (told).
int readFirst(Bench &bench, const QString &run);

/// `--check`, for verbs that change something.
void addCheckOnly(QCommandLineParser &parser);
bool checkOnly(const QCommandLineParser &parser);
/// What the task would do with the run and what stands against it by the journal; nothing is asked of anybody.
/// `run` empty: a new one would be begun.
int tellWould(Bench &bench, const std::optional<QString> &run, const Task &task);

/// Writes and tells the record; ends the command.
int finish(Bench &bench, const QString &run, const TaskOutcome &outcome);
/// The whole of a command that puts one task to an existing run.
int taskOnRun(const QStringList &arguments, const QString &description, const Task &task,
    const std::function<void(QCommandLineParser &)> &extra = {},
    const std::function<Done(const QCommandLineParser &, Task &)> &fill = {});

} // namespace undock::cli
