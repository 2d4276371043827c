#include "secrets/keychain_store.h"

#include "core/base/wipe.h"
#include "core/text/phrase.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace undock::secrets {
namespace {

using Kind = Error::Kind;

const QString service = QStringLiteral("openclaw-undock");

Error explain(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    // What a machine without a Secret Service, or with one that cannot be unlocked, answers (libsecret and QtKeychain
    // 0.13).
    case QKeychain::OtherError:
        return { Kind::NotReached, QStringLiteral("keychain-unavailable"),
            phrase("keychain-unavailable", { { "error", job.errorString() } }), QStringLiteral("keychain"),
            phrase("cure-keep-until-end") };
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return { Kind::NotReached, QStringLiteral("keychain-denied"), phrase("keychain-denied"),
            QStringLiteral("keychain"), phrase("cure-unlock-keychain") };
    default:
        return { Kind::Failed, QStringLiteral("keychain-failed"),
            phrase("keychain-failed", { { "error", job.errorString() } }), QStringLiteral("keychain"), {} };
    }
}

Error tookTooLong()
{
    return { Kind::Unknown, QStringLiteral("keychain-timeout"), phrase("keychain-timeout"), QStringLiteral("keychain"),
        phrase("cure-keychain-waits") };
}

/// One request with its one answer, whichever comes first: the job's end, the time limit, or
/// the store's. The job itself cannot be ended from outside; it deletes itself when it is done.
class Request : public QObject {
public:
    using Answer = std::function<void(QKeychain::Job *)>; ///< null: no answer came

    Request(QKeychain::Job *job, std::chrono::milliseconds limit, QObject *store, Answer then)
        : QObject(store)
        , m_then(std::move(then))
    {
        QObject::connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *done) { answer(done); });
        QTimer::singleShot(limit, this, [this] { answer(nullptr); });
        job->start();
    }
    ~Request() override { answer(nullptr); }

private:
    void answer(QKeychain::Job *job)
    {
        if (!m_then)
            return;
        const Answer then = std::exchange(m_then, {});
        then(job);
        deleteLater();
    }
    Answer m_then;
};

void prepare(QKeychain::Job &job, const QString &key)
{
    job.setAutoDelete(true);
    job.setInsecureFallback(false);
    job.setKey(key);
}

/// What the job read, for whoever asked alone; the job's own bytes are overwritten.
std::optional<QByteArray> taken(const QKeychain::ReadPasswordJob &job)
{
    QByteArray bytes = job.binaryData();
    QByteArray own(bytes.constData(), bytes.size());
    wipeForAll(bytes);
    return own;
}

Request::Answer finish(SecretStore::Finished then)
{
    return [then = std::move(then)](QKeychain::Job *job) {
        if (!job)
            then(tl::make_unexpected(tookTooLong()));
        else if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            then({});
        else
            then(tl::make_unexpected(explain(*job)));
    };
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds timeLimit, QObject *parent)
    : QObject(parent)
    , m_timeLimit(timeLimit)
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::fetch(const QString &key, Fetched then)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    prepare(*job, key);
    new Request(job, m_timeLimit, this, [then = std::move(then)](QKeychain::Job *done) {
        if (!done)
            then(tl::make_unexpected(tookTooLong()));
        else if (done->error() == QKeychain::NoError)
            then(taken(*static_cast<QKeychain::ReadPasswordJob *>(done)));
        else if (done->error() == QKeychain::EntryNotFound)
            then(std::optional<QByteArray>());
        else
            then(tl::make_unexpected(explain(*done)));
    });
}

void KeychainStore::store(const QString &key, const QByteArray &secret, Finished then)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    prepare(*job, key);
    job->setBinaryData(secret);
    new Request(job, m_timeLimit, this, [finished = finish(std::move(then))](QKeychain::Job *done) {
        // The job would hold the secret beyond the answer; then nobody could wipe it.
        if (done)
            static_cast<QKeychain::WritePasswordJob *>(done)->setBinaryData({});
        finished(done);
    });
}

void KeychainStore::remove(const QString &key, Finished then)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    prepare(*job, key);
    new Request(job, m_timeLimit, this, finish(std::move(then)));
}

} // namespace undock::secrets
