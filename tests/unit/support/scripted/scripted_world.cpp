#include "unit/support/scripted/scripted_world.h"

#include "core/base/hash.h"

using namespace undock;
using namespace std::chrono_literals;
using remote::LeaseJob;

namespace {

constexpr std::size_t mostCards = 3;

Error error(Error::Kind kind, const char *code)
{
    return { kind, QLatin1String(code), QStringLiteral("told by the test"), {}, {} };
}

bool occupies(const ScriptedNode &node, const ScriptedNode::Card &card)
{
    const bool atWork = card.job == LeaseJob::Unfinished || card.job == LeaseJob::Unknown;
    return card.live || (atWork && (!card.until || node.clockMs <= *card.until));
}

class ScriptedLease : public LeasePort {
public:
    ScriptedLease(ScriptedWorld &world, ScriptedNode &node, remote::LeaseRequest request)
        : m_world(world)
        , m_node(node)
        , m_request(std::move(request))
    {
    }
    ~ScriptedLease() override
    {
        const std::lock_guard lock(m_world.lock());
        if (ours())
            m_node.cards[vmid()].live = false;
    }

    Result<remote::LeaseGrant> acquire(std::stop_token) override
    {
        const std::lock_guard lock(m_world.lock());
        const auto card = m_node.cards.find(vmid());
        const bool there = card != m_node.cards.end();
        if (there && card->second.run != m_request.run && !m_request.takeOver)
            return tl::make_unexpected(error(Error::Kind::Refused, card->second.live ? "vm-taken" : "vm-left"));
        std::size_t taken = 0;
        for (const auto &[other, one] : m_node.cards)
            taken += other != vmid() && occupies(m_node, one);
        if (!(there && occupies(m_node, card->second)) && taken >= mostCards)
            return tl::make_unexpected(error(Error::Kind::Refused, "slots-full"));
        m_node.mostAtOnce = std::max(m_node.mostAtOnce, int(taken) + 1);
        remote::LeaseGrant grant;
        ScriptedNode::Card mine;
        if (there) {
            mine = card->second;
            remote::LeaseCard previous;
            previous.vmid = vmid();
            previous.run = mine.run;
            previous.generation = mine.generation;
            grant.previous = previous;
        }
        mine.run = m_request.run;
        mine.holder = m_request.holder;
        mine.live = true;
        mine.generation = m_generation = grant.generation = ++m_node.generations[vmid()];
        m_node.cards[vmid()] = mine;
        m_held = true;
        return grant;
    }
    Done update(const QString &step, LeaseJob job, const QString &jobId, std::stop_token,
        std::optional<std::chrono::seconds> mayTake) override
    {
        const std::lock_guard lock(m_world.lock());
        m_node.clockMs = std::max<qint64>(m_node.clockMs, ScriptedClock::passed().count());
        if (!ours())
            return tl::make_unexpected(error(Error::Kind::Refused, "lease-lost"));
        ScriptedNode::Card &card = m_node.cards[vmid()];
        card.step = step;
        card.job = job;
        card.jobId = jobId;
        card.until.reset();
        if (mayTake)
            card.until = m_node.clockMs + qint64(mayTake->count()) * 1000;
        return {};
    }
    Done release(std::stop_token) override
    {
        const std::lock_guard lock(m_world.lock());
        if (!ours())
            return tl::make_unexpected(error(Error::Kind::Refused, "lease-lost"));
        const LeaseJob job = m_node.cards[vmid()].job;
        if (job != LeaseJob::None && job != LeaseJob::Finished)
            return tl::make_unexpected(error(Error::Kind::Refused, "lease-job-open"));
        m_node.cards.erase(vmid());
        m_held = false;
        return {};
    }
    remote::LeaseKeeper::State state() const override
    {
        const std::lock_guard lock(m_world.lock());
        using State = remote::LeaseKeeper::State;
        return !m_held ? State::Idle : ours() ? State::Held : State::Lost;
    }
    Error trouble() const override { return error(Error::Kind::Refused, "lease-lost"); }

private:
    int vmid() const { return m_request.vmid.value(); }
    bool ours() const
    {
        const auto card = m_node.cards.find(vmid());
        return m_held && card != m_node.cards.end() && card->second.run == m_request.run
            && card->second.generation == m_generation;
    }

