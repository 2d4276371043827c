#pragma once

#include "core/journal/writer.h"
#include "core/params/run_parameters.h"
#include "core/run/run_state.h"
#include "core/steps/step.h"
#include "core/text/redact.h"
#include "engine/port/node_port.h"

#include <QByteArrayList>

#include <atomic>
#include <functional>
#include <map>

namespace undock {

/// Values by parameter name, for one step. A name that is absent is not sent.
using StepValues = QMap<QString, QByteArray>;
using ValuesFor = std::function<StepValues(const Step &)>;

/// What a person may ask of a run while it works. Set from any thread.
struct RunControl {
    std::atomic<bool> pause = false; ///< stop between two steps
    std::atomic<bool> cancel = false; ///< end the running step too, where it does not delete
    std::stop_token stop; ///< the program is closing: leave at once, the guest goes on by itself
};

/// Called from the worker's thread.
struct RunObserver {
    std::function<void(const QString &job, qint64 done, qint64 total, const QString &unit)> progress;
    /// The holds of the run's node, as seen at the end of a task; toJson(Hold) each.
    std::function<void(const Json &holds)> holds;
};

/// What the copy of the run's journal in its guest is called.
inline constexpr char journalNote[] = "journal.jsonl";

/// How a chain ended.
struct ChainEnd {
    enum class Kind {
        Passed, ///< every step is green
        Failed, ///< a step failed; the rest was skipped
        Warned, ///< a warning wants to be accepted by name; the rest was skipped
        Paused, ///< stopped on request between two steps
        Unknown, ///< the guest could not be asked to the end
        Refused, ///< the guest or node did not let it begin; nothing ran
    };
    Kind kind = Kind::Passed;
    Error error; ///< for all but Passed and Paused
    QString job; ///< the job it ended at
};

/// One run at work: its journal, what the journal says, and the way to its guest.
///
/// The rule of this class: what is going to happen is on disk before it is sent,
/// and what happened is learned from the guest, never assumed.
class RunSession {
public:
    RunSession(JournalWriter &journal, const StepCatalog &catalog, RunParameters parameters, NodePort &node,
        RunControl &control, RunObserver observer);

    const RunState &state() const { return m_state; }
    std::vector<JournalEvent> events() const { return m_journal.events(); }
    /// Secrets of this VM: from now on no line of the journal holds them, in whatever form they are written.
    void know(const QByteArrayList &secrets);
    /// Asked before outputs of this VM are taken, as long as know() was not called: a program that was just started
    /// has forgotten what an earlier one read. It calls know() when it can tell the secrets.
    std::function<void()> recallSecrets;
    QString journalPath() const { return m_journal.path(); }
    const RunParameters &parameters() const { return m_parameters; }
    const StepCatalog &catalog() const { return m_catalog; }
    NodePort &node() { return m_node; }
    RunControl &control() { return m_control; }

    /// Journal and state together; Failed means: do not act.
    Done note(const char *type, Json data);
    Done trouble(const Error &error);
    /// The same for what a waiting queue meets again and again: once, until something else is journaled.
    Done troubleOnce(const Error &error);
    /// The run stops because somebody asked for it.
    Done notePaused(const char *why);

    void setGeneration(qint64 generation) { m_generation = generation; }
    qint64 generation() const { return m_generation; }
    /// Warning codes accepted beforehand, by the operator's settings; each is journaled by name all the same, as are
    /// those that a step's header says need nobody.
    void setAcknowledged(QStringList codes) { m_acknowledged = std::move(codes); }
    /// Called with each step as it becomes the current one ("" between chains), for the card on the node.
    /// An error before a chain is sent keeps it from being sent.
    /// `mayTake`: for how long the guest may be at work from now on without being asked; nothing between chains.
    std::function<Done(const QString &step, const QString &job, std::optional<std::chrono::seconds> mayTake)> onStep;
    /// Asked before anything is sent to the guest: an error says that the VM is not ours any more.
    std::function<Done()> stillOurs;

