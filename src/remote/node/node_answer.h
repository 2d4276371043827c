#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace undock::remote {

/// What a node script of ours printed: `key value` lines and a closing `end`.
/// Values that may hold anything travel as base64.
class NodeAnswer {
public:
    /// Errors: Unknown `node-answer-broken` (cut off or not ours).
    static Result<NodeAnswer> parse(const QByteArray &out);

    bool has(QByteArrayView key) const;
    QByteArray value(QByteArrayView key) const; ///< first of that key, or empty
    std::optional<qint64> number(QByteArrayView key) const;
    QByteArray decoded(QByteArrayView key) const; ///< base64 of the first of that key
    QList<QByteArray> all(QByteArrayView key) const;
    const QList<std::pair<QByteArray, QByteArray>> &lines() const { return m_lines; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_lines;
};

} // namespace undock::remote
