// One VM, one owner; three slots a node; nothing lost when a program or a link dies.
#include "remote/node/lease_keeper.h"

#include "unit/remote/local_node.h"

#include <QElapsedTimer>
#include <QProcess>

#include <atomic>
#include <mutex>
#include <thread>

using namespace undock;
using namespace undock::remote;
using namespace std::chrono_literals;

namespace {

using Kind = Error::Kind;
using State = LeaseKeeper::State;

/// A connection that a test can break: cut ends the other side, freeze swallows what is said.
struct Link {
    std::atomic<bool> cut = false;
    std::atomic<bool> refuse = false;
    std::atomic<bool> frozen = false;
    std::atomic<int> opened = 0;

    class Wire : public Conversation {
    public:
        Wire(Link &link, std::unique_ptr<Conversation> inner)
            : m_link(link)
            , m_inner(std::move(inner))
        {
        }
        Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop) override
        {
            if (m_link.cut)
                return gone();
            return m_link.frozen ? Done() : m_inner->write(bytes, timeout, stop);
        }
        void closeInput() override { m_inner->closeInput(); }
        Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) override
        {
            if (m_link.cut)
                return gone();
            auto piece = m_inner->read(wait, stop);
            return m_link.frozen ? Result<Piece>(Piece()) : piece;
        }

    private:
        static tl::unexpected<Error> gone() { return fail(Kind::Unknown, QStringLiteral("link-lost"), {}); }
        Link &m_link;
        std::unique_ptr<Conversation> m_inner;
    };

    LeaseKeeper::Open opener()
    {
        return [this](const QByteArray &command, std::stop_token) -> Result<std::unique_ptr<Conversation>> {
            if (refuse)
                return fail(Kind::NotReached, QStringLiteral("refused"), {});
            cut = false;
            ++opened;
            LocalExec exec;
            auto inner = exec.open(command);
            if (!inner)
                return inner;
            return std::make_unique<Wire>(*this, std::move(*inner));
        };
    }
};

LeaseRequest request(const QString &vmid, const QString &run, bool takeOver = false)
{
    return { *Vmid::parse(vmid), run, QStringLiteral("韩梅梅"), QStringLiteral("desk-1"), QStringLiteral("test 1"),
        takeOver, QStringLiteral("left for lunch") };
}

bool waitFor(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit.count())
            return false;
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

} // namespace

class LeaseKeeperTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LocalNode> m_node;
    std::unique_ptr<Link> m_link;

    std::unique_ptr<LeaseKeeper> keeper(const QString &vmid, const QString &run, bool takeOver = false)
    {
        return std::make_unique<LeaseKeeper>(m_link->opener(), false, request(vmid, run, takeOver));
    }
    LeaseCard card(int vmid)
    {
        const auto list = leases(m_node->shell);
        for (const LeaseCard &found : list ? *list : QList<LeaseCard>())
            if (found.vmid == vmid)
                return found;
        return {};
    }
    static QString codeOf(const Result<LeaseGrant> &grant)
    {
        return grant ? QStringLiteral("granted") : grant.error().code;
    }

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<Link>();
        m_node = std::make_unique<LocalNode>();
    }
    void cleanup()
    {
        m_node.reset();
        m_link.reset();
        qunsetenv("UNDOCK_LEASE_LIFETIME");
    }

    void theCardSaysWhoAndIsTakenAwayAtRelease()
    {
        auto lease = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        const auto grant = lease->acquire();
        QVERIFY2(grant, grant ? "" : qPrintable(describe(grant.error())));
        QCOMPARE(grant->generation, 1);
        QVERIFY(!grant->previous);
        LeaseCard shown = card(101);
        QCOMPARE(shown.holder, QStringLiteral("韩梅梅"));
        QVERIFY(shown.live);
        QVERIFY(shown.occupiesSlot());

        QVERIFY(lease->update(QStringLiteral("b-archive"), LeaseJob::Unfinished, QStringLiteral("07-b-archive")));
        shown = card(101);
        QCOMPARE(shown.step, QStringLiteral("b-archive"));
        QVERIFY(shown.job == LeaseJob::Unfinished);
        QCOMPARE(shown.jobId, QStringLiteral("07-b-archive"));

        QCOMPARE(lease->release().error().code, QStringLiteral("lease-job-open"));
        QVERIFY(lease->update(QString(), LeaseJob::Finished, QStringLiteral("07-b-archive")));
        QVERIFY(lease->release());
        QVERIFY(lease->state() == State::Released);
        QVERIFY(leases(m_node->shell)->isEmpty());
        QCOMPARE(lease->update(QString(), LeaseJob::None, QString()).error().kind, Kind::Refused);
    }

    void anotherProgramIsRefusedWhileItLivesAndAfter()
    {
        auto first = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        QVERIFY(first->acquire());
        const auto grant = keeper(QStringLiteral("101"), QStringLiteral("r2"))->acquire();
        QCOMPARE(codeOf(grant), QStringLiteral("vm-taken"));
        QCOMPARE(grant.error().kind, Kind::Refused);
        QVERIFY(grant.error().what.contains(QStringLiteral("desk-1")));
        first.reset(); // the program dies; the card outlives it
        QVERIFY(waitFor([&] { return !card(101).live; }, 3s));
        QCOMPARE(codeOf(keeper(QStringLiteral("101"), QStringLiteral("r2"))->acquire()), QStringLiteral("vm-left"));
        const auto again = keeper(QStringLiteral("101"), QStringLiteral("r1"))->acquire();
        QVERIFY(again);
        QCOMPARE(again->generation, 2);
        QCOMPARE(again->previous->generation, 1);
    }

    void aTakeOverRaisesTheGenerationAndTheLoserLearnsIt()
    {
        auto first = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        QVERIFY(first->acquire());
        QVERIFY(first->update(QStringLiteral("c-stop"), LeaseJob::Unfinished, QStringLiteral("09-c-stop")));
        auto second = keeper(QStringLiteral("101"), QStringLiteral("r2"), true);
        const auto grant = second->acquire();
        QVERIFY2(grant, grant ? "" : qPrintable(describe(grant.error())));
        QCOMPARE(grant->generation, 2);
        QCOMPARE(grant->previous->run, QStringLiteral("r1"));
        QVERIFY(waitFor([&] { return first->state() == State::Lost; }, 5s));
        QCOMPARE(first->update(QString(), LeaseJob::None, QString()).error().code, QStringLiteral("lease-lost"));
        // What the guest may still be doing does not end with its owner.
        QVERIFY(card(101).job == LeaseJob::Unfinished);
    }

    void threeSlotsHoweverManyPrograms()
    {
        std::vector<std::unique_ptr<LeaseKeeper>> keepers;
        for (int i = 0; i < 6; ++i)
            keepers.push_back(keeper(QString::number(101 + i), QStringLiteral("r%1").arg(i)));
        std::atomic<int> granted = 0;
        std::atomic<int> full = 0;
        std::vector<std::thread> racers;
        for (auto &one : keepers)
            racers.emplace_back([&] {
                const auto grant = one->acquire();
                if (grant)
                    ++granted;
                else if (grant.error().code == QLatin1String("slots-full"))
                    ++full;
            });
        for (auto &racer : racers)
            racer.join();
        QCOMPARE(granted.load(), 3);
        QCOMPARE(full.load(), 3);
    }

    void everyRaceForOneVmHasOneWinner()
    {
        const int asked = qEnvironmentVariableIntValue("UNDOCK_LEASE_RACES"); // a thousand: ./dev bench races
        const int races = asked > 0 ? asked : 40;
        constexpr int programs = 3;
        int losers = 0;
        for (int race = 0; race < races; ++race) {
            // Each program's part on the node is a process of its own; they settle it among themselves.
            std::vector<std::unique_ptr<LeaseKeeper>> keepers;
            for (int i = 0; i < programs; ++i)
                keepers.push_back(keeper(QStringLiteral("101"), QStringLiteral("r%1-%2").arg(race).arg(i)));
            std::atomic<int> granted = 0;
            std::atomic<int> taken = 0;
            std::atomic<LeaseKeeper *> winner = nullptr;
            std::vector<std::thread> racers;
            for (auto &one : keepers)
                racers.emplace_back([&granted, &taken, &winner, one = one.get()] {
                    const auto grant = one->acquire();
                    if (grant) {
                        ++granted;
                        winner = one;
                    }
                    taken += !grant && grant.error().code == QLatin1String("vm-taken");
                });
            for (auto &racer : racers)
                racer.join();
            QVERIFY2(granted == 1 && granted + taken == programs,
                qPrintable(QStringLiteral("race %1: %2 holders, %3 turned away").arg(race).arg(granted).arg(taken)));
            QCOMPARE(winner.load()->generation(), race + 1);
            QVERIFY(winner.load()->release());
            losers += taken;
        }
        QCOMPARE(losers, races * (programs - 1));
    }

    void anUnfinishedJobKeepsItsSlotWithoutAProgram()
    {
        for (int i = 0; i < 3; ++i) {
            auto lease = keeper(QString::number(101 + i), QStringLiteral("r%1").arg(i));
            QVERIFY(lease->acquire());
            QVERIFY(lease->update(
                QStringLiteral("b-archive"), i == 0 ? LeaseJob::Unknown : LeaseJob::Unfinished, QStringLiteral("x")));
        }
        QVERIFY(waitFor([&] { return !card(103).live; }, 3s));
        QCOMPARE(codeOf(keeper(QStringLiteral("104"), QStringLiteral("r9"))->acquire()), QStringLiteral("slots-full"));
        // Its own run goes on in the slot that it has.
        auto resumed = keeper(QStringLiteral("101"), QStringLiteral("r0"));
        QVERIFY(resumed->acquire());
        QVERIFY(resumed->update(QString(), LeaseJob::None, QString()));
        QVERIFY(resumed->release());
        QVERIFY(keeper(QStringLiteral("104"), QStringLiteral("r9"))->acquire());
    }

    void aJobThatCannotBeAtWorkAnyMoreKeepsNoSlot()
    {
        for (int i = 0; i < 3; ++i) {
            auto lease = keeper(QString::number(101 + i), QStringLiteral("r%1").arg(i));
            QVERIFY(lease->acquire());
            QVERIFY(lease->update(QStringLiteral("b-archive"), i == 0 ? LeaseJob::Unknown : LeaseJob::Unfinished,
                QStringLiteral("07-b-archive"), {}, std::chrono::seconds(3600)));
        }
        QVERIFY(waitFor([&] { return !card(103).live; }, 3s));
        QCOMPARE(card(101).jobId, QStringLiteral("07-b-archive"));
        const auto written = [&](int vmid, qint64 secondsAgo) {
            QFile file(m_node->rootPath() + QStringLiteral("/cards/%1").arg(vmid));
            return file.open(QIODevice::ReadWrite)
                && file.setFileTime(
                    QDateTime::currentDateTimeUtc().addSecs(-secondsAgo), QFileDevice::FileModificationTime);
        };
        for (const int vmid : { 101, 102, 103 })
            QVERIFY(written(vmid, 3500));
        QCOMPARE(codeOf(keeper(QStringLiteral("104"), QStringLiteral("r9"))->acquire()), QStringLiteral("slots-full"));
        QVERIFY(written(101, 3700));
        auto next = keeper(QStringLiteral("104"), QStringLiteral("r9"));
        QVERIFY(next->acquire());
        // The VM is still its run's.
        QCOMPARE(codeOf(keeper(QStringLiteral("101"), QStringLiteral("r8"))->acquire()), QStringLiteral("vm-left"));
    }

    void aBrokenLinkIsMendedUnderTheSameGeneration()
    {
        auto lease = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        std::mutex mutex;
        QList<State> states;
        lease->onState = [&](State state) {
            const std::lock_guard lock(mutex);
            states << state;
        };
        QVERIFY(lease->acquire());
        m_link->refuse = true;
        m_link->cut = true;
        QVERIFY(waitFor([&] { return lease->state() == State::Reconnecting; }, 5s));
        std::thread mender([&] {
            std::this_thread::sleep_for(1s);
            m_link->refuse = false;
        });
        // Asked for while the link is down: carried out when it is back.
        QVERIFY(lease->update(QStringLiteral("c-stop"), LeaseJob::Unfinished, QStringLiteral("x")));
        mender.join();
        QVERIFY(lease->state() == State::Held);
        QCOMPARE(lease->generation(), 1);
        QCOMPARE(card(101).generation, 1);
        QCOMPARE(card(101).step, QStringLiteral("c-stop"));
        const std::lock_guard lock(mutex);
        QVERIFY(states == (QList<State>{ State::Held, State::Reconnecting, State::Held }));
    }

    void aLinkThatCameBackTooLateFindsTheVmGone()
    {
        auto lease = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        QVERIFY(lease->acquire());
        m_link->refuse = true;
        m_link->cut = true;
        QVERIFY(waitFor([&] { return lease->state() == State::Reconnecting; }, 5s));
        Link others;
        LeaseKeeper taker(others.opener(), false, request(QStringLiteral("101"), QStringLiteral("r2"), true));
        QVERIFY(taker.acquire());
        m_link->refuse = false;
        QVERIFY(waitFor([&] { return lease->state() == State::Lost; }, 10s));
        QCOMPARE(lease->trouble().code, QStringLiteral("lease-lost"));
        QVERIFY(taker.state() == State::Held);
    }

    void aFrozenNodeIsNoticed()
    {
        auto lease = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        QVERIFY(lease->acquire());
        QElapsedTimer timer;
        timer.start();
        m_link->frozen = true;
        QVERIFY(waitFor([&] { return lease->state() == State::Reconnecting; }, 20s));
        QVERIFY(timer.elapsed() < 20000);
        m_link->frozen = false;
        QVERIFY(waitFor([&] { return lease->state() == State::Held; }, 30s));
    }

    void theNodesSideEndsWithoutHeartbeats()
    {
        qputenv("UNDOCK_LEASE_LIFETIME", "3");
        auto talk = m_node->exec.open(NodeShell::command(false));
        const auto input = NodeShell::input(
            QStringLiteral("lease"), { "hold", "101", "r1", "0", "plain", "me", "desk", "test", "" }, {});
        QVERIFY((*talk)->write(*input, 5s, {}));
        QVERIFY(waitFor([&] { return card(101).live; }, 3s));
        QVERIFY(waitFor([&] { return !card(101).live; }, 8s));
        QCOMPARE(card(101).run, QStringLiteral("r1")); // the card stays
    }

    void aStopEndsTheAsking()
    {
        m_link->refuse = true;
        auto lease = keeper(QStringLiteral("101"), QStringLiteral("r1"));
        const auto grant = lease->acquire();
        QVERIFY(!grant);
        QCOMPARE(grant.error().kind, Kind::NotReached);
    }
};

QTEST_GUILESS_MAIN(LeaseKeeperTest)
#include "tst_lease_keeper.moc"
