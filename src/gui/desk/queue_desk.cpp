#include "gui/desk/queue_desk.h"

namespace undock::gui {

QueueDesk::QueueDesk(Queue &queue, QObject *parent)
    : Desk(parent)
    , m_queue(queue)
{
    connect(&queue, &Queue::runAdded, this, &Desk::runAdded);
    connect(&queue, &Queue::runRemoved, this, &Desk::runRemoved);
    connect(&queue, &Queue::eventAppended, this, &Desk::eventAppended);
    connect(&queue, &Queue::progress, this, &Desk::progress);
    connect(&queue, &Queue::taskStarted, this, &Desk::taskStarted);
    connect(&queue, &Queue::taskPutOff, this, &Desk::taskPutOff);
    connect(&queue, &Queue::taskFinished, this, &Desk::taskFinished);
    connect(&queue, &Queue::waitingChanged, this, &Desk::waitingChanged);
    connect(&queue, &Queue::holdsChanged, this, &Desk::holdsChanged);
    connect(&queue, &Queue::idle, this, &Desk::idle);
}

void QueueDesk::move(const QString &run, int position)
{
    m_queue.move(run, position);
    Q_EMIT runAdded(run); // the order is another one
}

} // namespace undock::gui
