#pragma once

#include "core/run/run_state.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace undock {

/// Something that a migration left behind in its VM, as the guest told of it (StepRole::ListsLeftovers).
struct Leftover {
    enum class Kind {
        Backup, ///< /root/migrate-backup-…
        Before, ///< a state directory that was moved aside
        RolledBack, ///< the direct version's state directory, kept by a rollback
        PanelBefore, ///< the panel's folder that was moved aside
        Run, ///< the folder of a run: jobs, outputs, manifests
        Remains, ///< what is left of a removal that did not come to its end
    };
    Kind kind = Kind::Run;
    QString path;
    QString run; ///< empty when nobody knows
    QString reason; ///< why it stays, a code of resources/guest/leftovers.py; empty: it may go
    qint64 bytes = 0;
    qint64 files = 0;
    QDateTime changed;
    QString identity; ///< tells it from what may stand there later

    bool removable() const { return reason.isEmpty(); }
};

/// "backup", "before", "rolled-back", "panel-before", "run", "remains".
QString leftoverKindName(Leftover::Kind kind);

/// Whether a migration leaves something at such a path: the same grammar as the guest's.
bool isLeftoverPath(QStringView path);

/// Of the facts of one listing. The guest is hostile: a line that does not parse is left out.
std::vector<Leftover> leftoversOf(const Facts &facts);

/// What the newest finished listing of a run tells; nothing when there is none, or when something
/// was removed since.
std::optional<std::vector<Leftover>> listedLeftovers(const RunState &state);

} // namespace undock
