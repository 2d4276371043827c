#include "engine/run/connection.h"
#include "unit/remote/private_sshd.h"

#include <QTest>

#include <future>
#include <mutex>

using namespace undock;
using remote::PrivateSshd;

namespace {

class Nobody : public Prompter {
public:
    bool trustHost(const QString &, const QString &) override { return false; }
    std::optional<QString> secret(const SecretPrompt &) override { return {}; }
};

/// Types only when told to, and notes how often each thing was asked for.
class SlowTypist : public Prompter {
public:
    bool trustHost(const QString &, const QString &) override { return true; }
    std::optional<QString> secret(const SecretPrompt &prompt) override
    {
        {
            const std::lock_guard lock(mutex);
            asked << prompt.of + QLatin1Char(' ') + QString::number(prompt.attempt);
        }
        if (prompt.kind == SecretPrompt::Kind::Password) {
            typing.set_value();
            typed.get_future().wait();
        }
        return QStringLiteral("open sesame");
    }
    std::mutex mutex;
    QStringList asked;
    std::promise<void> typing, typed;
};

} // namespace

class ConnectionTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_node_that_stays_away_is_an_answer_not_a_crash()
    {
        PrivateSshd sshd;
        QVERIFY(sshd.start());
        sshd.write(QStringLiteral("known_hosts"), sshd.knownHostsLine(QStringLiteral("host")));
        Nobody nobody;
        Connection connection(sshd.target(), *Vmid::parse(QStringLiteral("101")),
            { sshd.path(QStringLiteral("known_hosts")), sshd.path(QStringLiteral("user")), {} }, nobody);
        QVERIFY(connection.ensure({}));
        sshd.stop();
        // The link breaks under a question, and cannot be had again.
        const auto lost = connection.guest().report(QStringLiteral("101-x"), 1);
        QVERIFY(!lost);
        QVERIFY(!connection.ensure({}));
        const auto again = connection.guest().report(QStringLiteral("101-x"), 1);
        QVERIFY(!again);
        QVERIFY(again.error().kind == Error::Kind::Unknown || again.error().kind == Error::Kind::NotReached);
        (void)connection.shell();
        (void)connection.traffic();
        QVERIFY(sshd.start());
        QVERIFY(connection.ensure({}));
    }

    /// The lease has a thread of its own, which may be asked something while a person still types for the worker's.
    void nobody_waits_for_what_a_person_types_elsewhere()
    {
        SlowTypist person;
        Connection connection(
            *NodeTarget::parse(QStringLiteral("root@192.0.2.1")), *Vmid::parse(QStringLiteral("101")), {}, person);
        remote::Prompter &bridge = connection.sshPrompter();
        auto first
            = std::async(std::launch::async, [&] { return bridge.password(QStringLiteral("root@192.0.2.1"), 1); });
        person.typing.get_future().wait();
        auto others = std::async(std::launch::async, [&] {
            const bool trusted
                = bridge.hostKeyFirstContact(QStringLiteral("h"), QStringLiteral("k"), QStringLiteral("f"));
            const QList<remote::LoginQuestion> code{ { QStringLiteral("code"), true } };
            for (int i = 0; i < 2; ++i)
                bridge.keyboardInteractive(QStringLiteral("root@192.0.2.1"), {}, {}, code);
            return trusted && bridge.passphrase(QStringLiteral("/key"), 1).has_value();
        });
        const bool went = others.wait_for(std::chrono::seconds(20)) == std::future_status::ready;
        person.typed.set_value();
        QVERIFY2(went, "waits until the password is typed");
        QVERIFY(others.get());
        QCOMPARE(first.get().value(), QByteArray("open sesame"));
        // What is known is not asked for again; a code always is.
        QCOMPARE(bridge.password(QStringLiteral("root@192.0.2.1"), 1).value(), QByteArray("open sesame"));
        QCOMPARE(person.asked,
            (QStringList{ QStringLiteral("root@192.0.2.1 0"), QStringLiteral("root@192.0.2.1: code 0"),
                QStringLiteral("root@192.0.2.1: code 1"), QStringLiteral("/key 0") }));
    }
};

QTEST_GUILESS_MAIN(ConnectionTests)
#include "tst_connection.moc"
