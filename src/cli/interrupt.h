#pragma once

#include <functional>

class QObject;

namespace undock::cli {

/// Ctrl-C, once: calls `pause` on the event loop and leaves the program running, so that it can end
/// between two steps. The second one ends the program at once, which is safe too: the guest goes on
/// with what it has, and `resume` finds out. Lives as long as `owner`; main thread, once in a
/// program.
void onInterrupt(QObject *owner, std::function<void()> pause);

} // namespace undock::cli
