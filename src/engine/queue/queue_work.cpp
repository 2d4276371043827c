#include "engine/queue/queue_private.h"

#include "core/text/phrase.h"
#include "engine/port/reach.h"
#include "engine/queue/schedule.h"
#include "engine/records/write_record.h"
#include "engine/run/worker.h"
#include "engine/store/source_memory.h"
#include "undock_version.h"

namespace undock {

namespace {

constexpr int retrySeconds = 10;

bool stopsDocker(Task::Kind kind)
{
    return kind == Task::Kind::Migrate;
}

} // namespace

void Queue::Private::setWaiting(Item &item, Wait::Why why, const QString &text)
{
    if (item.waits == why && item.waiting == text)
        return;
    item.waits = why;
    item.waiting = text;
    Q_EMIT q.waitingChanged(item.run);
}

void Queue::Private::schedule()
{
    std::vector<Candidate> candidates;
    // Whoever hears of what follows may arrange the queue anew.
    std::vector<Item *> asked;
    for (const auto &item : items) {
        asked.push_back(item.get());
        Candidate candidate;
        candidate.run = item->run;
        candidate.vm = item->state.vm();
        candidate.working = item->working;
        candidate.proven = item->provenHere;
        candidate.unproven = item->unprovenHere;
        candidate.stopped = item->state.latest(StepRole::StopsDocker) != nullptr;
        candidate.pending = !item->asked.empty();
        if (item->working)
            candidate.migrates = stopsDocker(item->current.kind);
        else if (candidate.pending) {
            candidate.migrates = stopsDocker(item->asked.front().task.kind);
            candidate.notBefore = item->asked.front().notBefore;
            candidate.retryAt = item->retryAt;
        }
        candidates.push_back(candidate);
    }
    const Schedule plan
        = makeSchedule(candidates, { settings.workers, pausedAll, settings.canary }, reach.clock().utc());
    for (std::size_t i = 0; i < plan.waits.size(); ++i) {
        const Wait &wait = plan.waits[i];
        QString text;
        switch (wait.why) {
        case Wait::Why::Nothing:
            break;
        case Wait::Why::Paused:
            text = phrase("waits-paused");
            break;
        case Wait::Why::Worker:
            text = phrase("waits-worker");
            break;
        case Wait::Why::SameVm:
            text = phrase("waits-same-vm");
            break;
        case Wait::Why::Canary:
            text = phrase("waits-first-vm");
            break;
        case Wait::Why::CanaryEnded:
            text = phrase("waits-first-vm-ended");
            break;
        case Wait::Why::Scheduled:
            text = phrase("waits-until",
                { { "moment", candidates[i].notBefore.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) } });
            break;
        case Wait::Why::Retry:
            text = asked[i]->retryError ? asked[i]->retryError->what : QString();
            break;
        }
        setWaiting(*asked[i], wait.why, text);
    }
    bool anything = false;
    for (std::size_t i = 0; i < asked.size(); ++i)
        anything = anything || asked[i]->working || (!asked[i]->asked.empty() && plan.waits[i].endsByItself());
    for (const QString &run : plan.start) {
        if (Item *item = find(run); item && !item->working && !item->asked.empty())
            start(*item);
    }
    if (anything) {
        announcedIdle = false;
        if (!tick.isActive())
            tick.start(reach.clock().tick());
    } else {
        tick.stop();
        if (!announcedIdle) {
            announcedIdle = true;
            // Queued: whoever asks for something and then waits for idle() must not miss it.
            mailbox.post([this] { Q_EMIT q.idle(); });
        }
    }
}

