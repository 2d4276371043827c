#include "core/gate/required_steps.h"

namespace undock {

QStringList requiredSteps(Stage stage)
{
    const auto steps = [](std::initializer_list<const char *> names) {
        QStringList list;
        for (const char *name : names)
            list << QLatin1String(name);
        return list;
    };
    switch (stage) {
    case Stage::A:
        return steps({ "a-scan", "a-config" });
    case Stage::B:
        return steps({ "b-archive", "b-verify" });
    case Stage::C:
        return steps({ "c-policy", "c-stop", "c-supplement", "c-manifest" });
    case Stage::D:
        return steps({ "d-install" });
    case Stage::E:
        return steps({ "e-copy", "e-environment", "e-adapt", "e-config", "e-place" });
    case Stage::F:
        return steps({ "f-panel", "f-config" });
    case Stage::G:
        return steps({ "g-units", "g-start" });
    case Stage::H:
        return steps({ "h-checks" });
    case Stage::I:
        return steps({ "i-save", "i-delete", "i-check" });
    case Stage::Rollback:
    case Stage::Housekeeping:
        break;
    }
    return {};
}

QStringList earlySteps(Order order)
{
    if (order != Order::Early)
        return {};
    return { QStringLiteral("d-install"), QStringLiteral("f-panel"), QStringLiteral("e-precopy") };
}

} // namespace undock
