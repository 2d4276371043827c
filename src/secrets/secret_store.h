#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace undock::secrets {

/// Where passwords and passphrases are kept. Asynchronous: a keychain may ask the person first.
/// Callbacks come on the store's thread, exactly once, also when the store is destroyed before.
class SecretStore {
public:
    using Fetched = std::function<void(Result<std::optional<QByteArray>>)>; ///< nothing: not stored
    using Finished = std::function<void(Done)>;

    virtual ~SecretStore() = default;
    virtual void fetch(const QString &key, Fetched then) = 0;
    virtual void store(const QString &key, const QByteArray &secret, Finished then) = 0;
    virtual void remove(const QString &key, Finished then) = 0;
    /// True for one that forgets when the program ends.
    virtual bool untilQuit() const = 0;
};

/// Key names. They are prefixed because one system looks secrets up by key alone (facts.md §6).
QString passwordKey(const QString &userAtHost);
QString passphraseKey(const QString &keyFile);
QString webhookKey();

} // namespace undock::secrets
