#include "engine/run/lease_link.h"

#include "remote/ssh/ssh_channel.h"

namespace undock {

namespace {

/// The channel and the session under it, alive together.
class OwnConversation : public remote::Conversation {
public:
    OwnConversation(std::unique_ptr<remote::SshSession> session, std::unique_ptr<remote::SshChannel> channel)
        : m_session(std::move(session))
        , m_channel(std::move(channel))
    {
    }

    Done write(const QByteArray &bytes, std::chrono::milliseconds timeout, std::stop_token stop) override
    {
        return m_channel->write(bytes, timeout, stop);
    }
    void closeInput() override { m_channel->closeInput(); }
    Result<Piece> read(std::chrono::milliseconds wait, std::stop_token stop) override
    {
        return m_channel->read(wait, stop);
    }

private:
    std::unique_ptr<remote::SshSession> m_session; // goes last
    std::unique_ptr<remote::SshChannel> m_channel;
};

} // namespace

remote::LeaseKeeper::Open leaseLink(NodeTarget node, NodeAccess access, remote::Prompter &prompter)
{
    return [node, access, &prompter](
               const QByteArray &command, std::stop_token stop) -> Result<std::unique_ptr<remote::Conversation>> {
        auto session = std::make_unique<remote::SshSession>();
        if (const Done connected = session->connect(node, sshOptions(access), prompter, stop); !connected)
            return tl::make_unexpected(connected.error());
        auto channel = session->open(command, std::chrono::seconds(15), stop);
        if (!channel)
            return tl::make_unexpected(channel.error());
        return std::unique_ptr<remote::Conversation>(
            std::make_unique<OwnConversation>(std::move(session), std::move(*channel)));
    };
}

} // namespace undock
