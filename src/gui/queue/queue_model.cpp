#include "gui/queue/queue_model.h"

#include "gui/text/words.h"

namespace undock::gui {

namespace {

constexpr int batchMs = 100;

} // namespace

QueueModel::QueueModel(Queue &queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(batchMs);
    connect(&m_batch, &QTimer::timeout, this, &QueueModel::flush);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &QueueModel::tick);
    m_clock.start();

    connect(&queue, &Queue::runAdded, this, &QueueModel::added);
    connect(&queue, &Queue::runRemoved, this, &QueueModel::reload);
    connect(&queue, &Queue::orderChanged, this, &QueueModel::reload);
    connect(&queue, &Queue::eventAppended, this, [this](const QString &run, const JournalEvent &event) {
        // Output changes nothing in the row.
        if (!event.is(event::output))
            touch(run);
    });
    connect(&queue, &Queue::waitingChanged, this, &QueueModel::touch);
    connect(&queue, &Queue::taskStarted, this, [this](const QString &run) { touch(run); });
    connect(&queue, &Queue::taskFinished, this, [this](const QString &run) { touch(run); });
    connect(&queue, &Queue::taskPutOff, this, [this](const QString &run) { touch(run); });
    connect(&queue, &Queue::progress, this,
        [this](const QString &run, const QString &job, qint64 done, qint64 total, const QString &unit) {
            JobProgress &known = m_progress[run];
            if (known.job != job)
                known = { job, done, total, unit, QDateTime::currentDateTimeUtc(), done };
            known.done = done;
            known.total = total;
            touch(run);
        });
    reload();
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void QueueModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_positions.clear();
    m_dirty.clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &run : m_queue.runs()) {
        m_positions.insert(run, int(m_rows.size()));
        m_rows.push_back(RunRow::of(m_queue, run, now));
    }
    endResetModel();
    Q_EMIT countsChanged();
}

void QueueModel::added(const QString &run)
{
    const QStringList runs = m_queue.runs();
    const auto at = int(runs.indexOf(run));
    if (at < 0 || m_rows.empty() || m_positions.contains(run) || runs.size() != qsizetype(m_rows.size()) + 1) {
        reload();
        return;
    }
    beginInsertRows({}, at, at);
    m_rows.insert(m_rows.begin() + at, RunRow::of(m_queue, run, QDateTime::currentDateTimeUtc()));
    for (int row = at; row < int(m_rows.size()); ++row)
        m_positions.insert(m_rows[std::size_t(row)].run, row);
    endInsertRows();
    Q_EMIT countsChanged();
}

void QueueModel::touch(const QString &run)
{
    m_dirty.insert(run);
    if (!m_batch.isActive())
        m_batch.start();
}

void QueueModel::tick()
{
    for (const RunRow &row : m_rows) {
        if (row.working || row.outageRunning)
            m_dirty.insert(row.run);
    }
    flush();
}

void QueueModel::flush()
{
    if (m_dirty.isEmpty())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int first = int(m_rows.size());
    int last = -1;
    for (const QString &run : std::as_const(m_dirty)) {
        const int position = m_positions.value(run, -1);
        if (position < 0)
            continue;
        RunRow row = RunRow::of(m_queue, run, now);
        if (const JobProgress *known = progress(run); known && row.working)
            row.remainingMs = known->remainingMs(now);
        m_rows[std::size_t(position)] = row;
        first = std::min(first, position);
        last = std::max(last, position);
    }
    m_dirty.clear();
    if (last >= first) {
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
        Q_EMIT countsChanged();
    }
}

void QueueModel::retranslate()
{
    for (const RunRow &row : m_rows)
        m_dirty.insert(row.run);
    flush();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const RunRow *QueueModel::row(const QString &run) const
{
    const int position = m_positions.value(run, -1);
    return position < 0 ? nullptr : &m_rows[std::size_t(position)];
}

QModelIndex QueueModel::indexOf(const QString &run) const
{
    const int position = m_positions.value(run, -1);
    return position < 0 ? QModelIndex() : index(position, 0);
}

int QueueModel::count(RowGroup group) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [group](const RunRow &row) { return row.group == group; }));
}

const JobProgress *QueueModel::progress(const QString &run) const
{
    const auto found = m_progress.constFind(run);
    if (found == m_progress.constEnd())
        return nullptr;
    const RunState state = m_queue.state(run);
    const JobState *job = state.job(found->job);
    return job && !job->settled() ? &*found : nullptr;
}

QVariant QueueModel::text(const RunRow &row, int column) const
{
    switch (column) {
    case Vmid:
        return row.vmid;
    case Name:
        return row.name.isEmpty() ? QStringLiteral("–") : row.name;
    case Node:
        return row.node;
    case Ports:
        return row.ports;
    case Stages:
        return QStringLiteral("%1 %").arg(row.percent);
    case Elapsed:
        return Words::clock(row.elapsedMs);
    case Remaining:
        return row.remainingMs ? tr("≈ %1").arg(Words::clock(row.remainingMs)) : QString();
    case Outage:
        return Words::clock(row.outageMs);
    case State:
        return row.reason.isEmpty() ? row.state : QStringLiteral("%1 · %2").arg(row.state, row.reason);
    default:
        return {};
    }
}

QVariant QueueModel::sortKey(const RunRow &row, int column) const
{
    switch (column) {
    case Vmid:
        return row.vmid.toLongLong();
    case Stages:
        return row.percent;
    case Elapsed:
        return row.elapsedMs.value_or(-1);
    case Remaining:
        return row.remainingMs.value_or(-1);
    case Outage:
        return row.outageMs.value_or(-1);
    default:
        return text(row, column);
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunRow &row = m_rows[std::size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == Stages) {
            QStringList lines;
            for (int i = 0; i < migrationStages; ++i)
                lines << QStringLiteral("%1: %2").arg(
                    Words::stageLine(static_cast<Stage>(i)), Words::mark(row.marks[std::size_t(i)]));
            return lines.join(QLatin1Char('\n'));
        }
        return text(row, column);
    case Qt::TextAlignmentRole:
        if (column == Vmid || column == Elapsed || column == Remaining || column == Outage)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return column == Stages ? tr("%1 percent").arg(row.percent) : text(row, column);
    case Qt::ForegroundRole:
        if (column == State && row.group == RowGroup::Failed)
            return Theme::color(Tone::Failed);
        if (column == State && row.group == RowGroup::WantsPerson)
            return Theme::color(Tone::Warning);
        if (column == Outage && row.outageRunning)
            return Theme::color(Tone::Warning);
        if (column == Node || column == Ports || column == Remaining)
            return Theme::secondaryText();
        return {};
    case RunRole:
        return row.run;
    case MarksRole: {
        QVariantList marks;
        for (const auto mark : row.marks)
            marks << int(mark);
        return marks;
    }
    case PercentRole:
        return row.percent;
    case GroupRole:
        return int(row.group);
    case WorkingRole:
        return row.working;
    case SortRole:
        return sortKey(row, column);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Vmid || section == Elapsed || section == Remaining || section == Outage;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Vmid:
        return tr("VMID");
    case Name:
        return tr("Name");
    case Node:
        return tr("Node");
    case Ports:
        return tr("Ports");
    case Stages:
        return tr("Stages A–I");
    case Elapsed:
        return tr("Elapsed");
    case Remaining:
        return tr("Remaining");
    case Outage:
        return tr("Outage");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace undock::gui
