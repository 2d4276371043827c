#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace undock::remote {

/// The job runtime as it travels into the guest: everything below `:/guest`.
struct GuestLib {
    QString folder; ///< `/var/lib/openclaw-undock/lib/<16 hex>`: named after its content
    QByteArray pack; ///< tar.gz with `lib/…`
    QByteArray packSha256; ///< hex
    QByteArray stub; ///< uploads a pack where there is no runtime yet

    /// From the program's resources. Errors: Failed `no-runtime`.
    static Result<GuestLib> fromResources();
};

} // namespace undock::remote
