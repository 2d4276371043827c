#include "core/base/hash.h"
#include "core/record/evidence.h"
#include "core/text/phrase.h"
#include "core/text/redact.h"
#include "engine/run/tasks.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace undock {

namespace {

constexpr qint64 mostFetched = 64 * 1024 * 1024; ///< a chunk of 192 KiB is a call on the node of a second

Done keep(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(bytes) != bytes.size()
        || !file.commit()) {
        return fail(Error::Kind::Failed, QStringLiteral("file-not-written"), file.errorString(), path,
            phrase("cure-room-or-data-folder"));
    }
    return {};
}

Done fetchOne(RunSession &session, const OutputElsewhere &one)
{
    const auto bytes = session.wholeOutput(one.job, mostFetched);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    if (sha256Hex(*bytes) != one.sha256) {
        return fail(Error::Kind::Failed, QStringLiteral("evidence-differs"), phrase("output-not-the-steps"), one.job,
            phrase("cure-journal-is-evidence"));
    }
    // The journal's own part went the same way.
    const QByteArray stored = Redactor().redact(*bytes);
    const QDir folder = QFileInfo(session.journalPath()).dir();
    if (Done kept = keep(folder.filePath(fetchedOutputPath(one.job)), stored); !kept)
        return kept;
    return session.note(event::fetched,
        { { "job", toStd(one.job) }, { "bytes", bytes->size() }, { "sha256", toStd(one.sha256) },
            { "stored_sha256", toStd(sha256Hex(stored)) } });
}

} // namespace

TaskOutcome fetchEvidence(TaskContext &context)
{
    RunSession &session = context.session;
    if (const ChainEnd settled = session.settle(); settled.kind == ChainEnd::Kind::Unknown)
        return outcomeOf(settled);
    TaskOutcome outcome;
    for (const OutputElsewhere &one : outputsElsewhere(session.events(), session.catalog())) {
        if (one.bytes > mostFetched)
            continue; // it stays where it is; the evidence says so, with its sum
        if (const Done fetched = fetchOne(session, one); !fetched) {
            outcome = TaskOutcome::of(fetched.error());
            if (fetched.error().isOpen())
                break;
        }
    }
    return outcome;
}

} // namespace undock
