#pragma once

#include <QString>

class QSettings;

namespace undock {

/// Whether every bundle is signed as it is made, and with which key: as the operator set it in `<data
/// folder>/settings.ini`, for the windows and the command line alike.
struct SigningSetting {
    bool always = false;
    QString key; ///< a private key's file, or its public half where the agent has the key

    static SigningSetting in(const QString &dataFolder);
    static SigningSetting in(QSettings &settings);
    void write(QSettings &settings) const;
};

} // namespace undock
