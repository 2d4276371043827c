#include "gui/queue/import_model.h"

#include "core/params/field.h"
#include "core/text/phrase.h"
#include "gui/text/code_texts.h"
#include "gui/widgets/icons.h"

namespace undock::gui {

void ImportModel::read(const QByteArray &text, const QMap<QString, QString> &defaults, const QSet<VmPlace> &inQueue)
{
    beginResetModel();
    m_file = {};
    m_trouble.reset();
    m_defaults = defaults;
    if (!text.trimmed().isEmpty()) {
        auto file = parseQueue(text, defaults);
        if (file)
            m_file = *file;
        else
            m_trouble = file.error();
    }
    for (QueueRow &row : m_file.rows) {
        if (!row.parameters || !inQueue.contains({ row.parameters->node.toString(), row.parameters->vmid.toString() }))
            continue;
        row.problems.push_back(
            { Error::Kind::Refused, QStringLiteral("vm-in-queue"), phrase("queue-has-vm"), nameOf(Field::Vmid), {} });
        row.parameters.reset();
    }
    endResetModel();
}

std::vector<RunParameters> ImportModel::good() const
{
    std::vector<RunParameters> parameters;
    for (const QueueRow &row : m_file.rows) {
        if (row.parameters)
            parameters.push_back(*row.parameters);
    }
    return parameters;
}

int ImportModel::badCount() const
{
    return int(m_file.rows.size()) - int(good().size());
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_file.rows.size());
}
int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueueRow &row = m_file.rows[index.row()];
    const auto text = [&](Field field) {
        const QString given = row.fields.value(nameOf(field));
        return given.isEmpty() ? m_defaults.value(nameOf(field)) : given;
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Line:
            return row.line;
        case Vmid:
            return text(Field::Vmid);
        case Ip:
            return text(Field::Ip);
        case Tag:
            return text(Field::PanelTag);
        case Node:
            return text(Field::Node);
        case Name:
            return row.name;
        default: {
            QStringList problems;
            for (const Error &problem : row.problems)
                problems << QStringLiteral("%1: %2").arg(
                    CodeTexts::place(problem.where), CodeTexts::text(problem.code, problem.what));
            return problems.isEmpty() ? tr("none") : problems.join(QStringLiteral("; "));
        }
        }
    case Qt::DecorationRole:
        if (index.column() == Line)
            return row.parameters ? Icons::get(QStringLiteral("mark-passed"), Tone::Passed)
                                  : Icons::get(QStringLiteral("mark-failed"), Tone::Failed);
        return {};
    case Qt::ForegroundRole:
        if (index.column() == Problem)
            return row.parameters ? Theme::secondaryText() : Theme::color(Tone::Failed);
        return {};
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[]
        = { tr("Line"), tr("VMID"), tr("IP address"), tr("Panel release"), tr("Node"), tr("Name"), tr("Problem") };
    return section < ColumnCount ? names[section] : QString();
}

} // namespace undock::gui
