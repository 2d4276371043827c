#include "core/text/human.h"

namespace undock {

/// One digit after the point below ten; cut, not rounded, so that 999,999 bytes are not "1000 kB".
static QString oneDigit(qint64 value, qint64 unit, const QString &name)
{
    const qint64 whole = value / unit;
    const qint64 tenth = value % unit * 10 / unit;
    if (whole >= 10)
        return QStringLiteral("%1 %2").arg(whole).arg(name);
    return QStringLiteral("%1.%2 %3").arg(whole).arg(tenth).arg(name);
}

QString humanSize(qint64 bytes)
{
    if (bytes < 0)
        return QStringLiteral("unknown");
    if (bytes < 1000)
        return QStringLiteral("%1 B").arg(bytes);
    constexpr const char *names[] = { "kB", "MB", "GB", "TB", "PB", "EB" };
    qint64 unit = 1000;
    int step = 0;
    while (bytes / unit >= 1000 && step < 5) {
        unit *= 1000;
        ++step;
    }
    return oneDigit(bytes, unit, QString::fromLatin1(names[step]));
}

QString humanDuration(qint64 milliseconds)
{
    if (milliseconds < 0)
        return QStringLiteral("unknown");
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 60)
        return oneDigit(milliseconds, 1000, QStringLiteral("s"));
    const QLatin1Char zero('0');
    if (seconds < 3600)
        return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
    return QStringLiteral("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, zero);
}

} // namespace undock
