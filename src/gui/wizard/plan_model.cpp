#include "gui/wizard/plan_model.h"

#include "core/params/field.h"
#include "core/plan/plan.h"
#include "core/steps/step_words.h"
#include "engine/run/run_values.h"
#include "gui/text/code_texts.h"
#include "gui/text/language.h"
#include "gui/text/words.h"
#include "gui/widgets/icons.h"

#include <QFont>
#include <QMap>

#include <algorithm>

namespace undock::gui {

void PlanModel::show(const RunState &state)
{
    beginResetModel();
    m_state = state;
    m_groups.clear();
    const Order order = parseOrder(state.asked(Field::Order)).value_or(Order::Procedure);
    // The engine's own plan, in the order in which it sends it.
    for (const PlannedChain &chain : migrationPlan(order)) {
        for (const QString &id : chain.steps)
            put(id, chain.name == QLatin1String(prepareChain));
    }
    for (const QString &id : deletionSteps())
        put(id, false);
    endResetModel();
}

void PlanModel::put(const QString &id, bool prepared)
{
    const Step *step = StepCatalog::own().find(id);
    if (!step)
        return; // a question to the node, not a script
    const bool early = prepared && step->stage != Stage::B;
    const Stage stage = early ? Stage::C : step->stage;
    const auto same = std::find_if(m_groups.begin(), m_groups.end(),
        [&](const Group &group) { return group.early == early && group.stage == stage; });
    if (same != m_groups.end())
        same->steps.push_back(*step);
    else
        m_groups.push_back({ stage, early, { *step } });
}

void PlanModel::retranslate()
{
    if (!m_groups.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_groups.size()) - 1, 1));
}

const Step *PlanModel::step(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_groups[std::size_t(index.internalId() - 1)].steps[std::size_t(index.row())];
}

std::vector<PlanModel::Value> PlanModel::values(const Step &step) const
{
    // What will be sent, by the same rule; what only exists once an earlier step has run is told as such.
    std::vector<Value> values;
    const auto parameters = runParametersFromJson(m_state.params());
    const StepValues sent = parameters ? runValues(*parameters, m_state, {})(step) : StepValues();
    for (const QString &name : step.params) {
        Value value{ name, {}, step.secretParams.contains(name) };
        if (value.secret)
            value.text = tr("secret: held in memory, removed from the VM afterwards");
        else if (const auto known = sent.find(name); known != sent.end())
            value.text = known->isEmpty() ? tr("empty") : QString::fromUtf8(*known);
        else
            value.text = tr("comes from an earlier step");
        values.push_back(value);
    }
    return values;
}

QString PlanModel::effectLine(const Step &step) const
{
    QString line
        = tr("%1. At most %2.").arg(Words::effect(step.effect), Words::clock(qint64(step.timeLimitSeconds) * 1000));
    if (!step.undoneBy.isEmpty() && !step.undoneBy.startsWith(QLatin1String("nothing")))
        line += QLatin1Char(' ')
            + tr("Taken back by: %1.")
                  .arg(isKnownStep(step.undoneBy) ? CodeTexts::step(step.undoneBy)
                                                  : stepWayBack(step.id, step.undoneBy, Language::current()));
    if (step.secretOutput)
        line += QLatin1Char(' ') + tr("Its output is secret and not kept.");
    line[0] = line[0].toUpper();
    return line;
}

QString PlanModel::sizeLine() const
{
    const qint64 bytes = m_state.fact(u"size_openclaw").toLongLong() + m_state.fact(u"size_panel").toLongLong();
    const qint64 files = m_state.fact(u"files_openclaw").toLongLong();
    return bytes > 0 ? tr("Data: %1 in %2 files").arg(Words::bytes(bytes), QLocale().toString(files)) : QString();
}

QString PlanModel::timeLine() const
{
    const qint64 bytes = m_state.fact(u"size_openclaw").toLongLong();
    if (bytes <= 0)
        return {};
    // What the steps usually take by themselves, and the data at some 40 MB/s three times over.
    qint64 seconds = bytes / (1024 * 1024) * 3 / 40;
    for (const Step &step : StepCatalog::own().all()) {
        if (step.stage < Stage::I)
            seconds += step.usualSeconds;
    }
    return tr("Expected: about %1 min").arg(std::max<qint64>(1, (seconds + 30) / 60));
}

bool PlanModel::headroomShort() const
{
    const qint64 needed = m_state.fact(u"disk_needed").toLongLong();
    return needed > 0 && m_state.fact(u"disk_free").toLongLong() < needed;
}

QString PlanModel::headroomLine() const
{
    const qint64 needed = m_state.fact(u"disk_needed").toLongLong();
    if (needed <= 0)
        return {};
    return tr("Disk: %1 needed, %2 free")
        .arg(Words::bytes(needed), Words::bytes(m_state.fact(u"disk_free").toLongLong()));
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_groups[std::size_t(parent.row())].steps.size());
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0) {
        const Group &group = m_groups[std::size_t(index.row())];
        if (role == Qt::DisplayRole && index.column() == 0)
            return group.early ? tr("Before C  Prepared early") : Words::stageLine(group.stage);
        if (role == Qt::FontRole) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    }
    const Step &known = *step(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? CodeTexts::step(known.id) : Words::effectWord(known.effect);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(CodeTexts::step(known.id), effectLine(known));
    case Qt::ForegroundRole:
        if (index.column() == 1)
            return known.effect == Effect::Deletes ? Theme::color(Tone::Failed)
                : known.effect == Effect::Switches ? Theme::color(Tone::Warning)
                                                   : Theme::secondaryText();
        return {};
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Step") : tr("Effect");
}

} // namespace undock::gui
