#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Address that an installer, the panel or packages are fetched from.
class SourceUrl {
public:
    /// `https://host[:port][/path]`; `http://` is accepted and flagged by
    /// isPlainHttp(). No user information, query or fragment (they carry
    /// secrets into journals), no "." or ".." segment, ASCII only with valid
    /// percent escapes, at most 2,000 characters. `field` is what an error names.
    /// Errors: `bad-url`, `bad-host`, `bad-port`.
    static Result<SourceUrl> parse(QStringView text, const QString &field = QStringLiteral("url"));

    /// Nobody on the way is kept from changing what is fetched: worth a warning.
    bool isPlainHttp() const { return m_url.startsWith(QLatin1String("http://")); }
    /// Scheme and host in lower case, default port left out, no slash at the end.
    const QString &toString() const { return m_url; }

    friend bool operator==(const SourceUrl &, const SourceUrl &) = default;

private:
    explicit SourceUrl(QString url)
        : m_url(std::move(url))
    {
    }
    QString m_url;
};

} // namespace undock
