#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/config/config_diff.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace undock {

/// A configuration as it is to be written, and what is different in it.
struct TransformResult {
    QByteArray newText; ///< secret: the whole configuration
    Json before; ///< secret, for sideBySide()
    Json after; ///< secret
    std::vector<Change> changes;
    /// What people should know: "code text", with the pointer where there is
    /// one, never a value. Codes: `kept-mode`, `kept-bind`, `old-path`,
    /// `container-path`, `path-rewritten`, `address-direct`, `stale-log-path`, `included-file`, `byte-order-mark`.
    QStringList notes;
};

namespace config {

/// The object at `key`, made empty when it is not there.
/// Errors: `config-shape`, with the pointer, when something else stands there.
Result<Json *> objectAt(Json &parent, const char *key, const QString &parentPointer);

/// What Python takes for false: null, false, 0, and anything empty.
bool isFalsy(const Json &value);

/// Reads the text and makes sure it is an object. Errors: those of parseJsonText(), `config-shape`.
Result<Json> readObject(const QByteArray &text);

} // namespace config

} // namespace undock
