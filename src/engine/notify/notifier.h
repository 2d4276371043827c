#pragma once

#include "engine/notify/wait_watch.h"
#include "engine/notify/webhook_sender.h"
#include "engine/port/clock.h"
#include "engine/queue/queue.h"

#include <QElapsedTimer>

namespace undock {

/// Tells the operator's webhook what the queue's runs need a person for, and when a batch of them is done. Lives in the
/// queue's thread. That a migration is green is not told one by one: the batch's figures say it.
class Notifier : public QObject {
    Q_OBJECT
public:
    /// `language`: "en" or "zh_CN". The queue outlives the notifier.
    Notifier(Queue &queue, WebhookTarget target, const QString &language, QObject *parent = nullptr,
        const Clock &clock = Clock::system());

    WebhookSender &sender() { return m_sender; }

private:
    void onFinished(const QString &run, const Task &task, const TaskOutcome &outcome);
    void onIdle();

    Queue &m_queue;
    const Clock &m_clock;
    WaitWatch m_waits;
    WebhookSender m_sender;
    QStringList m_batch; ///< runs with a task since nothing was left to do
    QElapsedTimer m_since;
};

} // namespace undock
