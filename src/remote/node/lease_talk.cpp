#include "remote/node/lease_talk.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "remote/guest/guest_answer.h"

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Kind = Error::Kind;

constexpr qsizetype longestLine = 256 * 1024;
constexpr auto writeLimit = 15s;
/// The node waits up to 20 s for its lock and 15 s for a former holder to leave.
constexpr auto grantLimit = 50s;

QString showable(const QByteArray &text)
{
    QString line = QString::fromUtf8(text.left(2000));
    for (QChar &c : line)
        if (!c.isPrint())
            c = u' ';
    return line.simplified();
}

tl::unexpected<Error> ended(const QByteArray &err)
{
    return fail(Kind::Unknown, QStringLiteral("link-lost"), phrase("lease-link-ended", { { "said", showable(err) } }),
        nameOf(Field::Node));
}

} // namespace

LeaseTalk::LeaseTalk(std::unique_ptr<Conversation> conversation)
    : m_conversation(std::move(conversation))
{
}

Result<std::optional<QByteArray>> LeaseTalk::nextLine(std::chrono::milliseconds wait, const std::stop_token &stop)
{
    const auto until = Clock::now() + wait;
    for (;;) {
        if (const auto own = m_outBegins.isEmpty() ? -1 : m_out.indexOf(m_outBegins); own >= 0) {
            m_out.remove(0, own + m_outBegins.size());
            m_outBegins.clear();
        }
        if (const auto end = m_out.indexOf('\n'); end >= 0 && m_outBegins.isEmpty()) {
            QByteArray line = m_out.first(end);
            m_out.remove(0, end + 1);
            return std::optional(line);
        }
        if (m_ended)
            return ended(m_err);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        if (left < 0ms)
            return std::optional<QByteArray>();
        const auto piece = m_conversation->read(left, stop);
        if (!piece)
            return tl::make_unexpected(piece.error());
        if (!piece->out.isEmpty() || !piece->err.isEmpty())
            m_lastSign = Clock::now();
        m_out += piece->out;
        m_err = (m_err + piece->err).right(8192);
        m_ended = piece->ended;
        if (m_out.size() > longestLine)
            return fail(
                Kind::Unknown, QStringLiteral("node-answer-broken"), phrase("node-answer-long"), nameOf(Field::Node));
    }
}

/// Until the login shell got to the command: nothing is sent before that.
Done LeaseTalk::awaitShell(const std::stop_token &stop)
{
    constexpr auto slice = 250ms;
    QByteArray err;
    for (const auto began = Clock::now(); !err.contains(NodeShell::readyMark);) {
        if (m_ended)
            return fail(Kind::NotReached, QStringLiteral("node-shell-failed"),
                phrase("node-shell-failed-said", { { "said", showable(err) } }), nameOf(Field::Node));
        if (Clock::now() - began >= NodeShell::readyWithin)
            return tl::make_unexpected(shellStuck(Kind::NotReached, NodeShell::readyWithin, nameOf(Field::Node)));
        const auto piece = m_conversation->read(slice, stop);
        if (!piece)
            return tl::make_unexpected(piece.error());
        if (stop.stop_requested())
            return fail(Kind::NotReached, QStringLiteral("stopped"), phrase("lease-not-asked"), nameOf(Field::Node));
        m_out += piece->out;
        err += piece->err;
        m_ended = piece->ended;
        if (m_out.size() + err.size() > longestLine)
            return fail(Kind::NotReached, QStringLiteral("node-answer-broken"), phrase("login-shell-prints-much"),
                nameOf(Field::Node));
    }
    m_lastSign = Clock::now();
    return {};
}

Result<LeaseTalk::Granted> LeaseTalk::begin(const LeaseRequest &request, qint64 generation, const std::stop_token &stop)
{
    const QByteArray mark = NodeShell::freshMark();
    const auto input = NodeShell::input(QStringLiteral("lease"),
        { "hold", QByteArray::number(request.vmid.value()), request.run.toUtf8(), QByteArray::number(generation),
            request.takeOver ? "take-over" : "plain", request.holder.toUtf8(), request.host.toUtf8(),
            request.program.toUtf8(), request.reason.toUtf8() },
        {}, mark);
    if (!input)
        return tl::make_unexpected(input.error());
    if (auto ready = awaitShell(stop); !ready)
        return tl::make_unexpected(ready.error());
    m_outBegins = NodeShell::outMark(mark);
    if (auto done = m_conversation->write(*input, writeLimit, stop); !done)
        return tl::make_unexpected(done.error());

    const auto line = nextLine(grantLimit, stop);
    if (!line) {
        if (m_ended)
            if (const auto error = NodeShell::refusalIn(m_err))
                return tl::make_unexpected(*error);
        return tl::make_unexpected(line.error());
    }
    const QList<QByteArray> words = line->value_or(QByteArray()).split(' ');
    bool isNumber = false;
    Granted granted;
    granted.generation = words.size() == 3 && words[0] == "granted" ? words[1].toLongLong(&isNumber) : 0;
    if (!isNumber)
        return fail(Kind::Unknown, QStringLiteral("node-answer-broken"), phrase("lease-answer-late"),
            nameOf(Field::Node), phrase("cure-try-again"));
    if (words[2] != "-")
        granted.previous = parseLeaseCard(strictBase64(words[2]).value_or(QByteArray()));
    return granted;
}

Done LeaseTalk::say(const QByteArray &line, const std::stop_token &stop)
{
    return m_conversation->write(line + '\n', writeLimit, stop);
}

Result<QList<LeaseTalk::Heard>> LeaseTalk::listen(std::chrono::milliseconds wait, const std::stop_token &stop)
{
    QList<Heard> list;
    for (;;) {
        const auto line = nextLine(list.isEmpty() ? wait : 0ms, stop);
        if (!line) {
            if (!list.isEmpty())
                return list; // the end shows again at the next call
            return tl::make_unexpected(line.error());
        }
        if (!*line)
            return list;
        const QList<QByteArray> words = (*line)->split(' ');
        Heard heard;
        if (words[0] == "lost")
            heard.lost = showable(strictBase64(words.value(1)).value_or(QByteArray()));
        else if (words[0] == "ok" || words[0] == "no")
            heard = { words.value(1).toLongLong(), words[0] == "ok", QString::fromLatin1(words.value(2)), {} };
        else
            continue;
        list << heard;
    }
}

} // namespace undock::remote
