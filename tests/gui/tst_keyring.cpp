// Run by with-keyring: a real gnome-keyring answers.

#include "core/base/wipe.h"
#include "gui/app/gui_prompter.h"
#include "secrets/keychain_store.h"
#include "secrets/session_store.h"
#include "support/silent_questions.h"
#include "unit/support/sought_secret.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <future>
#include <thread>

using namespace undock;
using namespace undock::gui;
using namespace undock::gui::test;

namespace {

const QString secret = QStringLiteral("correct-horse-battery-staple");

template <class Function> auto onWorker(Function function)
{
    std::promise<decltype(function())> promise;
    auto future = promise.get_future();
    std::jthread worker([&] { promise.set_value(function()); });
    while (future.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    return future.get();
}

} // namespace

class TestKeyring : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPassphraseGoesToTheKeychainAndComesBack()
    {
        SilentQuestions questions;
        questions.secretAnswer = Questions::SecretAnswer{ secret, true };
        secrets::KeychainStore keychain(std::chrono::seconds(10));
        const SecretPrompt what = SecretPrompt::passphrase(QStringLiteral("/home/lin/.ssh/id_test"));
        {
            secrets::SessionStore session;
            GuiPrompter prompter(questions, keychain, session);
            QCOMPARE(onWorker([&] { return prompter.secret(what); }).value(), secret);
            bool stored = false;
            for (int i = 0; i < 100 && !stored; ++i) { // storing goes on behind the answer
                bool done = false;
                keychain.fetch(
                    secrets::passphraseKey(QStringLiteral("/home/lin/.ssh/id_test")), [&](const auto &found) {
                        stored = found && *found && **found == secret.toUtf8();
                        done = true;
                    });
                QTRY_VERIFY_WITH_TIMEOUT(done, 15000);
            }
            QVERIFY(stored);
        }
        // Another start of the program: nothing in memory, nobody there to ask.
        questions.secretAnswer.reset();
        secrets::SessionStore session;
        GuiPrompter prompter(questions, keychain, session);
        const auto asked = questions.asked.size();
        QCOMPARE(onWorker([&] { return prompter.secret(what); }).value(), secret);
        QCOMPARE(questions.asked.size(), asked);
    }

    void theProgramsMemoryKeepsNone()
    {
        const SoughtSecret typed(QRandomGenerator::global()->bounded(1000u));
        const QString key = secrets::passwordKey(QStringLiteral("root@192.0.2.7"));
        {
            secrets::KeychainStore keychain(std::chrono::seconds(10));
            QByteArray bytes = typed.bytes();
            bool stored = false, fetched = false;
            keychain.store(key, bytes, [&](const Done &done) { stored = done.has_value(); });
            QTRY_VERIFY_WITH_TIMEOUT(stored, 15000);
            wipe(bytes);
            QCOMPARE(typed.timesInMemory(), 0);
            keychain.fetch(key, [&](Result<std::optional<QByteArray>> found) {
                fetched = found && *found && (*found)->size() > 0;
                if (fetched)
                    wipe(**found);
            });
            QTRY_VERIFY_WITH_TIMEOUT(fetched, 15000);
        }
        QCOMPARE(typed.timesInMemory(), 0);
    }

    void noFileHoldsItInTheClear()
    {
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(file.fileName()));
        }
    }
};

QTEST_MAIN(TestKeyring)
#include "tst_keyring.moc"
