#include "core/gate/hold_rules.h"

#include <algorithm>

namespace undock::HoldRules {

using Kind = HoldState::Kind;
using Resolved = HoldState::Resolved;

namespace {

HoldState resolvedAs(HoldState before, Resolved how)
{
    if (before.kind != Kind::None)
        before.resolved = how;
    return before;
}

} // namespace

HoldState acceptanceBegan(HoldState before)
{
    return { before.kind == Kind::Definite ? Kind::Definite : Kind::Provisional, Resolved::No };
}

HoldState acceptancePassed(HoldState)
{
    return {};
}

HoldState acceptanceFailed(HoldState)
{
    return { Kind::Definite, Resolved::No };
}

HoldState acceptanceUnknown(HoldState before)
{
    return before;
}

HoldState rolledBack(HoldState before)
{
    return resolvedAs(before, Resolved::RolledBack);
}

HoldState vmGone(HoldState before)
{
    return resolvedAs(before, Resolved::Gone);
}

Result<HoldState> released(HoldState before, QStringView reason)
{
    if (before.kind == Kind::None)
        return fail(Error::Kind::Refused, QStringLiteral("no-hold"), QStringLiteral("there is no hold on this VM"));
    if (before.resolved == Resolved::No) {
        return fail(Error::Kind::Refused, QStringLiteral("hold-unresolved"),
            QStringLiteral("its acceptance has neither passed, nor was the VM rolled back, nor is it gone"), {},
            QStringLiteral("run the acceptance again or roll the VM back first"));
    }
    if (std::all_of(reason.begin(), reason.end(), [](QChar c) { return c.isSpace(); })) {
        return fail(Error::Kind::Refused, QStringLiteral("reason-missing"),
            QStringLiteral("a hold is released with a reason only"), QStringLiteral("reason"),
            QStringLiteral("say why no data can be lost"));
    }
    return HoldState{};
}

} // namespace undock::HoldRules
