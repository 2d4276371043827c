#pragma once

#include "core/base/result.h"
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
    QString id; ///< file name without ".sh", e.g. "b-archive"
    Stage stage = Stage::A;
    QString title; ///< English; translated by the program that shows it
    Effect effect = Effect::Reads;
    int timeLimitSeconds = 0;
    QString undoneBy;
    QStringList params; ///< names the script may read
    QStringList secretParams; ///< subset of `params`
    QStringList facts; ///< names it must report when it passes
    bool secretOutput = false;
    QByteArray script; ///< the whole file, header included: what is shown is what runs
};

/// Parses the `#: key: value` header; BadInput names the file and the line.
Result<Step> parseStep(const QString &fileName, const QByteArray &script);

/// Every step that the program carries, by id.
class StepCatalog {
public:
    /// From the program's resources (:/steps). Failed if any of them does not parse.
    static Result<StepCatalog> builtIn();

    const Step *find(QStringView id) const;
    const std::vector<Step> &all() const { return m_steps; }

private:
    std::vector<Step> m_steps; ///< sorted by stage, then id
};

} // namespace undock
