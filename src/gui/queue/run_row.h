#pragma once

#include "engine/queue/queue.h"

#include <QCoreApplication>

#include <array>

namespace undock::gui {

/// What the filter counts, by what the operator has to do about it.
enum class RowGroup { Working, WantsPerson, Failed, Waiting, Done };

/// One VM's row, computed from its journal.
struct RunRow {
    Q_DECLARE_TR_FUNCTIONS(undock::gui::RunRow)
public:
    QString run;
    QString vmid;
    QString name;
    QString node;
    QString ports;
    std::array<StageState::Mark, migrationStages> marks{};
    int percent = 0; ///< 0 … 100, weighted by how long stages usually take
    std::optional<qint64> elapsedMs;
    std::optional<qint64> remainingMs; ///< only where the running step knows it
    std::optional<qint64> outageMs;
    bool outageRunning = false;
    bool working = false;
    bool answerLost = false; ///< nobody knows yet what became of one of its jobs
    bool ledgerChanged = false; ///< an update of the ledger stands that can be undone
    QString state; ///< in words
    QString reason; ///< why it waits; empty when it does not
    RowGroup group = RowGroup::Waiting;
    RunState::Phase phase = RunState::Phase::Created;

    static RunRow of(const Queue &queue, const QString &run, const QDateTime &now);
    /// The pure part of it.
    static RunRow of(const RunState &state, bool working, const QString &waitingFor, const QDateTime &now);
    static QString groupName(RowGroup group);
};

/// How far a running job is, as it last said.
struct JobProgress {
    QString job;
    qint64 done = 0;
    qint64 total = 0;
    QString unit;
    QDateTime began; ///< first report of this job
    qint64 first = 0;

    double fraction() const { return total > 0 ? std::min(1.0, double(done) / double(total)) : 0.0; }
    /// Units a second since the first report; 0 when too little is known.
    double speed(const QDateTime &now) const;
    std::optional<qint64> remainingMs(const QDateTime &now) const;
};

} // namespace undock::gui
