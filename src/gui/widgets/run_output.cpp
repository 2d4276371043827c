#include "gui/widgets/run_output.h"

#include "gui/text/code_texts.h"
#include "gui/text/words.h"

namespace undock::gui {

namespace {

constexpr int keptRuns = 6;

} // namespace

RunOutput::RunOutput(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::eventAppended, this, [this](const QString &run, const JournalEvent &event) {
        if (const auto known = m_buffers.value(run))
            feed(*known, m_chains[run], event);
    });
}

OutputBuffer *RunOutput::of(const QString &run)
{
    if (run.isEmpty())
        return nullptr;
    m_recent.removeAll(run);
    m_recent.prepend(run);
    auto &buffer = m_buffers[run];
    if (!buffer) {
        buffer = std::make_shared<OutputBuffer>();
        m_chains.remove(run);
        for (const JournalEvent &event : m_desk.events(run))
            feed(*buffer, m_chains[run], event);
    }
    OutputBuffer *wanted = buffer.get();
    while (m_recent.size() > keptRuns)
        forget(m_recent.takeLast());
    return wanted;
}

void RunOutput::forget(const QString &run)
{
    m_buffers.remove(run);
    m_chains.remove(run);
}

void RunOutput::head(OutputBuffer &buffer, Chain &chain, const QString &job, const QDateTime &at)
{
    const QString title = chain.waiting.take(job);
    if (title.isEmpty())
        return;
    // A copy: the caller's may be the entry of the list that goes now.
    chain.running = job;
    chain.order.removeAll(chain.running);
    buffer.appendLine(QStringLiteral("── %1  %2").arg(at.toLocalTime().toString(QStringLiteral("HH:mm:ss")), title),
        OutputBuffer::Kind::Heading);
}

void RunOutput::feed(OutputBuffer &buffer, Chain &chain, const JournalEvent &event)
{
    using Kind = OutputBuffer::Kind;
    const QString job = stringAt(event.data, "job");
    if (event.is(event::begin)) {
        // A chain's begins all come at once; its headings come as its jobs do.
        chain.waiting.insert(
            job, stringAt(event.data, "stage") + QStringLiteral("  ") + CodeTexts::step(stringAt(event.data, "step")));
        chain.order << job;
        if (chain.running.isEmpty())
            head(buffer, chain, job, event.at);
        return;
    }
    const bool left = event.is(event::end) && stringAt(event.data, "state") == QLatin1String("skipped");
    if (left) {
        chain.waiting.remove(job);
        chain.order.removeAll(job);
    } else if (event.is(event::output) || event.is(event::end)) {
        head(buffer, chain, job, event.at);
    }
    if (event.is(event::output)) {
        const QString text = stringAt(event.data, "text");
        buffer.append(text.isEmpty()
                ? QString::fromUtf8(QByteArray::fromBase64(stringAt(event.data, "base64").toLatin1()))
                : text);
    } else if (event.is(event::end) && event.data.contains("failure")) {
        const Json &failure = event.data["failure"];
        buffer.appendLine(
            QStringLiteral("✕ %1").arg(CodeTexts::text(stringAt(failure, "code"), stringAt(failure, "text"))),
            Kind::Trouble);
        chain.running.clear();
    } else if (event.is(event::end)) {
        chain.running.clear();
        if (!left && !chain.order.isEmpty())
            head(buffer, chain, chain.order.first(), event.at);
    } else if (event.is(event::unknown) || event.is(event::trouble)) {
        const QString why = stringAt(event.data, event.is(event::unknown) ? "why" : "what");
        buffer.appendLine(
            QStringLiteral("! %1").arg(CodeTexts::text(stringAt(event.data, "code"), why)), Kind::Trouble);
    }
}

} // namespace undock::gui
