#pragma once

#include "gui/queue/run_row.h"

#include <QSet>

namespace undock::gui {

/// What can be done with a run, by where it stands. The engine refuses what it
/// must whatever is shown here; this only keeps useless buttons quiet.
enum class RunAction {
    OpenWizard,
    Start,
    Pause,
    Retry,
    RollBack,
    Accept,
    DeleteDocker,
    OpenRecord,
    CopyInstruction,
    CopyError,
    Housekeeping,
    UndoLedger,
    LeaveOut,
    MoveUp,
    MoveDown,
};

QSet<RunAction> actionsFor(const RunRow &row);
/// Those that every row of a selection allows (single-VM actions fall away for several).
QSet<RunAction> actionsFor(const std::vector<RunRow> &rows);

/// A way back from where the run stands, with its consequence.
struct WayBack {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::WayBack)
public:
    Task::Kind task = Task::Kind::RollBack;
    QString title;
    QString consequence;
    bool possible = false;
    QString whyNot;
};
std::vector<WayBack> waysBack(const RunState &state, bool working);

} // namespace undock::gui
