#include "secrets/session_store.h"

#include "core/base/wipe.h"

#include <QMutexLocker>

#include <utility>

namespace undock::secrets {

SessionStore::~SessionStore()
{
    for (QByteArray &secret : m_secrets)
        wipe(secret);
}

void SessionStore::fetch(const QString &key, Fetched then)
{
    std::optional<QByteArray> secret;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto found = m_secrets.constFind(key); found != m_secrets.cend())
            secret = QByteArray(found->constData(), found->size());
    }
    then(std::move(secret)); // whoever asked is its only owner, and can wipe it
}

void SessionStore::store(const QString &key, const QByteArray &secret, Finished then)
{
    {
        const QMutexLocker lock(&m_mutex);
        QByteArray &place = m_secrets[key];
        wipe(place);
        place = QByteArray(secret.constData(), secret.size());
    }
    then({});
}

void SessionStore::remove(const QString &key, Finished then)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto found = m_secrets.find(key); found != m_secrets.end()) {
            wipe(*found);
            m_secrets.erase(found);
        }
    }
    then({});
}

} // namespace undock::secrets
