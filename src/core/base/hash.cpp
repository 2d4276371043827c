#include "core/base/hash.h"

#include <QCryptographicHash>

namespace undock {

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace undock
