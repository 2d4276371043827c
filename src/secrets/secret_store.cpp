#include "secrets/secret_store.h"

namespace undock::secrets {

QString passwordKey(const QString &userAtHost)
{
    return QStringLiteral("openclaw-undock/password/") + userAtHost;
}

QString passphraseKey(const QString &keyFile)
{
    return QStringLiteral("openclaw-undock/passphrase/") + keyFile;
}

QString webhookKey()
{
    return QStringLiteral("openclaw-undock/webhook");
}

} // namespace undock::secrets
