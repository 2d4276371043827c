#include "core/plan/plan.h"
#include "engine/run/acceptance.h"
#include "engine/run/run_values.h"
#include "engine/run/tasks.h"

namespace undock {

namespace {

/// Whatever the run was at ends before anything is turned back. A deletion under way
/// is waited for: it is never cut in half.
std::optional<TaskOutcome> endWhatRuns(RunSession &session)
{
    bool cancelled = false;
    for (const JobState *job : session.state().unsettled())
        cancelled = cancelled || job->effect != Effect::Deletes;
    if (cancelled)
        session.control().cancel = true;
    const ChainEnd settled = session.settle();
    session.control().cancel = false;
    session.control().pause = false;
    if (settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    return {};
}

StepValues word(const char *name, const QString &value)
{
    return { { QLatin1String(name), value.toUtf8() } };
}

} // namespace

TaskOutcome rollBack(TaskContext &context, const QString &reason)
{
    RunSession &session = context.session;
    if (auto ended = endWhatRuns(session))
        return *ended;
    const RunState &state = session.state();
    if (state.phase() == RunState::Phase::RolledBack) {
        resolveOwnHold(context); // the link may have been lost just before it was
        return refused(QStringLiteral("already-rolled-back"), QStringLiteral("this run is rolled back already"));
    }
    // A copy made beforehand is taken away too.
    if (!state.latest(u"c-policy") && !state.latest(u"e-precopy")) {
        session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", "nothing was changed yet" } });
        return {};
    }
    // Always all of it: each step finds out what is there and does what is left to do.
    const ChainEnd end = session.runChain(
        rollbackSteps(), runValues(session.parameters(), state, context.secrets, word("reason", reason)));
    session.copyJournalToGuest();
    if (end.kind != ChainEnd::Kind::Passed)
        return outcomeOf(end);
    noteOutage(session);
    if (const Done noted = session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", toStd(reason) } });
        !noted)
        return { TaskOutcome::Kind::Unknown, noted.error() };
    resolveOwnHold(context);
    session.copyJournalToGuest();
    return {};
}

TaskOutcome carryBack(TaskContext &context)
{
    RunSession &session = context.session;
    if (auto ended = endWhatRuns(session))
        return *ended;
    if (session.state().phase() != RunState::Phase::RolledBack) {
        return refused(QStringLiteral("not-rolled-back"),
            QStringLiteral("only after a rollback is there something to carry back into Docker's version"));
    }
    const ChainEnd end = session.runChain({ QStringLiteral("r-carry-back"), QStringLiteral("r-verify") },
        runValues(
            session.parameters(), session.state(), context.secrets, word("confirmed", QStringLiteral("r-carry-back"))));
    // Docker's version still answers, with more in it: the run is where it was.
    if (end.kind == ChainEnd::Kind::Passed)
        session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", "carried back" } });
    return outcomeOf(end);
}

TaskOutcome restoreFromBackup(TaskContext &context, const QString &reason)
{
    RunSession &session = context.session;
    if (auto ended = endWhatRuns(session))
        return *ended;
    if (!session.state().latestGreen(u"b-verify")) {
        return refused(QStringLiteral("no-verified-backup"), QStringLiteral("this run has no verified backup"),
            QStringLiteral("look for an earlier run's backup in the guest"));
    }
    StepValues values = word("confirmed", QStringLiteral("r-restore"));
    values.insert(QStringLiteral("reason"), reason.toUtf8());
    const ChainEnd end
        = session.runChain({ QStringLiteral("r-direct-stop"), QStringLiteral("r-snapshot"), QStringLiteral("r-restore"),
                               QStringLiteral("r-docker-start"), QStringLiteral("r-verify") },
            runValues(session.parameters(), session.state(), context.secrets, values));
    session.copyJournalToGuest();
    if (end.kind == ChainEnd::Kind::Passed) {
        session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", "restored from the backup" } });
        resolveOwnHold(context);
    }
    return outcomeOf(end);
}

TaskOutcome releaseHoldOf(TaskContext &context, const QString &reason)
{
    RunSession &session = context.session;
    const RunParameters &parameters = session.parameters();
    const Done released = session.node().releaseHold(parameters.vmid,
        parameters.operatorName.toString(), reason, session.control().stop);
    if (!released) {
        const bool no = released.error().kind == Error::Kind::Refused || released.error().kind == Error::Kind::BadInput;
        return { no ? TaskOutcome::Kind::Refused : TaskOutcome::Kind::Unknown, released.error() };
    }
    session.note(event::hold,
        { { "action", "released" }, { "vmid", toStd(parameters.vmid.toString()) }, { "cause", "" },
            { "by", toStd(parameters.operatorName.toString()) }, { "reason", toStd(reason) } });
    return {};
}

TaskOutcome restoreConfig(TaskContext &context, const QString &backupName)
{
    RunSession &session = context.session;
    if (auto ended = endWhatRuns(session))
        return *ended;
    if (!session.state().cutoverDone())
        return refused(QStringLiteral("not-direct"), QStringLiteral("this VM does not run the direct install"));
    const ChainEnd end = session.runChain({ QStringLiteral("r-config") },
        runValues(session.parameters(), session.state(), context.secrets, word("bak", backupName)));
    if (end.kind == ChainEnd::Kind::Passed) {
        session.note(event::acceptanceVoid, { { "why", "the configuration was put back" } });
        session.note(event::finished, { { "outcome", "config-restored" }, { "detail", toStd(backupName) } });
    }
    return outcomeOf(end);
}

} // namespace undock
