#pragma once

#include <QByteArray>
#include <QString>

namespace undock {

/// What is only in memory: never journaled, gone with the task.
struct RunSecrets {
    QByteArray configNew; ///< openclaw.json as it will be
    QByteArray panelConfigNew; ///< panel.config.json as it will be
    QString configSha256; ///< of the openclaw.json that `configNew` was made from
    QString panelConfigSha256; ///< of the panel's, or "missing"
    QString installerSeen; ///< sum of what this run's installer address gave for an earlier VM; empty: never seen
    QString panelSeen; ///< the same of the panel's release
};

} // namespace undock
