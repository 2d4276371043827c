#pragma once

#include "engine/queue/queue.h"
#include "gui/queue/run_row.h"

#include <QHash>

#include <utility>
#include <vector>

namespace undock::gui {

/// How a node was last met, what counts more behind what counts less. The queue has a session
/// only while it works: "none" is no trouble.
enum class Contact { None, NoAnswer, Connecting, Connected, AnswerLost };

/// Follows the queue's work, node by node. It asks no node anything itself.
class NodeContacts : public QObject {
    Q_OBJECT
public:
    explicit NodeContacts(Queue &queue, QObject *parent = nullptr);

    /// Each node of the rows, in their order, with what counts most among its runs.
    std::vector<std::pair<QString, Contact>> nodes(const std::vector<RunRow> &rows) const;

Q_SIGNALS:
    void changed();

private:
    void set(const QString &run, Contact contact);

    Queue &m_queue;
    QHash<QString, Contact> m_runs;
};

} // namespace undock::gui
