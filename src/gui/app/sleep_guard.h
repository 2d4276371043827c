#pragma once

#include "engine/queue/queue.h"

#include <QProcess>

namespace undock::gui {

/// Keeps the desk awake while a run works: what runs in a VM would go on, but
/// the step after it would wait, and with it a stopped bot. Needs systemd-inhibit;
/// without it the desk simply may sleep.
class SleepGuard : public QObject {
    Q_OBJECT
public:
    explicit SleepGuard(Queue &queue, QObject *parent = nullptr);
    ~SleepGuard() override;

private:
    void update();
    Queue &m_queue;
    QString m_program;
    QProcess m_inhibitor;
};

} // namespace undock::gui
