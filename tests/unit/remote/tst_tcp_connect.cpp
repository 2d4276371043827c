#include "remote/ssh/tcp_connect.h"

#include <QTest>

#include <future>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;

namespace {

PeerAddress local(quint16 port)
{
    PeerAddress peer;
    auto *address = reinterpret_cast<sockaddr_in *>(&peer.address);
    address->sin_family = AF_INET;
    address->sin_port = htons(port);
    address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peer.size = sizeof *address;
    return peer;
}

/// Listens, and has room for `backlog` + 1 connections that nobody takes.
struct Listener {
    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    PeerAddress peer = local(0);
    std::vector<int> waiting;

    explicit Listener(int backlog)
    {
        socklen_t size = peer.size;
        auto *address = reinterpret_cast<sockaddr *>(&peer.address);
        if (::bind(fd, address, size) != 0 || ::listen(fd, backlog) != 0 || ::getsockname(fd, address, &size) != 0)
            qFatal("cannot listen");
    }
    ~Listener()
    {
        for (const int one : waiting)
            ::close(one);
        ::close(fd);
    }
    /// From now on nothing answers whoever comes.
    void fill()
    {
        while (const auto one = connectTcp({ peer }, QStringLiteral("here"), 200ms, 10s, {}))
            waiting.push_back(*one);
    }
};

} // namespace

/// A name may stand for several addresses, and the name service may never answer.
class TcpConnectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_dead_address_takes_no_time_from_the_next()
    {
        Listener dead(0);
        dead.fill();
        Listener alive(8);
        int looked = 0;
        for (const auto &list :
            { std::vector{ dead.peer, alive.peer }, std::vector{ dead.peer, dead.peer, alive.peer } }) {
            const auto fd = connectTcp(list, QStringLiteral("node"), 300ms, 10s, {});
            QVERIFY2(fd.has_value(), qPrintable(fd ? QString() : fd.error().code));
            ::close(*fd);
            ++looked;
        }
        QCOMPARE(looked, 2);
        const auto none = connectTcp({ dead.peer }, QStringLiteral("node"), 300ms, 10s, {});
        QCOMPARE(none.error().code, QStringLiteral("connect-timeout"));
    }

    void a_name_service_that_never_answers_can_be_left()
    {
        std::promise<void> over;
        const auto never = [left = over.get_future().share()](const QString &, int) {
            left.wait();
            return Result<std::vector<PeerAddress>>(std::vector<PeerAddress>());
        };
        std::stop_source stop;
        std::promise<QString> told;
        std::jthread asking([&] {
            const auto found = addressesOf(QStringLiteral("node.invalid"), 22, stop.get_token(), never);
            told.set_value(found ? QStringLiteral("found") : found.error().code);
        });
        stop.request_stop();
        QCOMPARE(told.get_future().get(), QStringLiteral("stopped"));
        over.set_value();
    }

    void a_name_is_looked_up()
    {
        const auto found = addressesOf(QStringLiteral("127.0.0.1"), 22, {});
        QVERIFY(found.has_value());
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(addressesOf(QStringLiteral("no such name"), 22, {}).error().code, QStringLiteral("dns"));
    }
};

QTEST_GUILESS_MAIN(TcpConnectTest)
#include "tst_tcp_connect.moc"
