#pragma once

#include "cli/commands/support.h"

namespace undock::cli {

/// `record bundle`, `record export`, `record timeline`: one file about one run.
int writeRunFile(Bench &bench, const QCommandLineParser &parser, const QString &verb, const QString &run);
/// `record summary`, `record export --format csv`, `record timeline --batch`: one file about every run of the desk.
int writeOverview(Bench &bench, const QCommandLineParser &parser, const QString &verb);
/// `record handover`: the text for the VM's user and the one for its next operator.
int tellHandover(Bench &bench, const QCommandLineParser &parser, const QString &run);

} // namespace undock::cli
