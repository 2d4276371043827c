#include "core/base/passing_trouble.h"

#include <QStringList>

namespace undock {

bool timeHeals(const Error &error)
{
    static const QStringList codes{ QStringLiteral("refused"), QStringLiteral("no-route"),
        QStringLiteral("connect-timeout"), QStringLiteral("connect-failed"), QStringLiteral("key-exchange-failed"),
        QStringLiteral("link-lost"), QStringLiteral("peer-silent"), QStringLiteral("jump-failed"),
        QStringLiteral("dns"), QStringLiteral("cluster-down") };
    return codes.contains(error.code);
}

} // namespace undock
