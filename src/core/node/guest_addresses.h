#pragma once

#include "core/params/guest_ip.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace undock {

/// The IPv4 addresses that a guest's agent tells (`qm guest cmd VMID network-get-interfaces`), loopback left out,
/// at most 64. nullopt: that is no such answer.
std::optional<QList<GuestIp>> parseGuestAddresses(const QByteArray &json);

} // namespace undock
