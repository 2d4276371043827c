#include "gui/records/records_model.h"

#include "gui/records/record_text.h"
#include "gui/text/words.h"

#include <algorithm>

namespace undock::gui {

RecordsModel::RecordsModel(const Desk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    reload();
}

void RecordsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_texts.clear();
    for (const QString &run : m_desk.runs())
        m_rows.push_back({ run, m_desk.state(run) });
    std::stable_sort(m_rows.begin(), m_rows.end(),
        [](const Row &a, const Row &b) { return a.state.startedAt() > b.state.startedAt(); });
    endResetModel();
}

void RecordsModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QString RecordsModel::run(int row) const
{
    return row < 0 || row >= int(m_rows.size()) ? QString() : m_rows[std::size_t(row)].run;
}

int RecordsModel::rowOf(const QString &run) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].run == run)
            return int(i);
    }
    return -1;
}

bool RecordsModel::contains(int row, const QString &text) const
{
    const QString id = run(row);
    auto known = m_texts.find(id);
    if (known == m_texts.end()) {
        const auto events = m_desk.events(id);
        QString all = RecordText::of(events, m_desk.settings().recordLanguage).markdown;
        for (const JournalEvent &event : events) {
            if (event.is(event::output))
                all += stringAt(event.data, "text");
        }
        known = m_texts.insert(id, all.toCaseFolded());
    }
    return known->contains(text.toCaseFolded());
}

int RecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int RecordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunState &state = m_rows[std::size_t(index.row())].state;
    const auto outage = state.outageMs(u"gateway", state.lastEventAt());
    const qint64 size = state.fact(u"size_openclaw").toLongLong();
    switch (role) {
    case RunRole:
        return m_rows[std::size_t(index.row())].run;
    case SortRole:
        switch (index.column()) {
        case Vmid:
            return state.vmid().toLongLong();
        case Date:
            return state.startedAt();
        case Outage:
            return outage.value_or(-1);
        case Size:
            return size;
        default:
            return data(index, Qt::DisplayRole);
        }
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Vmid:
            return state.vmid();
        case Name:
            return state.fact(u"vm_name");
        case Date:
            return state.startedAt().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        case Outcome:
            return Words::phase(state.phase());
        case Outage:
            return Words::clock(outage);
        case Size:
            return size > 0 ? Words::bytes(size) : QString();
        default:
            return QStringLiteral("%1 / %2").arg(
                state.fact(u"openclaw_version"), stringAt(state.params(), "panel_tag"));
        }
    case Qt::TextAlignmentRole:
        if (index.column() == Vmid || index.column() == Outage || index.column() == Size)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == Outcome) {
            using Phase = RunState::Phase;
            const Phase phase = state.phase();
            if (phase == Phase::Deleted)
                return Theme::color(Tone::Passed);
            if (phase == Phase::Failed || phase == Phase::AcceptanceFailed || phase == Phase::RollbackFailed)
                return Theme::color(Tone::Failed);
        }
        return {};
    default:
        return {};
    }
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Vmid || section == Outage || section == Size ? Qt::AlignRight : Qt::AlignLeft)
                | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const QString names[]
        = { tr("VMID"), tr("Name"), tr("Date"), tr("Outcome"), tr("Outage"), tr("Data"), tr("Versions") };
    return section < ColumnCount ? names[section] : QString();
}

} // namespace undock::gui
