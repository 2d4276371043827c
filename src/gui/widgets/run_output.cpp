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
            feed(*known, event);
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
        for (const JournalEvent &event : m_desk.events(run))
            feed(*buffer, event);
    }
    OutputBuffer *wanted = buffer.get();
    while (m_recent.size() > keptRuns)
        m_buffers.remove(m_recent.takeLast());
    return wanted;
}

void RunOutput::feed(OutputBuffer &buffer, const JournalEvent &event)
{
    using Kind = OutputBuffer::Kind;
    const QString clock = event.at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    if (event.is(event::begin)) {
        buffer.appendLine(QStringLiteral("── %1  %2  %3").arg(clock, stringAt(event.data, "stage"),
                              CodeTexts::step(stringAt(event.data, "step"))),
            Kind::Heading);
    } else if (event.is(event::output)) {
        const QString text = stringAt(event.data, "text");
        buffer.append(text.isEmpty()
                ? QString::fromUtf8(QByteArray::fromBase64(stringAt(event.data, "base64").toLatin1()))
                : text);
    } else if (event.is(event::end) && event.data.contains("failure")) {
        const Json &failure = event.data["failure"];
        buffer.appendLine(QStringLiteral("✕ %1").arg(CodeTexts::text(stringAt(failure, "code"), stringAt(failure, "text"))),
            Kind::Trouble);
    } else if (event.is(event::unknown) || event.is(event::trouble)) {
        const QString why = stringAt(event.data, event.is(event::unknown) ? "why" : "what");
        buffer.appendLine(QStringLiteral("! %1").arg(CodeTexts::text(stringAt(event.data, "code"), why)), Kind::Trouble);
    }
}

} // namespace undock::gui
