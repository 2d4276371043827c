#include "core/base/wipe.h"
#include "gui/app/gui_prompter.h"
#include "gui/app/question_dialogs.h"
#include "gui/settings/app_settings.h"
#include "secrets/session_store.h"
#include "support/silent_questions.h"
#include "unit/support/sought_secret.h"

#include <QLineEdit>
#include <QRandomGenerator>
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

/// Types a password that can be looked for, and holds none itself.
class Typist : public SilentQuestions {
public:
    std::optional<SecretAnswer> secret(QWidget *, const SecretPrompt &, Keychain) override
    {
        return SecretAnswer{ typed.text(), keep };
    }
    SoughtSecret typed{ QRandomGenerator::global()->bounded(1000u) };
    bool keep = false;
};

const SecretPrompt passphrase = SecretPrompt::passphrase(QStringLiteral("/home/lin/.ssh/id_ed25519"));
const SecretPrompt again = SecretPrompt::passphrase(passphrase.of, 1);
const SecretPrompt code = SecretPrompt::question(QStringLiteral("Verification code: "), false);

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
        QCOMPARE(onWorker([&] { return prompter.secret(passphrase); }).value(), QStringLiteral("open sesame"));
    }

    void aKeptSecretIsNotAskedForAgain()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("open sesame"), false };
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        onWorker([&] { return prompter.secret(passphrase); });
        const auto asked = questions.asked.size();
        QCOMPARE(onWorker([&] { return prompter.secret(passphrase); }).value(), QStringLiteral("open sesame"));
        QCOMPARE(questions.asked.size(), asked);
        // The node refused it: the person is asked, the stored one is not tried twice.
        onWorker([&] { return prompter.secret(again); });
        QCOMPARE(questions.asked.size(), asked + 1);
    }

    void withoutAKeychainItIsKeptUntilQuit()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("open sesame"), true };
        NoKeychain keychain;
        secrets::SessionStore session;
        GuiPrompter prompter(questions, keychain, session);
        QCOMPARE(onWorker([&] { return prompter.secret(passphrase); }).value(), QStringLiteral("open sesame"));
        questions.secretAnswer.reset();
        QCOMPARE(onWorker([&] { return prompter.secret(passphrase); }).value(), QStringLiteral("open sesame"));
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
        prompter.setUsuallyKept([&](const SecretPrompt &prompt) { return settings.keepsSecret(prompt); });
        const auto offered = [&](const SecretPrompt &prompt) {
            onWorker([&] { return prompter.secret(prompt); });
            return questions.offered;
        };
        const auto password = [](const char *login) { return SecretPrompt::password(QString::fromUtf8(login)); };
        const auto key = [](const char *file) { return SecretPrompt::passphrase(QString::fromUtf8(file)); };
        QVERIFY(offered(password("root@node-1.example")) == Keychain::Usual);
        QVERIFY(offered(key("/home/lin/.ssh/one")) == Keychain::Usual);
        QVERIFY(offered(password("root@node-2.example:2222")) == Keychain::Offered);
        QVERIFY2(offered(password("root@node-2.example")) == Keychain::Usual, "another port is another login");
        QVERIFY(offered(key("/home/lin/.ssh/two")) == Keychain::Offered);
        QVERIFY(offered(password("root@node-3.example")) == Keychain::Usual);
        // What a node asks in its own words is no password, whatever the words.
        QVERIFY(offered(SecretPrompt::question(QStringLiteral("password of root@node-2.example:2222"), false))
            == Keychain::Absent);
        NoKeychain none;
        GuiPrompter without(questions, none, session);
        onWorker([&] { return without.secret(SecretPrompt::password(QStringLiteral("root@node-1.example"))); });
        QVERIFY(questions.offered == Keychain::Absent);
    }

    void aOneTimeCodeIsNeverKept()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ QStringLiteral("123456"), true };
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        onWorker([&] { return prompter.secret(code); });
        onWorker([&] { return prompter.secret(code); });
        QCOMPARE(questions.asked.size(), 2);
    }

    void whatWasTypedIsNowhereOnceNobodyNeedsIt()
    {
        Typist questions;
        NoKeychain none;
        for (const bool keep : { false, true }) {
            questions.keep = keep;
            {
                secrets::SessionStore session;
                GuiPrompter prompter(questions, none, session);
                // Typed, then taken from the store, then a question whose answer is never kept.
                for (const SecretPrompt &prompt : { passphrase, passphrase, code }) {
                    auto given = onWorker([&] { return prompter.secret(prompt); });
                    QVERIFY(given.has_value());
                    wipe(*given); // as the connection does that asked
                    QVERIFY(questions.typed.timesInMemory() > 0); // kept until the end
                }
            }
            QCOMPARE(questions.typed.timesInMemory(), 0);
        }
    }

    void theDialogHandsThePasswordOverAndKeepsNone()
    {
        const SoughtSecret typed(QRandomGenerator::global()->bounded(1000u));
        {
            SecretDialog dialog(passphrase, Questions::Keychain::Offered);
            auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("secret"));
            field->setText(typed.text());
            QString taken = dialog.takeSecret();
            QCOMPARE(taken.size(), SoughtSecret::size());
            wipe(taken);
            QCOMPARE(typed.timesInMemory(), 0);
            field->setText(typed.text()); // and the dialog is closed without an answer
            QVERIFY(typed.timesInMemory() > 0);
        }
        QCOMPARE(typed.timesInMemory(), 0);
    }

    void decliningIsAnAnswer()
    {
        SilentQuestions questions;
        secrets::SessionStore keychain, session;
        GuiPrompter prompter(questions, keychain, session);
        QVERIFY(!onWorker([&] { return prompter.secret(passphrase); }).has_value());
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
