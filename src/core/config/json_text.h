#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace undock {

/// Reads JSON whose every value will survive being written again.
///
/// Refused, with the place as JSON pointer in Error::where (empty: the whole
/// document): numbers that a double or a 64-bit integer cannot hold to the last
/// digit, lone surrogates, a key that stands twice in one object, nesting beyond
/// 100, NaN and infinities, bytes that are not UTF-8, more than 8 MiB, and what
/// is not JSON. A byte order mark is passed over.
/// Errors: `json-number`, `json-string`, `json-duplicate-key`, `json-too-deep`,
/// `json-too-large`, `json-syntax`.
Result<Json> parseJsonText(const QByteArray &text);

/// Writes what Python's `json.dumps(value, ensure_ascii=False, indent=2)` and a
/// line end give, byte for byte. For values that parseJsonText() let pass.
QByteArray jsonText(const Json &value);

/// A finite number as Python writes it: `1.0`, `1e+16`, `1e-05`, `-0.0`.
QByteArray pythonFloat(double value);

/// The decimal number (JSON's grammar) is what `value` reads as when written
/// with as many digits, at most the 17 that tell every double apart: nobody
/// who reads a double can see a difference. The sign of zero counts.
bool isFaithful(const QByteArray &spelling, double value);

/// "/gateway/port" and "0" give "/gateway/port/0"; "~" and "/" in the key are escaped (RFC 6901).
QString childPointer(const QString &parent, const QString &key);

} // namespace undock
