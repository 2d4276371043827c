#include "gui/housekeeping/leftovers_model.h"

#include "gui/text/words.h"

namespace undock::gui {

void LeftoversModel::show(std::vector<Leftover> leftovers)
{
    beginResetModel();
    m_leftovers = std::move(leftovers);
    endResetModel();
}

void LeftoversModel::retranslate()
{
    if (!m_leftovers.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_leftovers.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int LeftoversModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_leftovers.size());
}

int LeftoversModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LeftoversModel::kindText(Leftover::Kind kind)
{
    switch (kind) {
    case Leftover::Kind::Backup:
        return tr("Backup");
    case Leftover::Kind::Before:
        return tr("State directory from before");
    case Leftover::Kind::RolledBack:
        return tr("State directory of a rollback");
    case Leftover::Kind::PanelBefore:
        return tr("Panel from before");
    case Leftover::Kind::Run:
        return tr("Folder of a run");
    case Leftover::Kind::Remains:
        break;
    }
    return tr("Rest of a removal");
}

QString LeftoversModel::reasonText(const QString &reason)
{
    if (reason.isEmpty())
        return {};
    if (reason == QLatin1String("newest-backup"))
        return tr("it is the newest backup");
    if (reason == QLatin1String("this-run"))
        return tr("this run works in it");
    if (reason == QLatin1String("serving-run"))
        return tr("the version in use was brought by this run");
    if (reason == QLatin1String("run-unfinished"))
        return tr("its run is not finished");
    if (reason == QLatin1String("docker-not-deleted"))
        return tr("Docker is not deleted on this VM yet");
    if (reason == QLatin1String("docker-unknown"))
        return tr("Docker does not answer in this VM");
    if (reason == QLatin1String("mounted"))
        return tr("something is mounted in it");
    if (reason == QLatin1String("in-use"))
        return tr("something uses it");
    if (reason == QLatin1String("not-a-folder"))
        return tr("it is a link or a file, not a folder");
    return reason;
}

QVariant LeftoversModel::text(const Leftover &one, int column) const
{
    switch (column) {
    case What:
        return kindText(one.kind);
    case Path:
        return one.path;
    case Size:
        return Words::bytes(one.bytes);
    case Changed:
        return Words::dateTime(one.changed);
    default:
        return reasonText(one.reason);
    }
}

QVariant LeftoversModel::sortValue(const Leftover &one, int column) const
{
    if (column == Size)
        return one.bytes;
    return column == Changed ? QVariant(one.changed) : text(one, column);
}

QVariant LeftoversModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Leftover &one = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(one, index.column());
    case Qt::ToolTipRole:
        return index.column() == Size ? tr("%n file(s)", nullptr, int(one.files)) : text(one, index.column());
    case SortRole:
        return sortValue(one, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return one.removable() ? QVariant() : QVariant(Theme::secondaryText());
    default:
        return {};
    }
}

QVariant LeftoversModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = { tr("What"), tr("Path"), tr("Size"), tr("Last changed"), tr("Stays, because") };
    return section < ColumnCount ? names[section] : QString();
}

} // namespace undock::gui
