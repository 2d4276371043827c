#pragma once

#include "engine/queue/queue.h"
#include "journals/journal_builder.h"
#include "journals/recorded_run.h"
#include "unit/support/scripted/scripted_desk.h"

#include <condition_variable>

namespace undock::gui::test {

/// What a SampleDesk's queue stands on. Nodes answer nothing until a test says what: a task stays at work.
struct SampleGround {
    explicit SampleGround(const QString &dataFolder);
    Done meet(int vmid, const std::stop_token &stop);
    DeskSettings deskSettings() const;

    std::unique_ptr<QTemporaryDir> own; ///< where no folder was given
    QString folder;
    ScriptedWorld world;
    NobodyAsked nobody;
    std::mutex mutex;
    std::condition_variable_any told;
    std::map<int, Error> answers; ///< by VM
};

/// A queue over a scripted world, with runs that were recorded in the lab or are told by a test. Their journals are in
/// its data folder.
class SampleDesk : private SampleGround, public Queue {
public:
    explicit SampleDesk(const QString &dataFolder = {});
    ~SampleDesk() override;

    /// Nine VMs of recorded runs, each at another point; two are at work, and one more may begin.
    void fill();
    void put(const QString &run, const std::vector<JournalEvent> &events, bool working = false);
    template <class Story> void put(const Story &story, bool working = false)
    {
        put(story.run(), story.events(), working);
    }
    /// Only its journal: the queue knows nothing of it before load().
    void putFile(const QString &run, const std::vector<JournalEvent> &events) const;
    /// A line that another program wrote to the run's journal. The run is not at work.
    void append(const QString &run, const char *type, Json data);
    /// A task of the run is at work from now on, with a node that does not answer.
    void work(const QString &run, Task::Kind kind = Task::Kind::Migrate);
    /// The node answers the run's task with this; comes back when the task is over. Without an error: it is refused.
    void end(const QString &run, const Error &error = refused());
    static Error refused();
    static Error away();
    /// As the node of all samples tells them.
    void setHolds(const std::vector<Json> &holds);
    /// What the queue's journals have told in the meantime is heard now.
    static void hear();

    struct Begun {
        QString run;
        Task task;
    };
    QList<Begun> begun; ///< tasks, but those of work()
};

/// A listing of what migrations left behind, as the run's VM would have told it: two may go, three stay.
void sampleLeftovers(SampleDesk &desk, const QString &run);

} // namespace undock::gui::test
