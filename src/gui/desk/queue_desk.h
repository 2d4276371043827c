#pragma once

#include "gui/desk/desk.h"

namespace undock::gui {

/// The engine's queue behind the windows. Adds nothing of its own.
class QueueDesk : public Desk {
    Q_OBJECT
public:
    explicit QueueDesk(Queue &queue, QObject *parent = nullptr);

    DeskSettings settings() const override { return m_queue.settings(); }
    void setSettings(const DeskSettings &settings) override { m_queue.setSettings(settings); }
    Result<QString> add(const RunParameters &parameters) override { return m_queue.add(parameters); }
    void load() override { m_queue.load(); }
    std::vector<Queue::SetAside> setAside() const override { return m_queue.setAside(); }
    Done leaveOut(const QString &run) override { return m_queue.leaveOut(run); }
    QStringList leftOut() const override { return m_queue.leftOut(); }
    Done takeBack(const QString &run) override { return m_queue.takeBack(run); }
    QStringList runs() const override { return m_queue.runs(); }
    void move(const QString &run, int position) override;
    RunState state(const QString &run) const override { return m_queue.state(run); }
    std::vector<JournalEvent> events(const QString &run) const override { return m_queue.events(run); }
    std::function<std::vector<JournalEvent>()> reader(const QString &run) const override { return m_queue.reader(run); }
    QString waitingFor(const QString &run) const override { return m_queue.waitingFor(run); }
    std::optional<Error> waitingError(const QString &run) const override { return m_queue.waitingError(run); }
    bool working(const QString &run) const override { return m_queue.working(run); }
    int busyWorkers() const override { return m_queue.busyWorkers(); }
    Done request(const QString &run, const Task &task, const QDateTime &notBefore) override
    {
        return m_queue.request(run, task, notBefore);
    }
    void pause(const QString &run) override { m_queue.pause(run); }
    void pauseAll() override { m_queue.pauseAll(); }
    bool pausedAll() const override { return m_queue.pausedAll(); }
    void resumeAll() override { m_queue.resumeAll(); }
    Done addNote(const QString &run, const QString &section, const QString &text) override
    {
        return m_queue.addNote(run, section, text);
    }
    Done acknowledge(const QString &run, const QString &job, const QString &code) override
    {
        return m_queue.acknowledge(run, job, code);
    }
    Done confirmRead(const QString &run, const std::vector<std::pair<QString, QString>> &files) override
    {
        return m_queue.confirmRead(run, files);
    }
    Result<QString> writeRecord(const QString &run) override { return m_queue.writeRecord(run); }
    std::vector<Json> holds() const override { return m_queue.holds(); }
    void noteHolds(const QString &node, const std::vector<Json> &holds) override { m_queue.noteHolds(node, holds); }

protected:
    Prompter *prompter() override { return &m_queue.prompter(); }

private:
    Queue &m_queue;
};

} // namespace undock::gui
