#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace undock::remote {

/// The same bytes for the same content: no time stamp. Errors: Failed `pack-failed`.
Result<QByteArray> gzip(const QByteArray &content);
/// Errors: Failed `unpack-failed` (not gzip, damaged), `output-too-large` (more than `most` bytes).
Result<QByteArray> gunzip(const QByteArray &packed, qint64 most);

} // namespace undock::remote
