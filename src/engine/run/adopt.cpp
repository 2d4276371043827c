#include "engine/run/adopt.h"

#include "core/journal/reader.h"
#include "core/params/source_changes.h"
#include "core/run/run_identity.h"
#include "engine/port/reach.h"
#include "undock_version.h"

#include <QSysInfo>

#include <algorithm>
#include <thread>

namespace undock {

namespace {

constexpr qint64 mostJournal = 64 * 1024 * 1024;
constexpr auto releasePatience = std::chrono::seconds(5);

/// The run that the guest was last worked on by.
Result<QString> newestRun(NodePort &node, std::stop_token stop)
{
    const auto runs = node.guest().runs(stop);
    if (!runs)
        return tl::make_unexpected(runs.error());
    const auto newest = std::max_element(runs->begin(), runs->end(),
        [](const remote::RunFolder &a, const remote::RunFolder &b) { return a.newestEpoch < b.newestEpoch; });
    if (newest == runs->end()) {
        return fail(Error::Kind::Refused, QStringLiteral("nothing-to-adopt"),
            QStringLiteral("no run was ever begun in this VM"), {}, QStringLiteral("start one with 'migrate'"));
    }
    return newest->run;
}

/// Copies the run, under a lease that stands. `differences`: what was agreed to.
Result<QString> takeCopy(NodePort &node, const RunParameters &parameters, RunStore &store, const QString &run,
    const QString &reason, const QString &differences, const remote::LeaseGrant &grant, std::stop_token stop)
{
    const auto journal = node.guest().readNote(run, QStringLiteral("journal.jsonl"), mostJournal, stop);
    if (!journal)
        return tl::make_unexpected(journal.error());
    // It is the guest that keeps it: what was agreed to must be what is taken.
    QString now;
    if (const Done fits = checkAdopted(*journal, run, parameters, now); !fits)
        return tl::make_unexpected(fits.error());
    if (now != differences) {
        return fail(Error::Kind::Refused, QStringLiteral("sources-differ"), now,
            QStringLiteral("VM ") + parameters.vmid.toString(),
            QStringLiteral("the copy in the VM was changed while it was taken over; look into the VM"));
    }
    // The copy may lack the newest jobs. The guest keeps their names, and what asks under one of them again would be
    // given its old result.
    const auto report = node.guest().report(run, grant.generation, stop);
    if (!report)
        return tl::make_unexpected(report.error());
    int newestJob = 0;
    for (const remote::RunReport::Job &job : report->jobs)
        newestJob = std::max(newestJob, job.name.section(QLatin1Char('-'), 0, 0).toInt());

    auto writer = store.adopt(run, *journal);
    if (!writer)
        return tl::make_unexpected(writer.error());
    Json data = { { "action", "adopted" }, { "generation", grant.generation },
        { "holder", toStd(parameters.operatorName.toString()) }, { "host", toStd(QSysInfo::machineHostName()) },
        { "reason", toStd(reason) }, { "jobs_in_guest", newestJob } };
    if (grant.previous)
        data["previous"] = remote::toJson(*grant.previous);
    if (!differences.isEmpty())
        data["accepted_sources"] = toStd(differences);
    if (const Done noted = (*writer)->append(event::lease, data); !noted)
        return tl::make_unexpected(noted.error());
    return run;
}

/// Nobody here has the run: the VM is given back, unless something may still be at work in it. Whoever asked may be
/// about to leave.
void giveBack(LeasePort &lease)
{
    std::stop_source late;
    const std::jthread watch([&](std::stop_token over) {
        if (Clock::system().pause(releasePatience, over))
            late.request_stop();
    });
    (void)lease.release(late.get_token()); // where it stands on, the next adoption finds a card that nobody keeps alive
}

} // namespace

Done checkAdopted(const QByteArray &journal, const QString &run, const RunParameters &parameters, QString &differences)
{
    const JournalContents contents = readJournal(journal);
    const Done same
        = checkRunIdentity(contents.events, { run, parameters.vmid.toString(), parameters.node.toString() });
    if (!same)
        return same;
    const auto theirs = runParametersFromJson(RunState::of({ contents.events.front() }).params());
    if (!theirs)
        return tl::make_unexpected(theirs.error());
    differences = describeSourceChanges(sourceChanges(toFields(parameters), toFields(*theirs)));
    return {};
}

Result<QString> adoptRun(const RunParameters &parameters, const DeskSettings &desk, RunStore &store, Prompter &prompter,
    const Adoption &adoption, std::stop_token stop, Reach &reach)
{
    const QString reason = adoption.reason.isEmpty() ? QStringLiteral("adopted from another desk") : adoption.reason;
    const auto node = reach.node(parameters.node, parameters.vmid, desk.accessTo(parameters.node), prompter);
    if (const Done connected = node->ensure(stop); !connected)
        return tl::make_unexpected(connected.error());
    const auto run = newestRun(*node, stop);
    if (!run)
        return run;
    if (const Done named = checkRunName(*run); !named)
        return tl::make_unexpected(named.error());
    QString differences;
    {
        const auto there = node->guest().readNote(*run, QStringLiteral("journal.jsonl"), mostJournal, stop);
        if (!there)
            return tl::make_unexpected(there.error());
        if (const Done fits = checkAdopted(*there, *run, parameters, differences); !fits)
            return tl::make_unexpected(fits.error());
        if (!differences.isEmpty() && !adoption.acceptSources && adoption.acceptedDifferences != differences
            && !prompter.acceptSources(differences)) {
            return fail(Error::Kind::Refused, QStringLiteral("sources-differ"), differences,
                QStringLiteral("VM ") + parameters.vmid.toString(),
                QStringLiteral("compare them with what this desk installs from; name the same sources, or accept "
                               "these with --accept-sources"));
        }
    }
    if (stop.stop_requested()) {
        return fail(Error::Kind::NotReached, QStringLiteral("stopped"),
            QStringLiteral("The take-over was stopped before it began; the VM and its run are as they were."),
            QStringLiteral("VM ") + parameters.vmid.toString(), QStringLiteral("Ask for it again."));
    }

    // The VM first, the copy then: two desks must not both think they have it, and the other may just have written.
    const auto lease = node->lease({ parameters.vmid, *run, parameters.operatorName.toString(),
        QSysInfo::machineHostName(), desk.program + QStringLiteral(" " UNDOCK_VERSION), true, reason });
    const auto grant = lease->acquire(stop);
    if (!grant)
        return tl::make_unexpected(grant.error());
    auto copied = takeCopy(*node, parameters, store, *run, adoption.reason, differences, *grant, stop);
    if (!copied)
        giveBack(*lease);
    return copied;
}

} // namespace undock
