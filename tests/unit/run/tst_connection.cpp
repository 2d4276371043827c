#include "engine/run/connection.h"
#include "unit/remote/private_sshd.h"

#include <QTest>

using namespace undock;
using remote::PrivateSshd;

namespace {

class Nobody : public Prompter {
public:
    bool trustHost(const QString &, const QString &) override { return false; }
    std::optional<QString> secret(const QString &, bool, int) override { return {}; }
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
};

QTEST_GUILESS_MAIN(ConnectionTests)
#include "tst_connection.moc"
