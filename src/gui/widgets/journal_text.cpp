#include "gui/widgets/journal_text.h"

#include "core/ledger/ledger_edit.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"

namespace undock::gui {

void JournalText::head(OutputLines &lines, const QString &job, const QDateTime &at)
{
    const QString title = m_waiting.take(job);
    if (title.isEmpty())
        return;
    // A copy: the caller's may be the entry of the list that goes now.
    m_running = job;
    m_order.removeAll(m_running);
    lines.appendLine(QStringLiteral("── %1  %2").arg(at.toLocalTime().toString(QStringLiteral("HH:mm:ss")), title),
        OutputLines::Kind::Heading);
}

void JournalText::tell(OutputLines &lines, const JournalEvent &event)
{
    if (event.seq <= m_told)
        return;
    m_told = event.seq;
    using Kind = OutputLines::Kind;
    const QString job = stringAt(event.data, "job");
    if (event.is(event::begin)) {
        // A chain's begins all come at once; its headings come as its jobs do.
        m_waiting.insert(
            job, stringAt(event.data, "stage") + QStringLiteral("  ") + CodeTexts::step(stringAt(event.data, "step")));
        m_order << job;
        if (m_running.isEmpty())
            head(lines, job, event.at);
        return;
    }
    const bool left = event.is(event::end) && stringAt(event.data, "state") == QLatin1String("skipped");
    if (left) {
        m_waiting.remove(job);
        m_order.removeAll(job);
    } else if (event.is(event::output) || event.is(event::end)) {
        head(lines, job, event.at);
    }
    if (event.is(event::output)) {
        const QString text = stringAt(event.data, "text");
        lines.append(text.isEmpty()
                ? QString::fromUtf8(QByteArray::fromBase64(stringAt(event.data, "base64").toLatin1()))
                : text);
    } else if (event.is(event::end) && event.data.contains("failure")) {
        const Json &failure = event.data["failure"];
        lines.appendLine(
            QStringLiteral("✕ %1").arg(CodeTexts::text(stringAt(failure, "code"), stringAt(failure, "text"))),
            Kind::Trouble);
        m_running.clear();
    } else if (event.is(event::end)) {
        m_running.clear();
        if (!left && !m_order.isEmpty())
            head(lines, m_order.first(), event.at);
    } else if (event.is(event::ledger)) {
        const auto edit = ledgerEditFromJson(event.data);
        const QString path = stringAt(event.data, "path");
        lines.appendLine(
            QStringLiteral("── %1  %2")
                .arg(event.at.toLocalTime().toString(QStringLiteral("HH:mm:ss")),
                    stringAt(event.data, "kind") == QLatin1String("undone") ? tr("Ledger, taken back: %1").arg(path)
                                                                            : tr("Ledger: %1").arg(path)),
            Kind::Heading);
        if (edit)
            lines.append(ledgerEditText(*edit) + QLatin1Char('\n'));
    } else if (event.is(event::unknown) || event.is(event::trouble)) {
        const QString why = stringAt(event.data, event.is(event::unknown) ? "why" : "what");
        lines.appendLine(QStringLiteral("! %1").arg(CodeTexts::text(stringAt(event.data, "code"), why)), Kind::Trouble);
    }
}

} // namespace undock::gui