    ScriptedWorld &m_world;
    ScriptedNode &m_node;
    remote::LeaseRequest m_request;
    qint64 m_generation = 0;
    bool m_held = false;
};

class ScriptedPort : public NodePort, public GuestPort {
public:
    ScriptedPort(ScriptedWorld &world, ScriptedNode &node, Vmid vmid)
        : NodePort(world.clock())
        , m_world(world)
        , m_node(node)
        , m_vmid(vmid)
    {
    }

    Done ensure(std::stop_token stop) override
    {
        if (m_world.onConnect && !m_connected) {
            if (const Done met = m_world.onConnect(m_vmid.value(), stop); !met)
                return met;
        }
        const std::lock_guard lock(m_world.lock());
        if (stop.stop_requested())
            return tl::make_unexpected(error(Error::Kind::NotReached, "stopped"));
        if (m_connected)
            return {};
        if (!m_node.awayBecause.isEmpty()) {
            ScriptedClock::pass(2s);
            return tl::make_unexpected(error(Error::Kind::NotReached, m_node.awayBecause.toLatin1().constData()));
        }
        m_connected = true;
        ++m_node.sessions;
        return {};
    }
    GuestPort &guest() override { return *this; }
    std::unique_ptr<LeasePort> lease(const remote::LeaseRequest &request) override
    {
        return std::make_unique<ScriptedLease>(m_world, m_node, request);
    }
    const remote::SshLogin &login() const override { return m_login; }
    Traffic traffic() const override { return m_traffic; }

