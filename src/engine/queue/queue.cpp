#include "engine/queue/queue.h"

#include "core/text/redact.h"
#include "engine/port/reach.h"
#include "engine/queue/schedule.h"
#include "engine/records/write_record.h"
#include "engine/run/worker.h"
#include "engine/store/source_memory.h"
#include "undock_version.h"

#include <QTimer>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace undock {

namespace {

constexpr int retrySeconds = 10;

bool stopsDocker(Task::Kind kind)
{
    return kind == Task::Kind::Migrate;
}

} // namespace

class Queue::Private {
public:
    struct Asked {
        Task task;
        QDateTime notBefore;
    };

    struct Item {
        QString run;
        RunState state;
        qint64 lines = 0; ///< of the journal that `state` tells of
        qint64 announced = 0; ///< and of those that eventAppended() was emitted for
        std::shared_ptr<JournalWriter> journal; ///< open while there is something to do: another program may want it
        std::deque<Asked> asked;
        bool working = false;
        Task current;
        std::shared_ptr<RunControl> control;
        std::jthread thread;
        QDateTime askedAt; ///< when a person asked, not when it was tried again
        QDateTime retryAt;
        std::optional<Error> retryError;
        QString waiting;
        std::optional<TaskOutcome> lastOutcome;
        bool provenHere = false;
        bool unprovenHere = false; ///< its migration ended without a passed acceptance
        bool pausedWithQueue = false; ///< the queue's pause stopped it, no word about this run

        bool listed() const { return !state.leftOut(); }
        void tell(const std::vector<JournalEvent> &events)
        {
            state = RunState::of(events);
            lines = qint64(events.size());
        }
        void tell(const JournalEvent &event)
        {
            if (event.seq <= lines)
                return; // a reading of the whole journal has brought it already
            state.apply(event);
            lines = event.seq;
        }
    };

    Private(Queue &owner, DeskSettings desk, Prompter &questions, Reach &outside)
        : q(owner)
        , settings(std::move(desk))
        , prompter(questions)
        , reach(outside)
        , store(settings.dataFolder)
    {
    }

    Item *find(const QString &run)
    {
        const auto found = std::find_if(items.begin(), items.end(), [&](const auto &item) { return item->run == run; });
        return found == items.end() ? nullptr : found->get();
    }
    const Item *find(const QString &run) const { return const_cast<Private *>(this)->find(run); }

    /// The run's journal, opened for writing; its lines are brought to the queue's thread.
    Result<std::shared_ptr<JournalWriter>> journalOf(Item &item)
    {
        if (item.journal) {
            // A disk that was full for a moment must not end the run for as long as the program lives.
            if (item.journal->failed() && !item.working) {
                if (const Done recovered = item.journal->recover(); !recovered)
                    return tl::make_unexpected(recovered.error());
                item.tell(item.journal->events());
            }
            return item.journal;
        }
        auto opened = store.open(item.run);
        if (!opened)
            return tl::make_unexpected(opened.error());
        use(item, std::move(*opened));
        return item.journal;
    }

    void use(Item &item, std::unique_ptr<JournalWriter> journal)
    {
        item.journal = std::move(journal);
        // Guests say what they like; what looks like a secret in it is not written down.
        item.journal->setRedactor([redactor = Redactor()](const QString &text) { return redactor.redact(text); });
        const std::vector<JournalEvent> events = item.journal->events();
        item.tell(events);
        const QString run = item.run;
        const auto announce = [this, run](const JournalEvent &event) {
            QMetaObject::invokeMethod(
                &q, [this, run, event] { take(run, event); }, Qt::QueuedConnection);
        };
        // What another program wrote meanwhile.
        for (auto event = events.begin() + std::min<qint64>(item.announced, item.lines); event != events.end(); ++event)
            announce(*event);
        item.journal->setObserver(announce);
    }

    /// Nothing is to be done with the run: whoever else wants to work on it, may.
    void letGo(Item &item)
    {
        if (item.working || !item.asked.empty() || !item.journal)
            return;
        item.journal->setObserver({});
        item.journal.reset();
    }

    void take(const QString &run, const JournalEvent &event)
    {
        Item *item = find(run);
        if (!item)
            return;
        item->tell(event);
        if (event.seq <= item->announced)
            return;
        item->announced = event.seq;
        if (!item->listed())
            return;
        if (event.is(event::acceptance) && item->state.acceptanceGreen())
            item->provenHere = true;
        Q_EMIT q.eventAppended(run, event);
    }

