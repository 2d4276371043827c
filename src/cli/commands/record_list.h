#pragma once

#include "cli/commands/support.h"

namespace undock::cli {

/// `record list`: which records this desk has of what is asked for.
void addListOptions(QCommandLineParser &parser);
int listRecordsCommand(const Parsed &parsed);

} // namespace undock::cli
