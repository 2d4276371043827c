#pragma once

#include <QByteArray>
#include <QString>

#include <cstring>

namespace undock {

/// Overwrites a secret, then drops it. A text that others share is theirs to wipe: writing to it would only make a copy.
inline void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        explicit_bzero(secret.data(), size_t(secret.size()));
    secret.clear();
}
inline void wipe(QString &secret)
{
    if (secret.isDetached())
        explicit_bzero(secret.data(), size_t(secret.size()) * sizeof(QChar));
    secret.clear();
}

} // namespace undock