    Done write(const QString &run, const char *type, Json data)
    {
        Item *item = find(run);
        if (!item)
            return fail(
                Error::Kind::BadInput, QStringLiteral("no-such-run"), QStringLiteral("no such run in the queue"), run);
        const auto journal = journalOf(*item);
        if (!journal)
            return tl::make_unexpected(journal.error());
        Done written = (*journal)->append(type, std::move(data));
        letGo(*item);
        return written;
    }

    std::vector<QueueNode> nodes(const QStringList &retired) const
    {
        std::vector<QueueNode> all;
        for (const auto &item : items) {
            const auto node = NodeTarget::parse(item->state.node());
            if (node && !retired.contains(node->toString())
                && std::none_of(all.begin(), all.end(),
                    [&](const QueueNode &known) { return known.target.toString() == node->toString(); }))
                all.push_back({ *node, settings.accessTo(*node) });
        }
        return all;
    }

    /// Whether a run may stand on the list beside what is there.
    Done vmIsFree(const QString &vmid, const QString &node, const QString &except) const;
    /// Journals it, and knows it at once.
    Done noteLeftOut(Item &item, bool back)
    {
        const auto journal = journalOf(item);
        if (!journal)
            return tl::make_unexpected(journal.error());
        Json data{ { "by", toStd(stringAt(item.state.created(), "operator")) } };
        if (back)
            data["back"] = true;
        const auto written = (*journal)->write(event::leftOut, std::move(data));
        if (!written)
            return tl::make_unexpected(written.error());
        item.tell(*written);
        return {};
    }
    void schedule();
    void start(Item &item);
    void finished(const QString &run, const TaskOutcome &outcome);
    /// Seals and writes the record, in the run's own thread: the window waits for no disk and no hash.
    void close(Item &item, const TaskOutcome &outcome);
    void closed(const QString &run, const TaskOutcome &outcome, const std::vector<Error> &troubles);
    void setWaiting(Item &item, const QString &text)
    {
        if (item.waiting == text)
            return;
        item.waiting = text;
        Q_EMIT q.waitingChanged(item.run);
    }

    Queue &q;
    DeskSettings settings;
    Prompter &prompter;
    Reach &reach;
    RunStore store;
    std::optional<StepCatalog> catalog;
    std::vector<std::unique_ptr<Item>> items;
    std::vector<SetAside> setAside;
    std::map<QString, Json> holds; ///< by node
    QTimer tick;
    std::mutex records; ///< one record, and one index of them, at a time
    bool pausedAll = false;
    bool announcedIdle = true;
};

