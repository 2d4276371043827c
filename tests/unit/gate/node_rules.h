#pragma once

#include "core/base/result.h"
#include "core/gate/deletion.h"

#include <algorithm>

/// What resources/node/hold.sh and qm-call.sh decide, as a model that can be put through every order of events.
/// tst_node_rules holds the scripts themselves against it.
namespace node_rules {

/// The mark "no Docker is deleted" of one VM on its node.
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

    bool forbidsDeletion() const { return kind != Kind::None; }
    friend bool operator==(const HoldState &, const HoldState &) = default;
};

/// A definite hold stays definite; what was resolved is open again.
inline HoldState acceptanceBegan(HoldState before)
{
    using Kind = HoldState::Kind;
    return { before.kind == Kind::Definite ? Kind::Definite : Kind::Provisional, HoldState::Resolved::No };
}

/// Counts only of whoever still holds the VM as the mark is taken away.
inline HoldState acceptancePassed(HoldState)
{
    return {};
}

inline HoldState acceptanceFailed(HoldState)
{
    return { HoldState::Kind::Definite, HoldState::Resolved::No };
}

inline HoldState acceptanceUnknown(HoldState before)
{
    return before;
}

inline HoldState rolledBack(HoldState before)
{
    if (before.kind != HoldState::Kind::None)
        before.resolved = HoldState::Resolved::RolledBack;
    return before;
}

inline HoldState vmGone(HoldState before)
{
    if (before.kind != HoldState::Kind::None)
        before.resolved = HoldState::Resolved::Gone;
    return before;
}

/// Refused: `reason-missing`, `no-hold`, `hold-unresolved`.
inline undock::Result<HoldState> released(HoldState before, QStringView reason)
{
    const auto no
        = [](const char *code) { return undock::fail(undock::Error::Kind::Refused, QLatin1String(code), {}); };
    if (std::all_of(reason.begin(), reason.end(), [](QChar c) { return c.isSpace(); }))
        return no("reason-missing");
    if (before.kind == HoldState::Kind::None)
        return no("no-hold");
    if (before.resolved == HoldState::Resolved::No)
        return no("hold-unresolved");
    return HoldState{};
}

/// What the node asks as it sends a deletion: no mark of any VM, and the card is still the run's.
inline bool mayDelete(const std::vector<undock::NodeHolds::Mark> &marks, const std::optional<undock::CardSeen> &card,
    const QString &run, qint64 generation)
{
    return marks.empty() && card && card->live && card->run == run && card->generation == generation;
}

} // namespace node_rules
