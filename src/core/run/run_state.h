#pragma once

#include "core/journal/event.h"
#include "core/params/field.h"
#include "core/params/vm_id.h"
#include "core/steps/facts.h"
#include "core/steps/step.h"

#include <QSharedDataPointer>

#include <optional>
#include <vector>

namespace undock {

/// One begun job, as the journal tells it.
struct JobState {
    QString job; ///< "<nn>-<step>", unique in the run
    QString step;
    Stage stage = Stage::A;
    QString where; ///< "guest", "node" or "desk"
    Effect effect = Effect::Reads;
    QString wayBack;
    QString chain; ///< first job of the chain it was sent in
    QString packSha256;
    QString scriptSha256; ///< of the script that was sent; empty where the program did it itself
    Json values = Json::object(); ///< what the script was given, as the journal has it
    qint64 generation = 0;
    QDateTime begun;
    std::optional<QDateTime> ended;
    /// Unknown until an `end` stands in the journal.
    Verdict verdict = Verdict::Unknown;
    QString state; ///< the guest's word: passed, failed, interrupted, timed-out, died, skipped, cancelled;
                   ///< or the desk's: refused
    bool answerLost = false; ///< an `unknown` stands behind `begin` and nothing settled it since
    bool overdue = false; ///< the guest still called it running long after its time limit
    Facts facts;
    std::vector<CodedText> warnings;
    QStringList acknowledged; ///< codes
    std::optional<CodedText> failure;
    qint64 outputBytes = 0; ///< received so far
    QString outputSha256;
    qint64 guestBeganMs = 0; ///< epoch, guest's clock; 0 when not told
    qint64 guestEndedMs = 0;

    /// Whether its step is the one of this program that holds the role.
    bool is(StepRole role) const { return step == stepOf(role); }
    bool settled() const { return ended.has_value(); }
    bool skipped() const { return state == QLatin1String("skipped"); }
    /// The guest said that it did not begin it: as if it had never been asked.
    bool neverRan() const { return skipped() || state == QLatin1String("refused"); }
    /// Passed, or a warning of which each code was acknowledged.
    bool green() const;
};

/// How far a stage is, for the nine marks and the gate.
struct StageState {
    enum class Mark { Pending, Running, Passed, Warning, Failed, Unknown };
    Mark mark = Mark::Pending;
    QStringList reasons; ///< why it is not green, in English codes and step names
};

/// Where a run stands: computed from its journal and nothing else. Implicitly shared: a copy costs a pointer, and stays
/// as it is while the other goes on; what jobs() and its kind refer to lives as long as some copy of that moment.
class RunState {
public:
    enum class Phase {
        Created, ///< nothing sent yet
        Scanned, ///< A is green, nothing changed on the VM
        UnderWay, ///< between B and the end of H
        Failed, ///< a step failed before acceptance; safe: resume or roll back
        AcceptanceFailed,
        AwaitingUser, ///< H green: wants the user's acceptance
        Accepted, ///< may be deleted from Docker
        Deleting,
        Deleted, ///< done
        RollingBack,
        RolledBack,
        RollbackFailed, ///< wants a person at once
    };

    void apply(const JournalEvent &event);
    static RunState of(const std::vector<JournalEvent> &events);

    QString run() const { return d->run; }
    /// Which VM it is of; nullopt where the journal names none that can be.
    const std::optional<VmId> &vm() const { return d->vm; }
    QString vmid() const { return d->vmid; }
    QString node() const { return d->node; }
    const Json &params() const { return d->params; }
    /// What the run was told of a field, as its journal has it; empty where it says nothing (an older program's).
    QString asked(Field field) const;
    QString operatorName() const { return stringAt(d->created, keyOf(Field::Operator)); }
    const Json &created() const { return d->created; }
    QDateTime startedAt() const { return d->startedAt; }
    QDateTime lastEventAt() const { return d->lastEventAt; }

    Phase phase() const;
    StageState stage(Stage stage) const;
    const std::vector<JobState> &jobs() const { return d->jobs; }
    /// The newest job of a step, or nullptr.
    const JobState *latest(QStringView step) const;
    const JobState *latest(StepRole role) const { return latest(stepOf(role)); }
    /// The newest job of a step whose result is green, or nullptr.
    const JobState *latestGreen(QStringView step) const;
    const JobState *latestGreen(StepRole role) const { return latestGreen(stepOf(role)); }
    const JobState *job(QStringView job) const;
    /// Jobs begun and not settled: they have to be asked for before anything new is made.
    std::vector<const JobState *> unsettled() const;
    /// Number for the next job's name.
    int nextJobNumber() const { return d->nextJob; }
    /// Value of a fact from the newest green job that reported it; empty if none did.
    QString fact(QStringView key) const;

