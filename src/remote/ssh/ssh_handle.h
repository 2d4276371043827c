#pragma once

// Inner parts of the SSH layer: the only headers below src/remote/ssh that name libssh.

#include "remote/ssh/jump_link.h"
#include "remote/ssh/ssh_session.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>

namespace undock::remote {

using Clock = std::chrono::steady_clock;

struct SshHandle {
    ssh_session session = nullptr;
    std::unique_ptr<JumpLink> jump; ///< where the connection leads through another host
    std::thread::id owner;
    QString where; ///< `user@host:port`, for messages
    SshLogin login;
    /// An exchange ended by a deadline: what the peer does now is not known any more.
    bool broken = false;

    ~SshHandle();
    bool usable() const { return session && !broken && ssh_is_connected(session); }
    /// Why the connection to the jump host ended, if there is one and it did.
    std::optional<Error> jumpTrouble() const { return jump ? jump->broken() : std::nullopt; }
    /// libssh's last words, made safe to show: they may quote the peer.
    QString lastWords() const;
};

struct ChannelHandle {
    ssh_channel channel = nullptr;
    ssh_channel_callbacks_struct callbacks{};
    std::optional<int> exit;
    QString signal;
    qint64 sent = 0;

    ~ChannelHandle();
};

/// Waits until the socket has something to do, 250 ms at the most.
void waitForSocket(const SshHandle &handle, Clock::time_point until);

enum class Waited {
    Done,
    TimedOut,
    Stopped,
};

/// Calls `step` until it no longer says `again`, waiting for the socket in between.
template <class Step>
Waited repeat(const SshHandle &handle, int again, int &result, std::chrono::milliseconds timeout,
    const std::stop_token &stop, Step step)
{
    const auto deadline = Clock::now() + timeout;
    while ((result = step()) == again) {
        if (stop.stop_requested())
            return Waited::Stopped;
        if (Clock::now() >= deadline)
            return Waited::TimedOut;
        waitForSocket(handle, deadline);
    }
    return Waited::Done;
}

/// Printable, on one line, at most 500 characters.
QString showable(const char *text);

/// Connected, the peer's key checked, logged in; through the jump host where the options name one. The codes are those
/// of SshSession::connect().
Result<std::unique_ptr<SshHandle>> logIn(
    const NodeTarget &target, const SshOptions &options, Prompter &prompter, const std::stop_token &stop);

/// Checks the peer's key against known_hosts; asks at first contact and stores the answer.
Done verifyHostKey(SshHandle &handle, Prompter &prompter);
/// Agent, key, keyboard-interactive, password, as far as the peer offers them.
Done authenticate(SshHandle &handle, const NodeTarget &target, const SshOptions &options, Prompter &prompter,
    const std::stop_token &stop);

} // namespace undock::remote
