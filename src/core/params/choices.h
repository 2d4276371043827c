#pragma once

#include "core/base/result.h"

#include <QStringView>

namespace undock {

/// `gateway.mode` to write when the VM's configuration has none (facts.md §3:
/// the printed procedure's "remote" breaks local health, cron and device calls).
enum class GatewayMode {
    Local,
    Remote,
};

/// Order of a run's work (design.md, Stages).
enum class Order {
    Procedure, ///< A B C D E F G H as printed
    Early, ///< fetch and pre-copy before the stop: a shorter outage
};

/// `local` or `remote`. Errors: `bad-gateway-mode`.
Result<GatewayMode> parseGatewayMode(QStringView text);
QString nameOf(GatewayMode mode);

/// `procedure` or `early`. Errors: `bad-order`.
Result<Order> parseOrder(QStringView text);
QString nameOf(Order order);

} // namespace undock
