#pragma once

#include "engine/queue/queue.h"
#include "gui/desk/bundle_work.h"

#include <QObject>

#include <functional>
#include <vector>

namespace undock::gui {

/// What the windows know of the queue. The program puts the engine's Queue
/// behind it; tests and pictures put journals behind it that nobody ran.
class Desk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual DeskSettings settings() const = 0;
    virtual void setSettings(const DeskSettings &settings) = 0;

    virtual Result<QString> add(const RunParameters &parameters) = 0;
    /// Runs that came into the store by another way, as an adopted one does.
    virtual void load() = 0;
    /// Folders among the runs that no run was taken from, and why.
    virtual std::vector<Queue::SetAside> setAside() const { return {}; }
    virtual Done leaveOut(const QString &run) = 0;
    virtual QStringList leftOut() const = 0;
    virtual Done takeBack(const QString &run) = 0;
    virtual QStringList runs() const = 0;
    virtual void move(const QString &run, int position) = 0;
    virtual RunState state(const QString &run) const = 0;
    virtual std::vector<JournalEvent> events(const QString &run) const = 0;
    /// Reads the run's events in whatever thread it is called in.
    virtual std::function<std::vector<JournalEvent>()> reader(const QString &run) const = 0;
    virtual QString waitingFor(const QString &run) const = 0;
    virtual std::optional<Error> waitingError(const QString &run) const = 0;
    virtual bool working(const QString &run) const = 0;
    virtual int busyWorkers() const = 0;

    virtual Done request(const QString &run, const Task &task, const QDateTime &notBefore = {}) = 0;
    virtual void pause(const QString &run) = 0;
    virtual void pauseAll() = 0;
    virtual bool pausedAll() const = 0;
    virtual void resumeAll() = 0;

    virtual Done addNote(const QString &run, const QString &section, const QString &text) = 0;
    virtual Done acknowledge(const QString &run, const QString &job, const QString &code) = 0;
    virtual Done confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files) = 0;
    virtual Result<QString> writeRecord(const QString &run) = 0;
    virtual std::vector<Json> holds() const = 0;
    /// A node's holds as they were just seen by another way than a run's.
    virtual void noteHolds(const QString &node, const std::vector<Json> &holds) = 0;

    /// Signing and checking of evidence bundles; made when first asked for.
    BundleWork &bundles();

    /// SHA-256 of every file that some run's journal says was read.
    QStringList readBefore() const;

Q_SIGNALS:
    void runAdded(const QString &run);
    void runRemoved(const QString &run);
    void eventAppended(const QString &run, const undock::JournalEvent &event);
    void progress(const QString &run, const QString &job, qint64 done, qint64 total, const QString &unit);
    void taskStarted(const QString &run, const undock::Task &task);
    void taskPutOff(const QString &run, const undock::Task &task, const undock::TaskOutcome &outcome);
    void taskFinished(const QString &run, const undock::Task &task, const undock::TaskOutcome &outcome);
    void waitingChanged(const QString &run);
    void holdsChanged();
    void idle();

protected:
    /// Who answers the questions of whatever works in the background; nullptr: nobody.
    virtual Prompter *prompter() { return nullptr; }

private:
    std::unique_ptr<BundleWork> m_bundles;
};

} // namespace undock::gui
