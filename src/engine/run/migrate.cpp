#include "core/base/error_codes.h"
#include "core/gate/stage_gate.h"
#include "core/plan/plan.h"
#include "core/text/phrase.h"
#include "engine/run/acceptance.h"
#include "engine/run/configs.h"
#include "engine/run/node_scan.h"
#include "engine/run/run_values.h"
#include "engine/run/tasks.h"

namespace undock {

namespace {

std::optional<TaskOutcome> blocked(const std::vector<Finding> &blocks)
{
    if (blocks.empty())
        return {};
    QStringList texts;
    for (const Finding &block : blocks)
        texts << block.text;
    return TaskOutcome{ TaskOutcome::Kind::Refused,
        { Error::Kind::Refused, blocks.front().code, phraseList(texts), QStringLiteral("scan"),
            phrase("cure-mend-and-scan") } };
}

/// The scan is made anew when it is stale: what it saw must be what is acted on.
bool scanIsStale(const RunState &state)
{
    const JobState *scan = state.latestGreen(StepRole::Scans);
    if (!scan || state.latest(StepRole::MakesBackup))
        return false;
    return !blocksOf(state).empty() || scan->begun.secsTo(QDateTime::currentDateTimeUtc()) > 3600;
}

std::optional<TaskOutcome> runScan(TaskContext &context, const QStringList &steps)
{
    RunSession &session = context.session;
    if (steps.contains(QLatin1String(nodeScanStep))) {
        if (const Done scanned = scanNode(session, context.ledger); !scanned)
            return TaskOutcome::of(scanned.error());
        // A VM that is off or unknown to the node cannot be asked anything further. What an earlier scan of the guest
        // found is no reason not to look again: it may be mended by now.
        if (auto block = blocked(blocksOf(session.state(), QLatin1String(nodeScanStep))))
            return block;
    }
    QStringList guestSteps = steps;
    guestSteps.removeAll(QLatin1String(nodeScanStep));
    if (!guestSteps.isEmpty()) {
        const ChainEnd end
            = session.runChain(guestSteps, runValues(session.parameters(), session.state(), context.secrets));
        // A scan that blocks may well fail to read the configuration: say what blocks, it is the cause.
        if (auto block = blocked(blocksOf(session.state())))
            return block;
        if (end.kind != ChainEnd::Kind::Passed)
            return outcomeOf(end);
    }
    if (auto block = blocked(blocksOf(session.state())))
        return block;
    if (const Done made = prepareConfigs(context); !made)
        return TaskOutcome::of(made.error());
    return {};
}

std::optional<TaskOutcome> notAgain(const RunState &state)
{
    switch (state.phase()) {
    case RunState::Phase::Deleting:
    case RunState::Phase::Deleted:
        return refused(QStringLiteral("run-finished"), phrase("docker-deleted-by-run"), phrase("cure-see-record"));
    case RunState::Phase::RollingBack:
    case RunState::Phase::RollbackFailed:
        return refused(QStringLiteral("rolling-back"), phrase("rollback-unfinished"), phrase("cure-finish-rollback"));
    case RunState::Phase::RolledBack:
        return refused(QStringLiteral("run-finished"), phrase("run-rolled-back"), phrase("cure-new-run"));
    default:
        return {};
    }
}

/// Somebody saved a configuration after it was read, or made the container anew. It is read again, now
/// that nothing runs that could write it, and what was made from it is made again.
std::optional<TaskOutcome> readAgain(TaskContext &context, const QString &code)
{
    RunSession &session = context.session;
    const auto run = [&](const QStringList &steps) -> std::optional<TaskOutcome> {
        const ChainEnd end = session.runChain(steps, runValues(session.parameters(), session.state(), context.secrets));
        return end.kind == ChainEnd::Kind::Passed ? std::nullopt : std::optional(outcomeOf(end));
    };
    // The token may stand in either place: the environment's proof is made anew with the configuration.
    QStringList first{ stepOf(StepRole::CarriesEnvironment) };
    if (code != QLatin1String("container-changed"))
        first.prepend(stepOf(StepRole::ReadsConfigs));
    context.secrets = {};
    if (auto ended = run(first))
        return ended;
    if (code != QLatin1String("panel-config-changed"))
        return {};
    if (const Done made = prepareConfigs(context); !made)
        return TaskOutcome{ TaskOutcome::Kind::Unknown, made.error() };
    return run({ stepOf(StepRole::PlacesPanelConfig) });
}

/// What a scan consists of stands in the plan only.
QStringList rescan(const RunSession &session)
{
    return migrationPlan(session.parameters().order).front().steps;
}

} // namespace

TaskOutcome outcomeOf(const ChainEnd &end)
{
    switch (end.kind) {
    case ChainEnd::Kind::Passed:
        return {};
    case ChainEnd::Kind::Failed:
        return { TaskOutcome::Kind::FailedSafe, end.error };
    case ChainEnd::Kind::Warned:
    case ChainEnd::Kind::Paused:
        return { TaskOutcome::Kind::WaitsForPerson, end.error };
    case ChainEnd::Kind::Refused:
        return { TaskOutcome::Kind::Refused, end.error };
    case ChainEnd::Kind::Unknown:
        break;
    }
    return { TaskOutcome::Kind::Unknown, end.error };
}

std::optional<TaskOutcome> stoppedBetweenSteps(RunSession &session)
{
    if (!session.control().pause && !session.control().cancel)
        return {};
    session.notePaused("asked to stop between two steps");
    return TaskOutcome{ TaskOutcome::Kind::WaitsForPerson, {} };
}

TaskOutcome refused(const QString &code, const QString &what, const QString &cure)
{
    return { TaskOutcome::Kind::Refused, { Error::Kind::Refused, code, what, {}, cure } };
}

std::optional<TaskOutcome> forbidden(const GateResult &gate)
{
    if (gate.open())
        return {};
    const GateResult::Reason &first = gate.reasons.front();
    return TaskOutcome{ TaskOutcome::Kind::Refused,
        { Error::Kind::Refused, first.code, gate.text(), first.about, first.cure } };
}

TaskOutcome scan(TaskContext &context)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    if (session.state().latest(StepRole::MakesBackup))
        return refused(QStringLiteral("scan-is-past"), phrase("run-beyond-scan"), phrase("cure-new-run-to-scan"));
    if (auto ended = runScan(context, rescan(session)))
        return *ended;
    return {};
}