    Result<remote::NodeFacts> facts(std::optional<Vmid>, std::stop_token) override
    {
        return asked("facts", {}, [&]() -> Result<remote::NodeFacts> {
            remote::NodeFacts facts;
            facts.hostName = QStringLiteral("pve1");
            facts.list = "      VMID NAME                 STATUS     MEM(MB)    BOOTDISK(GB) PID\n";
            facts.status = "status: running\n";
            facts.config = "agent: 1\nname: vm" + QByteArray::number(m_vmid.value())
                + "\nipconfig0: ip=10.10.10.14/24,gw=10.10.10.1\n";
            facts.nat << "-A PREROUTING -p tcp -m tcp --dport 10200 -j DNAT --to-destination 10.10.10.14:22\n"
                         "-A PREROUTING -p tcp -m tcp --dport 10201 -j DNAT --to-destination 10.10.10.14:18080\n"
                         "-A PREROUTING -p tcp -m tcp --dport 10202 -j DNAT --to-destination 10.10.10.14:18789\n";
            facts.natKnown = true;
            if (const Done told = m_node.onFacts ? m_node.onFacts(facts) : Done(); !told)
                return tl::make_unexpected(told.error());
            return facts;
        });
    }
    Result<QList<remote::LeaseCard>> cards(std::stop_token) override
    {
        return asked("cards", {}, [&]() -> Result<QList<remote::LeaseCard>> {
            QList<remote::LeaseCard> list;
            for (const auto &[vmid, one] : m_node.cards) {
                remote::LeaseCard card;
                card.vmid = vmid;
                card.run = one.run;
                card.holder = one.holder;
                card.generation = one.generation;
                card.job = one.job;
                card.live = one.live;
                list << card;
            }
            return list;
        });
    }
    Result<QList<remote::Hold>> holds(std::stop_token) override
    {
        return asked("holds", {}, [&]() -> Result<QList<remote::Hold>> {
            QList<remote::Hold> list;
            for (const auto &[vmid, mark] : m_node.holds) {
                remote::Hold hold;
                hold.vmid = vmid;
                hold.definite = mark.definite;
                hold.run = mark.run;
                hold.reason = mark.reason;
                hold.resolved = mark.resolved;
                list << hold;
            }
            return list;
        });
    }
    Done placeHold(const remote::HoldRequest &request, bool definite, std::stop_token) override
    {
        return asked("place-hold", request.run, [&]() -> Done {
            ScriptedNode::Mark &mark = m_node.holds[request.vmid.value()];
            mark.resolved.clear();
            if (!definite && mark.definite)
                return {};
            mark = { definite, request.run, request.reason, {} };
            return {};
        });
    }
    Done liftHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token) override
    {
        return asked("lift-hold", run, [&]() -> Done {
            const auto card = m_node.cards.find(vmid.value());
            if (card == m_node.cards.end() || card->second.run != run || card->second.generation != generation)
                return tl::make_unexpected(error(Error::Kind::Refused, "lease-not-held"));
            m_node.holds.erase(vmid.value());
            return {};
        });
    }
    Done resolveHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token) override
    {
        return asked("resolve-hold", run, [&]() -> Done {
            const auto card = m_node.cards.find(vmid.value());
            if (card == m_node.cards.end() || card->second.run != run || card->second.generation != generation)
                return tl::make_unexpected(error(Error::Kind::Refused, "lease-not-held"));
            if (const auto mark = m_node.holds.find(vmid.value()); mark != m_node.holds.end())
                mark->second.resolved = QStringLiteral("rolled-back");
            return {};
        });
    }
    Done keepJournalSum(const QString &run, qint64 generation, const QByteArray &sha256, remote::CopyIs state,
        std::stop_token stop) override
    {
        return asked(
            state == remote::CopyIs::Sent ? "copy-sent" : "copy-arrived", run,
            [&]() -> Done {
                const auto card = m_node.cards.find(m_vmid.value());
                if (card == m_node.cards.end() || card->second.run != run || card->second.generation != generation)
                    return tl::make_unexpected(error(Error::Kind::Refused, "lease-not-held"));
                remote::JournalSums &kept = m_node.journals[m_vmid.value()];
                if (state == remote::CopyIs::Arrived || kept.run != run)
                    kept.sums.clear();
                kept.run = run;
                kept.sums << sha256;
                return {};
            },
            stop);
    }
    Result<remote::JournalSums> journalSums(std::stop_token stop) override
    {
        return asked(
            "journal-sums", {}, [&]() -> Result<remote::JournalSums> { return m_node.journals[m_vmid.value()]; }, stop);
    }
    Done releaseHold(Vmid vmid, const QString &holder, const QString &reason, std::stop_token) override
    {
        return asked("release-hold", {}, [&]() -> Done {
            const auto mark = m_node.holds.find(vmid.value());
            if (mark == m_node.holds.end())
                return tl::make_unexpected(error(Error::Kind::Refused, "no-hold"));
            if (reason.trimmed().isEmpty())
                return tl::make_unexpected(error(Error::Kind::Refused, "reason-missing"));
            if (mark->second.resolved.isEmpty())
                return tl::make_unexpected(error(Error::Kind::Refused, "hold-unresolved"));
            m_node.holds.erase(mark);
            m_node.history << QStringLiteral("hold of %1 released by %2: %3").arg(vmid.toString(), holder, reason);
            return {};
        });
    }
    Result<remote::SharedFile> readFile(const QString &path, std::stop_token) override
    {
        return asked("read-file", path, [&]() -> Result<remote::SharedFile> {
            const auto file = m_node.files.find(path);
            if (file == m_node.files.end())
                return tl::make_unexpected(error(Error::Kind::Refused, "no-such-file"));
            return remote::SharedFile{ file->second, sha256Hex(file->second).toLatin1() };
        });
    }
    Done swapFile(const QString &path, const QByteArray &before, const QByteArray &content, std::stop_token) override
    {
        return asked("swap-file", path, [&]() -> Done {
            if (sha256Hex(m_node.files[path]).toLatin1() != before)
                return tl::make_unexpected(error(Error::Kind::Refused, "file-changed"));
            m_node.files[path] = content;
            return {};
        });
    }

    Result<remote::JobNews> start(const remote::Chain &chain, qint64 generation, int wait, StartKind,
        const std::optional<remote::DeletionGuard> &guard, std::stop_token stop) override
    {
        return asked(
            "start", chain.jobs.front().step,
            [&]() -> Result<remote::JobNews> {
                if (guard) {
                    if (!m_node.holds.empty())
                        return tl::make_unexpected(error(Error::Kind::Refused, "hold-present"));
                    const auto card = m_node.cards.find(m_vmid.value());
                    if (card == m_node.cards.end() || card->second.run != guard->run
                        || card->second.generation != guard->generation || !card->second.live)
                        return tl::make_unexpected(error(Error::Kind::Refused, "lease-not-held"));
                }
                return vm().start(chain, generation, wait);
            },
            stop);
    }
    Result<remote::JobNews> follow(
        const QString &run, const QString &job, qint64 offset, int wait, int, std::stop_token stop) override
    {
        return asked(
            "follow", job, [&] { return vm().follow(run, job, offset, wait); }, stop);
    }
    Result<QByteArray> fetchAll(const QString &run, const QString &job, qint64, std::stop_token stop) override
    {
        return asked(
            "fetch", job, [&] { return vm().fetchAll(run, job); }, stop);
    }
    Result<remote::RunReport> report(const QString &run, qint64 generation, std::stop_token stop) override
    {
        return asked(
            "report", run, [&] { return vm().report(run, generation); }, stop);
    }
    Result<QList<remote::RunFolder>> runs(std::stop_token stop) override
    {
        return asked(
            "runs", {}, [&] { return vm().runs(); }, stop);
    }
    Result<QByteArray> readNote(const QString &run, const QString &, qint64, std::stop_token stop) override
    {
        return asked(
            "read-note", run, [&]() -> Result<QByteArray> { return vm().noteOf(run); }, stop);
    }
    Done note(const QString &run, const QString &, const QByteArray &content, std::stop_token stop) override
    {
        return asked(
            "note", run,
            [&]() -> Done {
                vm().note(run, content);
                return {};
            },
            stop);
    }
    Done leaveNote(const QString &run, const QString &name, const QByteArray &content, std::stop_token stop) override
    {
        return note(run, name, content, stop);
    }
    Done pause(const QString &run, std::stop_token stop) override
    {
        return asked(
            "pause", run, [&] { return vm().pause(run); }, stop);
    }
    Done cancel(const QString &run, std::stop_token stop) override
    {
        return asked(
            "cancel", run, [&] { return vm().cancel(run); }, stop);
    }