void Queue::Private::start(Item &item)
{
    const Asked asked = item.asked.front();
    item.asked.pop_front();
    const auto journal = journalOf(item);
    if (!journal) {
        item.lastOutcome = TaskOutcome{ TaskOutcome::Kind::Refused, journal.error() };
        Q_EMIT q.taskFinished(item.run, asked.task, *item.lastOutcome);
        return;
    }
    item.working = true;
    item.current = asked.task;
    item.pausedWithQueue = false;
    item.retryAt = {};
    item.retryError.reset();
    item.control = std::make_shared<RunControl>();
    const QString run = item.run;
    const std::shared_ptr<JournalWriter> writer = *journal;
    const std::shared_ptr<RunControl> control = item.control;
    const QStringList retired = store.retiredNodes();
    const QueueView view{ nodes(retired), settings.rollBackByItself, retired };
    const auto target = NodeTarget::parse(item.state.node());
    const NodeAccess access
        = target ? settings.accessTo(*target) : NodeAccess{ settings.knownHosts, settings.identity, settings.jumpHost };
    const QString program = settings.program + QStringLiteral(" " UNDOCK_VERSION);
    const QStringList acknowledged = settings.acknowledged;
    const QString node = item.state.node();
    const QString ledger = settings.ledger;
    const auto parameters = runParametersFromJson(item.state.params());
    const SourceSums sums = parameters ? SourceMemory(settings.dataFolder).seenFor(*parameters) : SourceSums();

    RunObserver observer;
    observer.progress = [this, run](const QString &job, qint64 done, qint64 total, const QString &unit) {
        mailbox.post([=, this] { Q_EMIT q.progress(run, job, done, total, unit); });
    };
    observer.holds = [this, node](const Json &seen) {
        mailbox.post([this, node, seen] {
            holds[node] = seen;
            Q_EMIT q.holdsChanged();
        });
    };
    Q_EMIT q.taskStarted(run, asked.task);
    item.thread = std::jthread([=, this](std::stop_token stop) {
        control->stop = stop;
        const TaskOutcome outcome = carryOut(
            { *writer, StepCatalog::own(), asked.task, access, view, acknowledged, program, ledger, false, sums },
            reach, prompter, *control, observer);
        mailbox.post([=, this] { finished(run, outcome); });
    });
}

void Queue::Private::finished(const QString &run, const TaskOutcome &outcome)
{
    Item *item = find(run);
    if (!item)
        return;
    if (item->thread.joinable())
        item->thread.join();
    item->lastOutcome = outcome;
    const Task task = item->current;
    const bool patient
        = settings.patienceSeconds < 0 || item->askedAt.secsTo(reach.clock().utc()) < settings.patienceSeconds;
    const bool stopped = item->control->cancel || (item->control->pause && !item->pausedWithQueue);
    const bool goesOn = item->asked.empty() && !stopped && outcome.kind != TaskOutcome::Kind::Succeeded;
    if (goesOn && worthWaitingFor(outcome) && patient) {
        // It holds no worker meanwhile; the reason is shown in the row.
        item->asked.push_front({ task, {} });
        item->retryAt = reach.clock().utc().addSecs(retrySeconds);
        item->retryError = outcome.error;
    } else if (goesOn && item->pausedWithQueue && outcome.kind == TaskOutcome::Kind::WaitsForPerson
        && outcome.error.code.isEmpty()) {
        item->asked.push_front({ task, {} }); // whoever lets the queue go on means this run too
    } else if (stopsDocker(task.kind)) {
        item->unprovenHere = !item->provenHere;
    }
    if (goesOn && !item->asked.empty()) {
        item->working = false;
        Q_EMIT q.taskPutOff(run, task, outcome);
        schedule();
        return;
    }
    close(*item, outcome);
}

void Queue::Private::close(Item &item, const TaskOutcome &outcome)
{
    const QString run = item.run;
    const std::shared_ptr<JournalWriter> journal = item.journal;
    const auto parameters = runParametersFromJson(item.state.params());
    item.thread = std::jthread([=, this, desk = settings] {
        std::vector<Error> troubles;
        const std::vector<JournalEvent> events = journal->events();
        {
            const std::lock_guard lock(records);
            if (parameters) {
                if (const Done kept = SourceMemory(desk.dataFolder).remember(*parameters, RunState::of(events)); !kept)
                    troubles.push_back(kept.error());
            }
            if (const auto written = writeRecordOf(events, desk); !written)
                troubles.push_back(written.error());
        }
        mailbox.post([=, this] { closed(run, outcome, troubles); });
    });
}

void Queue::Private::closed(const QString &run, const TaskOutcome &outcome, const std::vector<Error> &troubles)
{
    Item *item = find(run);
    if (!item)
        return;
    if (item->thread.joinable())
        item->thread.join();
    item->working = false;
    for (const Error &trouble : troubles)
        (void)item->journal->append(event::trouble,
            { { "code", toStd(trouble.code) }, { "what", toStd(trouble.what) }, { "where", toStd(trouble.where) },
                { "cure", toStd(trouble.cure) } });
    const Task task = item->current;
    Q_EMIT q.taskFinished(run, task, outcome);
    schedule();
    if (Item *still = find(run))
        letGo(*still);
}

} // namespace undock