namespace {

/// In a queue nobody may be there to ask: Docker's version is brought back, as long as nobody was told that the
/// direct one is the VM's.
TaskOutcome acceptOrRollBack(TaskContext &context, bool attended)
{
    const TaskOutcome outcome = checkAgain(context);
    const RunState &state = context.session.state();
    if (outcome.kind != TaskOutcome::Kind::FailedSafe || attended || !context.queue.rollBackByItself
        || state.userAcceptance() || state.deletionBegun())
        return outcome;
    const TaskOutcome back = rollBack(context, inEnglish(outcome.error.what));
    return back.kind == TaskOutcome::Kind::Succeeded ? outcome : back;
}

/// The program ended between the green table and the word to the node: the mark "under way" still stands there.
bool holdLeftStanding(const RunState &state)
{
    return !state.holds().empty() && stringAt(state.holds().back(), "action") == QLatin1String("provisional");
}

TaskOutcome migrateUnsaved(TaskContext &context, bool attended)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    if (auto no = notAgain(session.state()))
        return *no;
    if (scanIsStale(session.state())) {
        if (auto ended = runScan(context, rescan(session)))
            return *ended;
    }

    const std::vector<PlannedChain> plan = migrationPlan(session.parameters().order);
    int retries = 0;
    for (;;) {
        if (auto stopped = stoppedBetweenSteps(session))
            return *stopped;
        const PlannedChain chain = nextChain(session.state(), plan);
        if (chain.steps.isEmpty())
            break;
        if (auto no = forbidden(chainGate(session.state(), chain.steps)))
            return *no;
        if (chain.name == QLatin1String(scanChain)) {
            if (auto ended = runScan(context, chain.steps))
                return *ended;
            continue;
        }
        if (chain.name == QLatin1String(acceptanceChain)) {
            const TaskOutcome accepted = acceptOrRollBack(context, attended);
            if (accepted.kind != TaskOutcome::Kind::Succeeded)
                return accepted;
            continue;
        }
        const bool wantsConfigs = chain.steps.contains(stepOf(StepRole::PlacesConfig))
            || chain.steps.contains(stepOf(StepRole::PlacesPanelConfig));
        if (wantsConfigs && context.secrets.configNew.isEmpty()) {
            if (const Done made = prepareConfigs(context); !made)
                return TaskOutcome::of(made.error());
        }
        const ChainEnd end
            = session.runChain(chain.steps, runValues(session.parameters(), session.state(), context.secrets));
        session.copyJournalSoon();
        if (end.kind == ChainEnd::Kind::Failed && wasReadTooEarly(end.error) && retries++ < 3) {
            if (auto ended = readAgain(context, end.error.code))
                return *ended;
            continue;
        }
        if (end.kind != ChainEnd::Kind::Passed)
            return outcomeOf(end);
    }
    if (!session.state().acceptanceDone() || !session.state().acceptanceGreen() || holdLeftStanding(session.state()))
        return acceptOrRollBack(context, attended);
    return {};
}

} // namespace

TaskOutcome migrate(TaskContext &context, bool attended)
{
    TaskOutcome outcome = migrateUnsaved(context, attended);
    context.session.copyJournalIfDue();
    return outcome;
}

} // namespace undock
