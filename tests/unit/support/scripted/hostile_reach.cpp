#include "unit/support/scripted/hostile_reach.h"

#include "core/base/hash.h"
#include "engine/port/linked_guest.h"
#include "remote/guest/gzip.h"

using namespace undock;

namespace {

const remote::GuestLib &guestLib()
{
    static const remote::GuestLib lib = *remote::GuestLib::fromResources();
    return lib;
}

using Lines = QList<std::pair<QByteArray, QByteArray>>;

Lines linesOf(const remote::JobNews &news)
{
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    Lines lines{ { "job", news.job.toLatin1() }, { "state", remote::nameOf(news.state).toLatin1() },
        { "offset", number(news.offset) }, { "total", number(news.total) } };
    if (!news.out.isEmpty())
        lines.append({ "out", news.out.toBase64() });
    if (!news.facts.isEmpty())
        lines.append({ "facts", news.facts.toBase64() });
    if (news.exit)
        lines.append({ "exit", number(*news.exit) });
    if (!news.outSha256.isEmpty())
        lines.append({ "out-sha256", news.outSha256 });
    lines.append({ "boot", news.boot.toLatin1() });
    lines.append({ "began", number(news.beganMs) });
    if (news.endedMs)
        lines.append({ "ended", number(news.endedMs) });
    for (const remote::JobNews &other : news.also) {
        QByteArray payload;
        for (const auto &[key, value] : linesOf(other))
            payload += key + ' ' + value + '\n';
        lines.append({ "also", payload.toBase64() });
    }
    return lines;
}

/// Answers the shipped link's requests from a scripted guest, and lies where it is told to.
class Mouth : public remote::GuestTransport {
public:
    Mouth(HostileReach &reach, GuestPort &guest, int vmid, const QString &node)
        : m_reach(reach)
        , m_guest(guest)
        , m_vmid(vmid)
        , m_node(node)
        , m_random(reach.seed() * 1000u + unsigned(vmid))
    {
    }

    void expect(const remote::Chain &chain)
    {
        const auto pack = remote::packOf(chain);
        const auto bytes = pack ? pack->bytes() : Result<QByteArray>(QByteArray());
        m_chains.insert(sha256Hex(*bytes), chain);
    }

