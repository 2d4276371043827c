#pragma once

#include "core/run/run_state.h"

namespace undock {

/// Whether something may begin, and what stands against it.
struct GateResult {
    struct Reason {
        QString code; ///< stable, kebab-case: step-missing, step-failed, step-unknown, warning-open, finding-blocks,
                      ///< acceptance-not-green, rolled-back, docker-deleted, images-removed, already-stopped
        QString about; ///< a step, a warning's or finding's code, a check's id
        QString detail; ///< English, for people
    };
    std::vector<Reason> reasons; ///< everything that stands against it, not only the first

    bool open() const { return reasons.empty(); }
    bool has(QStringView code) const;
};

/// May the stage begin? Stages keep the procedure's order and none can be skipped: every
/// required step of every stage before it must be green (passed, or each of its warnings
/// acknowledged by name), and nothing that was begun may be unsettled. With "prepare early"
/// the early steps stand before C.
///
/// Stage::I: A to H and a green acceptance; the deletion itself asks more (deletion.h).
/// Stage::Rollback: open at every point, but while a deletion's outcome is unknown and
/// once the images are gone.
GateResult stageGate(const RunState &state, Stage stage);

/// May the early steps (required_steps.h) begin? A and B green, nothing switched yet.
GateResult earlyGate(const RunState &state);

} // namespace undock
