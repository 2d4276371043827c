#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <stop_token>

namespace undock::remote {

/// Bounds of one exchange. Everything that comes back is hostile until it has been
/// measured, so there is no "unlimited".
struct ExecLimits {
    /// For the whole exchange, from the request to the exit status.
    std::chrono::milliseconds timeout{ 30000 };
    /// The longest time without a single byte from the other side; zero: not watched.
    /// It only makes sense with a command that gives signs of life by itself.
    std::chrono::milliseconds silence{ 0 };
    qint64 maxOut = 8 * 1024 * 1024;
    qint64 maxErr = 256 * 1024;
    /// The command does nothing before its stdin has arrived (true of the fixed command
    /// of NodeShell): a link lost before the first byte is then NotReached, not Unknown.
    bool inertWithoutInput = false;
    /// What the command prints on stderr once it runs: until then it is the login shell that is waited for, `silence`
    /// does not count, and after `readyWithin` the exchange ends with `login-shell-stuck`. Empty: not looked for.
    QByteArray readyMark;
    std::chrono::milliseconds readyWithin{ 20000 };
    /// With a readyMark: nothing is sent before it was seen, so that whatever fails until then is NotReached, and
    /// a startup file that reads its stdin gets nothing of the command's.
    bool inputAfterReady = false;
    /// Called on the calling thread with each piece as it arrives.
    std::function<void(QByteArrayView)> onStdout;
};

/// What a command that ended left behind. A command that ended is a success of the
/// exchange, whatever its exit status.
struct ExecResult {
    QByteArray out;
    QByteArray err;
    int exit = -1; ///< 0…255; −1 when a signal ended it
    QString signal; ///< without "SIG"; empty when it exited
    std::chrono::milliseconds readyAfter{ 0 }; ///< when the readyMark was seen, from the request on
};

/// The login shell did not get to the command (its startup files are slow, wait for something, or never end).
Error shellStuck(Error::Kind kind, std::chrono::milliseconds waited, const QString &where);

/// Runs one command somewhere else.
///
/// The kinds of its errors are its contract: NotReached says that the command did
/// certainly not run, Unknown that it may have (also partly, also still).
class Exec {
public:
    virtual ~Exec() = default;
    virtual Result<ExecResult> exec(
        const QByteArray &command, const QByteArray &input, const ExecLimits &limits, std::stop_token stop)
        = 0;
};

/// A running command to talk with, line by line or otherwise.
class Conversation {
public:
    virtual ~Conversation() = default;

    /// Queues all of `bytes` for its stdin. Errors: Unknown link-lost, exec-timeout, stopped.
    virtual Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop) = 0;
    virtual void closeInput() = 0;

    struct Piece {
        QByteArray out;
        QByteArray err;
        bool ended = false; ///< nothing more will come
    };
    /// What has arrived: at once when there is something, else within `wait` (an empty piece then).
    /// Errors: Unknown link-lost, stopped.
    virtual Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) = 0;
};

} // namespace undock::remote
