#include "engine/queue/queue_private.h"

#include "core/params/field.h"
#include "core/run/run_identity.h"
#include "core/text/phrase.h"
#include "engine/port/reach.h"
#include "engine/records/write_record.h"

#include <QFileInfo>

#include <algorithm>

namespace undock {

Queue::Queue(DeskSettings settings, Prompter &prompter, QObject *parent)
    : Queue(std::move(settings), prompter, Reach::overSsh(), parent)
{
}

Queue::Queue(DeskSettings settings, Prompter &prompter, Reach &reach, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(settings), prompter, reach))
{
    StepCatalog::own(); // if it cannot be had, the program ends here and not in the middle of a run
    connect(&d->tick, &QTimer::timeout, this, [this] { d->schedule(); });
}

Queue::~Queue()
{
    d->reading.reset();
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

void Queue::load(const QString &vmid)
{
    d->finishReading();
    d->beginReading(vmid);
    d->finishReading();
}

void Queue::loadBehind()
{
    d->finishReading();
    d->beginReading({});
}

bool Queue::loading() const
{
    return d->reading != nullptr;
}

const std::vector<Queue::SetAside> &Queue::setAside() const
{
    return d->setAside;
}

void Queue::readOn()
{
    QStringList grown;
    for (const auto &item : d->items) {
        if (!item->journal && QFileInfo(d->store.journalPath(item->run)).size() != item->bytes)
            grown << item->run;
    }
    for (const QString &run : std::as_const(grown))
        d->readOn(run);
}

Result<QString> Queue::add(const RunParameters &parameters)
{
    d->finishReading();
    if (const Done is = d->vmIsFree(parameters.vm(), {}); !is)
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
    d->finishReading();
    Private::Item *item = d->find(run);
    if (item && item->working) {
        return fail(
            Error::Kind::Refused, QStringLiteral("run-works"), phrase("run-works"), run, phrase("cure-pause-first"));
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
    d->finishReading();
    Private::Item *item = d->find(run);
    if (!item)
        return fail(Error::Kind::BadInput, QStringLiteral("no-such-run"), phrase("no-such-run-in-queue"), run);
    if (item->listed())
        return {};
    if (item->state.vm()) {
        if (const Done is = d->vmIsFree(*item->state.vm(), run); !is)
            return is;
    }
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
    d->finishReading();
    for (const auto &item : d->items) {
        if (item->state.vm() && item->state.vm()->node == node && (item->working || item->state.changedVm())) {
            return fail(Error::Kind::Refused, QStringLiteral("node-in-use"),
                phrase("node-in-use", { { "run", item->run }, { "vmid", item->state.vmid() } }), node.toString(),
                phrase("cure-end-that-run"));
        }
    }
    return d->store.retireNode(node.toString(), by, reason);
}

Prompter &Queue::prompter() const
{
    return d->prompter;
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
    d->finishReading();
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
    const Done kept = d->store.keepOrder(runs());
    Q_EMIT orderChanged();
    return kept;
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
    return item && item->waits == Wait::Why::Retry ? item->retryError : std::nullopt;
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
    d->finishReading();
    Private::Item *item = d->find(run);
    if (!item)
        return fail(Error::Kind::BadInput, QStringLiteral("no-such-run"), phrase("no-such-run-in-queue"), run);
    if (!item->listed()) {
        return fail(Error::Kind::Refused, QStringLiteral("run-left-out"), phrase("run-left-out"), run,
            phrase("cure-put-back-first"));
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
            { "by", toStd(item ? item->state.operatorName() : QString()) }, { "how", "operator" } });
}

Done Queue::confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files)
{
    Json list = Json::array();
    for (const auto &[name, sha256] : files)
        list.push_back({ { "name", toStd(name) }, { "sha256", toStd(sha256) } });
    const Private::Item *item = d->find(run);
    return d->write(run, event::readConfirmed,
        { { "files", list }, { "by", toStd(item ? item->state.operatorName() : QString()) } });
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
            hold[keyOf(Field::Node)] = toStd(node);
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
