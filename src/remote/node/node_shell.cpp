#include "remote/node/node_shell.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "remote/guest/guest_answer.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;

constexpr QByteArrayView begunMark = "undock-node: begun\n";
constexpr QByteArrayView tickMark = "undock-node: tick\n";
constexpr int refusedExit = 98;
constexpr int notAskedExit = 97;

/// Three signs of life may be missed (prelude.sh gives one every 4 s).
constexpr auto longestSilence = 14s;

std::optional<QByteArray> resource(const QString &name)
{
    QFile file(QStringLiteral(":/node/") + name + QStringLiteral(".sh"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

QString showable(const QByteArray &text)
{
    QString line = QString::fromUtf8(text.left(2000));
    for (QChar &c : line)
        if (!c.isPrint())
            c = u' ';
    return line.simplified();
}

tl::unexpected<Error> neverBegan(const ExecResult &result, bool viaSudo)
{
    const QString said = showable(result.err + ' ' + result.out.left(500));
    if (viaSudo && result.err.contains("sudo"))
        return fail(Kind::NotReached, QStringLiteral("sudo-refused"), phrase("sudo-refused", { { "said", said } }),
            nameOf(Field::Node), phrase("cure-sudo"));
    return fail(Kind::NotReached, QStringLiteral("node-shell-failed"),
        phrase("node-script-not-run", { { "exit", result.exit }, { "said", said } }), nameOf(Field::Node),
        phrase("cure-login-shell"));
}

} // namespace

NodeShell::NodeShell(Exec &exec, bool viaSudo)
    : m_exec(exec)
    , m_viaSudo(viaSudo)
{
}

std::optional<Error> NodeShell::refusalIn(const QByteArray &err)
{
    const QList<QByteArray> lines = err.split('\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QList<QByteArray> words = line->split(' ');
        if (words.size() != 4 || words[0] != "undock-node:")
            continue;
        const bool refused = words[1] == "refused";
        const auto text = strictBase64(words[3]);
        if ((refused || words[1] == "not-asked") && text)
            return Error{ refused ? Kind::Refused : Kind::NotReached, QString::fromLatin1(words[2]), showable(*text),
                nameOf(Field::Node), {} };
    }
    return {};
}

QByteArray NodeShell::command(bool viaSudo)
{
    // `exec`: what the login shell would still do at its end is not done. `--norc`: bash would run the startup file
    // once more, since it sees sshd's environment at the first level again. The first word is looked at because a
    // startup file that reads its stdin may have taken the beginning.
    const QByteArray plain = R"(/bin/bash --norc -c 'printf "undock-node: ready\n" >&2; IFS= read -r -d "" s && )"
                             R"(case $s in "#undock"*) eval "$s" ;; *) exit 96 ;; esac')";
    return (viaSudo ? "exec sudo -n " : "exec ") + plain;
}

QByteArray NodeShell::freshMark()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16)
        + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
}

QByteArray NodeShell::outMark(const QByteArray &mark)
{
    return "undock-node: out " + mark + '\n';
}

Result<QByteArray> NodeShell::input(
    const QString &script, const QList<QByteArray> &arguments, const QByteArray &payload, const QByteArray &mark)
{
    const auto prelude = resource(QStringLiteral("prelude"));
    const auto body = resource(script);
    if (!prelude || !body)
        return fail(Kind::BadInput, QStringLiteral("no-such-script"), phrase("no-such-script"), script);
    QByteArray bytes;
    if (!mark.isEmpty())
        bytes = "#undock\nundock_mark=" + mark + '\n';
    bytes += *prelude + *body + '\0' + QByteArray::number(arguments.size()) + '\0';
    for (const QByteArray &argument : arguments) {
        if (argument.contains('\0'))
            return fail(Kind::BadInput, QStringLiteral("nul-in-argument"), phrase("value-with-nul"), script);
        bytes += argument + '\0';
    }
    return bytes + payload;
}

void NodeShell::cutOff(QByteArray &stream, qsizetype end)
{
    constexpr qsizetype longestShown = 120;
    QString printed = showable(stream.first(end));
    if (printed.size() > longestShown)
        printed = printed.first(longestShown) + QStringLiteral("…");
    if (!printed.isEmpty())
        m_manners.printed = printed; // stdout's comes last: it is what stood in the way
    stream.remove(0, end);
}

Result<ExecResult> NodeShell::run(const QString &script, const QList<QByteArray> &arguments, const QByteArray &payload,
    std::chrono::milliseconds timeout, std::stop_token stop)
{
    const QByteArray mark = freshMark();
    const auto bytes = input(script, arguments, payload, mark);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    ExecLimits limits;
    limits.timeout = timeout;
    limits.silence = longestSilence;
    limits.maxOut = 40 * 1024 * 1024; // twice what the agent itself lets through (facts.md §2), quoted
    limits.inertWithoutInput = true;
    limits.readyMark = readyMark.toByteArray();
    limits.readyWithin = m_patience;
    limits.inputAfterReady = !m_shellProven;
    ++m_traffic.calls;
    m_traffic.bytesSent += bytes->size();
    auto result = m_exec.exec(command(m_viaSudo), *bytes, limits, stop);
    if (!result)
        return result;
    m_traffic.bytesReceived += result->out.size() + result->err.size();
    m_manners.slowest = std::max(m_manners.slowest, result->readyAfter);

    const auto ready = result->err.indexOf(readyMark);
    if (ready >= 0) {
        cutOff(result->err, ready);
        result->err.remove(0, readyMark.size());
        m_shellProven = true;
    }
    const auto begun = result->err.indexOf(begunMark);
    if (begun < 0)
        return neverBegan(*result, m_viaSudo);
    result->err.remove(begun, begunMark.size());
    result->err.replace(tickMark, QByteArrayView());
    const QByteArray outBegins = outMark(mark);
    if (const auto own = result->out.indexOf(outBegins); own >= 0) {
        cutOff(result->out, own);
        result->out.remove(0, outBegins.size());
    } else if (!result->out.isEmpty()) {
        return fail(Kind::Unknown, QStringLiteral("node-answer-broken"), phrase("node-answer-mixed"),
            nameOf(Field::Node), phrase("cure-ask-node-again"));
    }
    if (result->exit == refusedExit || result->exit == notAskedExit)
        if (auto error = refusalIn(result->err))
            return tl::make_unexpected(std::move(*error));
    return result;
}

Result<NodeAnswer> NodeShell::ask(const QString &script, const QList<QByteArray> &arguments, const QByteArray &payload,
    std::chrono::milliseconds timeout, std::stop_token stop)
{
    const auto result = run(script, arguments, payload, timeout, stop);
    if (!result)
        return tl::make_unexpected(result.error());
    if (result->exit != 0)
        return fail(Kind::Unknown, QStringLiteral("node-script-failed"),
            phrase("node-script-failed",
                { { "script", script }, { "exit", result->exit }, { "said", showable(result->err) } }),
            nameOf(Field::Node), phrase("cure-node-disk"));
    return NodeAnswer::parse(result->out);
}

} // namespace undock::remote
