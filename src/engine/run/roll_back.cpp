#include "core/config/config_backup.h"
#include "core/params/field.h"
#include "core/plan/plan.h"
#include "core/text/phrase.h"
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

using Gate = GateResult (*)(const RunState &);

/// Asks the gate before anything is ended, and again once everything that was begun is known. What only an answer of
/// the guest can tell does not forbid to ask for it.
std::optional<TaskOutcome> mayBegin(RunSession &session, Gate gate)
{
    GateResult before = gate(session.state());
    std::erase_if(before.reasons, [](const GateResult::Reason &r) { return r.code == QLatin1String("step-unknown"); });
    if (auto no = forbidden(before))
        return no;
    if (auto ended = endWhatRuns(session))
        return ended;
    return forbidden(gate(session.state()));
}

/// The steps back to Docker's version, the proof that it can be started alone and first: as long as it fails, nothing
/// was stopped, and nothing about the run is another than before. Docker's daemon is started where it does not answer,
/// and then the proof is asked for once more.
ChainEnd sendBack(TaskContext &context, const QStringList &steps, const StepValues &values)
{
    RunSession &session = context.session;
    const auto send = [&](const QStringList &ids) {
        return session.runChain(ids, runValues(session.parameters(), session.state(), context.secrets, values));
    };
    const QStringList proof{ steps.front() };
    ChainEnd end = send(proof);
    if (end.kind == ChainEnd::Kind::Failed && end.error.code == QLatin1String("docker-unreachable")) {
        if (end = send({ stepOf(StepRole::StartsDaemon) }); end.kind == ChainEnd::Kind::Passed)
            end = send(proof);
    }
    return end.kind == ChainEnd::Kind::Passed ? send(steps.mid(1)) : end;
}

StepValues word(const char *name, const QString &value)
{
    return { { QLatin1String(name), value.toUtf8() } };
}

} // namespace

TaskOutcome rollBack(TaskContext &context, const QString &reason)
{
    RunSession &session = context.session;
    if (session.state().phase() == RunState::Phase::RolledBack)
        resolveOwnHold(context); // the link may have been lost just before it was
    if (auto no = mayBegin(session, rollbackGate))
        return *no;
    const RunState &state = session.state();
    // A copy made beforehand is taken away too.
    if (!state.latest(StepRole::NotesPolicies) && !state.latest(StepRole::CopiesEarly)) {
        session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", "nothing was changed yet" } });
        return {};
    }
    // Always all of it: each step finds out what is there and does what is left to do.
    const ChainEnd end = sendBack(context, rollbackSteps(), {});
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
    if (auto no = mayBegin(session, carryBackGate))
        return *no;
    const ChainEnd end = session.runChain({ stepOf(StepRole::CarriesBack), stepOf(StepRole::ProvesDocker) },
        runValues(
            session.parameters(), session.state(), context.secrets, word("confirmed", stepOf(StepRole::CarriesBack))));
    // Docker's version still answers, with more in it: the run is where it was.
    if (end.kind == ChainEnd::Kind::Passed)
        session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", "carried back" } });
    return outcomeOf(end);
}

TaskOutcome restoreFromBackup(TaskContext &context, const QString &reason)
{
    RunSession &session = context.session;
    if (auto no = mayBegin(session, restoreGate))
        return *no;
    StepValues values = word("confirmed", stepOf(StepRole::RestoresData));
    values.insert(QStringLiteral("restore"), QByteArrayLiteral("yes"));
    const ChainEnd end = sendBack(context, restoreSteps(), values);
    session.copyJournalToGuest();
    if (end.kind == ChainEnd::Kind::Passed) {
        const QString detail = QStringLiteral("restored from the backup")
            + (reason.isEmpty() ? QString() : QStringLiteral(": ") + reason);
        session.note(event::finished, { { "outcome", "rolled-back" }, { "detail", toStd(detail) } });
        resolveOwnHold(context);
    }
    return outcomeOf(end);
}

TaskOutcome releaseHoldOf(TaskContext &context, const QString &reason)
{
    RunSession &session = context.session;
    const RunParameters &parameters = session.parameters();
    const Done released = session.node().releaseHold(
        parameters.vmid, parameters.operatorName.toString(), reason, session.control().stop);
    if (!released)
        return TaskOutcome::of(released.error());
    session.note(event::hold,
        { { "action", "released" }, { keyOf(Field::Vmid), toStd(parameters.vmid.toString()) }, { "cause", "" },
            { "by", toStd(parameters.operatorName.toString()) }, { "reason", toStd(reason) } });
    return {};
}

TaskOutcome restoreConfig(TaskContext &context, const QString &backupName)
{
    RunSession &session = context.session;
    if (!backupName.isEmpty() && !isConfigBackupName(backupName)) {
        return { TaskOutcome::Kind::BadInput,
            { Error::Kind::BadInput, QStringLiteral("bad-backup-name"), phrase("backup-name-wrong"),
                backupName.left(200), phrase("cure-backup-name") } };
    }
    if (auto no = mayBegin(session, putConfigBackGate))
        return *no;
    // What may be put back is what the guest has; a name that it has not voids no acceptance.
    const auto send = [&](StepRole role, const StepValues &values) {
        return session.runChain(
            { stepOf(role) }, runValues(session.parameters(), session.state(), context.secrets, values));
    };
    if (const ChainEnd listed = send(StepRole::ListsConfigs, {}); listed.kind != ChainEnd::Kind::Passed)
        return outcomeOf(listed);
    if (backupName.isEmpty())
        return {};
    const QStringList names = listedConfigBackups(session.state()).value_or(QStringList());
    if (!names.contains(backupName)) {
        return refused(QStringLiteral("no-such-backup"),
            names.isEmpty()
                ? phrase("no-backups-there", { { "name", backupName } })
                : phrase("backup-not-there", { { "name", backupName }, { "names", names.join(QStringLiteral(", ")) } }),
            phrase("cure-choose-one"));
    }
    const ChainEnd end = send(StepRole::RestoresConfig, word("bak", backupName));
    if (end.kind == ChainEnd::Kind::Passed) {
        session.note(event::acceptanceVoid, { { "why", "the configuration was put back" } });
        session.note(event::finished, { { "outcome", "config-restored" }, { "detail", toStd(backupName) } });
    }
    return outcomeOf(end);
}

} // namespace undock
