#include "core/params/source_changes.h"

#include "core/params/run_parameters.h"
#include "core/params/source_url.h"
#include "core/text/display_safe.h"

namespace undock {

namespace {

/// Two spellings of one address (a slash at its end, capitals in its name) are one value.
QString valueOf(const QMap<QString, QString> &fields, const QString &field)
{
    const QString given = fields.value(field).trimmed();
    if (given.isEmpty())
        return defaultFor(field);
    const auto address = SourceUrl::parse(given, field);
    return address ? address->toString() : given;
}

QString shown(const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("(the client's own)");
    return displayLine(value, 200)
        + (value.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ? QStringLiteral(" (plain http)")
                                                                           : QString());
}

} // namespace

QStringList sourceFields()
{
    return { QStringLiteral("installer_url"), QStringLiteral("panel_source"), QStringLiteral("npm_registry"),
        QStringLiteral("panel_repo"), QStringLiteral("openclaw_version"), QStringLiteral("panel_tag") };
}

std::vector<SourceChange> sourceChanges(
    const QMap<QString, QString> &before, const QMap<QString, QString> &after, const QStringList &fields)
{
    std::vector<SourceChange> changes;
    for (const QString &field : fields) {
        const QString had = valueOf(before, field);
        const QString has = valueOf(after, field);
        if (had != has)
            changes.push_back({ field, had, has });
    }
    return changes;
}

QString describeSourceChanges(const std::vector<SourceChange> &changes)
{
    QStringList lines;
    for (const SourceChange &change : changes)
        lines << QStringLiteral("%1: %2 → %3").arg(change.field, shown(change.before), shown(change.after));
    return lines.join(QLatin1Char('\n'));
}

} // namespace undock
