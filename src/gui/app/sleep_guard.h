#pragma once

#include "gui/app/keep_awake.h"
#include "gui/desk/desk.h"

namespace undock::gui {

/// Keeps the desk awake while a run works: what runs in a VM would go on, but
/// the step after it would wait, and with it a stopped bot. See keep_awake.h.
class SleepGuard : public QObject {
    Q_OBJECT
public:
    explicit SleepGuard(Desk &desk, QObject *parent = nullptr);

private:
    void update();
    Desk &m_desk;
    KeepAwake m_awake;
};

} // namespace undock::gui