void Queue::Private::schedule()
{
    std::vector<Candidate> candidates;
    // Whoever hears of what follows may arrange the queue anew.
    std::vector<Item *> asked;
    for (const auto &item : items) {
        asked.push_back(item.get());
        Candidate candidate;
        candidate.run = item->run;
        candidate.vm = item->state.node() + QLatin1Char(' ') + item->state.vmid();
        candidate.working = item->working;
        candidate.proven = item->provenHere;
        candidate.unproven = item->unprovenHere;
        candidate.stopped = item->state.latest(u"c-stop") != nullptr;
        candidate.pending = !item->asked.empty();
        if (item->working)
            candidate.migrates = stopsDocker(item->current.kind);
        else if (candidate.pending) {
            candidate.migrates = stopsDocker(item->asked.front().task.kind);
            candidate.notBefore = item->asked.front().notBefore;
            candidate.retryAt = item->retryAt;
            candidate.retryReason = item->retryError ? describe(*item->retryError) : QString();
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
            text = tr("the queue is paused");
            break;
        case Wait::Why::Worker:
            text = tr("waits for a free worker");
            break;
        case Wait::Why::SameVm:
            text = tr("another run works on this VM");
            break;
        case Wait::Why::Canary:
            text = tr("waits until the first VM has passed its acceptance");
            break;
        case Wait::Why::CanaryEnded:
            text = tr("the first VM has not passed its acceptance: go on with it, or leave it out");
            break;
        case Wait::Why::Scheduled:
            text = tr("scheduled for %1").arg(wait.detail);
            break;
        case Wait::Why::Retry:
            text = wait.detail;
            break;
        }
        setWaiting(*asked[i], text);
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
            QMetaObject::invokeMethod(
                &q, [this] { Q_EMIT q.idle(); }, Qt::QueuedConnection);
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
        QMetaObject::invokeMethod(
            &q, [=, this] { Q_EMIT q.progress(run, job, done, total, unit); }, Qt::QueuedConnection);
    };
    observer.holds = [this, node](const Json &seen) {
        QMetaObject::invokeMethod(
            &q,
            [this, node, seen] {
                holds[node] = seen;
                Q_EMIT q.holdsChanged();
            },
            Qt::QueuedConnection);
    };
    Q_EMIT q.taskStarted(run, asked.task);
    item.thread = std::jthread([=, this](std::stop_token stop) {
        control->stop = stop;
        const TaskOutcome outcome
            = carryOut({ *writer, *catalog, asked.task, access, view, acknowledged, program, ledger, false, sums },
                reach, prompter, *control, observer);
        QMetaObject::invokeMethod(
            &q, [=, this] { finished(run, outcome); }, Qt::QueuedConnection);
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
        QMetaObject::invokeMethod(
            &q, [=, this] { closed(run, outcome, troubles); }, Qt::QueuedConnection);
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

Queue::Queue(DeskSettings settings, Prompter &prompter, QObject *parent)
    : Queue(std::move(settings), prompter, Reach::overSsh(), parent)
{
}

Queue::Queue(DeskSettings settings, Prompter &prompter, Reach &reach, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(settings), prompter, reach))
{
    qRegisterMetaType<undock::JournalEvent>();
    qRegisterMetaType<undock::Task>();
    qRegisterMetaType<undock::TaskOutcome>();
    auto catalog = StepCatalog::builtIn();
    if (!catalog)
        qFatal("%s", qUtf8Printable(describe(catalog.error())));
    d->catalog = std::move(*catalog);
    connect(&d->tick, &QTimer::timeout, this, [this] { d->schedule(); });
}

Queue::~Queue()
{
    // The guests go on by themselves; the threads only have to let go.
    for (const auto &item : d->items)
        item->thread.request_stop();
    for (const auto &item : d->items) {
        if (item->thread.joinable())
            item->thread.join();
        if (item->journal)
            item->journal->setObserver({});
    }
}

const DeskSettings &Queue::settings() const
{
    return d->settings;
}

void Queue::setSettings(const DeskSettings &settings)
{
    d->settings = settings;
    d->schedule();
}

RunStore &Queue::store()
{
    return d->store;
}

void Queue::load()
{
    d->setAside.clear();
    QStringList added;
    for (const QString &run : d->store.runs()) {
        if (d->find(run))
            continue;
        const auto contents = d->store.read(run);
        if (!contents) {
            d->setAside.push_back({ run, contents.error() });
            continue;
        }
        if (contents->events.empty()) {
            // A run that was never begun has nothing to tell; a journal that cannot be read may have.
            if (contents->damage && contents->damage->kind == JournalContents::Damage::Kind::Broken)
                d->setAside.push_back({ run,
                    { Error::Kind::Failed, QStringLiteral("journal-broken"), contents->damage->what,
                        QStringLiteral("%1:%2").arg(d->store.journalPath(run)).arg(contents->damage->line),
                        QStringLiteral("adopt the run from the copy kept in the guest (resume --adopt); this file is "
                                       "kept") } });
            continue;
        }
        auto item = std::make_unique<Private::Item>();
        item->run = run;
        item->tell(contents->events);
        item->announced = item->lines;
        const bool listed = item->listed();
        d->items.push_back(std::move(item));
        if (listed)
            added << run;
    }
    const QStringList order = d->store.order();
    const auto place = [&](const auto &item) {
        const qsizetype at = order.indexOf(item->run);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(d->items.begin(), d->items.end(),
        [&](const auto &one, const auto &other) { return place(one) < place(other); });
    for (const QString &run : added)
        Q_EMIT runAdded(run);
}

Done Queue::Private::vmIsFree(const QString &vmid, const QString &node, const QString &except) const
{
    for (const auto &item : items) {
        if (item->run == except || item->state.vmid() != vmid || item->state.node() != node)
            continue;
        const auto phase = item->state.phase();
        if (phase == RunState::Phase::RolledBack || phase == RunState::Phase::Deleted)
            continue;
        // Left out, it bars nobody, but where it left the VM changed.
        if (!item->listed() && !item->state.changedVm())
            continue;
        return fail(Error::Kind::Refused, QStringLiteral("vm-in-queue"),
            item->listed()
                ? QStringLiteral("VM %1 of %2 is in the queue already").arg(vmid, node)
                : QStringLiteral("run %1, which was left out, has changed VM %2 of %3").arg(item->run, vmid, node),
            QStringLiteral("vmid"),
            item->listed() ? QStringLiteral("go on with that run, or leave it out first")
                           : QStringLiteral("put that run back on the list, and go on with it or roll it back"));
    }
    return {};
}

const std::vector<Queue::SetAside> &Queue::setAside() const
{
    return d->setAside;
}

Result<QString> Queue::add(const RunParameters &parameters)
{
    if (const Done is = d->vmIsFree(parameters.vmid.toString(), parameters.node.toString(), {}); !is)
        return tl::make_unexpected(is.error());
    if (const Done back = d->store.employNode(parameters.node.toString()); !back)
        return tl::make_unexpected(back.error());
    auto journal = d->store.create(parameters, d->settings.program);
    if (!journal)
        return tl::make_unexpected(journal.error());
    auto item = std::make_unique<Private::Item>();
    item->run = RunState::of((*journal)->events()).run();
    item->announced = qint64((*journal)->events().size()); // with runAdded()
    d->use(*item, std::move(*journal));
    d->letGo(*item);
    const QString run = item->run;
    d->items.push_back(std::move(item));
    Q_EMIT runAdded(run);
    return run;
}

Done Queue::leaveOut(const QString &run)
{
    Private::Item *item = d->find(run);
    if (item && item->working) {
        return fail(Error::Kind::Refused, QStringLiteral("run-works"), QStringLiteral("the run is at work"), run,
            QStringLiteral("pause it first"));
    }
    if (!item || !item->listed())
        return {};
    if (const Done written = d->noteLeftOut(*item, false); !written)
        return written;
    item->asked.clear();
    item->provenHere = item->unprovenHere = false;
    d->letGo(*item);
    Q_EMIT runRemoved(run);
    d->schedule();
    return {};
}

Done Queue::takeBack(const QString &run)
{
    Private::Item *item = d->find(run);
    if (!item)
        return fail(
            Error::Kind::BadInput, QStringLiteral("no-such-run"), QStringLiteral("no such run in the queue"), run);
    if (item->listed())
        return {};
    if (const Done is = d->vmIsFree(item->state.vmid(), item->state.node(), run); !is)
        return is;
    if (const Done written = d->noteLeftOut(*item, true); !written)
        return written;
    d->letGo(*item);
    Q_EMIT runAdded(run);
    d->schedule();
    return {};
}

QStringList Queue::leftOut() const
{
    QStringList all;
    for (const auto &item : d->items) {
        if (!item->listed())
            all << item->run;
    }
    return all;
}

Done Queue::retireNode(const NodeTarget &node, const QString &by, const QString &reason)
{
    for (const auto &item : d->items) {
        if (item->state.node() == node.toString() && (item->working || item->state.changedVm())) {
            return fail(Error::Kind::Refused, QStringLiteral("node-in-use"),
                QStringLiteral("run %1 has changed VM %2 there").arg(item->run, item->state.vmid()), node.toString(),
                QStringLiteral("bring that run to its end first: accepted and deleted, or rolled back"));
        }
    }
    return d->store.retireNode(node.toString(), by, reason);
}

QStringList Queue::runs() const
{
    QStringList all;
    for (const auto &item : d->items) {
        if (item->listed())
            all << item->run;
    }
    return all;
}

Done Queue::move(const QString &run, int position)
{
    const auto found
        = std::find_if(d->items.begin(), d->items.end(), [&](const auto &item) { return item->run == run; });
    if (found == d->items.end())
        return {};
    auto item = std::move(*found);
    d->items.erase(found);
    // The position counts what is shown.
    auto before = d->items.begin();
    for (int left = position; before != d->items.end(); ++before) {
        if ((*before)->listed() && left-- <= 0)
            break;
    }
    d->items.insert(before, std::move(item));
    d->schedule();
    return d->store.keepOrder(runs());
}

RunState Queue::state(const QString &run) const
{
    const Private::Item *item = d->find(run);
    return item ? item->state : RunState();
}

std::vector<JournalEvent> Queue::events(const QString &run) const
{
    return reader(run)();
}

std::function<std::vector<JournalEvent>()> Queue::reader(const QString &run) const
{
    if (const Private::Item *item = d->find(run); item && item->journal)
        return [journal = item->journal] { return journal->events(); };
    return [store = d->store, run] {
        auto contents = store.read(run);
        return contents ? std::move(contents->events) : std::vector<JournalEvent>();
    };
}

QString Queue::waitingFor(const QString &run) const
{
    const Private::Item *item = d->find(run);
    return item ? item->waiting : QString();
}

std::optional<Error> Queue::waitingError(const QString &run) const
{
    const Private::Item *item = d->find(run);
    return item && !item->waiting.isEmpty() && item->retryError && item->waiting == describe(*item->retryError)
        ? item->retryError
        : std::nullopt;
}

bool Queue::working(const QString &run) const
{
    const Private::Item *item = d->find(run);
    return item && item->working;
}

int Queue::busyWorkers() const
{
    return static_cast<int>(
        std::count_if(d->items.begin(), d->items.end(), [](const auto &item) { return item->working; }));
}

Done Queue::request(const QString &run, const Task &task, const QDateTime &notBefore)
{
    Private::Item *item = d->find(run);
    if (!item)
        return fail(
            Error::Kind::BadInput, QStringLiteral("no-such-run"), QStringLiteral("no such run in the queue"), run);
    if (!item->listed()) {
        return fail(Error::Kind::Refused, QStringLiteral("run-left-out"),
            QStringLiteral("this run was taken off the list"), run,
            QStringLiteral("put it back on the list first (leave-out --back)"));
    }
    if (task.kind == Task::Kind::RollBack) {
        item->asked.clear(); // what still waits is not done first
        if (item->working && item->current.kind != Task::Kind::RollBack)
            item->control->cancel = true;
    }
    // Asked for again: the newer word counts.
    const auto waits = std::find_if(item->asked.begin(), item->asked.end(),
        [&](const Private::Asked &asked) { return asked.task.kind == task.kind; });
    if (waits != item->asked.end())
        *waits = { task, notBefore };
    else
        item->asked.push_back({ task, notBefore });
    item->askedAt = d->reach.clock().utc();
    d->announcedIdle = false;
    item->retryAt = {};
    d->schedule();
    return {};
}

void Queue::pause(const QString &run)
{
    if (Private::Item *item = d->find(run)) {
        item->asked.clear();
        item->pausedWithQueue = false;
        if (item->control)
            item->control->pause = true;
        d->letGo(*item);
        d->schedule();
    }
}

void Queue::pauseAll()
{
    d->pausedAll = true;
    for (const auto &item : d->items) {
        if (item->working && !item->control->pause) {
            item->control->pause = true;
            item->pausedWithQueue = true;
        }
    }
    d->schedule();
}

bool Queue::pausedAll() const
{
    return d->pausedAll;
}

void Queue::resumeAll()
{
    d->pausedAll = false;
    d->schedule();
}

Done Queue::addNote(const QString &run, const QString &section, const QString &text)
{
    return d->write(run, event::operatorNote, { { "section", toStd(section) }, { "text", toStd(text) } });
}

Done Queue::acknowledge(const QString &run, const QString &job, const QString &code)
{
    const Private::Item *item = d->find(run);
    return d->write(run, event::acknowledged,
        { { "job", toStd(job) }, { "code", toStd(code) },
            { "by", toStd(item ? stringAt(item->state.created(), "operator") : QString()) }, { "how", "operator" } });
}

Done Queue::confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files)
{
    Json list = Json::array();
    for (const auto &[name, sha256] : files)
        list.push_back({ { "name", toStd(name) }, { "sha256", toStd(sha256) } });
    const Private::Item *item = d->find(run);
    return d->write(run, event::readConfirmed,
        { { "files", list }, { "by", toStd(item ? stringAt(item->state.created(), "operator") : QString()) } });
}

Result<QString> Queue::writeRecord(const QString &run)
{
    return writeRecordOf(events(run), d->settings);
}

std::vector<Json> Queue::holds() const
{
    std::vector<Json> all;
    for (const auto &[node, list] : d->holds) {
        for (Json hold : list) {
            hold["node"] = toStd(node);
            all.push_back(std::move(hold));
        }
    }
    return all;
}

void Queue::noteHolds(const QString &node, const std::vector<Json> &holds)
{
    const auto target = NodeTarget::parse(node);
    d->holds[target ? target->toString() : node] = Json(holds);
    Q_EMIT holdsChanged();
}

std::optional<TaskOutcome> Queue::lastOutcome(const QString &run) const
{
    const Private::Item *item = d->find(run);
    return item ? item->lastOutcome : std::nullopt;
}

} // namespace undock
