#include "core/config/config_backup.h"

#include <QRegularExpression>

namespace undock {

bool isConfigBackupName(const QString &name)
{
    static const QRegularExpression grammar(QStringLiteral("\\Aopenclaw\\.json\\.bak[A-Za-z0-9._:+-]{0,100}\\z"));
    return grammar.match(name).hasMatch();
}

std::optional<QStringList> listedConfigBackups(const RunState &state)
{
    const JobState *list = state.latestGreen(StepRole::ListsConfigs);
    if (!list)
        return {};
    QStringList names;
    for (const QString &line : list->facts.all(u"config")) {
        const QString name = line.section(QLatin1Char(' '), 0, 0);
        if (isConfigBackupName(name))
            names << name;
    }
    return names;
}

} // namespace undock
