#pragma once

#include "core/run/run_state.h"

#include <QString>

namespace undock::gui {

/// The instruction for another window or an AI (procedure §9) with this VM's parameters.
QString instructionText(const RunState &state, const QString &procedureFile, const QString &baselineFile);

} // namespace undock::gui
