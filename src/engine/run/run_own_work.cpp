// What the desk does itself in a run: work on the node or at the desk, and copies of the journal for the guest.

#include "core/text/phrase.h"
#include "engine/run/run_session.h"

#include "core/base/hash.h"
#include "engine/run/output_data.h"

#include <QFile>
#include <QFileInfo>

namespace undock {

Result<QString> RunSession::beginLocal(const char *step, Stage stage, const char *where)
{
    const QString job
        = QStringLiteral("%1-%2").arg(m_state.nextJobNumber(), 2, 10, QLatin1Char('0')).arg(QLatin1String(step));
    const Done written = note(event::begin,
        { { "job", toStd(job) }, { "step", step }, { "stage", toStd(stageName(stage)) }, { "where", where },
            { "effect", "reads" }, { "way_back", "" }, { "values", Json::object() }, { "chain", toStd(job) } });
    if (!written)
        return tl::make_unexpected(written.error());
    return job;
}

Done RunSession::endLocal(const QString &job, const Facts &facts, const QString &output)
{
    const QByteArray bytes = output.toUtf8();
    if (!bytes.isEmpty()) {
        if (Done written = note(event::output, outputData(job, 0, bytes, m_redactor)); !written)
            return written;
    }
    Json data = { { "job", toStd(job) }, { "state", "passed" }, { "facts", facts.toJson() },
        { "out_bytes", bytes.size() }, { "out_sha256", toStd(sha256Hex(bytes)) } };
    const CodedText failure = parseCodedText(facts.value(u"failure"));
    data["verdict"] = toStd(verdictName(failure.code.isEmpty() ? Verdict::Passed : Verdict::Failed));
    if (!failure.code.isEmpty()) {
        data["state"] = "failed";
        data["failure"] = { { "code", toStd(failure.code) }, { "text", toStd(failure.text) } };
    }
    return note(event::end, data);
}

ChainEnd RunSession::pauseLocal(const QString &job)
{
    const Error why{ Error::Kind::Failed, QStringLiteral("interrupted"), phrase("stop-was-asked"), job, {} };
    Done noted = endUnsent(job, QStringLiteral("interrupted"), why);
    if (noted)
        noted = notePaused("asked to stop inside a chain");
    if (!noted)
        return { ChainEnd::Kind::Unknown, noted.error(), job };
    return { ChainEnd::Kind::Paused, {}, job };
}

void RunSession::copyJournalIfDue()
{
    if (m_journalCopyDue)
        copyJournalToGuest();
}

std::optional<QByteArray> RunSession::journalForGuest()
{
    m_journalCopyDue = false;
    QFile file(m_journal.path());
    if (!mayGoOn() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

Done RunSession::announceCopy(const QByteArray &copy, remote::CopyIs state)
{
    return m_node.keepJournalSum(m_state.run(), m_generation, sha256Hex(copy).toLatin1(), state, m_control.stop);
}

Done RunSession::giveCopy(const QByteArray &copy)
{
    if (const Done announced = announceCopy(copy, remote::CopyIs::Sent); !announced)
        return announced;
    if (const Done given = m_node.guest().note(m_state.run(), QLatin1String(journalNote), copy, m_control.stop); !given)
        return given;
    // Where the node does not hear of it, it goes on to accept the copy before this one too.
    (void)announceCopy(copy, remote::CopyIs::Arrived);
    return {};
}

void RunSession::copyJournalToGuest()
{
    if (const auto copy = journalForGuest())
        noteCopied(giveCopy(*copy));
}

void RunSession::leaveJournalInGuest()
{
    const auto copy = journalForGuest();
    if (!copy)
        return;
    const Done announced = announceCopy(*copy, remote::CopyIs::Sent);
    noteCopied(announced ? m_node.guest().leaveNote(m_state.run(), QLatin1String(journalNote), *copy, m_control.stop)
                         : announced);
}

void RunSession::noteCopied(const Done &copied)
{
    if (copied)
        return;
    // The bare error reads as if the migration had failed; what is safe has to be said with it.
    trouble({ copied.error().kind, QStringLiteral("journal-copy-stale"),
        phrase("journal-copy-stale", { { "why", copied.error().what, PhraseValue::Kind::Said } }), copied.error().where,
        phrase("cure-journal-copy") });
}

} // namespace undock
