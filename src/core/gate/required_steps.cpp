#include "core/gate/required_steps.h"

#include "core/steps/step.h"

namespace undock {

namespace {

/// The steps of a chain, or of an order's chains, that a header calls required.
QStringList requiredOf(const QStringList &chains, std::optional<Order> order, Stage stage)
{
    QStringList required;
    for (const QString &chain : chains) {
        for (const QString &id : StepCatalog::own().chain(chain, order)) {
            const Step *step = StepCatalog::own().find(id);
            if (step->requiredByStage && step->stage == stage)
                required << id;
        }
    }
    return required;
}

} // namespace

QStringList requiredSteps(Stage stage)
{
    if (stage == Stage::I)
        return requiredOf({ QLatin1String(deletionChain) }, std::nullopt, stage);
    return requiredOf(chainsOf(Order::Procedure), Order::Procedure, stage);
}

QStringList earlySteps(Order order)
{
    QStringList early;
    if (order != Order::Early)
        return early;
    for (const QString &id : StepCatalog::own().chain(QLatin1String(prepareChain), order)) {
        if (StepCatalog::own().find(id)->requiredEarly)
            early << id;
    }
    return early;
}

} // namespace undock
