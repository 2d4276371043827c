#include "gui/records/records_model.h"

#include "gui/records/record_text.h"
#include "gui/text/words.h"

#include <QElapsedTimer>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace undock::gui {

struct RecordsModel::Search {
    struct Run {
        QString run;
        std::function<std::vector<JournalEvent>()> reader;
    };
    std::mutex mutex;
    std::condition_variable_any changed;
    bool asked = false;
    bool outdated = false; ///< what was read may have grown meanwhile
    int number = 0;
    QString wanted, language;
    std::vector<Run> runs;
};

RecordsModel::RecordsModel(const Desk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_search(std::make_unique<Search>())
{
    reload();
}

RecordsModel::~RecordsModel() = default;

void RecordsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    {
        const std::lock_guard lock(m_search->mutex);
        m_search->outdated = true;
    }
    for (const QString &run : m_desk.runs())
        m_rows.push_back({ run, m_desk.state(run) });
    std::stable_sort(m_rows.begin(), m_rows.end(),
        [](const Row &a, const Row &b) { return a.state.startedAt() > b.state.startedAt(); });
    endResetModel();
    if (!m_wanted.isEmpty())
        search(m_wanted);
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

void RecordsModel::search(const QString &text)
{
    m_wanted = text.trimmed();
    if (m_wanted.isEmpty()) {
        const std::lock_guard lock(m_search->mutex);
        ++m_search->number; // what is still looked for is nobody's question any more
        m_search->asked = false;
        m_found.reset();
    } else {
        const std::lock_guard lock(m_search->mutex);
        m_search->runs.clear();
        for (const Row &row : m_rows)
            m_search->runs.push_back({ row.run, m_desk.reader(row.run) });
        m_search->wanted = m_wanted.toCaseFolded();
        m_search->language = m_desk.settings().recordLanguage;
        ++m_search->number;
        m_search->asked = true;
        if (!m_found)
            m_found = QSet<QString>();
    }
    if (!m_wanted.isEmpty() && !m_thread.joinable())
        m_thread = std::jthread([this](std::stop_token stop) { look(stop); });
    m_search->changed.notify_all();
    Q_EMIT found();
}

bool RecordsModel::isFound(int row) const
{
    return !m_found || m_found->contains(run(row));
}

void RecordsModel::take(int number, const QSet<QString> &runs)
{
    {
        const std::lock_guard lock(m_search->mutex);
        if (number != m_search->number)
            return;
    }
    m_found = runs;
    Q_EMIT found();
}

void RecordsModel::look(std::stop_token stop)
{
    constexpr int tellEvery = 200;
    QHash<QString, QString> texts; ///< folded case
    for (;;) {
        std::vector<Search::Run> runs;
        QString wanted, language;
        int number = 0;
        {
            std::unique_lock lock(m_search->mutex);
            if (!m_search->changed.wait(lock, stop, [&] { return m_search->asked; }))
                return;
            m_search->asked = false;
            runs = m_search->runs;
            wanted = m_search->wanted;
            language = m_search->language;
            number = m_search->number;
            if (std::exchange(m_search->outdated, false))
                texts.clear();
        }
        const auto over = [&] {
            const std::lock_guard lock(m_search->mutex);
            return stop.stop_requested() || number != m_search->number;
        };
        const auto tell = [&](const QSet<QString> &with) {
            QMetaObject::invokeMethod(
                this, [this, number, with] { take(number, with); }, Qt::QueuedConnection);
        };
        QSet<QString> with;
        QElapsedTimer told;
        told.start();
        for (std::size_t at = 0; at < runs.size() && !over(); ++at) {
            auto text = texts.find(runs[at].run);
            if (text == texts.end()) {
                const std::vector<JournalEvent> events = runs[at].reader();
                QString all = RecordText::of(events, language).markdown;
                for (const JournalEvent &event : events) {
                    if (event.is(event::output))
                        all += stringAt(event.data, "text");
                }
                text = texts.insert(runs[at].run, all.toCaseFolded());
            }
            if (text->contains(wanted))
                with.insert(runs[at].run);
            if (told.elapsed() > tellEvery) {
                tell(with);
                told.restart();
            }
        }
        if (!over())
            tell(with);
    }
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
