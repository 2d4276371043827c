#include "gui/widgets/run_output.h"

namespace undock::gui {

namespace {

constexpr int keptRuns = 6;

} // namespace

RunOutput::RunOutput(Queue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_reading.setMaxThreadCount(1);
    connect(&queue, &Queue::eventAppended, this, [this](const QString &run, const JournalEvent &event) {
        const auto found = m_known.find(run);
        if (found == m_known.end())
            return;
        Known &known = found->second;
        if (known.buffer->isLoading())
            known.meanwhile.push_back(event);
        else
            known.buffer->edit([&](OutputLines &lines) { known.text.tell(lines, event); });
    });
}

RunOutput::~RunOutput()
{
    for (auto &[run, known] : m_known)
        *known.dropped = true;
    m_reading.waitForDone();
}

std::shared_ptr<OutputBuffer> RunOutput::of(const QString &run)
{
    if (run.isEmpty())
        return nullptr;
    m_recent.removeAll(run);
    m_recent.prepend(run);
    const auto [entry, fresh] = m_known.try_emplace(run);
    const auto buffer = entry->second.buffer;
    if (fresh) {
        buffer->setLoading(true);
        read(run, entry->second);
    }
    dropOthers();
    return buffer;
}

void RunOutput::read(const QString &run, const Known &known)
{
    // The newest wish first: whoever goes from VM to VM looks at the last one.
    m_reading.start(
        [this, run, dropped = known.dropped, events = m_queue.reader(run)] {
            if (*dropped)
                return;
            auto filled = std::make_shared<Filled>();
            for (const JournalEvent &event : events()) {
                if (*dropped)
                    return;
                filled->text.tell(filled->lines, event);
            }
            QMetaObject::invokeMethod(
                this, [this, run, dropped, filled] { take(run, dropped, *filled); }, Qt::QueuedConnection);
        },
        ++m_asked);
}

void RunOutput::take(const QString &run, const Dropped &asked, Filled &filled)
{
    const auto found = m_known.find(run);
    // Dropped since; what stands there now, if anything, was asked for anew.
    if (found == m_known.end() || found->second.dropped != asked)
        return;
    Known &known = found->second;
    known.text = std::move(filled.text);
    for (const JournalEvent &event : known.meanwhile)
        known.text.tell(filled.lines, event);
    known.meanwhile = {};
    known.buffer->setLoading(false);
    known.buffer->replace(std::move(filled.lines));
}

void RunOutput::dropOthers()
{
    for (qsizetype i = m_recent.size() - 1; i >= keptRuns; --i) {
        const auto found = m_known.find(m_recent[i]);
        if (found != m_known.end()) {
            if (found->second.buffer.use_count() > 1) // in sight somewhere
                continue;
            *found->second.dropped = true;
            m_known.erase(found);
        }
        m_recent.removeAt(i);
    }
}

} // namespace undock::gui
