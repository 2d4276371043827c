#include "core/base/result.h"

#include "core/text/phrase.h"

namespace undock {

QString describe(const Error &error)
{
    QString text;
    if (!error.where.isEmpty())
        text += error.where + QStringLiteral(": ");
    text += inEnglish(error.what);
    if (!error.cure.isEmpty())
        text += QStringLiteral(" (") + inEnglish(error.cure) + QLatin1Char(')');
    return text;
}

} // namespace undock
