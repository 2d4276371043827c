#pragma once

#include "core/params/run_parameters.h"
#include "engine/port/linked_guest.h"
#include "engine/port/node_port.h"
#include "engine/run/node_access.h"
#include "engine/run/prompter.h"
#include "remote/node/node_qm.h"
#include "remote/node/node_shell.h"
#include "remote/ssh/ssh_session.h"

#include <memory>
#include <stop_token>

namespace undock {

remote::SshOptions sshOptions(const NodeAccess &access);

/// One node and one of its guests, over one SSH session that is made anew when it
/// broke. Belongs to one worker thread.
class Connection : public NodePort {
public:
    Connection(NodeTarget node, Vmid vmid, NodeAccess access, Prompter &prompter, Clock &clock = Clock::system());
    ~Connection() override;

    Done ensure(std::stop_token stop) override;
    /// Forgets a broken session; the next ensure() makes a new one.
    void drop();
    GuestPort &guest() override { return *m_guest; }
    std::unique_ptr<LeasePort> lease(const remote::LeaseRequest &request) override;
    Result<remote::NodeFacts> facts(std::optional<Vmid> vmid, std::stop_token stop) override;
    Result<QList<remote::LeaseCard>> cards(std::stop_token stop) override;
    Result<QList<remote::Hold>> holds(std::stop_token stop) override;
    Done placeHold(const remote::HoldRequest &request, bool definite, std::stop_token stop) override;
    Done liftHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop) override;
    Done resolveHold(Vmid vmid, const QString &run, qint64 generation, std::stop_token stop) override;
    Done releaseHold(Vmid vmid, const QString &holder, const QString &reason, std::stop_token stop) override;
    Done keepJournalSum(const QString &run, qint64 generation, const QByteArray &sha256, remote::CopyIs state,
        std::stop_token stop) override;
    Result<remote::JournalSums> journalSums(std::stop_token stop) override;
    Result<remote::SharedFile> readFile(const QString &path, std::stop_token stop) override;
    Done swapFile(const QString &path, const QByteArray &expectedSha256, const QByteArray &content,
        std::stop_token stop) override;
    const remote::SshLogin &login() const override;
    /// Over all sessions so far.
    Traffic traffic() const override;

    remote::NodeShell &shell() { return *m_shell; }
    bool viaSudo() const;
    remote::Prompter &sshPrompter();

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
    std::unique_ptr<LinkedGuest> m_guest;
    Traffic m_past;
};

} // namespace undock
