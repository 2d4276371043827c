#include "remote/node/lease_keeper.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "remote/guest/ask_again.h"
#include "remote/guest/guest_answer.h"
#include "remote/node/lease_talk.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Kind = Error::Kind;
using State = LeaseKeeper::State;

constexpr auto beatEvery = 10s;
/// The node's script gives a sign of life every 4 s, also when it has nothing to say.
constexpr auto longestSilence = 14s;
/// Beyond it a caller gets an answer even if the link does not come back.
constexpr auto requestLimit = 90s;

/// Something the node is to write down, and what became of it.
struct Wish {
    QByteArray line; ///< without verb and number's place: `card %1 step job`
    bool isRelease = false;
    bool sent = false;
    qint64 number = 0;
    std::optional<Done> outcome;
};

bool isWord(const QString &text)
{
    return !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

Error unsure()
{
    return { Kind::Unknown, QStringLiteral("lease-unsure"), phrase("card-unconfirmed"), nameOf(Field::Node),
        phrase("cure-when-node-answers") };
}

} // namespace

struct LeaseKeeper::Impl {
    Open open;
    bool viaSudo;
    LeaseRequest request;
    std::function<void(State)> *onState;

    Impl(Open opener, bool sudo, LeaseRequest wanted, std::function<void(State)> *listener)
        : open(std::move(opener))
        , viaSudo(sudo)
        , request(std::move(wanted))
        , onState(listener)
    {
    }

    mutable std::mutex mutex;
    std::condition_variable changed;
    State state = State::Idle;
    Error trouble;
    LeaseGrant grant;
    std::optional<Result<LeaseGrant>> first; ///< outcome of acquire()
    std::shared_ptr<Wish> wish; ///< one at a time
    std::mutex oneWish;
    qint64 lastNumber = 0;
    std::jthread thread;

    void enter(State next, const Error &why = {});
    void settle(const Done &outcome);
    void run(const std::stop_token &stop);
    Result<LeaseTalk::Granted> connect(std::unique_ptr<LeaseTalk> &talk, const std::stop_token &stop);
    bool reconnect(std::unique_ptr<LeaseTalk> &talk, const std::stop_token &stop);
    Done converse(LeaseTalk &talk, const std::stop_token &stop);
    Done hear(const LeaseTalk::Heard &heard);
    Done sendWish(LeaseTalk &talk, const std::stop_token &stop);
    Done wait(const std::shared_ptr<Wish> &mine, const std::stop_token &stop);
    Done ask(const QByteArray &line, bool isRelease, const std::stop_token &stop);
};

void LeaseKeeper::Impl::enter(State next, const Error &why)
{
    {
        const std::lock_guard lock(mutex);
        trouble = why;
        if (state == next)
            return;
        state = next;
    }
    changed.notify_all();
    if (*onState)
        (*onState)(next);
}

void LeaseKeeper::Impl::settle(const Done &outcome)
{
    {
        const std::lock_guard lock(mutex);
        if (wish)
            wish->outcome = outcome;
        wish.reset();
    }
    changed.notify_all();
}

Result<LeaseTalk::Granted> LeaseKeeper::Impl::connect(std::unique_ptr<LeaseTalk> &talk, const std::stop_token &stop)
{
    qint64 known = 0;
    {
        const std::lock_guard lock(mutex);
        known = grant.generation;
    }
    auto conversation = open(NodeShell::command(viaSudo), stop);
    if (!conversation)
        return tl::make_unexpected(conversation.error());
    talk = std::make_unique<LeaseTalk>(std::move(*conversation));
    return talk->begin(request, known, stop);
}

/// False: the keeper's work is over.
bool LeaseKeeper::Impl::reconnect(std::unique_ptr<LeaseTalk> &talk, const std::stop_token &stop)
{
    auto pause = std::chrono::milliseconds(500);
    while (pauseFor(pause, stop)) {
        pause = std::min(pause * 2, std::chrono::milliseconds(8000));
        talk.reset();
        const auto granted = connect(talk, stop);
        if (granted)
            return true;
        const Error &error = granted.error();
        if (error.kind != Kind::Refused || error.code == QLatin1String("slots-full")) {
            enter(State::Reconnecting, error);
            continue;
        }
        bool released = false;
        {
            const std::lock_guard lock(mutex);
            released = wish && wish->isRelease && wish->sent;
        }
        if (released) {
            // The card went while the answer was lost: that is what was asked for.
            enter(State::Released);
            settle({});
        } else {
            enter(State::Lost, error);
            settle(tl::make_unexpected(error));
        }
        return false;
    }
    return false;
}

Done LeaseKeeper::Impl::hear(const LeaseTalk::Heard &heard)
{
    if (heard.lost)
        return fail(
            Kind::Refused, QStringLiteral("lease-lost"), *heard.lost, nameOf(Field::Node), phrase("cure-stop-here"));
    bool released = false;
    {
        const std::lock_guard lock(mutex);
        if (!wish || heard.number != wish->number)
            return {};
        released = wish->isRelease && heard.ok;
    }
    if (released)
        enter(State::Released);
    if (heard.ok)
        settle({});
    else
        settle(fail(Kind::Refused, heard.code, phrase("card-not-changed"), nameOf(Field::Node)));
    return {};
}

Done LeaseKeeper::Impl::sendWish(LeaseTalk &talk, const std::stop_token &stop)
{
    QByteArray line;
    {
        const std::lock_guard lock(mutex);
        if (!wish || wish->sent)
            return {};
        wish->sent = true;
        wish->number = ++lastNumber;
        line = wish->line;
        line.replace("#", QByteArray::number(wish->number));
    }
    return talk.say(line, stop);
}

