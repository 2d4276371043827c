#pragma once

#include "core/base/json.h"

#include <QString>

#include <vector>

namespace undock {

/// One key that a transform changed, ready to be shown: secrets are masked.
struct Change {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString pointer; ///< JSON pointer (RFC 6901)
    QString before; ///< compact JSON, empty when added
    QString after; ///< compact JSON, empty when removed
    bool secret = false; ///< something in it was masked
    friend bool operator==(const Change &, const Change &) = default;
};

/// Differences in the order of the documents, objects and lists gone into as far as both have them.
std::vector<Change> configChanges(const Json &before, const Json &after);

/// The texts that stand under a secret-looking name, anywhere below it. Not: references to variables, plain words,
/// numbers, paths, addresses without a login.
QStringList secretsOfConfig(const Json &value);

/// A copy with what is secret replaced by a mark: values under secret-looking
/// names (isSecretName()), and secrets inside other texts (Redactor).
/// References to variables (`${NAME}`), empty texts, truth values and null stay.
Json maskedConfig(const Json &value);

} // namespace undock
