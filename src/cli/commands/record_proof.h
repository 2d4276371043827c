#pragma once

#include "cli/commands/support.h"

namespace undock::cli {

/// `record verify`: a bundle's files, chain and signatures, or a run's journal on this desk.
int verifyBundleFile(Bench &bench, const QCommandLineParser &parser);
int verifyJournal(Bench &bench, const QString &run);
/// `record sign`: a signature beside the bundle's index.
int signBundleFile(Bench &bench, const QString &path, const QString &key);

} // namespace undock::cli