/// Until the link breaks (an error), the lease is lost or released, or the keeper is stopped.
Done LeaseKeeper::Impl::converse(LeaseTalk &talk, const std::stop_token &stop)
{
    {
        // What the former connection left without an answer is said again: it only sets values.
        const std::lock_guard lock(mutex);
        if (wish)
            wish->sent = false;
    }
    auto lastBeat = Clock::now();
    while (!stop.stop_requested() && state == State::Held) {
        if (auto done = sendWish(talk, stop); !done)
            return done;
        if (Clock::now() - lastBeat >= beatEvery) {
            lastBeat = Clock::now();
            if (auto done = talk.say("beat " + QByteArray::number(++lastNumber), stop); !done)
                return done;
        }
        const auto heard = talk.listen(100ms, stop);
        if (!heard)
            return tl::make_unexpected(heard.error());
        for (const LeaseTalk::Heard &one : *heard)
            if (auto done = hear(one); !done)
                return done;
        if (talk.silentFor() >= longestSilence)
            return fail(Kind::Unknown, QStringLiteral("peer-silent"), phrase("node-silent"), nameOf(Field::Node));
    }
    return {};
}

void LeaseKeeper::Impl::run(const std::stop_token &stop)
{
    std::unique_ptr<LeaseTalk> talk;
    const auto granted = connect(talk, stop);
    {
        const std::lock_guard lock(mutex);
        if (granted) {
            grant = { granted->generation, granted->previous };
            first = grant;
        } else {
            first = tl::make_unexpected(granted.error());
        }
    }
    if (!granted) {
        changed.notify_all();
        return;
    }
    enter(State::Held);
    changed.notify_all();
    for (;;) {
        const auto ended = converse(*talk, stop);
        if (ended || stop.stop_requested())
            break;
        if (ended.error().kind == Kind::Refused) {
            enter(State::Lost, ended.error());
            settle(ended);
            break;
        }
        enter(State::Reconnecting, ended.error());
        if (!reconnect(talk, stop))
            break;
        enter(State::Held);
    }
    settle(tl::make_unexpected(unsure()));
}

Done LeaseKeeper::Impl::wait(const std::shared_ptr<Wish> &mine, const std::stop_token &stop)
{
    std::unique_lock lock(mutex);
    const auto deadline = Clock::now() + requestLimit;
    while (!mine->outcome && Clock::now() < deadline && !stop.stop_requested())
        changed.wait_for(lock, 250ms);
    if (mine->outcome)
        return *mine->outcome;
    const bool sent = mine->sent;
    if (wish == mine)
        wish.reset();
    Error error = unsure();
    if (!sent)
        error.kind = Kind::NotReached;
    return tl::make_unexpected(error);
}

Done LeaseKeeper::Impl::ask(const QByteArray &line, bool isRelease, const std::stop_token &stop)
{
    const std::lock_guard turn(oneWish);
    const auto mine = std::make_shared<Wish>();
    mine->line = line;
    mine->isRelease = isRelease;
    {
        const std::lock_guard lock(mutex);
        if (state != State::Held && state != State::Reconnecting)
            return fail(Kind::Refused, QStringLiteral("lease-lost"),
                trouble.what.isEmpty() ? phrase("vm-not-held-now") : trouble.what, nameOf(Field::Node));
        wish = mine;
    }
    return wait(mine, stop);
}

LeaseKeeper::LeaseKeeper(Open open, bool viaSudo, LeaseRequest request)
    : m_impl(std::make_unique<Impl>(std::move(open), viaSudo, std::move(request), &onState))
{
}

LeaseKeeper::~LeaseKeeper()
{
    m_impl->thread.request_stop();
    if (m_impl->thread.joinable())
        m_impl->thread.join();
}

Result<LeaseGrant> LeaseKeeper::acquire(std::stop_token stop)
{
    if (m_impl->thread.joinable())
        return fail(Kind::BadInput, QStringLiteral("lease-in-use"), phrase("lease-asked-before"));
    m_impl->thread = std::jthread([impl = m_impl.get()](const std::stop_token &token) { impl->run(token); });
    std::unique_lock lock(m_impl->mutex);
    while (!m_impl->first) {
        if (stop.stop_requested())
            m_impl->thread.request_stop();
        m_impl->changed.wait_for(lock, 250ms);
    }
    return *m_impl->first;
}

Done LeaseKeeper::update(const QString &step, LeaseJob job, const QString &jobId, std::stop_token stop,
    std::optional<std::chrono::seconds> mayTake)
{
    const QString shownStep = step.isEmpty() ? QStringLiteral("-") : step;
    if (!isWord(shownStep) || (!jobId.isEmpty() && !isWord(jobId)))
        return fail(Kind::BadInput, QStringLiteral("bad-token"), phrase("name-malformed"));
    QByteArray words = "card # " + shownStep.toLatin1() + ' ' + nameOf(job).toLatin1() + ' ' + jobId.toLatin1();
    if (mayTake && !jobId.isEmpty())
        words += ' ' + QByteArray::number(qint64(mayTake->count()));
    return m_impl->ask(words, false, stop);
}

Done LeaseKeeper::release(std::stop_token stop)
{
    return m_impl->ask("release #", true, stop);
}

LeaseKeeper::State LeaseKeeper::state() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->state;
}

qint64 LeaseKeeper::generation() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->grant.generation;
}

Error LeaseKeeper::trouble() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->trouble;
}

} // namespace undock::remote
