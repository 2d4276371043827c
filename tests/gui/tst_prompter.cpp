#include "gui/app/gui_prompter.h"
#include "gui/settings/app_settings.h"
#include "secrets/session_store.h"
#include "support/silent_questions.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

/// A desk without a keychain service: a normal state.
class NoKeychain : public secrets::SecretStore {
public:
    void fetch(const QString &, Fetched then) override
    {
        then(fail(Error::Kind::NotReached, QStringLiteral("keychain-unavailable"), QStringLiteral("no service")));
    }
    void store(const QString &, const QByteArray &, Finished then) override
    {
        then(fail(Error::Kind::NotReached, QStringLiteral("keychain-unavailable"), QStringLiteral("no service")));
    }
    void remove(const QString &, Finished then) override { then({}); }
    bool untilQuit() const override { return false; }
};

template <class Function> auto onWorker(Function function)
{
    std::promise<decltype(function())> promise;
    auto future = promise.get_future();
    std::jthread worker([&] { promise.set_value(function()); });
    while (future.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return future.get();
}

const QString passphrase = QStringLiteral("passphrase of /home/lin/.ssh/id_ed25519");

} // namespace

class TestPrompter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWorkerGetsThePersonsAnswer()
    {
        SilentQuestions questions;
        questions.trust = true;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("open sesame"), false };
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        QVERIFY(onWorker(
            [&] { return prompter.trustHost(QStringLiteral("node-1.example"), QStringLiteral("SHA256:abc")); }));
        QCOMPARE(questions.asked.last(), QStringLiteral("trust node-1.example SHA256:abc"));
        QCOMPARE(
            onWorker([&] { return prompter.secret(passphrase, false, 0); }).value(), QStringLiteral("open sesame"));
    }

    void aKeptSecretIsNotAskedForAgain()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("open sesame"), false };
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        onWorker([&] { return prompter.secret(passphrase, false, 0); });
        const auto asked = questions.asked.size();
        QCOMPARE(
            onWorker([&] { return prompter.secret(passphrase, false, 0); }).value(), QStringLiteral("open sesame"));
        QCOMPARE(questions.asked.size(), asked);
        // The node refused it: the person is asked, the stored one is not tried twice.
        onWorker([&] { return prompter.secret(passphrase, false, 1); });
        QCOMPARE(questions.asked.size(), asked + 1);
    }

    void withoutAKeychainItIsKeptUntilQuit()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("open sesame"), true };
        NoKeychain keychain;
        secrets::SessionStore session;
        GuiPrompter prompter(questions, keychain, session);
        QCOMPARE(
            onWorker([&] { return prompter.secret(passphrase, false, 0); }).value(), QStringLiteral("open sesame"));
        questions.secretAnswer.reset();
        QCOMPARE(
            onWorker([&] { return prompter.secret(passphrase, false, 0); }).value(), QStringLiteral("open sesame"));
    }

    void theNodesSettingSaysWhereItsSecretsAreUsuallyKept()
    {
        using Keychain = Questions::Keychain;
        QTemporaryDir folder;
        AppSettings settings(folder.path());
        settings.setNodes({ { QStringLiteral("root@node-1.example"), {}, QStringLiteral("/home/lin/.ssh/one"), true },
            { QStringLiteral("root@node-2.example:2222"), {}, QStringLiteral("/home/lin/.ssh/two"), false } });
        SilentQuestions questions;
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        prompter.setUsuallyKept([&](const QString &what) { return settings.keepsSecret(what); });
        const auto offered = [&](const char *what) {
            onWorker([&] { return prompter.secret(QString::fromUtf8(what), false, 0); });
            return questions.offered;
        };
        QVERIFY(offered("password of root@node-1.example") == Keychain::Usual);
        QVERIFY(offered("passphrase of /home/lin/.ssh/one") == Keychain::Usual);
        QVERIFY(offered("password of root@node-2.example") == Keychain::Offered);
        QVERIFY(offered("passphrase of /home/lin/.ssh/two") == Keychain::Offered);
        QVERIFY(offered("password of root@node-3.example") == Keychain::Usual);
        NoKeychain none;
        GuiPrompter without(questions, none, session);
        onWorker([&] { return without.secret(QStringLiteral("password of root@node-1.example"), false, 0); });
        QVERIFY(questions.offered == Keychain::Absent);
    }

    void aOneTimeCodeIsNeverKept()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("123456"), true };
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        onWorker([&] { return prompter.secret(QStringLiteral("Verification code: "), false, 0); });
        onWorker([&] { return prompter.secret(QStringLiteral("Verification code: "), false, 0); });
        QCOMPARE(questions.asked.size(), 2);
    }

    void decliningIsAnAnswer()
    {
        SilentQuestions questions;
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        QVERIFY(!onWorker([&] { return prompter.secret(passphrase, false, 0); }).has_value());
        QVERIFY(!onWorker([&] { return prompter.trustHost(QStringLiteral("h"), QStringLiteral("f")); }));
    }

    void aWorkerCanLeaveWhenTheProgramEnds()
    {
        SilentQuestions questions;
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        std::atomic<bool> left = false;
        std::jthread worker([&] {
            (void)prompter.trustHost(QStringLiteral("h"), QStringLiteral("f"));
            left = true;
        });
        QThread::msleep(50); // no events are handled here: nobody answers
        prompter.decline();
        worker.join();
        QVERIFY(left);
    }
};

QTEST_MAIN(TestPrompter)
#include "tst_prompter.moc"
