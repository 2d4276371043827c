#include "remote/node/local_exec.h"

#include "core/text/phrase.h"

#include <QProcess>

#include <algorithm>

namespace undock::remote {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Kind = Error::Kind;

const QString here = QStringLiteral("this machine");

/// Asked to leave first: a script may have something to put back.
void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.closeWriteChannel();
    process.terminate();
    if (!process.waitForFinished(1000)) {
        process.kill();
        process.waitForFinished(1000);
    }
}

Done begin(QProcess &process, const QByteArray &command)
{
    process.start(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QString::fromUtf8(command) });
    if (process.waitForStarted(5000))
        return {};
    return fail(Kind::NotReached, QStringLiteral("node-shell-failed"), process.errorString(), here);
}

class LocalConversation : public Conversation {
public:
    ~LocalConversation() override { end(m_process); }
    Done begin(const QByteArray &command) { return remote::begin(m_process, command); }

    Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token) override
    {
        m_process.write(bytes);
        const auto deadline = Clock::now() + timeout;
        while (m_process.bytesToWrite() > 0) {
            if (Clock::now() >= deadline || m_process.state() == QProcess::NotRunning)
                return fail(Kind::Unknown, QStringLiteral("link-lost"), phrase("command-gone"), here);
            m_process.waitForBytesWritten(50);
        }
        return {};
    }
    void closeInput() override { m_process.closeWriteChannel(); }

    Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) override
    {
        const auto until = Clock::now() + wait;
        for (;;) {
            const bool running = m_process.state() != QProcess::NotRunning;
            Piece piece{ m_process.readAllStandardOutput(), m_process.readAllStandardError(), !running };
            if (!piece.out.isEmpty() || !piece.err.isEmpty())
                piece.ended = false;
            else if (running && Clock::now() < until && !stop.stop_requested()) {
                m_process.waitForReadyRead(50);
                continue;
            }
            return piece;
        }
    }

private:
    QProcess m_process;
};

} // namespace

Result<ExecResult> LocalExec::exec(
    const QByteArray &command, const QByteArray &input, const ExecLimits &limits, std::stop_token stop)
{
    QProcess process;
    if (auto begun = begin(process, command); !begun)
        return tl::make_unexpected(begun.error());
    process.write(input);
    process.closeWriteChannel();

    ExecResult result;
    const auto deadline = Clock::now() + limits.timeout;
    const auto giveUp = [&](const char *code, const QString &what) {
        end(process);
        return fail(Kind::Unknown, QString::fromLatin1(code), what, here);
    };
    for (bool running = true; running;) {
        running = process.state() != QProcess::NotRunning;
        if (running)
            process.waitForReadyRead(50);
        const QByteArray piece = process.readAllStandardOutput();
        if (!piece.isEmpty() && limits.onStdout)
            limits.onStdout(piece);
        result.out += piece;
        result.err += process.readAllStandardError();
        if (result.out.size() > limits.maxOut || result.err.size() > limits.maxErr)
            return giveUp("output-too-large", phrase("command-printed-much"));
        if (running && stop.stop_requested())
            return giveUp("stopped", phrase("command-stopped"));
        if (running && Clock::now() >= deadline)
            return giveUp("exec-timeout", phrase("command-late"));
    }
    if (process.exitStatus() == QProcess::NormalExit)
        result.exit = process.exitCode();
    else
        result.signal = QStringLiteral("KILL");
    return result;
}

Result<std::unique_ptr<Conversation>> LocalExec::open(const QByteArray &command)
{
    auto conversation = std::make_unique<LocalConversation>();
    if (auto begun = conversation->begin(command); !begun)
        return tl::make_unexpected(begun.error());
    return conversation;
}

} // namespace undock::remote
