#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>

namespace undock {

/// Number of a VM on its node: 100 … 999999999, as Proxmox allows.
class Vmid {
public:
    /// Plain decimal digits, no sign, no leading zero, no spaces.
    /// Errors: `bad-vmid`.
    static Result<Vmid> parse(QStringView text);

    int value() const { return m_value; }
    QString toString() const { return QString::number(m_value); }

    friend auto operator<=>(const Vmid &, const Vmid &) = default;

private:
    explicit Vmid(int value)
        : m_value(value)
    {
    }
    int m_value;
};

} // namespace undock
