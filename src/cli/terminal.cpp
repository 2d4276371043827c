#include "cli/terminal.h"

#include "cli/console.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "undock_version.h"

#include <cstdio>
#include <utility>

namespace undock::cli {

namespace {

void put(FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

/// Once in a program, however many speak.
void putFirstLine()
{
    static bool told = false;
    if (!std::exchange(told, true))
        put(stdout,
            compactJson(
                { { "event", "openclaw-undock" }, { "version", outputVersion }, { "program", UNDOCK_VERSION } }));
}

const char *kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::BadInput:
        return "bad-input";
    case Error::Kind::Refused:
        return "refused";
    case Error::Kind::NotReached:
        return "not-reached";
    case Error::Kind::Unknown:
        return "unknown";
    case Error::Kind::Failed:
        break;
    }
    return "failed";
}

} // namespace

Terminal::Terminal(bool json)
    : m_json(json)
    , m_live(!json && isLive())
{
    if (json)
        putFirstLine();
}

void Terminal::clearProgress()
{
    if (m_progressShown)
        std::fputs("\r\x1b[2K", stdout);
    m_progressShown = false;
}

void Terminal::say(const QString &text)
{
    if (m_json)
        return;
    clearProgress();
    put(stdout, displaySafe(text).toUtf8());
}

void Terminal::tell(const Json &object, const QString &text)
{
    if (m_json)
        put(stdout, compactJson(object));
    else
        say(text);
}

void Terminal::tell(const char *event, const Json &object, const QString &text)
{
    Json line = { { "event", event } };
    line.update(object);
    tell(line, text);
}

void Terminal::progress(const QString &text)
{
    if (!m_live)
        return;
    clearProgress();
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
    m_progressShown = true;
}

void Terminal::error(const Error &error)
{
    if (m_json) {
        put(stdout,
            compactJson({ { "event", "error" }, { "error", toStd(error.code) }, { "kind", kindName(error.kind) },
                { "what", toStd(inEnglish(error.what)) }, { "where", toStd(error.where) },
                { "cure", toStd(inEnglish(error.cure)) } }));
        return;
    }
    clearProgress();
    put(stderr, displaySafe(describe(error)).toUtf8()); // it may quote a guest, a node or a file
}

} // namespace undock::cli
