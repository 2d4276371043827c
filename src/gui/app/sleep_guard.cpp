#include "gui/app/sleep_guard.h"

#include <QStandardPaths>

namespace undock::gui {

SleepGuard::SleepGuard(Queue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_program(QStandardPaths::findExecutable(QStringLiteral("systemd-inhibit")))
{
    connect(&queue, &Queue::taskStarted, this, &SleepGuard::update);
    connect(&queue, &Queue::taskFinished, this, &SleepGuard::update);
    connect(&queue, &Queue::taskPutOff, this, &SleepGuard::update);
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
    const bool busy = m_queue.busyWorkers() > 0;
    if (busy && m_inhibitor.state() == QProcess::NotRunning)
        m_inhibitor.start(m_program,
            { QStringLiteral("--what=sleep:idle"), QStringLiteral("--who=OpenClaw Undock"),
                QStringLiteral("--why=a migration is under way"), QStringLiteral("cat") });
    else if (!busy && m_inhibitor.state() != QProcess::NotRunning)
        m_inhibitor.closeWriteChannel();
}

} // namespace undock::gui
