#pragma once

#include "core/run/run_state.h"
#include "core/steps/step.h"
#include "journals/usual_steps.h"

#include <QAnyStringView>
#include <QHash>

/// Tells the story of a run as its journal would, without a disk.
///
/// A step's stage, effect, way back and script, and which facts it reports when it passes, come from the headers of the
/// shipped steps. What no script sends (a finding, warning, failure, check or fact) is refused: it throws UnsentCode,
/// so that no test and no picture shows what the program cannot show.
class JournalBuilder {
public:
    using Json = undock::Json;

    /// Nothing is told yet. Every event takes a second.
    explicit JournalBuilder(const char *start = "2026-02-20T01:30:00.000Z");
    static JournalBuilder created(
        const char *vmid = "102", const char *start = "2026-02-20T01:30:00.000Z", Json more = {});
    /// A run as the windows show it: of a VM with its name and first public port. Time passes as steps take it.
    JournalBuilder(const QString &vmid, const QString &name, const QDateTime &start, int block = 10100);

    /// Another node's VM.
    JournalBuilder &on(const char *node);
    /// From here on nothing is refused: lines of another release, or of a guest that lies.
    JournalBuilder &foreign();

    JournalBuilder &event(const char *type, Json data);
    JournalBuilder &wait(int seconds);

    /// Begins a step; the job's name.
    QString begin(QAnyStringView step, Json values = Json::object());
    /// What the newest job says.
    JournalBuilder &say(const QString &output);
    /// Begins a step that is still at work.
    JournalBuilder &atWork(QAnyStringView step, const QString &output = {});
    /// Ends a job with these facts and no others.
    JournalBuilder &end(
        const QString &job, const char *verdict, const char *state, Json facts = Json::array(), Json more = {});

    /// A step that passed, with the facts that its header names; those given take the place of the usual ones.
    JournalBuilder &pass(QAnyStringView step, Json facts = Json::array());
    JournalBuilder &pass(QAnyStringView step, int seconds, Json facts = Json::array(), const QString &output = {});
    JournalBuilder &failStep(QAnyStringView step, QAnyStringView code, Json facts = Json::array());
    JournalBuilder &failStep(QAnyStringView step, QAnyStringView code, const QString &text, int seconds = 2);
    JournalBuilder &warn(QAnyStringView step, QAnyStringView code, Json facts = Json::array());
    JournalBuilder &acknowledge(QAnyStringView code); ///< of the newest warning

    /// Every step of these stages that the guest carries out, as the plan has them.
    JournalBuilder &stages(const char *letters);
    /// The scan on the node and in the VM, with findings that ask for attention or block.
    JournalBuilder &scan(bool attention = false, bool blocks = false);
    /// Everything after the scan through this stage, with its outage.
    JournalBuilder &upTo(char stage);

    JournalBuilder &acceptance(bool green, Json rows = Json::array());
    /// The checks of stage H and the acceptance with all their rows.
    JournalBuilder &checked(bool green);
    JournalBuilder &userAccepts();
    JournalBuilder &finished(const char *outcome);

    static Json versions() { return usual::versions(); }
    static Json row(const char *id, bool critical, const char *verdict)
    {
        return { { "id", id }, { "critical", critical }, { "verdict", verdict }, { "expected", "e" },
            { "found", "f" } };
    }
    static QStringList stepsOf(char stage);

    const std::vector<undock::JournalEvent> &events() const { return m_events; }
    undock::RunState state() const { return undock::RunState::of(m_events); }
    QDateTime now() const { return m_setting.now; }
    QString run() const { return m_run; }
    QString lastJob() const { return m_lastJob; }

private:
    /// The usual facts that the header names and `facts` does not, then those.
    Json completed(const QString &step, const Json &facts) const;

    usual::Setting m_setting;
    QString m_run, m_operator, m_lastJob, m_lastWarned;
    int m_paceMs = 1000; ///< of one event
    int m_jobs = 0;
    bool m_foreign = false;
    std::vector<undock::JournalEvent> m_events;
    QHash<QString, QDateTime> m_begun; ///< by job
    QHash<QString, QByteArray> m_said;
};
