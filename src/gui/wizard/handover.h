#pragma once

#include "core/gate/deletion.h"
#include "engine/queue/queue.h"

#include <QCoreApplication>

namespace undock::gui {

/// What the user is told to try, and what stands between the run and the deletion.
class Handover {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::Handover)
public:
    static QString address(const RunState &state);
    /// For a user without the public port: through the node, to this desk.
    static QString tunnel(const RunState &state);
    static QString message(const RunState &state);

    struct Condition {
        QString id;
        QString text;
        QString detail;
        DeletionCondition::State state = DeletionCondition::State::Unknown;
        bool askedThen = false; ///< asked on the node and in the VM at the moment of the deletion
    };
    static std::vector<Condition> conditions(const Queue &queue, const QString &run);
    /// Everything that can be known before the click holds.
    static bool mayDelete(const std::vector<Condition> &conditions);
    /// The newest thing that went wrong is the deletion, not the migration.
    static bool deletionFailed(const RunState &state);
};

} // namespace undock::gui
