#pragma once

#include "core/base/result.h"
#include "remote/guest/guest_answer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace undock::remote {

enum class JobState {
    Claimed, ///< its folder is there, nobody runs it: start the same pack again
    Running,
    Passed,
    Failed,
    Interrupted, ///< the guest restarted meanwhile
    TimedOut,
    Died, ///< its supervisor is gone without a result
    Skipped, ///< a step before it in the chain did not pass
    Cancelled,
};
/// Whether the state can still change.
bool isFinal(JobState state);
QString nameOf(JobState state);
std::optional<JobState> parseJobState(QByteArrayView text);

struct JobProgress {
    qint64 done = 0;
    qint64 total = 0;
    QString unit; ///< bytes, files, seconds
};

/// What the guest says of one job, from an offset of its output on.
struct JobNews {
    QString job;
    JobState state = JobState::Claimed;
    qint64 offset = 0; ///< of the first byte of `out`
    qint64 total = 0; ///< size of the output so far
    QByteArray out; ///< raw, hostile; empty for a step with secret output
    QByteArray secret; ///< the whole of a small secret output, once final: for memory only
    QByteArray tail; ///< the last 16 KiB of an output beyond 4 MiB, once final
    std::optional<JobProgress> progress;
    QByteArray facts; ///< the facts file, raw; once final
    std::optional<int> exit;
    std::optional<int> signal;
    QByteArray outSha256; ///< hex; once final
    QString boot; ///< boot id of the guest
    qint64 beganMs = 0;
    qint64 endedMs = 0;
    QString reason;
    /// Steps after it in the chain that ended already, in order; each final and whole. Empty for
    /// those in this list.
    QList<JobNews> also;

    qint64 next() const { return offset + out.size(); }
    /// All output that follow() gives has been taken (offset reached the end, or 4 MiB).
    bool drained() const;
};

/// Errors: Unknown `guest-answer-broken`.
Result<JobNews> parseJobNews(const GuestAnswer &answer);

/// A run as the guest knows it.
struct RunReport {
    QString boot;
    qint64 generation = 0;
    QString cutover; ///< text of the marker; empty: no direct gateway was ever started
    QString unfinished; ///< `run/job` that is at work now, of whatever run
    struct Job {
        QString name;
        JobState state;
    };
    QList<Job> jobs;
};
Result<RunReport> parseRunReport(const GuestAnswer &answer);

struct RunFolder {
    QString run;
    qint64 bytes = 0;
    qint64 newestEpoch = 0; ///< seconds
};
Result<QList<RunFolder>> parseRuns(const GuestAnswer &answer);

} // namespace undock::remote
