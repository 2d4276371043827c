#include "gui/queue/step_tree_model.h"

#include "gui/text/code_texts.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

namespace undock::gui {

std::vector<StepTreeModel::Node> StepTreeModel::nodesOf(const RunState &state)
{
    std::vector<Node> nodes;
    for (int i = 0; i <= migrationStages; ++i) {
        Node node;
        node.stage = static_cast<Stage>(i);
        node.state = state.stage(node.stage);
        for (const JobState &job : state.jobs()) {
            if (job.stage == node.stage && !job.skipped())
                node.jobs.push_back(job);
        }
        // The rollback is shown only when there is one.
        if (node.stage != Stage::Rollback || !node.jobs.empty())
            nodes.push_back(std::move(node));
    }
    return nodes;
}

void StepTreeModel::show(const RunState &state, const JobProgress *progress)
{
    m_progress = progress ? std::optional(*progress) : std::nullopt;
    std::vector<Node> fresh = nodesOf(state);
    if (state.run() != m_run || fresh.size() != m_nodes.size()) {
        beginResetModel();
        m_run = state.run();
        m_nodes = std::move(fresh);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const int before = int(m_nodes[i].jobs.size());
        const int after = int(fresh[i].jobs.size());
        const QModelIndex parent = index(int(i), 0);
        if (after < before) { // a job turned out to be skipped
            beginRemoveRows(parent, after, before - 1);
            m_nodes[i] = std::move(fresh[i]);
            endRemoveRows();
        } else if (after > before) {
            beginInsertRows(parent, before, after - 1);
            m_nodes[i] = std::move(fresh[i]);
            endInsertRows();
        } else {
            m_nodes[i] = std::move(fresh[i]);
        }
        Q_EMIT dataChanged(parent, index(int(i), ColumnCount - 1));
        if (after > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(after - 1, ColumnCount - 1, parent));
    }
}

void StepTreeModel::clear()
{
    beginResetModel();
    m_run.clear();
    m_nodes.clear();
    endResetModel();
}

void StepTreeModel::retranslate()
{
    if (!m_nodes.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_nodes.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QModelIndex StepTreeModel::indexOf(const QString &job) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        for (std::size_t j = 0; j < m_nodes[i].jobs.size(); ++j) {
            const JobState &candidate = m_nodes[i].jobs[j];
            if (job.isEmpty() ? !candidate.settled() : candidate.job == job)
                return index(int(j), 0, index(int(i), 0));
        }
    }
    return {};
}

QModelIndex StepTreeModel::runningStage() const
{
    for (std::size_t i = m_nodes.size(); i-- > 0;) {
        if (!m_nodes[i].jobs.empty())
            return index(int(i), 0);
    }
    return {};
}

QModelIndex StepTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // Internal id: 0 for a stage, stage row + 1 for its jobs.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex StepTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int StepTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_nodes[std::size_t(parent.row())].jobs.size());
}

int StepTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant StepTreeModel::stageText(const Node &node, int column) const
{
    switch (column) {
    case Step:
        return Words::stageLine(node.stage);
    case Time:
        return node.jobs.empty() ? QString() : node.jobs.front().begun.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    case Duration: {
        if (node.jobs.empty())
            return {};
        const QDateTime from = node.jobs.front().begun;
        const QDateTime to = node.jobs.back().ended.value_or(QDateTime::currentDateTimeUtc());
        return Words::clock(from.msecsTo(to));
    }
    default:
        return Words::mark(node.state.mark);
    }
}

QVariant StepTreeModel::jobText(const JobState &job, int column) const
{
    switch (column) {
    case Step:
        return CodeTexts::step(job.step);
    case Time:
        return job.begun.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    case Duration:
        return Words::clock(job.begun.msecsTo(job.ended.value_or(QDateTime::currentDateTimeUtc())));
    default:
        if (m_progress && m_progress->job == job.job && m_progress->total > 0)
            return QStringLiteral("%1 %").arg(int(m_progress->fraction() * 100));
        return Words::mark(Words::markOf(job));
    }
}

QVariant StepTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isStage = index.internalId() == 0;
    const Node &node = m_nodes[isStage ? std::size_t(index.row()) : std::size_t(index.internalId() - 1)];
    const JobState *job = isStage ? nullptr : &node.jobs[std::size_t(index.row())];
    const StageState::Mark mark = isStage ? node.state.mark : Words::markOf(*job);
    switch (role) {
    case Qt::DisplayRole:
        return isStage ? stageText(node, index.column()) : jobText(*job, index.column());
    case Qt::DecorationRole:
        if (index.column() == Step)
            return Icons::get(Words::icon(mark), Words::tone(mark));
        return {};
    case Qt::ToolTipRole:
        if (job && job->failure)
            return CodeTexts::text(job->failure->code, job->failure->text);
        return data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        if (index.column() == Time || index.column() == Duration)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        if (mark == StageState::Mark::Pending || index.column() == Time || index.column() == Duration)
            return Theme::secondaryText();
        if (index.column() == Verdict && mark != StageState::Mark::Passed)
            return Theme::color(Words::tone(mark));
        return {};
    case JobRole:
        return job ? job->job : QString();
    case StageRole:
        return int(node.stage);
    case MarkRole:
        return int(mark);
    default:
        return {};
    }
}

QVariant StepTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Time || section == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Time:
        return tr("Begun");
    case Duration:
        return tr("Took");
    default:
        return tr("Verdict");
    }
}

} // namespace undock::gui
