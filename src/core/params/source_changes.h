#pragma once

#include "core/params/field.h"

#include <QMap>
#include <QString>

#include <vector>

namespace undock {

/// The fields whose value decides which code root runs in the VM: addresses, repository, version and release.
std::vector<Field> sourceFields();

struct SourceChange {
    Field field;
    QString before; ///< in force here; empty: the field's default says so
    QString after;
};

/// What of the sources in `after` is not what `before` says. Both are fields as of toFields(), or as a file or a
/// settings page has them: one that is missing or empty stands for its default.
std::vector<SourceChange> sourceChanges(const QMap<QString, QString> &before, const QMap<QString, QString> &after,
    const std::vector<Field> &fields = sourceFields());
/// One change a line: "installer_url: https://a → http://b (plain http)". Fit to be shown.
QString describeSourceChanges(const std::vector<SourceChange> &changes);

} // namespace undock
