#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// IPv4 address of a VM on the node's private bridge (facts.md §1: 10.10.10.0/24 in the field).
class GuestIp {
public:
    /// Dotted decimal without leading zeros. Loopback, multicast, "this network"
    /// and broadcast are refused: no VM has them. Errors: `bad-ip`.
    static Result<GuestIp> parse(QStringView text);

    /// Host byte order.
    quint32 value() const { return m_value; }
    QString toString() const;

    friend auto operator<=>(const GuestIp &, const GuestIp &) = default;

private:
    explicit GuestIp(quint32 value)
        : m_value(value)
    {
    }
    quint32 m_value;
};

} // namespace undock
