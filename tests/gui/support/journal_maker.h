#pragma once

#include "core/journal/event.h"

#include <vector>

namespace undock::gui::test {

/// Writes journals that nobody ran, as the engine would have written them.
class JournalMaker {
public:
    JournalMaker(const QString &vmid, const QString &name, const QDateTime &start, int block = 10100);

    /// Another node's VM.
    JournalMaker &on(const char *node);
    JournalMaker &wait(int seconds);
    /// A step that passed, with its usual facts and some output.
    JournalMaker &pass(const QString &step, int seconds = 2, Json facts = Json::array(), const QString &output = {});
    JournalMaker &warn(const QString &step, const QString &code, const QString &text, int seconds = 2);
    JournalMaker &failStep(const QString &step, const QString &code, const QString &text, int seconds = 2);
    JournalMaker &begin(const QString &step, const QString &output = {});
    JournalMaker &event(const char *type, Json data);
    JournalMaker &acknowledge(const QString &code);

    JournalMaker &scan(bool attention = false, bool blocks = false);
    JournalMaker &upTo(char stage); ///< everything through this stage, green
    JournalMaker &acceptance(bool green);
    JournalMaker &accepted();

    QString run() const { return m_run; }
    std::vector<JournalEvent> events() const { return m_events; }
    QString lastJob() const { return m_lastJob; }

private:
    QString job(const QString &step);
    QString m_run, m_vmid, m_name, m_lastJob;
    QDateTime m_now;
    int m_block;
    int m_number = 1;
    qint64 m_stopped = 0;
    std::vector<JournalEvent> m_events;
};

} // namespace undock::gui::test