private:
    ScriptedGuest &vm() { return m_world.guest(m_vmid.value(), m_node.name); }

    template <class F>
    auto asked(const char *verb, const QString &about, F answer, std::stop_token stop = {}) -> decltype(answer())
    {
        const std::lock_guard lock(m_world.lock());
        if (stop.stop_requested())
            return tl::make_unexpected(error(Error::Kind::Unknown, "stopped"));
        if (!m_node.awayBecause.isEmpty())
            m_connected = false;
        if (!m_connected) {
            ScriptedClock::pass(1s);
            return tl::make_unexpected(error(Error::Kind::Unknown, "link-lost"));
        }
        ++m_traffic.qmCalls;
        m_world.calls.push_back(
            { m_node.name, m_vmid.value(), QLatin1String(verb), about, int(m_world.calls.size()) + 1 });
        const Call call = m_world.calls.back();
        const Fate fate = m_world.fate ? m_world.fate(call) : Fate::Arrives;
        switch (fate) {
        case Fate::NotSent:
            ScriptedClock::pass(3s);
            return tl::make_unexpected(error(Error::Kind::NotReached, "qm-agent-silent"));
        case Fate::LostOnTheWay:
            ScriptedClock::pass(30s);
            return tl::make_unexpected(error(Error::Kind::Unknown, "qm-timeout"));
        case Fate::DeskDiesBefore:
            throw DeskDied();
        default:
            break;
        }
        auto result = answer();
        switch (fate) {
        case Fate::AnswerLost:
            return tl::make_unexpected(error(Error::Kind::Unknown, "qm-timeout"));
        case Fate::LinkBreaks:
            m_connected = false;
            return tl::make_unexpected(error(Error::Kind::Unknown, "link-lost"));
        case Fate::DeskDiesAfter:
            throw DeskDied();
        default:
            return result;
        }
    }

    ScriptedWorld &m_world;
    ScriptedNode &m_node;
    Vmid m_vmid;
    bool m_connected = false;
    remote::SshLogin m_login{ QStringLiteral("ED25519"), QStringLiteral("SHA256:scripted"), QStringLiteral("key") };
    Traffic m_traffic;
};

} // namespace

