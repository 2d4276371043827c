#pragma once

#include <QByteArray>
#include <QString>

namespace undock {

/// Lower-case hex SHA-256 of the bytes.
QString sha256Hex(const QByteArray &bytes);

} // namespace undock
