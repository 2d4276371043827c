#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>

namespace undock {

/// Overwrites `size` bytes, also where the compiler sees that nobody reads them any more. Any thread.
void overwrite(void *bytes, std::size_t size);

/// Overwrites a secret, then drops it. A text that others share is theirs to wipe: writing to it would only make a
/// copy.
inline void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        overwrite(secret.data(), size_t(secret.size()));
    secret.clear();
}
inline void wipe(QString &secret)
{
    if (secret.isDetached())
        overwrite(secret.data(), size_t(secret.size()) * sizeof(QChar));
    secret.clear();
}

/// Also where others share it, who are known to be through with it.
inline void wipeForAll(QByteArray &secret)
{
    if (!secret.isEmpty())
        overwrite(const_cast<char *>(secret.constData()), size_t(secret.size()));
    secret.clear();
}

} // namespace undock
