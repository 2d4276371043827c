#pragma once

#include "core/params/field.h"

namespace undock {

/// A value of each field that is nobody's default, in its canonical form. A new field needs one here: nothing tests its
/// way through the program without.
inline QMap<QString, QString> uncommonFields()
{
    return { { QStringLiteral("vmid"), QStringLiteral("107") }, { QStringLiteral("ip"), QStringLiteral("10.10.10.17") },
        { QStringLiteral("node"), QStringLiteral("ops@192.0.2.20:2222") },
        { QStringLiteral("panel_tag"), QStringLiteral("v2026.02.20-r3") },
        { QStringLiteral("panel_repo"), QStringLiteral("someone/panel") },
        { QStringLiteral("openclaw_version"), QStringLiteral("2026.2.17") },
        { QStringLiteral("gateway_mode"), QStringLiteral("remote") },
        { QStringLiteral("order"), QStringLiteral("early") },
        { QStringLiteral("installer_url"), QStringLiteral("https://one.example/i.sh") },
        { QStringLiteral("panel_source"), QStringLiteral("https://two.example") },
        { QStringLiteral("npm_registry"), QStringLiteral("https://three.example/npm") },
        { QStringLiteral("installer_sha256"), QString(64, QLatin1Char('a')) },
        { QStringLiteral("panel_sha256"), QString(64, QLatin1Char('b')) },
        { QStringLiteral("steady_seconds"), QStringLiteral("90") },
        { QStringLiteral("least_free_mib"), QStringLiteral("2048") },
        { QStringLiteral("operator"), QStringLiteral("Han Meimei") } };
}

inline QString uncommon(Field field)
{
    return uncommonFields().value(nameOf(field));
}

} // namespace undock
