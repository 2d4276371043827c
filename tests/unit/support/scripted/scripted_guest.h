#pragma once

#include "core/steps/facts.h"
#include "core/steps/step.h"
#include "remote/guest/guest_link.h"

#include <deque>
#include <functional>
#include <map>

/// How one step goes in a scripted guest.
struct Play {
    enum class Ends { Well, Failed, Interrupted, TimedOut, Died, Never };
    Ends ends = Ends::Well;
    QString code; ///< of the failure, or of a warning where it ends well
    QList<std::pair<QString, QString>> facts; ///< beside those that its header names; the same key takes their place
    int seconds = 1;
    QByteArray output = "said something\n";
    bool tellsAllFacts = true;
    qsizetype shownFirst
        = -1; ///< of the output, what is there while the step is still at work; −1: nothing is held back

    static Play warns(const char *code) { return { Ends::Well, QLatin1String(code), {}, 1, {}, true, -1 }; }
    static Play fails(const char *code) { return { Ends::Failed, QLatin1String(code), {}, 1, {}, true, -1 }; }
    static Play never() { return { Ends::Never, {}, {}, 1, {}, true, -1 }; }
    static Play ended(Ends how) { return { how, {}, {}, 1, {}, true, -1 }; }
};

/// A VM that plays the steps' parts: what each does to it and tells of it, without a VM. It knows the steps by their
/// headers, keeps jobs as the real one does (claimed once, fenced by generation, one chain at a time), and watches
/// over what must never happen to a VM.
class ScriptedGuest {
public:
    ScriptedGuest(const undock::StepCatalog &catalog, int vmid);

    /// What is true in the VM.
    struct Truth {
        bool daemon = true; ///< Docker's daemon answers
        bool dockerRuns = true;
        bool containers = true;
        bool images = true;
        bool backup = false;
        bool equal = false;
        bool placed = false;
        bool directRuns = false;
        QString cutover; ///< the run that brought the VM to the direct version
        int written = 0; ///< what users wrote in the direct version and nobody saved
        int saved = 0; ///< of that, what a rollback kept
        int carried = 0; ///< and what was carried back into Docker's data
    };
    Truth truth;

    /// The next time that the step runs; more than one stand in line. Throws UnsentCode (tests/journals) where the
    /// play tells what the step's script never sends.
    void next(const char *step, Play play);
    /// Whenever it runs. Throws as next() does.
    void always(const char *step, Play play);
    void forget(const char *step) { m_always.remove(QLatin1String(step)); }
    /// The work of a moment that a test wants to choose: called as each step begins.
    std::function<void(const QString &step)> onStep;

    void reboot();
    /// What of the promises was broken, in words; empty as long as all is well.
    QStringList broken;
    QByteArray token; ///< that openclaw.json holds
    std::optional<QByteArray> configsTold; ///< instead of what the step that reads the configurations writes
    std::function<void(QByteArray &)> onFetch; ///< alters an output as it is fetched
    qsizetype chunk = 192 * 1024; ///< of output in one answer
    QStringList ran; ///< steps that began, in order
    int deletions = 0;
    /// Asked as a deletion begins: what on the node stands against it.
    std::function<QStringList(const QString &run, qint64 generation)> againstDeletion;

    // The job server's part.
    using News = undock::Result<undock::remote::JobNews>;
    News start(const undock::remote::Chain &chain, qint64 generation, int wait);
    News follow(const QString &run, const QString &job, qint64 offset, int wait);
    undock::Result<QByteArray> fetchAll(const QString &run, const QString &job);
    undock::Result<undock::remote::RunReport> report(const QString &run, qint64 generation);
    undock::Result<QList<undock::remote::RunFolder>> runs() const;
    undock::Done pause(const QString &run);
    undock::Done cancel(const QString &run);
    void note(const QString &run, const QByteArray &content) { m_notes[run] = content; }
    QByteArray noteOf(const QString &run) const { return m_notes.value(run); }

private:
    struct Job {
        QString run, name, chain;
        undock::remote::JobSpec spec;
        undock::remote::JobState state = undock::remote::JobState::Claimed;
        Play play;
        qint64 leftMs = 0;
        QByteArray out, facts;
        QString reason;
        qint64 beganMs = 0, endedMs = 0;
        bool accepted = true; ///< whether what follows in the chain may begin
    };
    Job *find(const QString &run, const QString &name);
    Job *unfinished();
    void work(qint64 ms);
    void begin(Job &job);
    void finish(Job &job);
    void end(Job &job, undock::remote::JobState state);
    void skipRest(const Job &job);
    /// What the step does; a failure's code where it can't.
    QString perform(const Job &job);
    void watch(const QString &step);
    undock::Facts factsOf(const Job &job) const;
    undock::remote::JobNews newsOf(const Job &job, qint64 offset) const;
    undock::Done fence(qint64 generation);
    qint64 nowMs() const;

    const undock::StepCatalog &m_catalog;
    int m_vmid;
    std::deque<Job> m_jobs;
    QMap<QString, std::deque<Play>> m_next;
    QMap<QString, Play> m_always;
    QMap<QString, QByteArray> m_notes;
    QStringList m_paused; ///< runs
    qint64 m_generation = 0;
    int m_boot = 1;
};
