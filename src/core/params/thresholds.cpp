#include "core/params/thresholds.h"

#include "core/params/field.h"
#include "core/params/grammar.h"
#include "core/text/phrase.h"

namespace undock {

namespace {

QString range(int least, int most)
{
    return phrase("cure-digits-from-to", { { "least", least }, { "most", most } });
}

} // namespace

Result<int> parseSteadySeconds(QStringView text)
{
    const qint64 seconds = grammar::plainNumber(text, 3);
    if (seconds < leastSteadySeconds || seconds > mostSteadySeconds)
        return grammar::refuse("bad-steady-seconds", nameOf(Field::SteadySeconds), phrase("bad-steady-seconds"),
            range(leastSteadySeconds, mostSteadySeconds));
    return static_cast<int>(seconds);
}

Result<int> parseLeastFreeMib(QStringView text)
{
    const qint64 mebibytes = grammar::plainNumber(text, 7);
    if (mebibytes < leastFreeMibLow || mebibytes > leastFreeMibHigh)
        return grammar::refuse("bad-least-free", nameOf(Field::LeastFreeMib), phrase("bad-least-free"),
            range(leastFreeMibLow, leastFreeMibHigh));
    return static_cast<int>(mebibytes);
}

} // namespace undock
