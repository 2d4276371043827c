#include "gui/queue/node_contacts.h"

#include "engine/run/worker.h"

#include <algorithm>

namespace undock::gui {

NodeContacts::NodeContacts(Queue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    connect(&queue, &Queue::taskStarted, this, [this](const QString &run) { set(run, Contact::Connecting); });
    connect(&queue, &Queue::eventAppended, this, [this](const QString &run, const JournalEvent &event) {
        if (event.is(event::lease) || event.is(event::begin) || event.is(event::end))
            set(run, m_queue.working(run) ? Contact::Connected : Contact::None);
        else if (event.is(event::unknown))
            set(run, Contact::AnswerLost);
    });
    const auto ended = [this](const QString &run, const Task &, const TaskOutcome &outcome) {
        set(run, nodeWasNotReached(outcome) ? Contact::NoAnswer : Contact::None);
    };
    connect(&queue, &Queue::taskFinished, this, ended);
    connect(&queue, &Queue::taskPutOff, this, ended);
    connect(&queue, &Queue::runRemoved, this, [this](const QString &run) { m_runs.remove(run); });
}

std::vector<std::pair<QString, Contact>> NodeContacts::nodes(const std::vector<RunRow> &rows) const
{
    std::vector<std::pair<QString, Contact>> nodes;
    for (const RunRow &row : rows) {
        // A run that was at work before this window looked has its session too.
        const Contact seen = m_runs.value(row.run, row.working ? Contact::Connected : Contact::None);
        const Contact contact = row.answerLost ? Contact::AnswerLost : seen;
        const auto known
            = std::find_if(nodes.begin(), nodes.end(), [&row](const auto &node) { return node.first == row.node; });
        if (known == nodes.end())
            nodes.emplace_back(row.node, contact);
        else
            known->second = std::max(known->second, contact);
    }
    return nodes;
}

void NodeContacts::set(const QString &run, Contact contact)
{
    const auto known = m_runs.constFind(run);
    if (known != m_runs.constEnd() && *known == contact)
        return;
    m_runs.insert(run, contact);
    Q_EMIT changed();
}

} // namespace undock::gui
