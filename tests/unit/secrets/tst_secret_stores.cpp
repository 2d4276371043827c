// Secrets are kept until quit, or by a keychain that may be missing or silent; never elsewhere.
#include "secrets/keychain_store.h"
#include "secrets/session_store.h"

#include <QTest>

using namespace undock;
using namespace undock::secrets;
using namespace std::chrono_literals;

class SecretStoresTest : public QObject {
    Q_OBJECT

    static std::optional<QByteArray> fetched(SecretStore &store, const QString &key)
    {
        std::optional<QByteArray> found;
        store.fetch(
            key, [&](const Result<std::optional<QByteArray>> &result) { found = result.value_or(std::nullopt); });
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // A machine without a desktop: whatever bus the tests are started on is not to be asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        qunsetenv("DISPLAY");
        qunsetenv("XDG_CURRENT_DESKTOP");
    }

    void keysArePrefixed()
    {
        QCOMPARE(
            passwordKey(QStringLiteral("root@192.0.2.1")), QStringLiteral("openclaw-undock/password/root@192.0.2.1"));
        QVERIFY(passphraseKey(QStringLiteral("/k")).startsWith(QStringLiteral("openclaw-undock/")));
    }

    void untilQuitItIsKeptReplacedAndForgotten()
    {
        SessionStore store;
        QVERIFY(store.untilQuit());
        QVERIFY(!fetched(store, QStringLiteral("a")));
        store.store(QStringLiteral("a"), QByteArray("x\0y", 3), [](const Done &done) { QVERIFY(done); });
        QCOMPARE(fetched(store, QStringLiteral("a")).value(), QByteArray("x\0y", 3));
        store.store(QStringLiteral("a"), "z", [](const Done &) {});
        QCOMPARE(fetched(store, QStringLiteral("a")).value(), QByteArray("z"));
        store.remove(QStringLiteral("a"), [](const Done &done) { QVERIFY(done); });
        QVERIFY(!fetched(store, QStringLiteral("a")));
    }

    void theCallersOwnCopyIsNotWiped()
    {
        SessionStore store;
        const QByteArray mine = QByteArray("secret").repeated(3);
        store.store(QStringLiteral("a"), mine, [](const Done &) {});
        const auto copy = fetched(store, QStringLiteral("a"));
        store.remove(QStringLiteral("a"), [](const Done &) {});
        QCOMPARE(mine, QByteArray("secretsecretsecret"));
        QCOMPARE(copy.value(), mine);
    }

    void withoutAKeychainThatIsSaidAndNothingIsKept()
    {
        KeychainStore store(5s);
        int calls = 0;
        Error error;
        store.store(QStringLiteral("openclaw-undock/test"), "secret", [&](const Done &done) {
            ++calls;
            if (!done)
                error = done.error();
        });
        QTRY_COMPARE_WITH_TIMEOUT(calls, 1, 10000);
        QCOMPARE(error.code, QStringLiteral("keychain-unavailable"));
        QCOMPARE(error.kind, Error::Kind::NotReached);
        store.fetch(QStringLiteral("openclaw-undock/test"), [&](const Result<std::optional<QByteArray>> &found) {
            ++calls;
            QVERIFY(!found);
        });
        QTRY_COMPARE_WITH_TIMEOUT(calls, 2, 10000);
    }

    void aStoreThatGoesAnswersWhatIsStillOpen()
    {
        int calls = 0;
        {
            KeychainStore store(60s);
            store.remove(QStringLiteral("openclaw-undock/test"), [&](const Done &done) {
                ++calls;
                QVERIFY(!done);
            });
        }
        QCOMPARE(calls, 1);
        QTest::qWait(300); // the keychain's own late answer must find nobody, and do no harm
        QCOMPARE(calls, 1);
    }
};

QTEST_GUILESS_MAIN(SecretStoresTest)
#include "tst_secret_stores.moc"
