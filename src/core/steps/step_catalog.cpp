#include "core/steps/step.h"
#include "core/steps/step_words.h"
#include "core/text/phrase.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace undock {

namespace {

/// A chain with the order it is asked for in, if it knows orders.
struct ChainOfOrder {
    QString name;
    std::optional<Order> order;
};

std::vector<ChainOfOrder> everyChain()
{
    std::vector<ChainOfOrder> all;
    for (const Order order : { Order::Procedure, Order::Early }) {
        for (const QString &name : chainsOf(order))
            all.push_back({ name, order });
    }
    for (const QString &name : chainsOfTheirOwn())
        all.push_back({ name, std::nullopt });
    return all;
}

const StepPlace *placeIn(const Step &step, const ChainOfOrder &chain)
{
    const auto place = std::find_if(step.places.begin(), step.places.end(),
        [&](const StepPlace &candidate) { return candidate.isIn(chain.name, chain.order); });
    return place == step.places.end() ? nullptr : &*place;
}

QString rolesWrong(const std::vector<Step> &steps)
{
    for (const StepRole role : allStepRoles()) {
        QStringList holders;
        for (const Step &step : steps) {
            for (const StepRole held : step.roles) {
                if (held == role)
                    holders << step.id;
            }
        }
        if (holders.size() != 1)
            return QStringLiteral("role %1 is held by %2 instead of by one step")
                .arg(stepRoleName(role), holders.isEmpty() ? QStringLiteral("none") : holders.join(QLatin1Char(' ')));
    }
    return {};
}

QString placesWrong(const std::vector<Step> &steps)
{
    for (const ChainOfOrder &chain : everyChain()) {
        QSet<int> taken;
        for (const Step &step : steps) {
            int places = 0;
            for (const StepPlace &place : step.places) {
                if (!place.isIn(chain.name, chain.order))
                    continue;
                if (++places > 1 || taken.contains(place.number))
                    return QStringLiteral("%1: chain %2 has two places %3, or the step stands there twice")
                        .arg(step.id, chain.name)
                        .arg(place.number);
                taken.insert(place.number);
            }
        }
        if (taken.isEmpty())
            return QStringLiteral("chain %1 has no steps").arg(chain.name);
    }
    return {};
}

bool standsIn(const Step &step, Order order)
{
    const QStringList chains = chainsOf(order);
    return std::any_of(chains.begin(), chains.end(), [&](const QString &name) {
        return placeIn(step, { name, order }) != nullptr;
    });
}

/// What a gate asks for has to be in what is sent, or the gate would never open.
QString requirementsWrong(const std::vector<Step> &steps)
{
    for (const Step &step : steps) {
        const bool inBoth = standsIn(step, Order::Procedure) && standsIn(step, Order::Early);
        const bool deletes = placeIn(step, { QLatin1String(deletionChain), std::nullopt }) != nullptr;
        if (step.requiredByStage && !(step.stage == Stage::I ? deletes : inBoth))
            return QStringLiteral("%1 is required by its stage, but has no place in each order").arg(step.id);
        if (step.requiredEarly && !placeIn(step, { QLatin1String(prepareChain), Order::Early }))
            return QStringLiteral("%1 is required early, but has no place in %2")
                .arg(step.id, QLatin1String(prepareChain));
        if (!step.redoOn.isEmpty() && !inBoth)
            return QStringLiteral("%1 is to be done again, but has no place in each order").arg(step.id);
    }
    for (int stage = 0; stage < migrationStages; ++stage) {
        if (std::none_of(steps.begin(), steps.end(),
                [&](const Step &step) { return step.requiredByStage && step.stage == static_cast<Stage>(stage); }))
            return QStringLiteral("stage %1 requires no step").arg(stageName(static_cast<Stage>(stage)));
    }
    return {};
}

QString redoWrong(const std::vector<Step> &steps)
{
    QSet<QString> named;
    for (const Step &step : steps) {
        for (const QString &code : step.redoOn) {
            if (named.contains(code))
                return QStringLiteral("%1: after %2 the work would begin again at two steps").arg(step.id, code);
            named.insert(code);
        }
    }
    return {};
}

} // namespace

Result<StepCatalog> StepCatalog::of(std::vector<Step> steps)
{
    for (const auto &wrongWith : { rolesWrong, placesWrong, requirementsWrong, redoWrong }) {
        if (const QString wrong = wrongWith(steps); !wrong.isEmpty())
            return fail(Error::Kind::BadInput, QStringLiteral("steps-disagree"), wrong, QStringLiteral("steps"),
                phrase("cure-add-a-step"));
    }
    StepCatalog catalog;
    catalog.m_steps = std::move(steps);
    std::stable_sort(
        catalog.m_steps.begin(), catalog.m_steps.end(), [](const Step &a, const Step &b) { return a.stage < b.stage; });
    for (const Step &step : catalog.m_steps) {
        for (const StepRole role : step.roles)
            catalog.m_holders[static_cast<size_t>(role)] = step.id;
    }
    for (Step &step : catalog.m_steps) {
        for (const StepRole role : allStepRoles())
            step.undoneBy.replace(QLatin1Char('{') + stepRoleName(role) + QLatin1Char('}'), catalog.holder(role));
    }
    return catalog;
}

Result<StepCatalog> StepCatalog::builtIn()
{
    std::vector<Step> steps;
    const QDir folder(QStringLiteral(":/steps"));
    for (const QString &name : folder.entryList({ QStringLiteral("*.sh") }, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Kind::Failed, QStringLiteral("step-unreadable"), file.errorString(), name);
        auto step = parseStep(name, file.readAll());
        if (!step)
            return tl::make_unexpected(step.error());
        steps.push_back(std::move(*step));
    }
    auto catalog = of(std::move(steps));
    if (!catalog)
        return catalog;
    if (const QStringList amiss = wordsAmiss(*catalog); !amiss.isEmpty())
        return fail(Error::Kind::Failed, QStringLiteral("words-amiss"), amiss.join(QStringLiteral("; ")),
            QStringLiteral("words"), phrase("cure-mend-words"));
    return catalog;
}

const StepCatalog &StepCatalog::own()
{
    static const StepCatalog catalog = [] {
        auto built = builtIn();
        if (!built)
            qFatal("%s", qUtf8Printable(describe(built.error())));
        return std::move(*built);
    }();
    return catalog;
}

const Step *StepCatalog::find(QStringView id) const
{
    for (const Step &step : m_steps) {
        if (step.id == id)
            return &step;
    }
    return nullptr;
}

QStringList StepCatalog::chain(const QString &name, std::optional<Order> order) const
{
    std::vector<std::pair<int, QString>> found;
    for (const Step &step : m_steps) {
        if (const StepPlace *place = placeIn(step, { name, order }))
            found.emplace_back(place->number, step.id);
    }
    std::sort(found.begin(), found.end());
    QStringList ids;
    for (const auto &[number, id] : found)
        ids << id;
    return ids;
}

} // namespace undock
