#include "gui/app/sleep_guard.h"

namespace undock::gui {

SleepGuard::SleepGuard(Queue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    connect(&queue, &Queue::taskStarted, this, &SleepGuard::update);
    connect(&queue, &Queue::taskFinished, this, &SleepGuard::update);
    connect(&queue, &Queue::taskPutOff, this, &SleepGuard::update);
}

void SleepGuard::update()
{
    m_awake.set(m_queue.busyWorkers() > 0);
}

} // namespace undock::gui