    /// Sends the steps as one chain and follows it to its end. Of what `values` gives for
    /// a step, only what it declares travels.
    ChainEnd runChain(
        const QStringList &steps, const ValuesFor &valuesFor, const std::optional<remote::DeletionGuard> &guard = {});
    /// Settles every job that was begun and never ended, by asking the guest; also
    /// fences off whatever an earlier generation may still have under way.
    ChainEnd settle();
    /// For how long the guest may still be at work at what was begun and never ended.
    std::chrono::seconds mayTake() const;
    /// The whole output of a job, into memory: what is secret, and what is too large for the journal.
    Result<QByteArray> wholeOutput(const QString &job, qint64 most);

    /// Journals a piece of work done on the node or at the desk as a job of its own.
    Result<QString> beginLocal(const char *step, Stage stage, const char *where);
    Done endLocal(const QString &job, const Facts &facts, const QString &output);
    /// Somebody asked to stop meanwhile: Paused, and whoever goes on does it anew.
    ChainEnd pauseLocal(const QString &job);

    /// Copies the journal into the guest, so that another desk can take the run over.
    /// Trouble is noted, not fatal: the desk's own journal is the source of truth.
    void copyJournalToGuest();
    /// The same, but while the guest works at the next chain, so that nobody waits for it. Whoever
    /// asks for it calls copyJournalIfDue() before the task ends.
    void copyJournalSoon() { m_journalCopyDue = true; }
    void copyJournalIfDue();
    /// The same at the end of a task, and nobody waits whether it arrived: the next task copies it again.
    void leaveJournalInGuest();

private:
    std::optional<QByteArray> journalForGuest();
    /// The node is told of a copy first: one that it knows nothing of is one that nobody may act on.
    Done announceCopy(const QByteArray &copy, remote::CopyIs state);
    Done giveCopy(const QByteArray &copy);
    void noteCopied(const Done &copied);
    ChainEnd follow(const std::vector<QString> &jobs);
    /// False when the link was lost: the caller asks again.
    Done followOne(const QString &job);
    Done takeNews(const remote::JobNews &news);
    Done endJob(const remote::JobNews &news);
    /// A job that certainly never ran.
    Done endUnsent(const QString &job, const QString &state, const Error &why);
    ChainEnd chainEnd(const std::vector<QString> &jobs);
    /// After a job that ended the chain early: what was skipped, in one question instead of many.
    void settleSkipped(const std::vector<QString> &jobs);
    ChainEnd lost(const Error &error, const QString &job);
    /// Warnings of the step that no person is asked about.
    QStringList acceptedOf(const Step *step) const;
    Done mayGoOn() const { return stillOurs ? stillOurs() : Done(); }
    /// Nothing: ask again. An error: there was no answer for longer than `longest`, or no session can be had.
    std::optional<Error> afterLoss(const Error &error, const QString &job, std::chrono::seconds longest);
    void recallOnce();
    /// The guest can be asked, or is about to be asked for the first time.
    void answered();
    void obeyControl();
    /// Whether the guest calls the job running for longer than it can be.
    std::optional<Error> tooLong(const JobState &job) const;

    JournalWriter &m_journal;
    const StepCatalog &m_catalog;
    RunParameters m_parameters;
    NodePort &m_node;
    RunControl &m_control;
    RunObserver m_observer;
    RunState m_state;
    qint64 m_generation = 0;
    QStringList m_acknowledged;
    Redactor m_redactor; ///< the one that the journal's texts go through
    bool m_knowsSecrets = false;
    bool m_pauseSent = false;
    bool m_cancelSent = false;
    bool m_journalCopyDue = false;
    std::map<QString, Clock::Moment> m_runningSince; ///< by job
    std::optional<Clock::Moment> m_cancelAsked;
    Clock::Moment m_lastAnswer;
    std::chrono::milliseconds m_pauseAfterLoss{ 500 };
};
} // namespace undock
