#pragma once

#include "cli/commands/support.h"

namespace undock::cli {

/// `record bundle`, `record export`: one file about one run.
int writeRunFile(Bench &bench, const QCommandLineParser &parser, const QString &verb, const QString &run);
/// `record summary`, `record export --format csv`: one file about every run of the desk.
int writeOverview(Bench &bench, const QCommandLineParser &parser, const QString &verb);

} // namespace undock::cli
