#include "gui/wizard/handover.h"

#include "core/params/field.h"
#include "core/record/handover_text.h"
#include "core/text/phrase.h"
#include "gui/text/code_texts.h"

namespace undock::gui {

namespace {

bool answeredOnlyThen(const QString &id)
{
    return id == QLatin1String("lease-held") || id == QLatin1String("all-nodes-asked")
        || id == QLatin1String("acceptance-green-now");
}

} // namespace

QString Handover::address(const RunState &state)
{
    return panelAddress(state);
}

QString Handover::tunnel(const RunState &state)
{
    QString ip = state.fact(u"ip");
    if (ip.isEmpty())
        ip = state.asked(Field::Ip);
    if (ip.isEmpty())
        return {};
    return QStringLiteral("ssh -N -L 18080:%1:18080 -L 18789:%1:18789 %2").arg(ip, state.node());
}

QString Handover::message(const RunState &state)
{
    return tr(
        "Your bot has moved to a new base; nothing should look different. Please open %1, log in as always, read an "
        "old conversation, send a message, and save a setting. Tell us whether everything is as before.")
        .arg(address(state).isEmpty() ? tr("the panel") : address(state));
}

std::vector<Handover::Condition> Handover::conditions(const Queue &queue, const QString &run)
{
    const RunState state = queue.state(run);
    DeletionFacts facts = deletionFactsOf(state);
    // What has been seen of holds is shown; whether it is still so is asked again by the engine.
    NodeHolds here;
    here.node = state.node();
    here.answered = true;
    for (const Json &hold : queue.holds())
        here.marks.push_back({ QString::number(intAt(hold, keyOf(Field::Vmid))), stringAt(hold, "reason") });
    facts.holds = { here };
    facts.queueNodes = { state.node() };
    std::vector<Condition> list;
    for (const DeletionCondition &known : evaluateDeletion(facts).conditions) {
        Condition condition{ known.id, CodeTexts::condition(known.id), CodeTexts::said(known.detail), known.state,
            answeredOnlyThen(known.id) };
        if (condition.askedThen && condition.id == QLatin1String("acceptance-green-now") && !state.acceptanceGreen())
            condition.askedThen = false;
        list.push_back(condition);
    }
    return list;
}

bool Handover::deletionFailed(const RunState &state)
{
    return state.phase() == RunState::Phase::Failed
        && (state.deletionBegun() || state.stage(Stage::I).mark == StageState::Mark::Failed);
}

bool Handover::mayDelete(const std::vector<Condition> &conditions)
{
    return std::all_of(conditions.begin(), conditions.end(), [](const Condition &condition) {
        return condition.askedThen || condition.state == DeletionCondition::State::Met;
    });
}

} // namespace undock::gui
