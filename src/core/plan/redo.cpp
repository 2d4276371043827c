#include "core/plan/redo.h"

#include "core/steps/step.h"

namespace undock {

QString redoFrom(const QString &failureCode)
{
    for (const Step &step : StepCatalog::own().all()) {
        if (step.redoOn.contains(failureCode))
            return step.id;
    }
    return {};
}

} // namespace undock
