#pragma once

#include "core/run/run_state.h"

namespace undock {

/// Whether something may begin, and what stands against it.
struct GateResult {
    struct Reason {
        QString code; ///< stable, kebab-case, e.g. step-missing or warning-open
        QString about; ///< a step, a warning's or finding's code, a check's id
        QString detail; ///< English, for people
        QString cure = {}; ///< English; may be empty
    };
    std::vector<Reason> reasons; ///< everything that stands against it, not only the first

    bool open() const { return reasons.empty(); }
    bool has(QStringView code) const;
    QString text() const; ///< all details, in words
};

/// What the scan found that forbids to go on, on the node and in the guest.
std::vector<Finding> blocksOf(const RunState &state);
/// What the newest run of one of the two scans (nodeScanStep, the one of StepRole::Scans) found that does.
std::vector<Finding> blocksOf(const RunState &state, const QString &scan);

/// May the stage begin? Stages keep the procedure's order and none can be skipped: every
/// required step of every stage before it must be green (passed, or each of its warnings
/// acknowledged by name), and nothing that was begun may be unsettled. With "prepare early"
/// the early steps stand before C.
///
/// Stage::I: A to H and a green acceptance; the deletion itself asks more (deletion.h).
GateResult stageGate(const RunState &state, Stage stage);

/// May these steps of the plan begin, the first of them first? The gate of its stage; with "prepare early" and
/// before the stop, what is prepared asks for A and B only.
GateResult chainGate(const RunState &state, const QStringList &steps);

/// Back to Docker's version: at every point, but while a deletion's outcome is unknown and once the images are gone.
GateResult rollbackGate(const RunState &state);
GateResult carryBackGate(const RunState &state);
/// Docker's data from the backup, with Docker's version running on it afterwards.
GateResult restoreGate(const RunState &state);
/// An earlier openclaw.json for the direct version (procedure §7.3).
GateResult putConfigBackGate(const RunState &state);
/// The acceptance alone.
GateResult checkGate(const RunState &state);
/// The deletion of the two images.
GateResult imagesGate(const RunState &state);

} // namespace undock