    std::vector<CheckRow> acceptanceRows() const { return d->acceptanceRows; }
    bool acceptanceGreen() const { return d->acceptanceGreen; }
    bool acceptanceDone() const { return d->acceptanceDone; }
    /// When the newest acceptance was judged, whether it still counts or not; what it found installed.
    QDateTime acceptanceAt() const { return d->acceptanceAt; }
    const Json &acceptanceVersions() const { return d->acceptanceVersions; }
    const std::optional<Json> &userAcceptance() const { return d->userAcceptance; }
    QDateTime acceptedAt() const { return d->acceptedAt; } ///< of the newest word of a user
    const std::vector<Json> &notes() const { return d->notes; }
    const std::vector<Json> &troubles() const { return d->troubles; }
    const std::vector<Json> &holds() const { return d->holds; }
    const std::vector<Json> &outages() const { return d->outages; }
    const std::vector<Json> &configDiffs() const { return d->configDiffs; }
    const std::vector<Json> &reads() const { return d->reads; }
    const std::vector<Json> &leases() const { return d->leases; }
    const std::optional<Json> &deletionConditions() const { return d->deletionConditions; }
    /// Updates of the operator's ledger, with those that took one back.
    const std::vector<Json> &ledgerChanges() const { return d->ledgerChanges; }
    /// The newest update that still stands; nullopt when there is none.
    std::optional<Json> ledgerToUndo() const;
    /// A change that was about to be made, and of which nothing is known since.
    const std::optional<Json> &ledgerIntended() const { return d->ledgerIntended; }
    bool paused() const { return d->paused; }
    /// An operator took it off the list, and nothing was begun since.
    bool leftOut() const { return d->leftOut; }
    /// Something on the VM was switched or deleted by this run and not brought back: no other run may begin there.
    bool changedVm() const;
    /// Newest finished outcome, or empty.
    QString outcome() const { return d->outcome; }

    /// Downtime in ms of "gateway" or "panel": from the stop to the first good answer
    /// after it (of the direct install, or of Docker's version after a rollback).
    /// Still running: up to `now`. Nothing was stopped: nullopt.
    std::optional<qint64> outageMs(QStringView which, const QDateTime &now) const;
    bool outageRunning() const;

    /// The direct gateway was, or may have been, started and not rolled back since.
    bool cutoverDone() const;
    bool dockerStopped() const;
    /// Containers were removed, and Docker's version was not brought back since.
    bool dockerDeleted() const;
    /// A deletion was sent and may have removed something: not undone by asking.
    bool deletionBegun() const;
    /// A deletion was sent, and no answer has told that it ended.
    bool deletionUnsettled() const;

private:
    void begin(const JournalEvent &event);
    void end(const JournalEvent &event);
    void acceptanceNoLongerCounts();
    bool acceptanceUndecided() const;
    Phase rollbackPhase(const JobState &last) const;
    const JobState *lastThatRan() const;
    std::optional<QDateTime> answersAgainAfter(const JobState &stop) const;
    JobState *find(const QString &job);

    struct Data : QSharedData {
        QString run, vmid, node, outcome;
        std::optional<VmId> vm;
        Json params = Json::object(), created = Json::object();
        QDateTime startedAt, lastEventAt, acceptanceAt, acceptedAt;
        Json acceptanceVersions;
        std::vector<JobState> jobs;
        int nextJob = 1;
        std::vector<CheckRow> acceptanceRows;
        bool acceptanceGreen = false, acceptanceDone = false, paused = false, leftOut = false;
        size_t cutoverTakenBack = 0; ///< jobs before this index were rolled back
        bool outcomeIsNewest = false; ///< nothing with an effect was begun since `outcome`
        std::optional<Json> userAcceptance, deletionConditions;
        std::vector<Json> notes, troubles, holds, configDiffs, reads, leases, outages, ledgerChanges;
        std::optional<Json> ledgerIntended;
    };
    QSharedDataPointer<Data> d{ new Data };
};

QString phaseName(RunState::Phase phase);
/// nullopt for a word that names none.
std::optional<RunState::Phase> phaseFromName(const QString &name);
/// All of them, in the order of the enumeration.
QStringList phaseNames();

} // namespace undock
