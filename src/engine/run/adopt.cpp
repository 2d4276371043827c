#include "engine/run/adopt.h"

#include "core/base/hash.h"
#include "core/journal/reader.h"
#include "core/params/source_changes.h"
#include "core/run/run_identity.h"
#include "core/text/display_safe.h"
#include "core/text/phrase.h"
#include "engine/port/reach.h"
#include "engine/run/run_session.h"
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
        return fail(Error::Kind::Refused, QStringLiteral("nothing-to-adopt"), phrase("nothing-to-adopt"), {},
            phrase("cure-start-migrate"));
    }
    return newest->run;
}

bool proves(const remote::JournalSums &kept, const QString &run, const QByteArray &journal)
{
    return kept.run == run && kept.sums.contains(sha256Hex(journal).toLatin1());
}

/// What a person has to know of a copy that nothing proves, one thing a line.
QString describeUnproven(const remote::JournalSums &kept, const QString &run, const QByteArray &journal)
{
    const RunState state = RunState::of(readJournal(journal).events);
    const auto said = [&](const char *field) { return displayLine(stringAt(state.created(), field), 80); };
    const QString known = kept.run.isEmpty() ? QStringLiteral("no copy of this VM's journal")
        : kept.run == run                    ? QStringLiteral("other copies of this run's journal")
                                             : QStringLiteral("a later copy, of run ") + displayLine(kept.run, 80);
    return QStringList{ QStringLiteral("the node knows: ") + known, QStringLiteral("the copy's run: ") + run,
        QStringLiteral("begun: %1, by %2 at %3")
            .arg(state.startedAt().toString(Qt::ISODate), said(keyOf(Field::Operator)), said("host")),
        QStringLiteral("newest line: ") + state.lastEventAt().toString(Qt::ISODate),
        QStringLiteral("stands at: ") + phaseName(state.phase()), QStringLiteral("SHA-256: ") + sha256Hex(journal) }
        .join(QLatin1Char('\n'));
}

/// What of a copy in the guest a person agrees to before anything is done by it.
struct ToAgree {
    QString differences; ///< sources that are not this desk's own
    QString unproven; ///< the copy, where the node does not prove it
};

/// What `run`'s copy in the guest says, held against what was asked for and against what the node knows of it.
Result<QByteArray> readCopy(
    NodePort &node, const RunParameters &parameters, const QString &run, ToAgree &toAgree, std::stop_token stop)
{
    auto kept = node.journalSums(stop);
    if (!kept)
        return tl::make_unexpected(kept.error());
    auto journal = node.guest().readNote(run, QLatin1String(journalNote), mostJournal, stop);
    if (!journal)
        return journal;
    if (const Done fits = checkAdopted(*journal, run, parameters, toAgree.differences); !fits)
        return tl::make_unexpected(fits.error());
    if (proves(*kept, run, *journal))
        return journal;
    // A desk that is still at work may have given it there after the node was asked.
    kept = node.journalSums(stop);
    if (!kept)
        return tl::make_unexpected(kept.error());
    if (!proves(*kept, run, *journal))
        toAgree.unproven = describeUnproven(*kept, run, *journal);
    return journal;
}

tl::unexpected<Error> disagreed(
    const char *code, const QString &told, const RunParameters &parameters, const QString &cure)
{
    return fail(
        Error::Kind::Refused, QLatin1String(code), told, QStringLiteral("VM ") + parameters.vmid.toString(), cure);
}

/// Copies the run, under a lease that stands.
Result<QString> takeCopy(NodePort &node, const RunParameters &parameters, RunStore &store, const QString &run,
    const QString &reason, const ToAgree &agreed, const remote::LeaseGrant &grant, std::stop_token stop)
{
    // It is the guest that keeps it: what was agreed to must be what is taken.
    ToAgree now;
    const auto journal = readCopy(node, parameters, run, now, stop);
    if (!journal)
        return tl::make_unexpected(journal.error());
    const QString changed = phrase("cure-copy-changed");
    if (!now.unproven.isEmpty() && now.unproven != agreed.unproven)
        return disagreed("copy-unproven", now.unproven, parameters, changed);
    if (now.differences != agreed.differences)
        return disagreed("sources-differ", now.differences, parameters, changed);
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
    if (!now.differences.isEmpty())
        data["accepted_sources"] = toStd(now.differences);
    if (!now.unproven.isEmpty())
        data["accepted_copy"] = toStd(now.unproven);
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
    const Done same = checkRunIdentity(contents.events, { run, parameters.vm() });
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
    ToAgree toAgree;
    if (const auto there = readCopy(*node, parameters, *run, toAgree, stop); !there)
        return tl::make_unexpected(there.error());
    if (!toAgree.unproven.isEmpty() && !adoption.acceptUnproven && adoption.acceptedCopy != toAgree.unproven) {
        return disagreed("copy-unproven", toAgree.unproven, parameters, phrase("cure-unproven-copy"));
    }
    if (!toAgree.differences.isEmpty() && !adoption.acceptSources && adoption.acceptedDifferences != toAgree.differences
        && !prompter.acceptSources(toAgree.differences)) {
        return disagreed("sources-differ", toAgree.differences, parameters, phrase("cure-sources-differ"));
    }
    if (stop.stop_requested()) {
        return fail(Error::Kind::NotReached, QStringLiteral("stopped"), phrase("adoption-stopped"),
            QStringLiteral("VM ") + parameters.vmid.toString(), phrase("cure-ask-for-it-again"));
    }

    // The VM first, the copy then: two desks must not both think they have it, and the other may just have written.
    const auto lease = node->lease({ parameters.vmid, *run, parameters.operatorName.toString(),
        QSysInfo::machineHostName(), desk.program + QStringLiteral(" " UNDOCK_VERSION), true, reason });
    const auto grant = lease->acquire(stop);
    if (!grant)
        return tl::make_unexpected(grant.error());
    auto copied = takeCopy(*node, parameters, store, *run, adoption.reason, toAgree, *grant, stop);
    if (!copied)
        giveBack(*lease);
    return copied;
}

} // namespace undock
