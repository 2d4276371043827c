#pragma once

#include "remote/node/node_answer.h"
#include "remote/ssh/exec.h"

#include <QList>
#include <QString>

namespace undock::remote {

/// Runs the program's own scripts on the node.
///
/// The command line is the same for every script and holds no value: script, arguments
/// and payload travel as data on stdin (facts.md §2: what is typed through ssh loses its
/// quotes, and the body then runs on the node itself).
class NodeShell {
public:
    /// `viaSudo` for a node user who is not root.
    NodeShell(Exec &exec, bool viaSudo);

    static QByteArray command(bool viaSudo);
    /// What command() prints on stderr when it runs and has read nothing yet.
    static constexpr QByteArrayView readyMark = "undock-node: ready\n";
    /// How long a login shell may take until then.
    static constexpr std::chrono::seconds readyWithin{ 20 };

    /// A word that nobody can have printed before. With it in input(), the script's own stdout begins
    /// behind outMark(): what stands before that is the login shell's.
    static QByteArray freshMark();
    static QByteArray outMark(const QByteArray &mark);

    /// The bytes for stdin. Errors: BadInput `no-such-script`, `nul-in-argument`.
    static Result<QByteArray> input(const QString &script, const QList<QByteArray> &arguments,
        const QByteArray &payload, const QByteArray &mark = {});

    /// The script's streams and status, its signs of life taken out of stderr, and out of both what
    /// the login shell printed before it.
    /// Errors: Exec's; NotReached `node-shell-failed`, `sudo-refused` when the script never began;
    /// Unknown `node-answer-broken`; Refused and NotReached with the script's own code where it said so.
    Result<ExecResult> run(const QString &script, const QList<QByteArray> &arguments, const QByteArray &payload = {},
        std::chrono::milliseconds timeout = std::chrono::seconds(30), std::stop_token stop = {});

    /// run() for scripts that answer in lines. A script that fails before it answered leaves
    /// its effect open: Unknown `node-script-failed`.
    Result<NodeAnswer> ask(const QString &script, const QList<QByteArray> &arguments, const QByteArray &payload = {},
        std::chrono::milliseconds timeout = std::chrono::seconds(30), std::stop_token stop = {});

    /// The script's own "no" in its stderr, if there is one: Refused or NotReached with its code.
    static std::optional<Error> refusalIn(const QByteArray &err);

    struct Traffic {
        qint64 calls = 0;
        qint64 bytesSent = 0;
        qint64 bytesReceived = 0;
    };
    const Traffic &traffic() const { return m_traffic; }

    /// How the node's login shell behaves, over all calls so far.
    struct Manners {
        QString printed; ///< before an answer, shortened, made safe to show; empty: nothing
        std::chrono::milliseconds slowest{ 0 }; ///< until it got to the command
        /// Worth a word: it costs every step.
        bool isSlow() const { return slowest >= std::chrono::seconds(5); }
    };
    const Manners &manners() const { return m_manners; }
    /// How long the login shell may take until it gets to a command; readyWithin unless set.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    void cutOff(QByteArray &stream, qsizetype end);

    Exec &m_exec;
    bool m_viaSudo;
    Traffic m_traffic;
    Manners m_manners;
    std::chrono::milliseconds m_patience{ readyWithin };
    bool m_shellProven = false; ///< it got to the command once: input need not wait for it any more
};

} // namespace undock::remote
