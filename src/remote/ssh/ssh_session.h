#pragma once

#include "core/params/node_target.h"
#include "remote/ssh/exec.h"
#include "remote/ssh/prompter.h"
#include "remote/ssh/ssh_options.h"

#include <memory>

namespace undock::remote {

class SshChannel;
struct SshHandle;

/// How the login went, for the journal.
struct SshLogin {
    QString hostKeyType;
    QString hostKeyFingerprint; ///< `SHA256:…`
    QString method; ///< agent, key, keyboard-interactive, password, none
};

/// One SSH connection. Belongs to the thread that called connect(): libssh allows one
/// session with its channels per thread.
///
/// Nothing here waits longer than it says: every exchange has a deadline, a stop request
/// is seen within 250 ms, and a peer that is gone or frozen is noticed within 20 s
/// (TCP_USER_TIMEOUT for a dead link, ExecLimits::silence for one that only looks alive).
/// After an exchange that ended by a deadline the connection counts as broken.
///
/// Through a jump host (SshOptions::jump) there are two sessions: keys of both hosts are checked, both log in, each
/// within these limits. An error's `where` says whose it is. What hinders the way to the node and time heals is
/// `jump-failed`; what has to do with trust or the login has the same code for either host.
///
/// Codes: NotReached: dns, refused, no-route, connect-timeout, connect-failed, key-exchange-failed,
/// jump-failed, host-key-changed, host-key-other-type, host-key-revoked, host-key-rejected, host-key-error,
/// known-hosts-unwritable, auth-failed, auth-cancelled, identity-unreadable, not-connected,
/// channel-refused, stopped. Unknown: link-lost, peer-silent, exec-timeout, output-too-large,
/// exit-unknown, stopped.
class SshSession : public Exec {
public:
    SshSession();
    ~SshSession() override;

    Done connect(const NodeTarget &target, const SshOptions &options, Prompter &prompter, std::stop_token stop = {});
    bool isOpen() const;
    void close();
    const SshLogin &login() const;

    Result<ExecResult> exec(const QByteArray &command, const QByteArray &input, const ExecLimits &limits,
        std::stop_token stop = {}) override;

    /// A command to converse with. The channel must not outlive the session.
    Result<std::unique_ptr<SshChannel>> open(
        const QByteArray &command, std::chrono::milliseconds timeout, std::stop_token stop = {});

private:
    std::unique_ptr<SshHandle> m_handle;
};

} // namespace undock::remote
