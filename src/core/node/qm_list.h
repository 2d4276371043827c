#pragma once

#include "core/params/vmid.h"

#include <QByteArray>
#include <QList>

namespace undock {

/// One line of `qm list`.
struct QmListRow {
    Vmid vmid;
    QString name; ///< "VM 102" for one without a name: spaces occur
    QString status; ///< "running", "stopped", …
    bool isRunning() const { return status == QLatin1String("running"); }
};

/// Rows in printed order; lines that are not rows (the heading, warnings) are passed over.
QList<QmListRow> parseQmList(const QByteArray &text);

/// The word of `qm status`, e.g. "running"; empty when there is none.
QString parseQmStatus(const QByteArray &text);

} // namespace undock
