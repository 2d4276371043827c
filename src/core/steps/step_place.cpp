#include "core/steps/step_place.h"

namespace undock {

namespace {

std::optional<StepPlace> parsePlace(const QString &text)
{
    QStringList words = text.split(QLatin1Char(' '));
    StepPlace place;
    if (words.size() == 3) {
        const auto order = parseOrder(words.takeFirst());
        if (!order)
            return std::nullopt;
        place.order = *order;
    }
    bool numeric = false;
    place.chain = words.value(0);
    place.number = words.value(1).toInt(&numeric);
    if (words.size() != 2 || !numeric || place.number < 1)
        return std::nullopt;
    const bool known = place.order ? chainsOf(*place.order).contains(place.chain)
                                   : chainsOfTheirOwn().contains(place.chain)
            || (chainsOf(Order::Procedure).contains(place.chain) && chainsOf(Order::Early).contains(place.chain));
    return known ? std::optional(place) : std::nullopt;
}

} // namespace

QStringList chainsOf(Order order)
{
    const QString beforeTheStop = order == Order::Early ? QLatin1String(prepareChain) : QStringLiteral("backup");
    return { QLatin1String(scanChain), beforeTheStop, QStringLiteral("switch"), QLatin1String(acceptanceChain) };
}

QStringList chainsOfTheirOwn()
{
    return { QLatin1String(rollbackChain), QLatin1String(restoreChain), QLatin1String(deletionChain) };
}

std::optional<std::vector<StepPlace>> parsePlaces(const QString &text)
{
    std::vector<StepPlace> places;
    for (const QString &one : text.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const auto place = parsePlace(one);
        if (!place)
            return std::nullopt;
        places.push_back(*place);
    }
    return places;
}

} // namespace undock
