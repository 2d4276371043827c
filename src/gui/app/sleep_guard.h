#pragma once

#include "engine/queue/queue.h"
#include "gui/app/keep_awake.h"

namespace undock::gui {

/// Keeps the desk awake while a run works: what runs in a VM would go on, but
/// the step after it would wait, and with it a stopped bot. See keep_awake.h.
class SleepGuard : public QObject {
    Q_OBJECT
public:
    explicit SleepGuard(Queue &queue, QObject *parent = nullptr);

private:
    void update();
    Queue &m_queue;
    KeepAwake m_awake;
};

} // namespace undock::gui
