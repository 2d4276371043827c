#include "core/params/thresholds.h"

#include "core/params/field.h"
#include "core/params/grammar.h"

namespace undock {

namespace {

QByteArray range(int least, int most)
{
    return QByteArrayLiteral("give digits only, from ") + QByteArray::number(least) + " to " + QByteArray::number(most);
}

} // namespace

Result<int> parseSteadySeconds(QStringView text)
{
    const qint64 seconds = grammar::plainNumber(text, 3);
    if (seconds < leastSteadySeconds || seconds > mostSteadySeconds)
        return grammar::refuse("bad-steady-seconds", nameOf(Field::SteadySeconds),
            "this is not a number of seconds that services can be watched for",
            range(leastSteadySeconds, mostSteadySeconds));
    return static_cast<int>(seconds);
}

Result<int> parseLeastFreeMib(QStringView text)
{
    const qint64 mebibytes = grammar::plainNumber(text, 7);
    if (mebibytes < leastFreeMibLow || mebibytes > leastFreeMibHigh)
        return grammar::refuse("bad-least-free", nameOf(Field::LeastFreeMib),
            "this is not an amount of free space in MiB", range(leastFreeMibLow, leastFreeMibHigh));
    return static_cast<int>(mebibytes);
}

} // namespace undock
