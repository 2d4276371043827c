#pragma once

#include "core/base/json.h"
#include "core/text/redact.h"

namespace undock {

/// `bytes` is how much of the output this is, before what is secret in it was taken out.
Json outputData(const QString &job, qint64 offset, const QByteArray &bytes, const Redactor &redactor);

} // namespace undock
