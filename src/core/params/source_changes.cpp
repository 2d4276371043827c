#include "core/params/source_changes.h"

#include "core/params/source_url.h"
#include "core/text/display_safe.h"

namespace undock {

namespace {

/// Two spellings of one address (a slash at its end, capitals in its name) are one value.
QString valueOf(const QMap<QString, QString> &fields, Field field)
{
    const QString given = fields.value(nameOf(field)).trimmed();
    if (given.isEmpty())
        return defaultFor(field);
    const auto address = SourceUrl::parse(given, nameOf(field));
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

std::vector<Field> sourceFields()
{
    // Where it comes from is told before which version of it.
    std::vector<Field> fields;
    for (const bool address : { true, false }) {
        for (const FieldRow &row : fieldTable()) {
            if (row.confirmed && (row.group == FieldGroup::Sources) == address)
                fields.push_back(row.field);
        }
    }
    return fields;
}

std::vector<SourceChange> sourceChanges(
    const QMap<QString, QString> &before, const QMap<QString, QString> &after, const std::vector<Field> &fields)
{
    std::vector<SourceChange> changes;
    for (const Field field : fields) {
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
        lines << QStringLiteral("%1: %2 → %3").arg(nameOf(change.field), shown(change.before), shown(change.after));
    return lines.join(QLatin1Char('\n'));
}

} // namespace undock
