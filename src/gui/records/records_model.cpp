#include "gui/records/records_model.h"

#include "engine/records/folder_records.h"
#include "engine/records/search_index.h"
#include "engine/records/write_record.h"
#include "gui/text/shown_text.h"
#include "gui/text/words.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace undock::gui {

struct RecordsModel::Search {
    struct Record {
        QString id;
        bool file = false;
        std::function<std::vector<JournalEvent>()> reader; ///< of a run
    };
    std::mutex mutex;
    std::condition_variable_any changed;
    bool asked = false; ///< a text is to be looked for
    bool filesWanted = false; ///< the folder is to be read
    bool outdated = false; ///< what was read may have grown meanwhile
    int number = 0;
    QByteArray wanted;
    QString dataFolder, recordsFolder;
    QSet<QString> known; ///< runs whose journal is here
    std::vector<Record> records;
};

namespace {

void newestFirst(std::vector<RecordEntry> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const RecordEntry &a, const RecordEntry &b) {
        return a.day != b.day ? a.day > b.day : a.started > b.started;
    });
}

} // namespace

RecordsModel::RecordsModel(const Queue &queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
    , m_search(std::make_unique<Search>())
{
    reload();
    m_thread = std::jthread([this](std::stop_token stop) { look(stop); });
}

RecordsModel::~RecordsModel() = default;

void RecordsModel::reload()
{
    beginResetModel();
    // The records of the folder stay until it is read again.
    std::erase_if(m_rows, [](const RecordEntry &row) { return row.kind == RecordEntry::Kind::Run; });
    for (const QString &run : m_queue.runs() + m_queue.leftOut()) {
        RecordEntry entry = entryOf(m_queue.state(run));
        if (!entry.id.isEmpty())
            m_rows.push_back(std::move(entry));
    }
    newestFirst(m_rows);
    endResetModel();
    {
        const std::lock_guard lock(m_search->mutex);
        m_search->outdated = true;
        m_search->filesWanted = true;
        m_search->known.clear();
        for (const RecordEntry &row : m_rows) {
            if (row.kind == RecordEntry::Kind::Run)
                m_search->known.insert(row.id);
        }
        m_search->dataFolder = m_queue.settings().dataFolder;
        m_search->recordsFolder = recordsFolderOf(m_queue.settings());
    }
    setQuery(m_query);
}

void RecordsModel::takeFiles(std::vector<RecordEntry> files)
{
    const auto foreign = [](const RecordEntry &row) { return row.kind != RecordEntry::Kind::Run; };
    if (!files.empty() || std::any_of(m_rows.begin(), m_rows.end(), foreign)) {
        beginResetModel();
        std::erase_if(m_rows, foreign);
        m_rows.insert(m_rows.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
        newestFirst(m_rows);
        endResetModel();
        setQuery(m_query);
    }
    Q_EMIT filesRead();
}

void RecordsModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QString RecordsModel::run(int row) const
{
    return row < 0 || row >= int(m_rows.size()) || m_rows[std::size_t(row)].kind != RecordEntry::Kind::Run
        ? QString()
        : m_rows[std::size_t(row)].id;
}

int RecordsModel::rowOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == id)
            return int(i);
    }
    return -1;
}

QStringList RecordsModel::distinct(const std::function<QStringList(const RecordEntry &)> &of) const
{
    QSet<QString> all;
    for (const RecordEntry &row : m_rows) {
        for (const QString &one : of(row)) {
            if (!one.isEmpty())
                all.insert(one);
        }
    }
    QStringList sorted(all.begin(), all.end());
    sorted.sort();
    return sorted;
}

QStringList RecordsModel::nodes() const
{
    return distinct([](const RecordEntry &row) { return QStringList{ row.node }; });
}

QStringList RecordsModel::versions() const
{
    return distinct([](const RecordEntry &row) { return QStringList{ row.openclaw, row.panel }; });
}

QStringList RecordsModel::findings() const
{
    return distinct([](const RecordEntry &row) { return row.findings; });
}

