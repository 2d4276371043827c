#include "gui/queue/checks_model.h"

#include "core/record/machine_words.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

#include <algorithm>

namespace undock::gui {

namespace {

/// As the record says it; the tooltip has the check's own words.
QString inLanguage(const QString &english)
{
    return machineWords(english, undock::Words(Language::current()));
}

/// What wants attention comes first; within that the engine's order stays.
int urgency(const CheckRow &row)
{
    switch (row.verdict) {
    case Verdict::Failed:
        return row.critical ? 0 : 1;
    case Verdict::Unknown:
        return 2;
    case Verdict::Warning:
        return 3;
    case Verdict::Passed:
        break;
    }
    return 4;
}

StageState::Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return StageState::Mark::Passed;
    case Verdict::Warning:
        return StageState::Mark::Warning;
    case Verdict::Failed:
        return StageState::Mark::Failed;
    case Verdict::Unknown:
        break;
    }
    return StageState::Mark::Unknown;
}

} // namespace

void ChecksModel::show(const std::vector<CheckRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    std::stable_sort(
        m_rows.begin(), m_rows.end(), [](const CheckRow &a, const CheckRow &b) { return urgency(a) < urgency(b); });
    endResetModel();
}

void ChecksModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ChecksModel::count(Verdict verdict) const
{
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [=](const CheckRow &row) { return row.verdict == verdict; }));
}

QString ChecksModel::summary() const
{
    QStringList parts;
    for (const Verdict verdict : { Verdict::Failed, Verdict::Unknown, Verdict::Warning, Verdict::Passed }) {
        if (const int n = count(verdict))
            parts << QStringLiteral("%1 %2").arg(n).arg(Words::verdict(verdict));
    }
    return parts.join(QStringLiteral(" · "));
}

int ChecksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int ChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CheckRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Check:
            return role == Qt::ToolTipRole ? row.id : CodeTexts::check(row.id);
        case Weight:
            return row.critical ? tr("critical") : tr("information");
        case Expected:
            return role == Qt::ToolTipRole ? row.expected : inLanguage(row.expected);
        case Found:
            return role == Qt::ToolTipRole ? row.found : inLanguage(row.found);
        default:
            return Words::verdict(row.verdict);
        }
    case Qt::DecorationRole:
        if (index.column() == Check)
            return Icons::get(Words::icon(markOf(row.verdict)), Words::tone(row.verdict));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == Verdict_ && row.verdict != Verdict::Passed)
            return Theme::color(Words::tone(row.verdict));
        if (index.column() == Weight || (index.column() == Expected && row.verdict == Verdict::Passed))
            return Theme::secondaryText();
        return {};
    default:
        return {};
    }
}

QVariant ChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Check:
        return tr("Check");
    case Weight:
        return tr("Weight");
    case Expected:
        return tr("Expected");
    case Found:
        return tr("Found");
    default:
        return tr("Verdict");
    }
}

} // namespace undock::gui
