#pragma once

#include "core/base/result.h"
#include "core/steps/step_deviation.h"
#include "core/steps/step_place.h"
#include "core/steps/step_role.h"
#include "core/verdict/verdict.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace undock {

/// What a step does to the guest, at most.
enum class Effect { Reads, Adds, Switches, Deletes };

QString effectName(Effect effect);

/// One unit inside a stage: a script and what its header declares of it.
struct Step {
    QString id; ///< file name without ".sh": its stage's letter and a name
    Stage stage = Stage::A;
    QString title; ///< English; other languages are in resources/words (step_words.h)
    Effect effect = Effect::Reads;
    int timeLimitSeconds = 0;
    QString undoneBy; ///< English; in a catalogue `{role}` of the header has become the id of the step that holds it
    QStringList params; ///< names the script may read
    QStringList secretParams; ///< subset of `params`
    QStringList facts; ///< names it must report when it passes
    bool secretOutput = false;
    std::vector<StepPlace> places; ///< none: a task sends it by its role
    bool requiredByStage = false; ///< what follows the stage may not begin without it
    bool requiredEarly = false; ///< with Order::Early the stop may not begin without it
    std::vector<StepRole> roles;
    QStringList redoOn; ///< failure codes of later steps after which the work begins again here
    QStringList needsNobody; ///< its warnings that no person has to accept
    int usualSeconds = 0; ///< what it usually takes, beside the time that the data takes by its size
    std::vector<StepDeviation> deviations; ///< from the printed procedure
    QByteArray script; ///< the whole file, header included: what is shown is what runs
};

/// Parses the `#: key: value` header; BadInput names the file and the line.
Result<Step> parseStep(const QString &fileName, const QByteArray &script);

/// Every step that the program carries, by id.
class StepCatalog {
public:
    /// From the program's resources (:/steps). Failed if one does not parse, if they do not fit together, or if one has
    /// no title in a language of resources/words.
    static Result<StepCatalog> builtIn();
    /// Of steps that were parsed. BadInput `steps-disagree` says what does not fit together: every role is held by
    /// exactly one step, no place is taken twice, no order lacks what the gates ask for, no failure code begins the
    /// work at two places.
    static Result<StepCatalog> of(std::vector<Step> steps);
    /// The one that this program works by. Ends the program if there is none: without it nothing that a journal says
    /// can be judged.
    static const StepCatalog &own();

    const Step *find(QStringView id) const;
    const std::vector<Step> &all() const { return m_steps; }
    /// Id of the step that holds the role; empty in an empty catalogue.
    const QString &holder(StepRole role) const { return m_holders[static_cast<size_t>(role)]; }
    /// Ids of a chain's steps, in their order.
    QStringList chain(const QString &name, std::optional<Order> order = {}) const;

private:
    std::vector<Step> m_steps; ///< sorted by stage, then id
    std::array<QString, stepRoleCount> m_holders;
};

} // namespace undock
