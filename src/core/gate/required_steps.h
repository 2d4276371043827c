#pragma once

#include "core/params/choices.h"
#include "core/verdict/verdict.h"

#include <QStringList>

namespace undock {

/// The steps that must be green before what follows the stage may begin. Empty for
/// Rollback: its steps depend on where the run stands.
QStringList requiredSteps(Stage stage);

/// What "prepare early" does before the stop, in order: installing and a first copy,
/// which touch nothing that is in use. Empty for the procedure's order.
QStringList earlySteps(Order order);

} // namespace undock
