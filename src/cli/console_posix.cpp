#include "cli/console.h"

#include "core/base/wipe.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

namespace undock::cli {

namespace {

/// A terminal hands over no longer line. Taken at once, so that no part of a secret is left where it outgrew its place.
constexpr qsizetype longestAnswer = 4096;

} // namespace

bool isLive()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

std::optional<QByteArray> askAtTerminal(const QByteArray &question, bool echo)
{
    QFile terminal(QStringLiteral("/dev/tty"));
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return {};
    // Ctrl-C arrives as an end of line of its own, at once.
    constexpr char interrupt = 3;
    termios before{};
    const bool held = ::tcgetattr(terminal.handle(), &before) == 0;
    if (held) {
        termios mine = before;
        mine.c_lflag &= ~static_cast<tcflag_t>(ISIG);
        if (!echo)
            mine.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        mine.c_cc[VEOL] = interrupt;
        ::tcsetattr(terminal.handle(), TCSAFLUSH, &mine);
    }
    terminal.write(question);
    QByteArray answer;
    answer.reserve(longestAnswer);
    char c = 0;
    bool read = false;
    while ((read = terminal.read(&c, 1) == 1) && c != '\n' && c != interrupt) {
        if (answer.size() < longestAnswer)
            answer.append(c);
    }
    if (held) {
        ::tcsetattr(terminal.handle(), TCSAFLUSH, &before);
        if (!echo || c == interrupt)
            terminal.write("\n");
    }
    if (!read || c == interrupt) {
        wipe(answer);
        return {};
    }
    return answer;
}

} // namespace undock::cli
