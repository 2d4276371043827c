#include "engine/port/node_port.h"

#include <algorithm>

namespace undock {

Done NodePort::ensureWithin(std::chrono::seconds patience, std::stop_token stop)
{
    using namespace std::chrono_literals;
    const auto until = m_clock.now() + patience;
    auto pause = 500ms;
    for (;;) {
        Done connected = ensure(stop);
        if (connected || connected.error().kind == Error::Kind::BadInput
            || connected.error().kind == Error::Kind::Refused)
            return connected;
        // Only what time can heal is tried again: a rejected key or password is not.
        static const QStringList passing{ QStringLiteral("refused"), QStringLiteral("no-route"),
            QStringLiteral("connect-timeout"), QStringLiteral("connect-failed"), QStringLiteral("key-exchange-failed"),
            QStringLiteral("link-lost"), QStringLiteral("peer-silent"), QStringLiteral("jump-failed"),
            QStringLiteral("dns") };
        if (!passing.contains(connected.error().code) || m_clock.now() + pause >= until)
            return connected;
        if (!m_clock.pause(pause, stop))
            return connected;
        pause = std::min<std::chrono::milliseconds>(pause * 2, 8000ms);
    }
}

} // namespace undock
