#pragma once

#include "core/params/run_parameters.h"

#include <QString>
#include <QStringList>

namespace undock {

/// What the operator's desk knows beside the run's parameters.
struct InstructionContext {
    QString procedureFile; ///< the operator's own procedure; empty: named by what it is
    QString baselineFile; ///< conclusions and baseline (执行基线); empty: named by what it is
    QStringList earlierRecords; ///< of this VM, oldest first
    QString recordsFolder; ///< where the record is to be written; empty: the procedure's
};

/// The text with which another window, a colleague or an AI is set to work on one VM
/// (procedure §9), its parameters filled in: what to read, what to do in which order, what
/// never to do, what to report. `language`: "zh" or "en".
QString instructionText(const RunParameters &parameters, const InstructionContext &context, const QString &language);

} // namespace undock
