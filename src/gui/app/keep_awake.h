#pragma once

#include <memory>

namespace undock::gui {

/// Asks the system not to sleep for want of a person; a person can still send it to sleep. Where the system has no
/// such thing nothing happens. Main thread.
class KeepAwake {
public:
    KeepAwake();
    ~KeepAwake();
    KeepAwake(const KeepAwake &) = delete;
    KeepAwake &operator=(const KeepAwake &) = delete;

    /// From now on, until it is called with false, or this object or the program ends, however it ends.
    void set(bool awake);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace undock::gui
