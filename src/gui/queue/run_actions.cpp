#include "gui/queue/run_actions.h"

#include "core/gate/stage_gate.h"
#include "core/ledger/ledger_edit.h"
#include "core/text/display_safe.h"
#include "gui/text/code_texts.h"

namespace undock::gui {

QSet<RunAction> actionsFor(const RunRow &row)
{
    using Phase = RunState::Phase;
    QSet<RunAction> actions{ RunAction::OpenWizard, RunAction::CopyInstruction, RunAction::MoveUp,
        RunAction::MoveDown };
    if (row.phase != Phase::Created)
        actions << RunAction::OpenRecord;
    if (row.working) {
        actions << RunAction::Pause;
        if (row.phase != Phase::Deleting && row.phase != Phase::Deleted)
            actions << RunAction::RollBack;
        return actions;
    }
    actions << RunAction::Housekeeping;
    // What is broken or half way stays in sight, and its node among those that are asked before a deletion.
    if (row.phase != Phase::AcceptanceFailed && row.phase != Phase::RollbackFailed && row.phase != Phase::RollingBack
        && row.phase != Phase::Deleting && !row.outageRunning)
        actions << RunAction::LeaveOut;
    if (!row.reason.isEmpty())
        actions << RunAction::Pause; // it waits no longer then
    switch (row.phase) {
    case Phase::Created:
    case Phase::Scanned:
    case Phase::UnderWay:
        actions << RunAction::Start;
        if (row.answerLost)
            actions << RunAction::Retry;
        break;
    case Phase::Failed:
    case Phase::AcceptanceFailed:
    case Phase::RollbackFailed:
        actions << RunAction::Retry << RunAction::CopyError;
        break;
    case Phase::AwaitingUser:
        actions << RunAction::Accept;
        break;
    case Phase::Accepted:
        actions << RunAction::Accept << RunAction::DeleteDocker;
        break;
    case Phase::Deleting:
        actions << RunAction::DeleteDocker;
        break;
    case Phase::RollingBack:
    case Phase::RolledBack:
    case Phase::Deleted:
        break;
    }
    const bool changed = row.phase != Phase::Created && row.phase != Phase::Scanned && row.phase != Phase::Deleted
        && row.phase != Phase::Deleting && row.phase != Phase::RolledBack;
    if (changed)
        actions << RunAction::RollBack;
    if (row.ledgerChanged)
        actions << RunAction::UndoLedger;
    return actions;
}

QSet<RunAction> actionsFor(const std::vector<RunRow> &rows)
{
    if (rows.empty())
        return {};
    QSet<RunAction> common = actionsFor(rows.front());
    for (const RunRow &row : rows)
        common &= actionsFor(row);
    if (rows.size() > 1) {
        for (const RunAction one : { RunAction::OpenWizard, RunAction::Accept, RunAction::DeleteDocker,
                 RunAction::CopyError, RunAction::RollBack, RunAction::Housekeeping, RunAction::UndoLedger })
            common.remove(one);
    }
    return common;
}

namespace {

/// The first thing that stands against it, in the reader's language; empty while nothing does.
QString against(const GateResult &gate)
{
    return gate.open() ? QString() : CodeTexts::text(gate.reasons.front().code, gate.reasons.front().detail);
}

} // namespace

std::vector<WayBack> waysBack(const RunState &state, bool working)
{
    const bool deleted = state.dockerDeleted();
    const bool stopped = state.dockerStopped();
    const bool rolledBack = state.phase() == RunState::Phase::RolledBack;
    std::vector<WayBack> ways;

    WayBack roll;
    roll.task = Task::Kind::RollBack;
    roll.title = WayBack::tr("Roll back to Docker's version");
    roll.consequence = state.cutoverDone()
        ? WayBack::tr("Stops the direct services, saves and counts what users wrote since the cutover, starts Docker's "
                      "version and proves that it answers. The bot is away for about half a minute.")
        : WayBack::tr(
            "Starts Docker's containers again and proves that they answer. Nothing in the source was changed.");
    if (deleted)
        roll.consequence.prepend(
            WayBack::tr("Docker's containers are deleted. They can be made again only while the images are there.")
            + QLatin1Char(' '));
    const GateResult rollGate = rollbackGate(state);
    roll.possible = (stopped || deleted) && rollGate.open();
    if (!rollGate.open())
        roll.whyNot = against(rollGate);
    else if (!roll.possible)
        roll.whyNot = WayBack::tr("Docker's version still runs: there is nothing to take back.");
    ways.push_back(roll);

    WayBack carry;
    carry.task = Task::Kind::CarryBack;
    carry.title = WayBack::tr("Carry users' new data back");
    carry.consequence
        = WayBack::tr("After a rollback: brings what was written since the cutover into Docker's version. "
                      "The source as it is now is saved beside it first.");
    const JobState *snapshot = state.latestGreen(StepRole::SavesNewData);
    // Not counted where there was no room for the archive: it is made from the kept directory first then.
    carry.possible = rolledBack && snapshot
        && (snapshot->facts.value(u"changed") == QLatin1String("unknown")
            || snapshot->facts.number(u"changed") + snapshot->facts.number(u"new") > 0);
    if (!carry.possible)
        carry.whyNot = rolledBack ? WayBack::tr("Nothing was written since the cutover.")
                                  : WayBack::tr("Only after a rollback.");
    ways.push_back(carry);

    WayBack restore;
    restore.task = Task::Kind::Restore;
    restore.title = WayBack::tr("Restore the source from the backup");
    restore.consequence = WayBack::tr("Only when the source is damaged. The present folders are moved aside, then the "
                                      "archives and the supplement are unpacked in their place.");
    const GateResult backup = restoreGate(state);
    restore.possible = backup.open() && rolledBack;
    if (!restore.possible)
        restore.whyNot = backup.open() ? WayBack::tr("Roll back first.") : against(backup);
    ways.push_back(restore);

    WayBack config;
    config.task = Task::Kind::RestoreConfig;
    config.title = WayBack::tr("Put back an earlier openclaw.json");
    config.consequence
        = WayBack::tr("Stays with the direct version; only its configuration returns to a dated copy, and "
                      "the gateway is started again.");
    const GateResult direct = putConfigBackGate(state);
    config.possible = direct.open();
    config.whyNot = against(direct);
    ways.push_back(config);

    WayBack ledger;
    ledger.task = Task::Kind::UndoLedger;
    ledger.title = WayBack::tr("Undo the update of the ledger");
    const auto change = state.ledgerToUndo();
    const auto edit = change ? ledgerEditFromJson(*change) : std::nullopt;
    ledger.possible = edit.has_value();
    if (edit)
        ledger.consequence
            = WayBack::tr("Takes this update of %1 back:\n%2\nOnly this VM's row is touched; it is "
                          "refused when somebody changed the row since.")
                  .arg(displaySafe(stringAt(*change, "path").toUtf8()), displaySafe(ledgerEditText(*edit).toUtf8()));
    else
        ledger.whyNot = state.ledgerChanges().empty() ? WayBack::tr("This run changed nothing in the ledger.")
                                                      : WayBack::tr("Nothing of it stands any more.");
    ways.push_back(ledger);

    if (working) {
        for (WayBack &way : ways) {
            if (way.task != Task::Kind::RollBack && way.possible) {
                way.possible = false;
                way.whyNot = WayBack::tr("The run is working now.");
            }
        }
    }
    return ways;
}

} // namespace undock::gui