    Result<QByteArray> call(Vmid, const QByteArray &input, std::chrono::seconds timeout,
        const std::optional<remote::DeletionGuard> &guard, std::stop_token stop) override
    {
        const std::lock_guard lock(m_reach.world().lock());
        // The request is the last line of words; what follows is base64.
        const QByteArrayList lines = input.split('\n');
        qsizetype at = lines.size() - 1;
        while (at > 0 && !lines[at].contains(' '))
            --at;
        m_words = lines[at].split(' ');
        m_body = QByteArray::fromBase64(lines.mid(at + 1).join());
        Spoken answer;
        answer.verb = m_words.value(0);
        answer.nonce = m_words.value(1);
        ScriptedClock::pass(std::chrono::milliseconds(300));
        if (const Done carried = carryOut(answer, guard, stop); !carried) {
            // The guest's own word is framed; the node's and the link's are not.
            static const QStringList guests{ QStringLiteral("busy"), QStringLiteral("hash-differs"),
                QStringLiteral("lower-generation"), QStringLiteral("no-such-job"), QStringLiteral("not-cancellable") };
            if (!guests.contains(carried.error().code))
                return tl::make_unexpected(carried.error());
            answer.status = carried.error().code == QLatin1String("busy") ? "busy" : "refused";
            answer.lines = { { "code", carried.error().code.toLatin1() },
                { "reason", carried.error().what.toUtf8().toBase64() } };
        }
        ++m_reach.answers;
        if (const auto lie = m_reach.lies.find(m_vmid); lie != m_reach.lies.end()) {
            const Spoken before = answer;
            lie->second(answer, m_random);
            m_reach.lied
                += answer.raw || answer.error || answer.status != before.status || answer.lines != before.lines;
        }
        if (answer.error) {
            ScriptedClock::pass(std::chrono::seconds(30));
            return tl::make_unexpected(*answer.error);
        }
        if (timeout.count() == 0)
            return fail(Error::Kind::Unknown, QStringLiteral("qm-still-running"), {});
        // The agent's own limit.
        return answer.bytes().left(16 << 20);
    }

private:
    Done carryOut(Spoken &answer, const std::optional<remote::DeletionGuard> &guard, std::stop_token stop)
    {
        const QByteArray &verb = answer.verb;
        const auto word = [&](int number) { return QString::fromLatin1(m_words.value(number + 2)); };
        const auto piece = [&](const QByteArray &whole, qint64 offset, qint64 length) {
            answer.lines = { { "offset", QByteArray::number(offset) }, { "total", QByteArray::number(whole.size()) } };
            if (const QByteArray part = whole.mid(offset, length); !part.isEmpty())
                answer.encode("out", part);
        };
        if (verb == "put") {
            const qint64 received = word(1).toLongLong() + m_body.size();
            answer.lines = { { "received", QByteArray::number(received) },
                { "complete", received >= word(2).toLongLong() ? "1" : "0" }, { "offset-asked", word(1).toLatin1() } };
        } else if (verb == "start") {
            const remote::Chain chain = m_chains.value(word(2));
            if (chain.jobs.isEmpty())
                return fail(Error::Kind::Unknown, QStringLiteral("no-such-chain"), {});
            watchDeletion(chain, word(1).toLongLong());
            const auto news = m_guest.start(chain, word(1).toLongLong(), word(3).toInt(), {}, guard, stop);
            if (!news)
                return tl::make_unexpected(news.error());
            answer.lines = linesOf(*news);
        } else if (verb == "follow") {
            const auto news
                = m_guest.follow(word(0), word(1), word(2).toLongLong(), word(3).toInt(), word(4).toInt(), stop);
            if (!news)
                return tl::make_unexpected(news.error());
            answer.lines = linesOf(*news);
        } else if (verb == "fetch") {
            const auto whole = m_guest.fetchAll(word(0), word(1), 1 << 30, stop);
            if (!whole)
                return tl::make_unexpected(whole.error());
            piece(*whole, word(2).toLongLong(), word(3).toLongLong());
        } else if (verb == "report") {
            const auto report = m_guest.report(word(0), word(1).toLongLong(), stop);
            if (!report)
                return tl::make_unexpected(report.error());
            answer.lines
                = { { "boot", report->boot.toLatin1() }, { "generation", QByteArray::number(report->generation) } };
            if (!report->cutover.isEmpty())
                answer.encode("cutover", report->cutover.toUtf8());
            if (!report->unfinished.isEmpty())
                answer.lines.append({ "unfinished", report->unfinished.toLatin1() });
            for (const remote::RunReport::Job &job : report->jobs)
                answer.lines.append({ "job-state", (job.name + u' ' + remote::nameOf(job.state)).toLatin1() });
        } else if (verb == "runs") {
            const auto runs = m_guest.runs(stop);
            if (!runs)
                return tl::make_unexpected(runs.error());
            for (const remote::RunFolder &run : *runs)
                answer.lines.append({ "run",
                    run.run.toLatin1() + ' ' + QByteArray::number(run.bytes) + ' '
                        + QByteArray::number(run.newestEpoch) });
        } else if (verb == "note") {
            const auto content = remote::gunzip(m_body, 64 << 20);
            if (!content)
                return tl::make_unexpected(content.error());
            if (const Done noted = m_guest.note(word(0), word(1), *content, stop); !noted)
                return noted;
            answer.lines
                = { { "stored", QByteArray::number(m_body.size()) }, { "sha256", sha256Hex(m_body).toLatin1() } };
        } else if (verb == "read-note") {
            const auto content = m_guest.readNote(word(0), word(1), 64 << 20, stop);
            if (!content)
                return tl::make_unexpected(content.error());
            piece(remote::gzip(*content).value_or(QByteArray()), word(2).toLongLong(), word(3).toLongLong());
        } else if (verb == "pause") {
            return m_guest.pause(word(0), stop);
        } else if (verb == "cancel") {
            return m_guest.cancel(word(0), stop);
        } else {
            return fail(Error::Kind::Unknown, QStringLiteral("no-such-verb"), {});
        }
        return {};
    }

    void watchDeletion(const remote::Chain &chain, qint64 generation)
    {
        const bool deletes = std::any_of(chain.jobs.begin(), chain.jobs.end(), [](const remote::JobSpec &job) {
            return job.step == QLatin1String("i-delete") || job.step == QLatin1String("i-images");
        });
        if (!deletes || !m_reach.lies.contains(m_vmid))
            return;
        ++m_reach.deletionsSent;
        ScriptedNode &node = m_reach.world().node(m_node);
        const auto card = node.cards.find(m_vmid);
        if (card == node.cards.end() || card->second.run != chain.run || card->second.generation != generation)
            m_reach.wrongDeletions << QStringLiteral("the VM was not this run's");
        if (!node.holds.empty() && chain.jobs.front().step == QLatin1String("i-delete"))
            m_reach.wrongDeletions << QStringLiteral("a hold stood on the node");
    }

