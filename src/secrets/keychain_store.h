#pragma once

#include "secrets/secret_store.h"

#include <chrono>

namespace undock::secrets {

/// The operating system's keychain, through QtKeychain. Use it on the thread with the
/// application's event loop.
///
/// Errors: NotReached `keychain-unavailable` (no service: a normal state, offer to keep until
/// quit), `keychain-denied`; Unknown `keychain-timeout` (it may be waiting for a person);
/// Failed `keychain-failed`. Nothing is ever written in plain text.
class KeychainStore : public QObject, public SecretStore {
    Q_OBJECT
public:
    explicit KeychainStore(std::chrono::milliseconds timeLimit = std::chrono::seconds(30), QObject *parent = nullptr);
    ~KeychainStore() override;

    void fetch(const QString &key, Fetched then) override;
    void store(const QString &key, const QByteArray &secret, Finished then) override;
    void remove(const QString &key, Finished then) override;
    bool untilQuit() const override { return false; }

private:
    std::chrono::milliseconds m_timeLimit;
};

} // namespace undock::secrets
