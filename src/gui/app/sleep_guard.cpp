#include "gui/app/sleep_guard.h"

namespace undock::gui {

SleepGuard::SleepGuard(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::taskStarted, this, &SleepGuard::update);
    connect(&desk, &Desk::taskFinished, this, &SleepGuard::update);
    connect(&desk, &Desk::taskPutOff, this, &SleepGuard::update);
}

void SleepGuard::update()
{
    m_awake.set(m_desk.busyWorkers() > 0);
}

} // namespace undock::gui
