#pragma once

#include "gui/desk/desk.h"
#include "journals/journal_builder.h"
#include "journals/recorded_run.h"

#include <QMap>

namespace undock::gui::test {

/// A desk whose runs were recorded in the lab or are told by a test. Notes what is asked of it.
class SampleDesk : public Desk {
    Q_OBJECT
public:
    using Desk::Desk;

    /// Nine VMs of recorded runs, each at another point.
    void fill();
    void put(const QString &run, const std::vector<JournalEvent> &events, bool working, const QString &waiting);
    template <class Told> void put(const Told &told, bool working = false, const QString &waiting = {})
    {
        put(told.run(), told.events(), working, waiting);
    }
    /// Goes on in a run as a worker would.
    void append(const QString &run, const char *type, Json data);
    void setWorking(const QString &run, bool working);
    void setHolds(std::vector<Json> holds);

    struct Requested {
        QString run;
        Task task;
    };
    QList<Requested> requested;
    QStringList pausedRuns, left;
    std::optional<Error> refuseNext;
    QStringList order;

    DeskSettings settings() const override { return m_settings; }
    void setSettings(const DeskSettings &settings) override { m_settings = settings; }
    Result<QString> add(const RunParameters &parameters) override;
    void load() override { }
    std::vector<Queue::SetAside> aside;
    std::vector<Queue::SetAside> setAside() const override { return aside; }
    Done leaveOut(const QString &run) override;
    QStringList leftOut() const override { return left; }
    Done takeBack(const QString &run) override;
    QStringList runs() const override { return order; }
    void move(const QString &run, int position) override;
    RunState state(const QString &run) const override;
    std::vector<JournalEvent> events(const QString &run) const override;
    std::function<std::vector<JournalEvent>()> reader(const QString &run) const override
    {
        return [known = events(run)] { return known; };
    }
    QString waitingFor(const QString &run) const override { return m_runs.value(run).waiting; }
    std::optional<Error> waitingError(const QString &) const override { return {}; }
    bool working(const QString &run) const override { return m_runs.value(run).working; }
    int busyWorkers() const override;
    Done request(const QString &run, const Task &task, const QDateTime &notBefore) override;
    void pause(const QString &run) override { pausedRuns << run; }
    void pauseAll() override { m_pausedAll = true; }
    bool pausedAll() const override { return m_pausedAll; }
    void resumeAll() override { m_pausedAll = false; }
    Done addNote(const QString &run, const QString &section, const QString &text) override;
    Done acknowledge(const QString &run, const QString &job, const QString &code) override;
    Done confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files) override;
    Result<QString> writeRecord(const QString &run) override;
    std::vector<Json> holds() const override { return m_holds; }
    void noteHolds(const QString &, const std::vector<Json> &holds) override { setHolds(holds); }

private:
    struct Run {
        std::vector<JournalEvent> events;
        RunState state;
        bool working = false;
        QString waiting;
    };
    Done answer();
    QMap<QString, Run> m_runs;
    DeskSettings m_settings;
    std::vector<Json> m_holds;
    bool m_pausedAll = false;
};

/// A listing of what migrations left behind, as the run's VM would have told it: two may go, three stay.
void sampleLeftovers(SampleDesk &desk, const QString &run);

} // namespace undock::gui::test
