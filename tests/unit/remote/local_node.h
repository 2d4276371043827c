#pragma once

#include "remote/node/local_exec.h"
#include "remote/node/node_shell.h"

#include <QDir>
#include <QFile>
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
    }
    ~LocalNode()
    {
        qunsetenv("UNDOCK_NODE_ROOT");
        qunsetenv("UNDOCK_NODE_PATH");
    }

    QString rootPath() const { return m_folder.filePath(QStringLiteral("root")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void setQm(const QByteArray &body) { write(path(QStringLiteral("bin/qm")), "#!/bin/bash\n" + body); }
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
