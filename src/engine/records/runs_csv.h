#pragma once

#include "core/run/run_state.h"

#include <QByteArray>

#include <vector>

namespace undock {

/// One line a run (VMID, name, node, start, outcome, outage, sizes, versions) for a spreadsheet:
/// UTF-8 with a byte order mark, and no cell that a spreadsheet would take for a formula.
QByteArray runsCsv(const std::vector<RunState> &runs);

} // namespace undock
