#pragma once

#include "core/steps/step_role.h"

#include <QString>

#include <optional>
#include <vector>

namespace undock {

/// That a step departs from the printed procedure, and when. The words are in resources/words, by `id`.
struct StepDeviation {
    enum class When {
        Ran, ///< ID: whenever the step ran
        Reported, ///< ID if FACT: the step reported something else than "", "0" or "no"
        OtherReported, ///< ID if ROLE.FACT: the step of that role did
        ParameterIs, ///< ID if PARAMETER=VALUE
        ParameterIsNot, ///< ID if PARAMETER!=VALUE
        RanAfter, ///< ID if after ROLE: the step ran after the one of that role
    };
    QString id;
    When when = When::Ran;
    QString name; ///< of the fact or parameter
    QString value; ///< of the parameter
    std::optional<StepRole> other;
};

/// As a header writes them, separated by ", "; nothing when one is not understood.
std::optional<std::vector<StepDeviation>> parseDeviations(const QString &text);

} // namespace undock
