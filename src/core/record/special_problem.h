#pragma once

#include <QString>

namespace undock {

/// What went wrong on a machine, as operators write it down.
struct SpecialProblem {
    QString symptom;
    QString cause;
    QString handling;
    QString prevention;
};

/// Reads an operator's text: lines that begin with 现象/原因/处理/防复发 (or symptom, cause,
/// handling, prevention) and a colon, or four parts separated by → or ->. Anything else is
/// the symptom as a whole: nothing that was written is dropped.
SpecialProblem parseSpecialProblem(const QString &text);

} // namespace undock