ScriptedWorld::ScriptedWorld()
    : m_catalog(*StepCatalog::builtIn())
{
}

ScriptedWorld::~ScriptedWorld() = default;

ScriptedNode &ScriptedWorld::node(const QString &name)
{
    const std::lock_guard lock(m_lock);
    std::unique_ptr<ScriptedNode> &node = m_nodes[name];
    if (!node) {
        node = std::make_unique<ScriptedNode>();
        node->name = name;
    }
    return *node;
}

ScriptedGuest &ScriptedWorld::guest(int vmid, const QString &name)
{
    const std::lock_guard lock(m_lock);
    ScriptedNode &where = node(name);
    std::unique_ptr<ScriptedGuest> &guest = where.guests[vmid];
    if (!guest) {
        guest = std::make_unique<ScriptedGuest>(m_catalog, vmid);
        guest->againstDeletion = [&where, vmid](const QString &run, qint64 generation) {
            QStringList against;
            for (const auto &[held, mark] : where.holds)
                against << QStringLiteral("VM %1 has a hold").arg(held);
            const auto card = where.cards.find(vmid);
            if (card == where.cards.end() || card->second.run != run || card->second.generation != generation)
                against << QStringLiteral("the VM is not this run's");
            return against;
        };
    }
    return *guest;
}

void ScriptedWorld::takeOver(int vmid, const QString &run, const QString &name)
{
    const std::lock_guard lock(m_lock);
    ScriptedNode &where = node(name);
    ScriptedNode::Card &card = where.cards[vmid];
    card.run = run;
    card.holder = QStringLiteral("韩梅梅");
    card.live = true;
    card.generation = ++where.generations[vmid];
}

QStringList ScriptedWorld::broken()
{
    const std::lock_guard lock(m_lock);
    QStringList all;
    for (const auto &[name, one] : m_nodes) {
        for (const auto &[vmid, guest] : one->guests) {
            for (const QString &what : guest->broken)
                all << QStringLiteral("VM %1 of %2: %3").arg(QString::number(vmid), name, what);
        }
    }
    return all;
}

std::unique_ptr<NodePort> ScriptedWorld::node(const NodeTarget &target, Vmid vmid, const NodeAccess &, Prompter &)
{
    return std::make_unique<ScriptedPort>(*this, node(target.toString()), vmid);
}

PublicAnswer ScriptedWorld::publicPort(const QString &, int, const std::function<bool()> &over)
{
    constexpr auto slice = 100ms;
    if (onOutside && !onOutside()) {
        for (auto waited = 0ms; waited < 12s && !over(); waited += slice)
            ScriptedClock::pass(slice);
        return PublicAnswer{ 0, QStringLiteral("no answer in time") };
    }
    return over() ? PublicAnswer{ 0, QStringLiteral("given up") } : outside;
}
