#pragma once

#include "engine/queue/mailbox.h"

#include <condition_variable>
#include <mutex>

/// Has `work` done in the mailbox's thread, and waits for its end. ThreadSanitizer sees that the one waits for the
/// other, which it cannot see of what waits inside Qt.
inline void inItsThread(undock::Mailbox &mailbox, const std::function<void()> &work)
{
    std::mutex mutex;
    std::condition_variable told;
    bool done = false;
    mailbox.post([&] {
        work();
        const std::lock_guard lock(mutex);
        done = true;
        told.notify_one();
    });
    std::unique_lock lock(mutex);
    told.wait(lock, [&] { return done; });
}
