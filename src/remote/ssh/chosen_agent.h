#pragma once

#include <QByteArray>

#include <memory>

namespace undock::remote {

/// The desk's ssh-agent, seen through a filter: libssh offers an agent's keys in the agent's order, all of them,
/// and a server ends a login after a few that it does not know.
///
/// A thread of its own answers on a socket that libssh takes for the agent's.
class ChosenAgent {
public:
    enum class Others {
        Hidden, ///< only the chosen key is there (as with OpenSSH's IdentitiesOnly)
        Behind, ///< the chosen key comes first
    };
    /// Null when there is no agent, or it does not hold the key with this public half.
    static std::unique_ptr<ChosenAgent> open(const QByteArray &blob, Others others);
    ~ChosenAgent();

    /// libssh's end; whoever takes it closes it. Once only.
    int takeSocket();

private:
    struct Impl;
    explicit ChosenAgent(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace undock::remote
