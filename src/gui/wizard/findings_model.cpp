#include "gui/wizard/findings_model.h"

#include "core/text/phrase.h"
#include "gui/text/code_texts.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

#include <algorithm>

namespace undock::gui {

void FindingsModel::show(const RunState &state)
{
    beginResetModel();
    m_findings.clear();
    // The newest scan counts; older ones are history.
    QStringList seen;
    const auto &jobs = state.jobs();
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) {
        if (job->stage != Stage::A || !job->settled() || seen.contains(job->step))
            continue;
        seen << job->step;
        for (const Finding &finding : findingsOf(job->facts))
            m_findings.push_back(finding);
        if (job->failure)
            m_findings.push_back({ Finding::Level::Blocks, job->failure->code, job->failure->text });
    }
    std::stable_sort(m_findings.begin(), m_findings.end(),
        [](const Finding &a, const Finding &b) { return int(a.level) > int(b.level); });
    endResetModel();
}

void FindingsModel::retranslate()
{
    if (!m_findings.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_findings.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int FindingsModel::count(Finding::Level level) const
{
    return int(std::count_if(
        m_findings.begin(), m_findings.end(), [=](const Finding &finding) { return finding.level == level; }));
}

QString FindingsModel::summary() const
{
    QStringList parts;
    for (const auto level : { Finding::Level::Blocks, Finding::Level::Attention, Finding::Level::Fine }) {
        if (const int n = count(level))
            parts << QStringLiteral("%1 %2").arg(n).arg(Words::findingLevel(level));
    }
    return parts.join(QStringLiteral(" · "));
}

QString FindingsModel::advice(int row) const
{
    if (row < 0 || row >= int(m_findings.size()))
        return {};
    const Finding &finding = m_findings[std::size_t(row)];
    const QString cure = CodeTexts::cure(finding.code);
    const QString english = inEnglish(finding.text);
    const QString said = CodeTexts::text(finding.code, finding.text) == english ? QString() : english;
    QStringList lines;
    if (!cure.isEmpty())
        lines << cure;
    else if (finding.level == Finding::Level::Fine)
        lines << tr("Nothing to do.");
    else if (finding.level == Finding::Level::Attention)
        lines << tr("Nothing has to be done before the migration; know of it.");
    else
        lines << tr("Settle this in the VM or on the node, then scan again.");
    if (!said.isEmpty())
        lines << tr("As the VM said it: %1").arg(said);
    return lines.join(QLatin1Char('\n'));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}
int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &finding = m_findings[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Level ? Words::findingLevel(finding.level)
                                       : CodeTexts::text(finding.code, finding.text);
    case Qt::ToolTipRole:
        return inEnglish(finding.text);
    case Qt::DecorationRole:
        if (index.column() == Level)
            return Icons::get(Words::icon(finding.level), Words::tone(finding.level));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == Level && finding.level != Finding::Level::Fine)
            return Theme::color(Words::tone(finding.level));
        return {};
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Level ? tr("Level") : tr("Finding");
}

} // namespace undock::gui
