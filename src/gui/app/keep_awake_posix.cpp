#include "gui/app/keep_awake.h"

#include <QProcess>
#include <QStandardPaths>

namespace undock::gui {

struct KeepAwake::Impl {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("systemd-inhibit"));
    QProcess inhibitor;
};

KeepAwake::KeepAwake()
    : m_impl(std::make_unique<Impl>())
{
}

KeepAwake::~KeepAwake()
{
    // Ends with its standard input, also when this program is killed.
    m_impl->inhibitor.closeWriteChannel();
    m_impl->inhibitor.waitForFinished(500);
}

void KeepAwake::set(bool awake)
{
    if (m_impl->program.isEmpty())
        return;
    QProcess &inhibitor = m_impl->inhibitor;
    if (awake && inhibitor.state() == QProcess::NotRunning)
        inhibitor.start(m_impl->program,
            { QStringLiteral("--what=sleep:idle"), QStringLiteral("--who=OpenClaw Undock"),
                QStringLiteral("--why=a migration is under way"), QStringLiteral("cat") });
    else if (!awake && inhibitor.state() != QProcess::NotRunning)
        inhibitor.closeWriteChannel();
}

} // namespace undock::gui
