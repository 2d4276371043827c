#pragma once

#include "core/params/node_target.h"
#include "remote/ssh/ssh_session.h"

#include <QProcess>
#include <QTest>

namespace undock::remote {

/// The lab of this checkout, when LAB_NODE names its node (`eval "$(./dev lab env)"`).
class Lab {
public:
    static bool isThere() { return qEnvironmentVariableIsSet("LAB_NODE"); }

    /// `./dev lab …`; false when it fails.
    static bool run(const QStringList &arguments, QByteArray *out = nullptr)
    {
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(UNDOCK_SOURCE_DIR));
        process.start(QStringLiteral("./dev"), QStringList{ QStringLiteral("lab") } + arguments);
        process.waitForFinished(60000);
        if (out)
            *out = process.readAllStandardOutput();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    static NodeTarget node(const QString &user = QStringLiteral("root"))
    {
        const QString root = qEnvironmentVariable("LAB_NODE");
        return *NodeTarget::parse(user + root.sliced(root.indexOf(u'@')));
    }
    static SshOptions options()
    {
        SshOptions options;
        options.identity = qEnvironmentVariable("LAB_IDENTITY");
        options.knownHosts = qEnvironmentVariable("LAB_KNOWN_HOSTS");
        options.useAgent = false;
        options.readUserConfig = false;
        return options;
    }
    static QString vmid(int index) { return qEnvironmentVariable("LAB_VMIDS").split(u' ').value(index); }
};

} // namespace undock::remote
