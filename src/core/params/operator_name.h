#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Who carries out a run, as the record names them.
class OperatorName {
public:
    /// 1 to 100 printable characters of any script, spaces around them trimmed.
    /// Control and format characters (newlines, bidi overrides), private use
    /// and lone surrogates are refused, and so is a '-' in front.
    /// Errors: `bad-operator`.
    static Result<OperatorName> parse(QStringView text);

    /// NFC.
    const QString &toString() const { return m_name; }

    friend bool operator==(const OperatorName &, const OperatorName &) = default;

private:
    explicit OperatorName(QString name)
        : m_name(std::move(name))
    {
    }
    QString m_name;
};

} // namespace undock
