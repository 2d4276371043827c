#pragma once

#include "core/base/result.h"

namespace undock {

/// The mark "no Docker is deleted" of one VM on its node, and nothing of where it is kept.
struct HoldState {
    enum class Kind {
        None,
        Provisional, ///< an acceptance is under way (or its program died in it)
        Definite, ///< an acceptance failed
    };
    enum class Resolved {
        No,
        RolledBack, ///< Docker's version was proven to answer again
        Gone, ///< the VM no longer exists
    };
    Kind kind = Kind::None;
    Resolved resolved = Resolved::No;

    /// While it is there, no deletion starts anywhere in the queue, resolved or not.
    bool forbidsDeletion() const { return kind != Kind::None; }
    friend bool operator==(const HoldState &, const HoldState &) = default;
};

/// How holds come and go (invariant 8). A hold outlives every program: nothing here
/// asks who placed it or whether they still live.
namespace HoldRules {

/// Stage H begins. A definite hold stays definite; what was resolved is open again,
/// because the VM is on its way forward once more.
HoldState acceptanceBegan(HoldState before);
/// Every critical check passed: the only end that needs no person. Counts only of whoever
/// still holds the VM as the mark is taken away: a colleague who took it over may have begun
/// an acceptance of their own, and its mark is the same one.
HoldState acceptancePassed(HoldState before);
HoldState acceptanceFailed(HoldState before);
/// The answer was lost: what was provisional stays so.
HoldState acceptanceUnknown(HoldState before);
HoldState rolledBack(HoldState before);
HoldState vmGone(HoldState before);
/// An operator's word. Refused: `no-hold`, `hold-unresolved`, `reason-missing`.
Result<HoldState> released(HoldState before, QStringView reason);

} // namespace HoldRules

} // namespace undock
