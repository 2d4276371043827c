#include "core/plan/redo.h"

#include <QHash>

namespace undock {

QString redoFrom(const QString &failureCode)
{
    static const QHash<QString, QString> table{
        // The backup is not what it was checked to be, or the guest forgot the whole run (put back by a snapshot).
        { QStringLiteral("backup-gone"), QStringLiteral("b-archive") },
        { QStringLiteral("backup-incomplete"), QStringLiteral("b-archive") },
        { QStringLiteral("archive-broken"), QStringLiteral("b-archive") },
        { QStringLiteral("archive-differs"), QStringLiteral("b-archive") },
        { QStringLiteral("archive-missing"), QStringLiteral("b-archive") },
        { QStringLiteral("sum-differs"), QStringLiteral("b-archive") },
        { QStringLiteral("missing-state"), QStringLiteral("b-archive") },
        // Docker's version may have written: all that was taken of its data is taken again.
        { QStringLiteral("containers-running"), QStringLiteral("c-probe") },
        { QStringLiteral("containers-ran-again"), QStringLiteral("c-probe") },
        { QStringLiteral("no-manifest"), QStringLiteral("c-supplement") },
        { QStringLiteral("source-moving"), QStringLiteral("c-supplement") },
        { QStringLiteral("copy-differs"), QStringLiteral("c-supplement") },
        { QStringLiteral("node-vanished"), QStringLiteral("d-install") },
        { QStringLiteral("openclaw-vanished"), QStringLiteral("d-install") },
        { QStringLiteral("not-proven"), QStringLiteral("e-copy") },
        { QStringLiteral("staging-missing"), QStringLiteral("e-copy") },
        { QStringLiteral("not-placed"), QStringLiteral("e-copy") },
        { QStringLiteral("unit-missing"), QStringLiteral("g-units") },
    };
    return table.value(failureCode);
}

} // namespace undock
