#pragma once

#include <QByteArray>

#include <optional>

namespace undock::cli {

/// Whether a person sees stdout as it is written, so that a line may be overwritten.
bool isLive();

/// Asks on the terminal that this program was started from, whatever its stdin and stdout are, and waits for a line
/// as long as it takes. `question` and the answer are UTF-8; the answer has no end of line, and at most 4096 bytes:
/// what outgrows that is left out. Whoever is given it wipes it. Without `echo` nothing of it is shown as it is typed.
/// Nothing: there is no terminal, it ended, or Ctrl-C was pressed, which while a question stands is the answer "no":
/// neither a pause that nobody sees, nor an end of the program that leaves the terminal without an echo.
/// One thread at a time.
std::optional<QByteArray> askAtTerminal(const QByteArray &question, bool echo);

} // namespace undock::cli
