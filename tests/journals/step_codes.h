#pragma once

#include "core/journal/event.h"

#include <stdexcept>
#include <vector>

/// What a test's journal tells although no script sends it.
class UnsentCode : public std::invalid_argument {
public:
    using std::invalid_argument::invalid_argument;
};

/// What the shipped steps can tell, read from their scripts and tools while the tests are built
/// (tests/guest/step_codes.py), and of the desk's own two from its sources.
namespace stepcodes {

enum class Kind { Finding, Warning, Failure, Check, Fact };

bool sends(const QString &step, Kind kind, const QString &name);
bool anyStepSends(Kind kind, const QString &name);
/// Of all steps, each once; a finding as `LEVEL CODE`. `*` stands for a place that is chosen while a step runs.
QStringList all(Kind kind);

/// Throws UnsentCode, which names it, where the step never tells this fact; a finding, warning, failure or check is
/// looked up by its code.
void refuseUnsentFact(const QString &step, const QString &key, const QString &value);

/// Throws UnsentCode, which names it, where the event tells what no script sends: the facts, findings, warnings,
/// failure and checks of an `end`, the rows of an `acceptance`, the code of an `acknowledged`.
void refuseUnsent(const undock::JournalEvent &event);

} // namespace stepcodes
