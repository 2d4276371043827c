#include "engine/notify/notifier.h"

namespace undock {

Notifier::Notifier(Queue &queue, WebhookTarget target, const QString &language, QObject *parent, const Clock &clock)
    : QObject(parent)
    , m_queue(queue)
    , m_clock(clock)
    , m_sender(std::move(target), language)
{
    connect(&queue, &Queue::taskStarted, this, [this](const QString &run) {
        if (m_batch.isEmpty())
            m_since.start();
        if (!m_batch.contains(run))
            m_batch.append(run);
    });
    connect(&queue, &Queue::taskPutOff, this, [this](const QString &run, const Task &, const TaskOutcome &outcome) {
        if (const auto notice = m_waits.putOff(m_queue.state(run), outcome, m_clock.utc()))
            m_sender.send(*notice);
    });
    connect(&queue, &Queue::taskFinished, this, &Notifier::onFinished);
    connect(&queue, &Queue::idle, this, &Notifier::onIdle);
}

void Notifier::onFinished(const QString &run, const Task &task, const TaskOutcome &outcome)
{
    m_waits.over(run);
    const auto notice = noticeOf(m_queue.state(run), task, outcome);
    if (notice && notice->kind != OperatorNotice::Kind::AwaitsUser)
        m_sender.send(*notice);
}

void Notifier::onIdle()
{
    const QStringList batch = std::exchange(m_batch, {});
    if (batch.size() < 2)
        return; // of one VM its own notice tells
    OperatorNotice done;
    done.kind = OperatorNotice::Kind::BatchDone;
    for (const QString &run : batch)
        done.figures.add(m_queue.state(run), m_queue.lastOutcome(run).value_or(TaskOutcome{}));
    done.figures.seconds = m_since.elapsed() / 1000;
    m_sender.send(done);
}

} // namespace undock
