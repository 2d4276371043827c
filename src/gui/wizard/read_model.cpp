#include "gui/wizard/read_model.h"

#include "core/base/hash.h"
#include "engine/records/earlier_records.h"
#include "gui/widgets/icons.h"

#include <QFile>
#include <QFileInfo>

namespace undock::gui {

namespace {

constexpr qint64 largestDocument = 8 * 1024 * 1024;

/// SHA-256 of every file that some run's journal says was read.
QStringList readBefore(const Queue &queue)
{
    QStringList hashes;
    for (const QString &run : queue.runs()) {
        const RunState state = queue.state(run);
        for (const Json &read : state.reads()) {
            if (!read.contains("files") || !read["files"].is_array())
                continue;
            for (const Json &file : read["files"])
                hashes << stringAt(file, "sha256");
        }
    }
    hashes.removeDuplicates();
    return hashes;
}

} // namespace

ReadModel::ReadModel(const Queue &queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
{
}

void ReadModel::add(Kind kind, const QString &path)
{
    if (path.isEmpty())
        return;
    Document document;
    document.kind = kind;
    document.path = path;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        document.problem = tr("cannot be read: %1").arg(file.errorString());
    else if (file.size() > largestDocument)
        document.problem = tr("larger than 8 MiB");
    else
        document.sha256 = sha256Hex(file.readAll());
    m_documents.push_back(document);
}

void ReadModel::load(const QString &procedure, const QString &baseline, const QString &recordsFolder,
    const QString &vmid, const QString &run)
{
    beginResetModel();
    m_documents.clear();
    add(Kind::Procedure, procedure);
    add(Kind::Baseline, baseline);
    for (const QString &record : earlierRecords(recordsFolder, vmid, run))
        add(Kind::Record, record);
    const QStringList before = readBefore(m_queue);
    for (Document &document : m_documents)
        document.readBefore = !document.sha256.isEmpty() && before.contains(document.sha256);
    endResetModel();
}

bool ReadModel::wantsReading() const
{
    return m_documents.empty() || std::any_of(m_documents.begin(), m_documents.end(), [](const Document &document) {
        return !document.readBefore;
    });
}

bool ReadModel::anyProblem() const
{
    return std::any_of(
        m_documents.begin(), m_documents.end(), [](const Document &document) { return !document.problem.isEmpty(); });
}

QString ReadModel::text(int row) const
{
    if (row < 0 || row >= int(m_documents.size()))
        return {};
    QFile file(m_documents[std::size_t(row)].path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(largestDocument)) : QString();
}

std::vector<std::pair<QString, QString>> ReadModel::confirmation() const
{
    std::vector<std::pair<QString, QString>> files;
    for (const Document &document : m_documents) {
        if (!document.sha256.isEmpty())
            files.emplace_back(QFileInfo(document.path).fileName(), document.sha256);
    }
    return files;
}

void ReadModel::retranslate()
{
    if (!m_documents.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_documents.size()) - 1, 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, 1);
}

int ReadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_documents.size());
}
int ReadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant ReadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Document &document = m_documents[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 1)
            return !document.problem.isEmpty() ? document.problem : document.readBefore ? tr("read") : tr("to be read");
        switch (document.kind) {
        case Kind::Procedure:
            return tr("Procedure: %1").arg(QFileInfo(document.path).fileName());
        case Kind::Baseline:
            return tr("Baseline: %1").arg(QFileInfo(document.path).fileName());
        case Kind::Record:
            break;
        }
        return tr("Record: %1").arg(QFileInfo(document.path).fileName());
    case Qt::ToolTipRole:
        return QStringLiteral("%1\nsha256 %2").arg(document.path, document.sha256);
    case Qt::DecorationRole:
        if (index.column() == 0)
            return Icons::get(document.kind == Kind::Record ? QStringLiteral("record") : QStringLiteral("book"));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == 1)
            return Theme::color(!document.problem.isEmpty() ? Tone::Failed
                    : document.readBefore                   ? Tone::Passed
                                                            : Tone::Warning);
        return {};
    default:
        return {};
    }
}

QVariant ReadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Document") : tr("State");
}

} // namespace undock::gui
