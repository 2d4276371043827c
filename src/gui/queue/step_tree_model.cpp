#include "gui/queue/step_tree_model.h"

#include "gui/queue/job_times.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

namespace undock::gui {

namespace {

QString clockOf(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("HH:mm:ss")) : QString();
}

} // namespace

std::vector<StepTreeModel::Node> StepTreeModel::nodesOf(const RunState &state)
{
    std::vector<Node> nodes;
    const JobTimes times(state);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < allStages; ++i) {
        Node node;
        node.stage = static_cast<Stage>(i);
        node.mark = times.markOf(node.stage);
        for (const JobState &job : state.jobs()) {
            if (job.stage == node.stage && !job.skipped())
                node.jobs.push_back({ job, times.startOf(job), times.durationMs(job, now), times.markOf(job) });
        }
        // Rollback and housekeeping are shown only when there was any.
        if (i < migrationStages || !node.jobs.empty())
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
            const JobState &candidate = m_nodes[i].jobs[j].state;
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

int StepTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant StepTreeModel::stageText(const Node &node, int column) const
{
    switch (column) {
    case Step:
        return Words::stageLine(node.stage);
    case Time:
        return node.jobs.empty() ? QString() : clockOf(node.jobs.front().start);
    case Duration: {
        qint64 ran = 0;
        for (const Job &job : node.jobs)
            ran += job.ranMs;
        return node.jobs.empty() || !node.jobs.front().start.isValid() ? QString() : Words::clock(ran);
    }
    default:
        return Words::mark(node.mark);
    }
}

QVariant StepTreeModel::jobText(const Job &job, int column) const
{
    switch (column) {
    case Step:
        return CodeTexts::step(job.state.step);
    case Time:
        return clockOf(job.start);
    case Duration:
        return job.start.isValid() ? Words::clock(job.ranMs) : QString();
    default:
        if (m_progress && m_progress->job == job.state.job && m_progress->total > 0)
            return QStringLiteral("%1 %").arg(int(m_progress->fraction() * 100));
        return Words::mark(job.mark);
    }
}

QVariant StepTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isStage = index.internalId() == 0;
    const Node &node = m_nodes[isStage ? std::size_t(index.row()) : std::size_t(index.internalId() - 1)];
    const Job *job = isStage ? nullptr : &node.jobs[std::size_t(index.row())];
    const StageState::Mark mark = isStage ? node.mark : job->mark;
    switch (role) {
    case Qt::DisplayRole:
        return isStage ? stageText(node, index.column()) : jobText(*job, index.column());
    case Qt::DecorationRole:
        if (index.column() == Step)
            return Icons::get(Words::icon(mark), Words::tone(mark));
        return {};
    case Qt::ToolTipRole:
        if (job && job->state.failure)
            return CodeTexts::text(job->state.failure->code, job->state.failure->text);
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
        return job ? job->state.job : QString();
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
        return QVariant::fromValue(Qt::Alignment(
            (section == Time || section == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
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
