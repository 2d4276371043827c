#include "engine/records/signing_setting.h"

#include <QDir>
#include <QSettings>

namespace undock {

namespace {

const QString alwaysName = QStringLiteral("desk/sign_always");
const QString keyName = QStringLiteral("desk/signing_key");

} // namespace

SigningSetting SigningSetting::in(const QString &dataFolder)
{
    QSettings settings(QDir(dataFolder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    return in(settings);
}

SigningSetting SigningSetting::in(QSettings &settings)
{
    return { settings.value(alwaysName, false).toBool(), settings.value(keyName).toString() };
}

void SigningSetting::write(QSettings &settings) const
{
    settings.setValue(alwaysName, always);
    settings.setValue(keyName, key);
}

} // namespace undock
