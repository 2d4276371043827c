#include "gui/app/sleep_guard.h"

#include <QStandardPaths>

namespace undock::gui {

SleepGuard::SleepGuard(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_program(QStandardPaths::findExecutable(QStringLiteral("systemd-inhibit")))
{
    connect(&desk, &Desk::taskStarted, this, &SleepGuard::update);
    connect(&desk, &Desk::taskFinished, this, &SleepGuard::update);
    connect(&desk, &Desk::taskPutOff, this, &SleepGuard::update);
}

SleepGuard::~SleepGuard()
{
    // Ends with its standard input, also when this program is killed.
    m_inhibitor.closeWriteChannel();
    m_inhibitor.waitForFinished(500);
}

void SleepGuard::update()
{
    if (m_program.isEmpty())
        return;
    const bool busy = m_desk.busyWorkers() > 0;
    if (busy && m_inhibitor.state() == QProcess::NotRunning)
        m_inhibitor.start(m_program,
            { QStringLiteral("--what=sleep:idle"), QStringLiteral("--who=OpenClaw Undock"),
                QStringLiteral("--why=a migration is under way"), QStringLiteral("cat") });
    else if (!busy && m_inhibitor.state() != QProcess::NotRunning)
        m_inhibitor.closeWriteChannel();
}

} // namespace undock::gui
