#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace undock::remote {

/// Files on their way into a guest: a tar.gz made in memory, the same bytes for the same
/// files, because its sha256 is its name.
class Pack {
public:
    void add(const QString &path, const QByteArray &content, bool executable = false);
    bool isEmpty() const { return m_files.isEmpty(); }

    /// Errors: Failed `pack-failed`.
    Result<QByteArray> bytes() const;

    struct File {
        QByteArray content;
        bool executable = false;
    };
    const QMap<QString, File> &files() const { return m_files; }

private:
    QMap<QString, File> m_files; ///< sorted: the order is part of the bytes
};

/// One step on its way to becoming a job.
struct JobSpec {
    int number = 0; ///< 1 … 999, its place in the run
    QString step; ///< `b-archive`
    QByteArray script;
    QMap<QString, QByteArray> params;
    int timeLimitSeconds = 600;
    QByteArray effect; ///< reads, adds, switches, deletes
    bool secretOutput = false;
    QStringList secretParams;
    QStringList needsFacts;
    QStringList acceptedWarnings; ///< codes acknowledged by name; any other warning ends the chain

    QString name() const; ///< `07-b-archive`: the job's id in the guest
};

/// Jobs that the guest carries out in order, without the desk, until one does not pass.
struct Chain {
    QString run;
    QList<JobSpec> jobs;
};

/// The chain as a pack. Errors: BadInput `bad-job`, `too-large`.
Result<Pack> packOf(const Chain &chain);

} // namespace undock::remote
