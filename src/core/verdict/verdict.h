#pragma once

#include <QString>

#include <optional>

namespace undock {

/// What is known of a step or check. `Unknown` never counts as success nor as
/// failure: the guest has to be asked again first.
enum class Verdict { Passed, Warning, Failed, Unknown };

QString verdictName(Verdict verdict);
std::optional<Verdict> verdictFromName(QStringView name);

/// The procedure's stages, in its fixed order. Rollback stands beside them, and so does Housekeeping,
/// which says nothing about where a migration stands.
enum class Stage { A, B, C, D, E, F, G, H, I, Rollback, Housekeeping };

inline constexpr int migrationStages = 9;
/// With the two that stand beside them.
inline constexpr int allStages = 11;

/// "A" … "I", "R", "K".
QString stageName(Stage stage);
std::optional<Stage> stageFromName(QStringView name);

} // namespace undock