std::vector<RunState::Phase> RecordsModel::outcomes() const
{
    std::vector<RunState::Phase> all;
    for (const RecordEntry &row : m_rows) {
        if (row.phase && std::find(all.begin(), all.end(), *row.phase) == all.end())
            all.push_back(*row.phase);
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::pair<QDate, QDate> RecordsModel::days() const
{
    std::pair<QDate, QDate> days;
    for (const RecordEntry &row : m_rows) {
        if (row.day.isValid() && (!days.first.isValid() || row.day < days.first))
            days.first = row.day;
        if (row.day.isValid() && (!days.second.isValid() || row.day > days.second))
            days.second = row.day;
    }
    return days;
}

void RecordsModel::search(const QString &text)
{
    RecordQuery query = m_query;
    query.text = text;
    setQuery(query);
}

void RecordsModel::setQuery(const RecordQuery &query)
{
    m_query = query;
    const QByteArray wanted = foldedText(query.text);
    {
        const std::lock_guard lock(m_search->mutex);
        ++m_search->number; // what is still looked for is nobody's question any more
        m_search->asked = !wanted.isEmpty();
        m_search->wanted = wanted;
        m_search->records.clear();
        for (const RecordEntry &row : m_rows) {
            if (wanted.isEmpty())
                break;
            if (row.kind == RecordEntry::Kind::Run)
                m_search->records.push_back({ row.id, false, m_queue.reader(row.id) });
            else
                m_search->records.push_back({ row.file, true, {} });
        }
    }
    if (wanted.isEmpty())
        m_found.reset();
    else if (!m_found)
        m_found = QSet<QString>();
    m_search->changed.notify_all();
    Q_EMIT found();
}

bool RecordsModel::isFound(int row) const
{
    if (row < 0 || row >= int(m_rows.size()))
        return false;
    const RecordEntry &entry = m_rows[std::size_t(row)];
    return m_query.matches(entry) && (!m_found || m_found->contains(entry.id));
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
    QHash<QString, QByteArray> texts; ///< of runs whose journal is not on this disk
    for (;;) {
        std::vector<Search::Record> records;
        QByteArray wanted;
        QString dataFolder, recordsFolder;
        QSet<QString> known;
        int number = 0;
        bool asked = false, files = false;
        {
            std::unique_lock lock(m_search->mutex);
            if (!m_search->changed.wait(lock, stop, [&] { return m_search->asked || m_search->filesWanted; }))
                return;
            asked = std::exchange(m_search->asked, false);
            files = std::exchange(m_search->filesWanted, false);
            records = m_search->records;
            wanted = m_search->wanted;
            dataFolder = m_search->dataFolder;
            recordsFolder = m_search->recordsFolder;
            known = m_search->known;
            number = m_search->number;
            if (std::exchange(m_search->outdated, false))
                texts.clear();
        }
        if (files) {
            FolderRecords there = recordsIn(recordsFolder);
            for (auto record = there.byRun.begin(); record != there.byRun.end(); ++record) {
                if (!known.contains(record.key()))
                    there.byHand.push_back(readRecordFile(record.value(), RecordEntry::Kind::OtherDesk));
            }
            QMetaObject::invokeMethod(
                this, [this, foreign = std::move(there.byHand)] { takeFiles(foreign); }, Qt::QueuedConnection);
        }
        if (!asked)
            continue;
        const auto over = [&] {
            const std::lock_guard lock(m_search->mutex);
            return stop.stop_requested() || number != m_search->number;
        };
        const auto tell = [&](const QSet<QString> &with) {
            QMetaObject::invokeMethod(
                this, [this, number, with] { take(number, with); }, Qt::QueuedConnection);
        };
        const SearchIndex index(dataFolder);
        RecordQuery any;
        any.text = QString::fromUtf8(wanted);
        const auto has = [&](const Search::Record &record) {
            if (record.file)
                return searchedText(record.id).contains(wanted);
            if (!dataFolder.isEmpty()) {
                if (const auto answer = index.find(record.id, any, wanted))
                    return answer->entry.has_value();
            }
            auto text = texts.find(record.id);
            if (text == texts.end())
                text = texts.insert(record.id, indexOf(record.reader()).text);
            return text->contains(wanted);
        };
        QSet<QString> with;
        QElapsedTimer told;
        told.start();
        for (std::size_t at = 0; at < records.size() && !over(); ++at) {
            if (has(records[at]))
                with.insert(records[at].id);
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
    const RecordEntry &entry = m_rows[std::size_t(index.row())];
    const bool run = entry.kind == RecordEntry::Kind::Run;
    switch (role) {
    case RunRole:
        return run ? entry.id : QString();
    case FileRole:
        return run ? QString() : entry.file;
    case SortRole:
        switch (index.column()) {
        case Vmid:
            return entry.vmid.toLongLong();
        case Date:
            return entry.started.isValid() ? entry.started : entry.day.startOfDay();
        case Outage:
            return entry.outageMs.value_or(-1);
        case Size:
            return entry.dataBytes;
        default:
            return data(index, Qt::DisplayRole);
        }
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Vmid:
            return entry.vmid;
        case Name:
            return shownText(entry.name);
        case Date:
            return entry.started.isValid() ? entry.started.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                           : entry.day.toString(Qt::ISODate);
        case Outcome:
            if (entry.phase)
                return Words::phase(*entry.phase);
            return shownText((entry.kind == RecordEntry::Kind::ByHand ? tr("By hand: %1") : tr("Another desk: %1"))
                                 .arg(entry.summary));
        case Outage:
            return entry.phase ? Words::clock(entry.outageMs) : QString(); // nobody measured it
        case Size:
            return entry.dataBytes > 0 ? Words::bytes(entry.dataBytes) : QString();
        default:
            return QStringList{ entry.openclaw, entry.panel }
                .filter(QRegularExpression(QStringLiteral(".")))
                .join(QStringLiteral(" / "));
        }
    case Qt::TextAlignmentRole:
        if (index.column() == Vmid || index.column() == Outage || index.column() == Size)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::ForegroundRole:
        if (!run)
            return Theme::secondaryText();
        if (index.column() == Outcome && entry.phase) {
            using Phase = RunState::Phase;
            const Phase phase = *entry.phase;
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
