#include "gui/queue/checks_model.h"

#include "core/text/phrase.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

#include <QTreeView>

#include <algorithm>

namespace undock::gui {

namespace {

/// As the record says it; the tooltip has the check's own words.
QString inLanguage(const QString &text)
{
    return inWords(text, Language::current());
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

/// A check is a row of the root; a line that differs is a row of its check, whose number (from 1) it bears.
quintptr parentNumber(const QModelIndex &index)
{
    return index.internalId();
}

/// The window's words for the sentence; the tooltip has everything, as it was told.
QVariant told(const QString &text, const QString &sentence, int role)
{
    return role == Qt::ToolTipRole ? inEnglish(text) : inLanguage(sentence);
}

} // namespace

void ChecksModel::showIn(QTreeView *view)
{
    view->setModel(this);
    view->setRootIsDecorated(true);
    connect(this, &QAbstractItemModel::modelReset, view, [this, view] {
        for (int row = 0; row < rowCount(); ++row) {
            const QModelIndex check = index(row, Check);
            for (int line = 0; line < rowCount(check); ++line)
                view->setFirstColumnSpanned(line, check, true);
            view->setExpanded(check, m_rows[std::size_t(row)].verdict == Verdict::Failed);
        }
    });
}

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

QModelIndex ChecksModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex ChecksModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || parentNumber(child) == 0)
        return {};
    return createIndex(int(parentNumber(child)) - 1, 0, quintptr(0));
}

int ChecksModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    if (parent.column() > 0 || parentNumber(parent) != 0 || std::size_t(parent.row()) >= m_rows.size())
        return 0;
    return int(m_rows[std::size_t(parent.row())].foundLines().size());
}

int ChecksModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (parentNumber(index) != 0) {
        const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole;
        if (!text || index.column() != 0)
            return {};
        return m_rows[parentNumber(index) - 1].foundLines().value(index.row());
    }
    const CheckRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Check:
            return role == Qt::ToolTipRole ? row.id : CodeTexts::check(row.id);
        case Weight:
            return row.critical ? tr("critical") : tr("information");
        case Before:
            return told(row.before, row.before, role);
        case Expected:
            return told(row.expected, row.expected, role);
        case Found:
            return told(row.found, row.foundSentence(), role);
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
        if (index.column() == Weight || index.column() == Before
            || (index.column() == Expected && row.verdict == Verdict::Passed))
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
    case Before:
        return tr("Before");
    case Expected:
        return tr("Expected");
    case Found:
        return tr("Found");
    default:
        return tr("Verdict");
    }
}

} // namespace undock::gui
