#include "secrets/keychain_store.h"

#include <QTest>

using namespace undock;
using namespace undock::secrets;

// On a real Secret Service (with-desktop starts one): what is stored is there for
// the next start of the program, and gone when the operator forgets it.
class Keychain : public QObject {
    Q_OBJECT
private:
    static Done stored(SecretStore &store, const QString &key, const QByteArray &secret)
    {
        std::optional<Done> end;
        store.store(key, secret, [&](const Done &done) { end = done; });
        return QTest::qWaitFor([&] { return end.has_value(); }, 20000) ? *end : Done{};
    }
    static Result<std::optional<QByteArray>> fetched(SecretStore &store, const QString &key)
    {
        std::optional<Result<std::optional<QByteArray>>> end;
        store.fetch(key, [&](const auto &result) { end = result; });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&] { return end.has_value(); }, 20000);
        return end.value_or(std::optional<QByteArray>{});
    }

private Q_SLOTS:
    void a_secret_outlives_the_store_that_took_it()
    {
        const QString key = passwordKey(QStringLiteral("root@192.0.2.7"));
        const QByteArray secret = QByteArrayLiteral("p\xC3\xA4ss wort\n$(id)");
        {
            KeychainStore store;
            QVERIFY(stored(store, key, secret).has_value());
        }
        KeychainStore later;
        auto found = fetched(later, key);
        QVERIFY(found.has_value());
        QCOMPARE(found->value_or(QByteArray()), secret);

        std::optional<Done> removed;
        later.remove(key, [&](const Done &done) { removed = done; });
        QVERIFY(QTest::qWaitFor([&] { return removed.has_value(); }, 20000));
        QVERIFY(removed->has_value());
        found = fetched(later, key);
        QVERIFY(found.has_value() && !found->has_value());
    }

    void what_was_never_stored_is_nothing_and_no_error()
    {
        KeychainStore store;
        const auto found = fetched(store, passphraseKey(QStringLiteral("/nowhere/key")));
        QVERIFY(found.has_value() && !found->has_value());
    }
};

QTEST_MAIN(Keychain)
#include "tst_keychain.moc"
