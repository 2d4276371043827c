#pragma once

#include "unit/remote/private_sshd.h"

namespace undock::remote {

/// A real ssh-agent with the keys of these files.
class PrivateAgent {
public:
    explicit PrivateAgent(PrivateSshd &sshd)
        : m_sshd(sshd)
    {
        const QString socket = sshd.path(QStringLiteral("agent"));
        m_process.start(QStringLiteral("ssh-agent"), { QStringLiteral("-D"), QStringLiteral("-a"), socket });
        m_works = m_process.waitForStarted(60000) && QTest::qWaitFor([&] { return QFile::exists(socket); }, 60000);
        qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
    }
    ~PrivateAgent()
    {
        qunsetenv("SSH_AUTH_SOCK");
        m_process.terminate();
        m_process.waitForFinished(60000);
    }
    bool add(const QString &name)
    {
        return m_works
            && QProcess::execute(QStringLiteral("ssh-add"), { QStringLiteral("-q"), m_sshd.path(name) }) == 0;
    }
    /// Keys that the server does not know, more than it lets anyone try.
    bool addStrangers(int count)
    {
        for (int i = 0; i < count; ++i) {
            const QString name = QStringLiteral("other%1").arg(i);
            m_sshd.keygen(name, QString());
            if (!add(name))
                return false;
        }
        return true;
    }
    /// A key with a passphrase, without it: what the agent has once a person typed it.
    bool addUnlocked(const QString &name, const QString &phrase)
    {
        const QString copy = name + QStringLiteral("-unlocked");
        return QFile::copy(m_sshd.path(name), m_sshd.path(copy))
            && QFile::setPermissions(m_sshd.path(copy), QFile::ReadOwner | QFile::WriteOwner)
            && QProcess::execute(QStringLiteral("ssh-keygen"),
                   { QStringLiteral("-q"), QStringLiteral("-p"), QStringLiteral("-P"), phrase, QStringLiteral("-N"),
                       QString(), QStringLiteral("-f"), m_sshd.path(copy) })
            == 0
            && add(copy);
    }

private:
    PrivateSshd &m_sshd;
    QProcess m_process;
    bool m_works = false;
};

} // namespace undock::remote
