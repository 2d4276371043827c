#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Which OpenClaw is to be installed directly.
class OpenclawVersion {
public:
    enum class Kind {
        Same, ///< what the container runs: the default, because a newer one rewrites data at its first start
        Latest, ///< today's release
        Exact, ///< a named one
    };

    /// `same`, `latest`, or `X.Y.Z[-pre]` by semantic versioning (no leading
    /// zeros, no "v" before it, no "+build"). Errors: `bad-openclaw-version`.
    static Result<OpenclawVersion> parse(QStringView text);
    static OpenclawVersion same() { return OpenclawVersion(Kind::Same, QStringLiteral("same")); }

    Kind kind() const { return m_kind; }
    const QString &toString() const { return m_text; }

    friend bool operator==(const OpenclawVersion &, const OpenclawVersion &) = default;

private:
    OpenclawVersion(Kind kind, QString text)
        : m_kind(kind)
        , m_text(std::move(text))
    {
    }
    Kind m_kind;
    QString m_text;
};

} // namespace undock
