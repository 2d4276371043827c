#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Release tag of the panel, e.g. `v2026.02.20-r4`. It becomes a path segment of a download address.
class PanelTag {
public:
    /// 1 to 100 of letters, digits, `. _ + -`; begins with a letter or digit,
    /// no "..", does not end in "." or ".lock" (git forbids those in a tag).
    /// Slashes, which git would allow, are refused. Errors: `bad-panel-tag`.
    static Result<PanelTag> parse(QStringView text);

    const QString &toString() const { return m_tag; }

    friend bool operator==(const PanelTag &, const PanelTag &) = default;

private:
    explicit PanelTag(QString tag)
        : m_tag(std::move(tag))
    {
    }
    QString m_tag;
};

} // namespace undock
