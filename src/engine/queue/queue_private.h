#pragma once

#include "core/journal/writer.h"
#include "core/steps/step.h"
#include "engine/port/clock.h"
#include "engine/queue/mailbox.h"
#include "engine/queue/queue.h"
#include "engine/queue/schedule.h"
#include "engine/run/tasks.h"

#include <QTimer>

#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace undock {

/// What the queue knows, in its own thread, and what it does with it. queue.cpp answers what is asked of it,
/// queue_items.cpp keeps the runs and their journals, queue_work.cpp starts tasks and closes them.
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
        qint64 bytes = 0; ///< of its file, when it was last closed or read
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
        Wait::Why waits = Wait::Why::Nothing;
        QString waiting; ///< the same for people
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

    /// Journals that threads read. The queue's thread takes what they say, in the order of `runs`.
    struct Reading {
        ~Reading() { thread.request_stop(); } // and waits for it, before anything that it writes to goes

        QStringList runs;
        std::mutex mutex; ///< for the next four
        std::vector<Result<std::unique_ptr<Item>>> read; ///< one for each of `runs`
        std::vector<bool> ready;
        std::size_t count = 0; ///< of those that are ready
        bool told = false; ///< the queue's thread will look
        std::size_t taken = 0; ///< by the queue's thread
        std::jthread thread;
    };

    Private(Queue &owner, DeskSettings desk, Prompter &questions, Reach &outside)
        : q(owner)
        , settings(std::move(desk))
        , prompter(questions)
        , reach(outside)
        , store(settings.dataFolder)
    {
    }

    Item *find(const QString &run);
    const Item *find(const QString &run) const { return const_cast<Private *>(this)->find(run); }

    /// The run's journal, opened for writing; its lines are brought to the queue's thread.
    Result<std::shared_ptr<JournalWriter>> journalOf(Item &item);
    void use(Item &item, std::unique_ptr<JournalWriter> journal);
    /// Nothing is to be done with the run: whoever else wants to work on it, may.
    void letGo(Item &item);
    /// What the run's journal says; nullptr of a run that was never begun. Any thread may ask.
    Result<std::unique_ptr<Item>> readItem(const QString &run) const;
    /// Of all runs that are not here yet; with `vmid` of that VM's.
    void beginReading(const QString &vmid);
    /// Takes what was read, at most so many runs, and tells of them.
    void takeRead(std::size_t most);
    /// Takes the lines that another program wrote.
    void readOn(const QString &run);
    /// Waits for the rest, if anything is being read.
    void finishReading();
    /// Where the operator put runs on the list; those of which nothing is known are not in it.
    QHash<QString, qsizetype> places() const;
    /// Of a run that is not taken up: its node. False where that cannot be read.
    bool takeNodeOf(const QString &run);
    /// A line of a journal has reached the queue's thread.
    void take(const QString &run, const JournalEvent &event);
    Done write(const QString &run, const char *type, Json data);
    /// Every node that has a run here, but the retired ones.
    std::vector<QueueNode> nodes(const QStringList &retired) const;
    /// Whether a run may stand on the list beside what is there.
    Done vmIsFree(const VmId &vm, const QString &except) const;
    /// Journals it, and knows it at once.
    Done noteLeftOut(Item &item, bool back);
    void schedule();
    void start(Item &item);
    void finished(const QString &run, const TaskOutcome &outcome);
    /// Seals and writes the record, in the run's own thread: the window waits for no disk and no hash.
    void close(Item &item, const TaskOutcome &outcome);
    void closed(const QString &run, const TaskOutcome &outcome, const std::vector<Error> &troubles);
    void setWaiting(Item &item, Wait::Why why, const QString &text);

    Queue &q;
    Mailbox mailbox; ///< what runs' threads tell the queue's
    DeskSettings settings;
    Prompter &prompter;
    Reach &reach;
    RunStore store;
    std::vector<std::unique_ptr<Item>> items;
    std::set<NodeTarget> nodesOfOthers; ///< of runs that were not taken up
    std::vector<SetAside> setAside;
    std::unique_ptr<Reading> reading; ///< while there is something to be read
    std::map<QString, Json> holds; ///< by node
    QTimer tick;
    std::mutex records; ///< one record, and one index of them, at a time
    bool pausedAll = false;
    bool announcedIdle = true;
};

} // namespace undock
