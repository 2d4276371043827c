#pragma once

#include "core/base/result.h"

#include <QStringView>

namespace undock {

/// SHA-256 that a download must have.
class Sha256Sum {
public:
    /// 64 hexadecimal digits. `field` is what an error names. Errors: `bad-sha256`.
    static Result<Sha256Sum> parse(QStringView text, const QString &field);

    /// In lower case.
    const QString &toString() const { return m_sum; }

    friend bool operator==(const Sha256Sum &, const Sha256Sum &) = default;

private:
    explicit Sha256Sum(QString sum)
        : m_sum(std::move(sum))
    {
    }
    QString m_sum;
};

} // namespace undock
