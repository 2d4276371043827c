#pragma once

#include "secrets/secret_store.h"

#include <QHash>
#include <QMutex>

namespace undock::secrets {

/// "Keep until quit": in memory, wiped at the end. Calls back at once; may be used from any thread.
class SessionStore : public SecretStore {
public:
    ~SessionStore() override;
    void fetch(const QString &key, Fetched then) override;
    void store(const QString &key, const QByteArray &secret, Finished then) override;
    void remove(const QString &key, Finished then) override;
    bool untilQuit() const override { return true; }

private:
    QMutex m_mutex;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace undock::secrets
