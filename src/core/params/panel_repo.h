#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Repository that publishes the panel: `owner/name`, by GitHub's rules for both.
class PanelRepo {
public:
    /// Owner: 1 to 39 letters, digits and single inner hyphens. Name: 1 to 100
    /// of letters, digits, `. _ -`, not beginning with '-', not "." or "..",
    /// not ending in ".git". Errors: `bad-panel-repo`.
    static Result<PanelRepo> parse(QStringView text);

    const QString &owner() const { return m_owner; }
    const QString &name() const { return m_name; }
    QString toString() const { return m_owner + QLatin1Char('/') + m_name; }

    friend bool operator==(const PanelRepo &, const PanelRepo &) = default;

private:
    PanelRepo(QString owner, QString name)
        : m_owner(std::move(owner))
        , m_name(std::move(name))
    {
    }
    QString m_owner;
    QString m_name;
};

} // namespace undock
