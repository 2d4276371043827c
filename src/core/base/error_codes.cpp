#include "core/base/error_codes.h"

#include <algorithm>
#include <iterator>

namespace undock {

namespace {

enum class Then { TryAgain, WaitForTurn, EndFollowing, ReadAgain, LeaveUndecided, AskPerson };

constexpr struct {
    const char *code;
    Then then;
} errorCodes[] = {
    { "refused", Then::TryAgain }, // the port: nothing listens there now
    { "no-route", Then::TryAgain },
    { "connect-timeout", Then::TryAgain },
    { "connect-failed", Then::TryAgain },
    { "key-exchange-failed", Then::TryAgain },
    { "link-lost", Then::TryAgain },
    { "peer-silent", Then::TryAgain },
    { "jump-failed", Then::TryAgain },
    { "dns", Then::TryAgain },
    { "cluster-down", Then::TryAgain },

    { "slots-full", Then::WaitForTurn },
    { "vm-taken", Then::WaitForTurn },

    { "journal-unwritable", Then::EndFollowing },
    { "job-not-launched", Then::EndFollowing },
    { "lease-lost", Then::EndFollowing },
    { overdueCode, Then::EndFollowing },
    { "cancel-unheard", Then::EndFollowing },
    { "output-withheld", Then::EndFollowing },

    { "config-changed", Then::ReadAgain },
    { "panel-config-changed", Then::ReadAgain },
    { "container-changed", Then::ReadAgain },

    { "interrupted", Then::LeaveUndecided },
    { "died", Then::LeaveUndecided },

    { "copy-unproven", Then::AskPerson },
    { "sources-differ", Then::AskPerson },
};

bool comesNext(const Error &error, Then then)
{
    return std::any_of(std::begin(errorCodes), std::end(errorCodes),
        [&](const auto &row) { return row.then == then && error.code == QLatin1String(row.code); });
}

} // namespace

bool timeHeals(const Error &error)
{
    return comesNext(error, Then::TryAgain);
}

bool waitsForItsTurn(const Error &error)
{
    return comesNext(error, Then::WaitForTurn);
}

bool endsFollowing(const Error &error)
{
    return comesNext(error, Then::EndFollowing);
}

bool wasReadTooEarly(const Error &error)
{
    return comesNext(error, Then::ReadAgain);
}

bool leavesUndecided(const Error &error)
{
    return comesNext(error, Then::LeaveUndecided);
}

bool personMayAccept(const Error &error)
{
    return comesNext(error, Then::AskPerson);
}

} // namespace undock
