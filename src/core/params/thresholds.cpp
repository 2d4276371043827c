#include "core/params/thresholds.h"

#include "core/params/grammar.h"

namespace undock {

Result<int> parseSteadySeconds(QStringView text)
{
    const qint64 seconds = grammar::plainNumber(text, 3);
    if (seconds < leastSteadySeconds || seconds > mostSteadySeconds)
        return grammar::refuse("bad-steady-seconds", QStringLiteral("steady_seconds"),
            "this is not a number of seconds that services can be watched for", "give digits only, from 4 to 300");
    return static_cast<int>(seconds);
}

Result<int> parseLeastFreeMib(QStringView text)
{
    const qint64 mebibytes = grammar::plainNumber(text, 7);
    if (mebibytes < leastFreeMibLow || mebibytes > leastFreeMibHigh)
        return grammar::refuse("bad-least-free", QStringLiteral("least_free_mib"),
            "this is not an amount of free space in MiB", "give digits only, from 64 to 1048576");
    return static_cast<int>(mebibytes);
}

} // namespace undock
