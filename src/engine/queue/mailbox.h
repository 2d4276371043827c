#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace undock {

/// Work that threads hand to the thread which the mailbox lives in; its event loop does it, in the order in which it
/// was handed in. What still lies there when the mailbox goes is dropped.
class Mailbox : public QObject {
public:
    /// From any thread. The work is destroyed in the mailbox's.
    void post(std::function<void()> work);

protected:
    /// One piece for each event: work that opens an event loop of its own keeps the order of what comes after it.
    void customEvent(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_work;
};

} // namespace undock
