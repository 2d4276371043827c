#pragma once

#include "core/params/run_parameters.h"
#include "engine/run/prompter.h"
#include "remote/guest/guest_link.h"
#include "remote/node/node_qm.h"
#include "remote/node/node_shell.h"
#include "remote/ssh/ssh_session.h"

#include <memory>
#include <stop_token>

namespace undock {

/// How a node is reached from this desk; the part of DeskSettings that SSH needs.
struct NodeAccess {
    QString knownHosts;
    QString identity;
    QString jumpHost;
};

remote::SshOptions sshOptions(const NodeAccess &access);

/// One node and one of its guests, over one SSH session that is made anew when it
/// broke. Belongs to one worker thread.
class Connection {
public:
    Connection(NodeTarget node, Vmid vmid, NodeAccess access, Prompter &prompter);
    ~Connection();

    /// Connects unless connected; what an earlier prompt answered is not asked again.
    Done ensure(std::stop_token stop);
    /// Forgets a broken session; the next ensure() makes a new one.
    void drop();
    /// Tries ensure() with growing pauses for up to `patience`.
    Done ensureWithin(std::chrono::seconds patience, std::stop_token stop);

    remote::NodeShell &shell() { return *m_shell; }
    remote::GuestLink &guest() { return *m_guest; }
    bool viaSudo() const;
    const remote::SshLogin &login() const { return m_session->login(); }
    remote::Prompter &sshPrompter();
    Prompter &prompter() { return m_prompter; }

    /// qm calls and bytes over all sessions so far, for the record and the bench.
    struct Traffic {
        qint64 qmCalls = 0;
        qint64 bytesSent = 0;
        qint64 bytesReceived = 0;
    };
    Traffic traffic() const;

private:
    class PromptBridge;
    NodeTarget m_node;
    Vmid m_vmid;
    NodeAccess m_access;
    Prompter &m_prompter;
    std::unique_ptr<PromptBridge> m_bridge;
    std::unique_ptr<remote::SshSession> m_session;
    std::unique_ptr<remote::NodeShell> m_shell;
    std::unique_ptr<remote::NodeQm> m_qm;
    std::unique_ptr<remote::GuestLink> m_guest;
    Traffic m_past;
};

} // namespace undock
