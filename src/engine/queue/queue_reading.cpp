// How the queue gets its runs: their journals are read in threads, since some hundred of them take a second.

#include "engine/queue/queue_private.h"

#include "core/base/on_all_cores.h"
#include "core/params/field.h"
#include "core/run/run_identity.h"
#include "core/text/phrase.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace undock {

namespace {

/// Runs that the event loop takes in at once: a window is not to stand still, and each time it is painted anew.
constexpr std::size_t runsAtOnce = 50;

} // namespace

Result<std::unique_ptr<Queue::Private::Item>> Queue::Private::readItem(const QString &run) const
{
    const auto contents = store.read(run);
    if (!contents)
        return tl::make_unexpected(contents.error());
    if (contents->events.empty()) {
        // A run that was never begun has nothing to tell; a journal that cannot be read may have.
        if (!contents->damage || contents->damage->kind != JournalContents::Damage::Kind::Broken)
            return nullptr;
        return fail(Error::Kind::Failed, QStringLiteral("journal-broken"), contents->damage->what,
            QStringLiteral("%1:%2").arg(store.journalPath(run)).arg(contents->damage->line),
            phrase("cure-adopt-guest-copy"));
    }
    auto item = std::make_unique<Item>();
    item->run = run;
    item->tell(contents->events);
    item->announced = item->lines;
    item->bytes = contents->goodBytes;
    return item;
}

void Queue::Private::readOn(const QString &run)
{
    const qint64 bytes = QFileInfo(store.journalPath(run)).size();
    const auto contents = store.read(run);
    Item *item = find(run);
    if (!item || !contents)
        return;
    item->bytes = bytes;
    const bool listed = item->listed();
    for (const JournalEvent &event : contents->events)
        take(run, event); // leaves out those that are known
    item = find(run);
    if (item && listed && !item->listed())
        Q_EMIT q.runRemoved(run);
    if (item && !listed && item->listed())
        Q_EMIT q.runAdded(run);
}

bool Queue::Private::takeNodeOf(const QString &run)
{
    const auto made = store.readFirst(run);
    if (!made)
        return false;
    if (const auto node = NodeTarget::parse(stringAt(made->data, keyOf(Field::Node))))
        nodesOfOthers.insert(*node);
    return true;
}

QHash<QString, qsizetype> Queue::Private::places() const
{
    QHash<QString, qsizetype> places;
    for (const QString &run : store.order())
        places.insert(run, places.size());
    return places;
}

void Queue::Private::beginReading(const QString &vmid)
{
    setAside.clear();
    auto now = std::make_unique<Reading>();
    for (const QString &run : store.runs()) {
        if (!find(run) && (vmid.isEmpty() || vmidOfRun(run) == vmid || !takeNodeOf(run)))
            now->runs << run;
    }
    // Runs that the order does not name come after the others, by age.
    const auto place = [known = places()](const QString &run) { return known.value(run, known.size()); };
    std::stable_sort(now->runs.begin(), now->runs.end(),
        [&](const QString &one, const QString &other) { return place(one) < place(other); });
    now->read.resize(std::size_t(now->runs.size()));
    now->ready.resize(now->read.size());
    reading = std::move(now);
    reading->thread = std::jthread([this, into = reading.get()](const std::stop_token &stop) {
        const auto tell = [&] {
            if (!std::exchange(into->told, true))
                mailbox.post([this] { takeRead(runsAtOnce); });
        };
        onAllCores(into->runs.size(), [&](qsizetype n) {
            if (stop.stop_requested())
                return;
            auto item = readItem(into->runs[n]);
            const std::lock_guard lock(into->mutex);
            into->read[std::size_t(n)] = std::move(item);
            into->ready[std::size_t(n)] = true;
            if (++into->count % runsAtOnce == 0)
                tell();
        });
        const std::lock_guard lock(into->mutex);
        tell(); // also where there was nothing to read
    });
}

void Queue::Private::takeRead(std::size_t most)
{
    if (!reading)
        return; // finishReading() was here before
    QStringList added;
    bool ended = false;
    {
        const std::lock_guard lock(reading->mutex);
        const auto next = [&] { return reading->taken < reading->read.size() && reading->ready[reading->taken]; };
        for (; most > 0 && next(); --most) {
            const QString run = reading->runs[qsizetype(reading->taken)];
            auto item = std::move(reading->read[reading->taken++]);
            if (!item)
                setAside.push_back({ run, item.error() });
            if (!item || !*item)
                continue;
            if ((*item)->listed())
                added << run;
            items.push_back(std::move(*item));
        }
        // Otherwise the threads tell when there are enough again, or in the end.
        reading->told
            = next() && (reading->count - reading->taken >= runsAtOnce || reading->count == reading->read.size());
        if (reading->told)
            mailbox.post([this] { takeRead(runsAtOnce); });
        ended = reading->taken == reading->read.size();
    }
    if (ended) {
        reading.reset();
        const auto place = [known = places()](const auto &item) { return known.value(item->run, known.size()); };
        std::stable_sort(
            items.begin(), items.end(), [&](const auto &one, const auto &other) { return place(one) < place(other); });
    }
    for (const QString &run : std::as_const(added))
        Q_EMIT q.runAdded(run);
    if (ended)
        Q_EMIT q.loaded();
}

void Queue::Private::finishReading()
{
    if (!reading)
        return;
    reading->thread.join();
    takeRead(std::numeric_limits<std::size_t>::max());
}

} // namespace undock