    HostileReach &m_reach;
    GuestPort &m_guest;
    int m_vmid;
    QString m_node;
    std::mt19937 m_random;
    QByteArrayList m_words;
    QByteArray m_body;
    QMap<QString, remote::Chain> m_chains; ///< by their packs' sums
};

/// Remembers what is sent, so that the pack need not be taken apart at the other end.
class HeardGuest : public LinkedGuest {
public:
    HeardGuest(Mouth &mouth, Vmid vmid, Clock &clock)
        : LinkedGuest(mouth, vmid, guestLib(), clock)
        , m_mouth(mouth)
    {
    }
    Result<remote::JobNews> start(const remote::Chain &chain, qint64 generation, int wait, StartKind kind,
        const std::optional<remote::DeletionGuard> &guard, std::stop_token stop) override
    {
        m_mouth.expect(chain);
        return LinkedGuest::start(chain, generation, wait, kind, guard, stop);
    }

private:
    Mouth &m_mouth;
};

class HostilePort : public NodePort {
public:
    HostilePort(HostileReach &reach, std::unique_ptr<NodePort> inner, Vmid vmid, const QString &node)
        : NodePort(reach.clock())
        , m_inner(std::move(inner))
        , m_strange(reach.strangeNodes.contains(vmid.value()))
        , m_random(reach.seed() * 77u + unsigned(vmid.value()))
        , m_mouth(reach, m_inner->guest(), vmid.value(), node)
        , m_guest(m_mouth, vmid, reach.clock())
    {
    }

    Done ensure(std::stop_token stop) override { return m_inner->ensure(stop); }
    GuestPort &guest() override { return m_guest; }
    std::unique_ptr<LeasePort> lease(const remote::LeaseRequest &request) override { return m_inner->lease(request); }
    Result<remote::NodeFacts> facts(std::optional<Vmid> vmid, std::stop_token stop) override
    {
        auto facts = m_inner->facts(vmid, stop);
        if (!facts || !m_strange)
            return facts;
        for (QByteArray *bytes : { &facts->list, &facts->status, &facts->config, &facts->addresses }) {
            if (maybe())
                *bytes = maybe() ? strangeText(m_random) : *bytes + strangeText(m_random);
        }
        for (QString *text : { &facts->hostName, &facts->proxmoxVersion, &facts->timeZone, &facts->natTrouble }) {
            if (maybe())
                *text = strange();
        }
        if (maybe())
            facts->vmTrouble = strange();
        if (maybe())
            facts->nat << strangeText(m_random);
        if (maybe())
            facts->natSaid << strange();
        facts->clockMs = qint64(m_random()) << (m_random() % 31);
        return facts;
    }
    Result<QList<remote::LeaseCard>> cards(std::stop_token stop) override
    {
        auto cards = m_inner->cards(stop);
        if (!cards || !m_strange)
            return cards;
        remote::LeaseCard card;
        card.vmid = int(m_random());
        card.run = card.holder = card.host = card.step = strange();
        card.generation = -1;
        *cards << card;
        return cards;
    }
    Result<QList<remote::Hold>> holds(std::stop_token stop) override
    {
        auto holds = m_inner->holds(stop);
        if (!holds || !m_strange || maybe())
            return holds;
        remote::Hold hold;
        hold.vmid = int(m_random());
        hold.run = hold.holder = hold.reason = hold.since = hold.resolved = strange();
        *holds << hold;
        return holds;
    }
    Done placeHold(const remote::HoldRequest &request, bool definite, std::stop_token stop) override
    {
        return m_inner->placeHold(request, definite, stop);
    }
    Done liftHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop) override
    {
        return m_inner->liftHold(vmid, run, generation, stop);
    }
    Done resolveHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop) override
    {
        return m_inner->resolveHold(vmid, run, generation, stop);
    }
    Done releaseHold(Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop) override
    {
        return m_inner->releaseHold(vmid, holder, reason, stop);
    }
    Done keepJournalSum(const QString &run, qint64 generation, const QByteArray &sha256, remote::CopyIs state,
        std::stop_token stop) override
    {
        return m_inner->keepJournalSum(run, generation, sha256, state, stop);
    }
    Result<remote::JournalSums> journalSums(std::stop_token stop) override { return m_inner->journalSums(stop); }
    Result<remote::SharedFile> readFile(const QString &path, std::stop_token stop) override
    {
        return m_inner->readFile(path, stop);
    }
    Done swapFile(
        const QString &path, const QByteArray &before, const QByteArray &content, std::stop_token stop) override
    {
        return m_inner->swapFile(path, before, content, stop);
    }
    const remote::SshLogin &login() const override { return m_inner->login(); }
    Traffic traffic() const override { return m_inner->traffic(); }

private:
    bool maybe() { return m_random() % 3 == 0; }
    QString strange() { return QString::fromUtf8(strangeText(m_random)); }

    std::unique_ptr<NodePort> m_inner;
    bool m_strange;
    std::mt19937 m_random;
    Mouth m_mouth;
    HeardGuest m_guest;
};

} // namespace

std::unique_ptr<NodePort> HostileReach::node(
    const NodeTarget &node, Vmid vmid, const NodeAccess &access, Prompter &prompter)
{
    return std::make_unique<HostilePort>(*this, m_world.node(node, vmid, access, prompter), vmid, node.toString());
}
