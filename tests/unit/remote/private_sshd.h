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

/// A real sshd on a port of its own, for the user who runs the tests.
class PrivateSshd {
public:
    PrivateSshd()
    {
        for (const char *name : { "host", "host2", "user", "stranger" })
            keygen(QString::fromLatin1(name), QString());
        keygen(QStringLiteral("locked"), QStringLiteral("open sesame"));
        write(QStringLiteral("authorized_keys"), read(QStringLiteral("user.pub")) + read(QStringLiteral("locked.pub")));
    }
    ~PrivateSshd() { stop(); }

    bool start(const QString &hostKey = QStringLiteral("host"))
    {
        if (m_port == 0)
            m_port = freePort();
        if (geteuid() == 0)
            QDir().mkpath(QStringLiteral("/run/sshd"));
        write(QStringLiteral("config"),
            "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " + path(hostKey).toLocal8Bit()
                + "\nAuthorizedKeysFile " + path(QStringLiteral("authorized_keys")).toLocal8Bit()
                + "\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
                  "KbdInteractiveAuthentication no\nMaxSessions 4\n");
        m_process.start(QStringLiteral("/usr/sbin/sshd"),
            { QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path(QStringLiteral("config")) });
        for (int i = 0; i < 100 && m_process.state() != QProcess::NotRunning; ++i) {
            QTcpSocket probe;
            probe.connectToHost(QStringLiteral("127.0.0.1"), m_port);
            if (probe.waitForConnected(100))
                return true;
            QTest::qWait(50);
        }
        return false;
    }
    void stop()
    {
        signalSessions(SIGKILL);
        m_process.terminate();
        m_process.waitForFinished(3000);
    }
    /// Every process that serves a connection, not the listener.
    void signalSessions(int number)
    {
        for (const pid_t pid : descendants(pid_t(m_process.processId())))
            ::kill(pid, number);
    }

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

private:
    void keygen(const QString &name, const QString &phrase)
    {
        QProcess::execute(QStringLiteral("ssh-keygen"),
            { QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), phrase,
                QStringLiteral("-f"), path(name) });
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
};

} // namespace undock::remote
