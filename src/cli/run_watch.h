#pragma once

#include "cli/options.h"
#include "cli/terminal.h"
#include "engine/queue/queue.h"

namespace undock::cli {

/// Prints what the queue's runs do, as it happens. Ctrl-C pauses them between two steps.
void watch(Queue &queue, Terminal &terminal);

/// Puts one task to the queue and runs the event loop until nothing is left to do that
/// could start by itself; the run's last outcome. Tells the record's path at the end.
TaskOutcome carryOutTask(Queue &queue, Terminal &terminal, const QString &run, const Task &task);

/// 0 succeeded, 1 failed and safe, 2 bad input, 3 unknown, 4 refused, 5 waits for a person.
int exitCode(const TaskOutcome &outcome);
/// Of what an error ended; the error is told as well.
int tellError(Terminal &terminal, const Error &error);

/// Why the run is not working now, in English; empty where nothing keeps it.
QString whyItWaits(const Queue &queue, const QString &run);

/// What was asked for is there already and nothing was done: that is success, 0.
int tellUnchanged(Terminal &terminal, const RunState &state, const QString &code, const QString &words);

/// Tells what was changed in the operator's table.
void tellLedgerChange(Terminal &terminal, const RunState &state, const Json &change);

/// Tells the outcome in one line or object.
void tellOutcome(Terminal &terminal, const RunState &state, const Task &task, const TaskOutcome &outcome);

} // namespace undock::cli
