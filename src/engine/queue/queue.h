#pragma once

#include "core/params/run_parameters.h"
#include "core/run/run_state.h"
#include "engine/queue/desk_settings.h"
#include "engine/run/prompter.h"
#include "engine/run/task.h"
#include "engine/store/run_store.h"

#include <QObject>

#include <functional>
#include <memory>

namespace undock {

class Reach;

/// Many VMs, at most three worker threads, one discipline. Lives in the thread
/// that made it (the GUI's or the CLI's); every signal is emitted there.
///
/// Nothing is kept in here that is not in the journals, except what is asked
/// for and has not begun yet.
class Queue : public QObject {
    Q_OBJECT
public:
    Queue(DeskSettings settings, Prompter &prompter, QObject *parent = nullptr);
    /// With another outside than real nodes.
    Queue(DeskSettings settings, Prompter &prompter, Reach &reach, QObject *parent = nullptr);
    ~Queue() override;

    const DeskSettings &settings() const;
    void setSettings(const DeskSettings &settings);
    RunStore &store();

    /// Reads the runs of the store into the queue (finished ones too). With `vmid` only those of VMs with this number:
    /// of the others no more is known afterwards than their nodes, which a deletion asks for holds.
    void load(const QString &vmid = {});
    /// The same for all runs, in threads of its own: returns at once. runAdded() comes for each run as it is read, in
    /// queue order, and loaded() in the end. What adds, takes off or asks for something meanwhile waits for the end.
    void loadBehind();
    /// Whether runs are still being read.
    bool loading() const;
    /// A folder among the runs that load() took no run from, and why.
    struct SetAside {
        QString run;
        Error error;
    };
    const std::vector<SetAside> &setAside() const;
    /// Reads on where another program wrote to a run's journal meanwhile, and tells of it by eventAppended(), or by
    /// runRemoved() and runAdded() where it left the run out or put it back. Only of
    /// runs that have nothing to do here; of journals that did not grow the file's size is asked for and nothing else.
    /// What cannot be read is left as it is known.
    void readOn();
    /// Makes a run (its journal) and queues nothing yet. Refused while an unfinished run of that VM is here.
    Result<QString> add(const RunParameters &parameters);
    /// Takes a run off the list, for good: it is journaled. Refused while it works.
    Done leaveOut(const QString &run);
    /// Puts a run that was left out back on the list. Refused `vm-in-queue` when another run of its VM stands there.
    Done takeBack(const QString &run);
    /// What was left out; state() and events() know these too.
    QStringList leftOut() const;
    /// From now on the node is not asked before a deletion, on an operator's word that stays with this desk's data;
    /// until a run is made for it again. Refused `reason-missing`, `node-in-use`.
    Done retireNode(const NodeTarget &node, const QString &by, const QString &reason);

    /// Who was given to answer questions.
    Prompter &prompter() const;
    /// Runs in queue order: as the operator arranged them, also for the next program; others by age.
    QStringList runs() const;
    /// Puts a run at this place of runs(). Failed: the order holds here, and not for the next program.
    Done move(const QString &run, int position);
    /// State as of the newest event; a default RunState for an unknown id.
    RunState state(const QString &run) const;
    std::vector<JournalEvent> events(const QString &run) const;
    /// The same for another thread: a long journal takes a while to read. Each call reads what is there by then,
    /// also lines of which eventAppended() is still on its way (their `seq` tells).
    std::function<std::vector<JournalEvent>()> reader(const QString &run) const;
    /// Why the run is not working now, as a phrase (core/text/phrase.h); empty while it works or wants nothing.
    QString waitingFor(const QString &run) const;
    /// The error whose end it waits for, where that is the reason (the node is away, the slots are full).
    std::optional<Error> waitingError(const QString &run) const;
    bool working(const QString &run) const;
    int busyWorkers() const;

    /// Queues a task; it begins when a worker, the canary rule and `notBefore` allow. It takes the place of one of its
    /// kind that still waits. A rollback takes the place of everything, and ends what is at work where that is safe.
    Done request(const QString &run, const Task &task, const QDateTime &notBefore = {});
    /// Stops between two steps (the running one ends).
    void pause(const QString &run);
    /// Nothing new begins; what runs stops between two steps.
    void pauseAll();
    bool pausedAll() const;
    /// Also the runs that pauseAll() stopped go on.
    void resumeAll();

    /// Adds the operator's words for the record ("special-problems", "prevention", "notes").
    Done addNote(const QString &run, const QString &section, const QString &text);
    /// Accepts a warning by name, so that its stage's gate may open.
    Done acknowledge(const QString &run, const QString &job, const QString &code);
    /// Journals that the procedure's files were read (name, sha256).
    Done confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files);
    /// Writes (again) the run's record; its path.
    Result<QString> writeRecord(const QString &run);

    /// Holds last seen on any node of the queue: shown as the banner. Each as the node's
    /// hold file says, with the node's name added.
    std::vector<Json> holds() const;
    /// What somebody else has just learned of a node's holds, all of them; takes the place of what was known.
    void noteHolds(const QString &node, const std::vector<Json> &holds);
    /// How the newest task of the run ended; nullopt before the first.
    std::optional<TaskOutcome> lastOutcome(const QString &run) const;

Q_SIGNALS:
    void runAdded(const QString &run);
    /// All runs of the store are here, or set aside.
    void loaded();
    void runRemoved(const QString &run);
    /// The same runs, arranged by move().
    void orderChanged();
    void eventAppended(const QString &run, const undock::JournalEvent &event);
    /// `total` 0: unknown. `unit`: bytes, files or seconds.
    void progress(const QString &run, const QString &job, qint64 done, qint64 total, const QString &unit);
    void taskStarted(const QString &run, const undock::Task &task);
    /// The task did not come about now (the node is away, the slots are full, the queue was paused) and waits again.
    void taskPutOff(const QString &run, const undock::Task &task, const undock::TaskOutcome &outcome);
    void taskFinished(const QString &run, const undock::Task &task, const undock::TaskOutcome &outcome);
    void waitingChanged(const QString &run);
    void holdsChanged();
    /// No worker busy and nothing queued that could start by itself.
    void idle();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace undock
