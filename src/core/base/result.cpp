#include "core/base/result.h"

namespace undock {

QString describe(const Error &error)
{
    QString text;
    if (!error.where.isEmpty())
        text += error.where + QStringLiteral(": ");
    text += error.what;
    if (!error.cure.isEmpty())
        text += QStringLiteral(" (") + error.cure + QLatin1Char(')');
    return text;
}

} // namespace undock
