#include "engine/port/node_port.h"

#include "core/base/error_codes.h"

#include <algorithm>

namespace undock {

Done NodePort::ensureWithin(std::chrono::seconds patience, std::stop_token stop)
{
    using namespace std::chrono_literals;
    const auto until = m_clock.now() + patience;
    auto pause = 500ms;
    for (;;) {
        Done connected = ensure(stop);
        if (connected || connected.error().saysNo())
            return connected;
        if (!timeHeals(connected.error()) || m_clock.now() + pause >= until)
            return connected;
        if (!m_clock.pause(pause, stop))
            return connected;
        pause = std::min<std::chrono::milliseconds>(pause * 2, 8000ms);
    }
}

} // namespace undock
