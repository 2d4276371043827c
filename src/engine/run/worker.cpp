#include "engine/run/worker.h"

#include "core/base/error_codes.h"
#include "core/text/phrase.h"
#include "engine/ledger/desk_ledger.h"
#include "engine/run/configs.h"

namespace undock {

namespace {

Json leaseData(const char *action, const remote::LeaseGrant &grant, const RunParameters &parameters)
{
    Json data = { { "action", action }, { "generation", grant.generation },
        { "holder", toStd(parameters.operatorName.toString()) } };
    if (grant.previous)
        data["previous"] = remote::toJson(*grant.previous);
    return data;
}

TaskOutcome dispatch(TaskContext &context, const Task &task)
{
    switch (task.kind) {
    case Task::Kind::Scan:
        return scan(context);
    case Task::Kind::Migrate:
        return migrate(context, task.attended);
    case Task::Kind::CheckAgain:
        return checkAgain(context);
    case Task::Kind::Accept:
        return acceptByUser(context, task);
    case Task::Kind::DeleteDocker:
        return deleteDocker(context);
    case Task::Kind::DeleteImages:
        return deleteImages(context, task);
    case Task::Kind::RollBack:
        return rollBack(context, task.note.isEmpty() ? QStringLiteral("asked for by the operator") : task.note);
    case Task::Kind::CarryBack:
        return carryBack(context);
    case Task::Kind::Restore:
        return restoreFromBackup(context, task.note);
    case Task::Kind::ReleaseHold:
        return releaseHoldOf(context, task.note);
    case Task::Kind::ListLeftovers:
        return listLeftovers(context);
    case Task::Kind::RemoveLeftovers:
        return removeLeftovers(context, task);
    case Task::Kind::FetchEvidence:
        return fetchEvidence(context);
    case Task::Kind::RestoreConfig:
        return restoreConfig(context, task.detail);
    case Task::Kind::UndoLedger:
        break;
    }
    return undoLedger(context);
}

/// Whether the VM is left in a state that nobody else should walk into.
bool staysOurs(const RunState &state)
{
    if (!state.unsettled().empty())
        return true;
    // The direct install is another run's: so is the VM.
    if (const JobState *stop = state.latest(StepRole::StopsDirect);
        stop && stop->failure && stop->failure->code == QLatin1String("cutover-of-another"))
        return false;
    switch (state.phase()) {
    case RunState::Phase::UnderWay:
    case RunState::Phase::Failed:
    case RunState::Phase::AcceptanceFailed:
    case RunState::Phase::Deleting:
    case RunState::Phase::RollingBack:
    case RunState::Phase::RollbackFailed:
        return state.latest(StepRole::MakesBackup) != nullptr;
    default:
        return false;
    }
}

void tellHolds(NodePort &node, RunControl &control, const RunObserver &observer)
{
    if (!observer.holds || !node.ensure(control.stop))
        return;
    const auto holds = node.holds(control.stop);
    if (!holds)
        return;
    Json list = Json::array();
    for (const remote::Hold &hold : *holds)
        list.push_back(remote::toJson(hold));
    observer.holds(list);
}

/// A refusal of a task that has no steps to show for it.
TaskOutcome toldOutcome(RunSession &session, const TaskOutcome &outcome)
{
    if (!outcome.error.code.isEmpty())
        session.trouble(outcome.error);
    return outcome;
}

} // namespace

bool worthWaitingFor(const TaskOutcome &outcome)
{
    // Said by the node. What a step in a VM says of itself is a failure, whatever it calls it.
    return nodeWasNotReached(outcome) || (outcome.error.kind == Error::Kind::Refused && waitsForItsTurn(outcome.error));
}

bool nodeWasNotReached(const TaskOutcome &outcome)
{
    // Where something may have been asked, a person looks first.
    return outcome.error.kind == Error::Kind::NotReached && timeHeals(outcome.error);
}

TaskOutcome carryOut(
    const WorkOrder &order, Reach &reach, Prompter &prompter, RunControl &control, const RunObserver &observer)
{
    const RunState before = RunState::of(order.journal.events());
    auto parameters = runParametersFromJson(before.params());
    if (!parameters)
        return TaskOutcome::of(parameters.error());

    const std::unique_ptr<NodePort> node = reach.node(parameters->node, parameters->vmid, order.access, prompter);
    RunSession session(order.journal, order.catalog, *parameters, *node, control, observer);
    session.setAcknowledged(order.acknowledged);

    TaskContext context{ session, order.queue, order.program, order.ledger, {}, reach, prompter };
    context.secrets.installerSeen = order.seen.installer;
    context.secrets.panelSeen = order.seen.panel;
    if (order.task.kind == Task::Kind::UndoLedger) {
        const auto change = before.ledgerToUndo();
        if (!change || !DeskLedger::isOnNode(order.ledger))
            return toldOutcome(session, dispatch(context, order.task)); // a file of this desk: no node is needed
    }

    // The worker's own connection first: host key and secrets are asked for once, here.
    if (const Done connected = node->ensure(control.stop); !connected) {
        session.troubleOnce(connected.error());
        return TaskOutcome::of(connected.error());
    }

    if (order.task.kind == Task::Kind::UndoLedger)
        return toldOutcome(session, dispatch(context, order.task));
    if (order.task.kind == Task::Kind::ReleaseHold) {
        // It touches no VM: no lease.
        const TaskOutcome released = dispatch(context, order.task);
        tellHolds(*node, control, observer);
        return released;
    }

    const std::unique_ptr<LeasePort> lease = node->lease(
        { parameters->vmid, before.run(), parameters->operatorName.toString(), stringAt(before.created(), "host"),
            order.program, order.takeOver, order.takeOver ? order.task.note : QString() });
    const auto grant = lease->acquire(control.stop);
    if (!grant)
        return TaskOutcome::of(grant.error());
    session.setGeneration(grant->generation);
    const bool tookOver = grant->previous && grant->previous->run != before.run();
    if (const Done noted
        = session.note(event::lease, leaseData(tookOver ? "taken-over" : "acquired", *grant, *parameters));
        !noted)
        return { TaskOutcome::Kind::Unknown, noted.error() };

    session.onStep = [&](const QString &step, const QString &job, std::optional<std::chrono::seconds> mayTake) {
        using remote::LeaseJob;
        return lease->update(step, mayTake ? LeaseJob::Unfinished : LeaseJob::Finished, job, control.stop, mayTake);
    };
    session.stillOurs = [&]() -> Done {
        // While the link is only broken the card still stands; the guest's fence keeps an earlier holder out.
        if (lease->state() != remote::LeaseKeeper::State::Lost)
            return {};
        const QString why = lease->trouble().what;
        return fail(Error::Kind::Refused, QStringLiteral("lease-lost"), why.isEmpty() ? phrase("vm-not-held") : why,
            QStringLiteral("VM ") + parameters->vmid.toString(), phrase("cure-lease-lost"));
    };

    session.recallSecrets = [&session] { recallSecrets(session); };
    const TaskOutcome outcome = dispatch(context, order.task);
    if (outcome.kind == TaskOutcome::Kind::FailedSafe || outcome.kind == TaskOutcome::Kind::Refused)
        session.trouble(outcome.error);
    session.note(event::traffic,
        { { "qm_calls", node->traffic().qmCalls }, { "bytes_sent", node->traffic().bytesSent },
            { "bytes_received", node->traffic().bytesReceived }, { "task", toStd(taskName(order.task.kind)) } });

    if (!session.state().unsettled().empty()) {
        const JobState *open = session.state().unsettled().front();
        // One VM that never answers must not take a slot from the others.
        lease->update(QString(), open->overdue ? remote::LeaseJob::Overdue : remote::LeaseJob::Unknown, open->job,
            control.stop, session.mayTake());
    } else {
        // Also of a job that was never launched nobody is waiting for any more.
        lease->update(QString(), remote::LeaseJob::Finished, QString(), control.stop);
    }
    if (!staysOurs(session.state())) {
        const Done released = lease->release(control.stop);
        if (released)
            session.note(event::lease, { { "action", "released" }, { "generation", grant->generation } });
        else
            session.trouble(released.error());
    }
    tellHolds(*node, control, observer);
    return outcome;
}

} // namespace undock
