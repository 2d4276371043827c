#pragma once

#include "remote/node/local_exec.h"
#include "remote/node/node_shell.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace undock::remote {

/// This machine in a node's place: the real node scripts on a folder of their own, with a `qm`
/// that does what a test says.
class LocalNode {
public:
    LocalNode()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("bin"));
        qputenv("UNDOCK_NODE_ROOT", rootPath().toLocal8Bit());
        qputenv("UNDOCK_NODE_PATH", m_folder.filePath(QStringLiteral("bin")).toLocal8Bit());
        qputenv("UNDOCK_NODE_PVE", m_folder.filePath(QStringLiteral("pve")).toLocal8Bit());
        qputenv("UNDOCK_NODE_PROC_NET", m_folder.filePath(QStringLiteral("proc-net")).toLocal8Bit());
    }
    ~LocalNode()
    {
        qunsetenv("UNDOCK_NODE_ROOT");
        qunsetenv("UNDOCK_NODE_PATH");
        qunsetenv("UNDOCK_NODE_PVE");
        qunsetenv("UNDOCK_NODE_PROC_NET");
    }

    QString rootPath() const { return m_folder.filePath(QStringLiteral("root")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void setQm(const QByteArray &body) { setProgram(QStringLiteral("qm"), body); }
    void setProgram(const QString &name, const QByteArray &body)
    {
        write(path(QStringLiteral("bin/") + name), "#!/bin/bash\n" + body);
    }
    /// A file of the node's cluster file system (`nodes/pve2/qemu-server/101.conf`, `.vmlist`) or below /proc/net.
    void setFile(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        write(path(name), content);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    LocalExec exec;
    NodeShell shell{ exec, false };

private:
    QTemporaryDir m_folder;
};

} // namespace undock::remote
