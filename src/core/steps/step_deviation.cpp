#include "core/steps/step_deviation.h"

#include <QRegularExpression>
#include <QStringList>

namespace undock {

namespace {

std::optional<StepDeviation> parseDeviation(const QString &text)
{
    static const QRegularExpression grammar(QRegularExpression::anchoredPattern(
        QStringLiteral("(?<id>[a-z0-9-]+)(?: if (?:after (?<after>[a-z-]+)|(?:(?<role>[a-z-]+)\\.)?(?<name>[a-z0-9_]+)"
                       "(?:(?<is>!?=)(?<value>[a-z0-9.-]+))?))?")));
    const auto match = grammar.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    using When = StepDeviation::When;
    StepDeviation deviation;
    deviation.id = match.captured(QStringLiteral("id"));
    deviation.name = match.captured(QStringLiteral("name"));
    deviation.value = match.captured(QStringLiteral("value"));
    const QString after = match.captured(QStringLiteral("after"));
    const QString other = after.isEmpty() ? match.captured(QStringLiteral("role")) : after;
    const QString is = match.captured(QStringLiteral("is"));
    deviation.when = !after.isEmpty() ? When::RanAfter
        : !other.isEmpty()            ? When::OtherReported
        : is == QLatin1String("=")    ? When::ParameterIs
        : is == QLatin1String("!=")   ? When::ParameterIsNot
        : deviation.name.isEmpty()    ? When::Ran
                                      : When::Reported;
    if (!other.isEmpty()) {
        deviation.other = stepRoleFromName(other);
        if (!deviation.other || !is.isEmpty())
            return std::nullopt;
    }
    return deviation;
}

} // namespace

std::optional<std::vector<StepDeviation>> parseDeviations(const QString &text)
{
    std::vector<StepDeviation> deviations;
    for (const QString &one : text.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const auto deviation = parseDeviation(one);
        if (!deviation)
            return std::nullopt;
        deviations.push_back(*deviation);
    }
    return deviations;
}

} // namespace undock
