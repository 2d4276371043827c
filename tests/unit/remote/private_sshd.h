#pragma once

#include "core/params/node_target.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <pwd.h>
#include <unistd.h>

namespace undock::remote {

/// A real sshd on a port of its own, for the user who runs the tests. It starts that user's shell, but with a home of
/// its own and (by SHLVL: bash reads no startup file then) without anybody's startup files: nothing of the person's is
/// run, and nothing is left with them. The node scripts find a folder of their own here too.
class PrivateSshd {
public:
    PrivateSshd()
    {
        for (const char *name : { "host", "host2", "user", "stranger" })
            keygen(QString::fromLatin1(name), QString());
        QDir(m_folder.path()).mkpath(QStringLiteral("home"));
        QDir(m_folder.path()).mkpath(QStringLiteral("bin"));
        keygen(QStringLiteral("locked"), QStringLiteral("open sesame"));
        write(QStringLiteral("authorized_keys"), read(QStringLiteral("user.pub")) + read(QStringLiteral("locked.pub")));
    }
    ~PrivateSshd() { stop(); }

    /// The login shell's startup file from the next start() on. False: this user's shell is not bash.
    bool setStartupFile(const QByteArray &content)
    {
        write(QStringLiteral("home/.bashrc"), content);
        m_startupFiles = true;
        return QByteArray(getpwuid(geteuid())->pw_shell).endsWith("/bash");
    }
    void setMaxAuthTries(int tries) { m_maxAuthTries = tries; }

    /// Waits until it listens; false only when it ended instead, or said nothing for a minute.
    bool start(const QString &hostKey = QStringLiteral("host"))
    {
        if (m_port == 0)
            m_port = freePort();
        if (geteuid() == 0)
            QDir().mkpath(QStringLiteral("/run/sshd"));
        const QByteArray here = m_folder.path().toLocal8Bit();
        const QByteArray shellLevel = m_startupFiles ? QByteArray() : QByteArray(" SHLVL=9");
        write(QStringLiteral("config"),
            "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " + path(hostKey).toLocal8Bit()
                + "\nAuthorizedKeysFile " + path(QStringLiteral("authorized_keys")).toLocal8Bit()
                + "\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
                  "KbdInteractiveAuthentication no\nMaxSessions 4\nPermitUserRC no\nMaxAuthTries "
                + QByteArray::number(m_maxAuthTries) + "\nSetEnv HOME=" + here + "/home UNDOCK_NODE_ROOT=" + here
                + "/node UNDOCK_NODE_PATH=" + here + "/bin UNDOCK_NODE_PVE=" + here
                + "/pve UNDOCK_NODE_PROC_NET=" + here + "/proc-net PATH=" + here
                + "/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" + shellLevel + '\n');
        m_process.start(QStringLiteral("/usr/sbin/sshd"),
            { QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path(QStringLiteral("config")) });
        return m_process.waitForStarted(60000)
            && QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning || answers(); }, 60000)
            && m_process.state() == QProcess::Running;
    }
    void stop()
    {
        signalSessions(SIGKILL);
        m_process.terminate();
        m_process.waitForFinished(60000);
        // A child that was just being made for a connection still has the listener's socket, and dies with its
        // connection.
        if (m_port != 0 && !QTest::qWaitFor([this] { return !answers(); }, 60000))
            qWarning("a minute after its end sshd's port still takes connections");
    }
    /// Every process that serves a connection, not the listener.
    void signalSessions(int number)
    {
        for (const pid_t pid : descendants(pid_t(m_process.processId())))
            ::kill(pid, number);
    }

    /// How many processes serve connections.
    int sessions() const { return int(descendants(pid_t(m_process.processId())).size()); }

    NodeTarget target() const
    {
        return *NodeTarget::parse(
            QStringLiteral("%1@127.0.0.1:%2").arg(QString::fromLocal8Bit(getpwuid(geteuid())->pw_name)).arg(m_port));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }
    /// The known_hosts line of a host key.
    QByteArray knownHostsLine(const QString &key) const
    {
        return "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + read(key + QStringLiteral(".pub"));
    }
    int port() const { return m_port; }

    void keygen(const QString &name, const QString &phrase)
    {
        QProcess::execute(QStringLiteral("ssh-keygen"),
            { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), phrase,
                QStringLiteral("-f"), path(name) });
    }

private:
    bool answers() const
    {
        QTcpSocket probe;
        probe.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        return probe.waitForConnected(1000);
    }
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    static QList<pid_t> descendants(pid_t parent)
    {
        QList<pid_t> found;
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
        if (parent > 0 && children.open(QIODevice::ReadOnly))
            for (const QByteArray &word : children.readAll().split(' '))
                if (const pid_t pid = word.trimmed().toInt(); pid > 0)
                    found << pid << descendants(pid);
        return found;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_startupFiles = false;
    int m_maxAuthTries = 6;
};

} // namespace undock::remote
