#pragma once

#include <QString>

#include <array>
#include <optional>

namespace undock {

/// What the rest of the program needs a step for. The header of a step names its roles, and every role is held by
/// exactly one step: what asks for a role need not know the step. A step's id does not change: journals tell of it.
enum class StepRole {
    Scans, ///< looks at the guest before anything is changed
    ReadsConfigs,
    MakesBackup, ///< the first that adds anything to the VM
    ProvesBackup,
    NotesPolicies, ///< the first that changes anything of Docker's
    StopsDocker,
    CompletesBackup, ///< what changed between the archives and the stop
    ListsSource,
    InstallsOpenclaw,
    CopiesEarly, ///< a first copy while the bot still runs
    ProvesCopy,
    CarriesEnvironment,
    AdaptsPaths,
    PlacesConfig,
    PlacesCopy,
    InstallsPanel,
    PlacesPanelConfig,
    WritesUnits,
    StartsDirect, ///< the first start: from here on users write into the direct version
    ReadsOutage,
    Accepts, ///< the acceptance's checks in the guest
    SavesContainers,
    DeletesContainers,
    ChecksDeletion,
    DeletesImages,
    StartsDaemon,
    StopsDirect,
    SavesNewData, ///< takes the cutover back
    RestoresData,
    StartsDocker,
    ProvesDocker, ///< Docker's version answers again
    CarriesBack,
    ListsConfigs,
    RestoresConfig,
    ListsLeftovers,
    RemovesLeftover,
};

inline constexpr size_t stepRoleCount = static_cast<size_t>(StepRole::RemovesLeftover) + 1;

/// All of them, in the order above.
const std::array<StepRole, stepRoleCount> &allStepRoles();
/// As headers write it, e.g. "stops-docker".
QString stepRoleName(StepRole role);
std::optional<StepRole> stepRoleFromName(QStringView name);

/// Id of the step of this program that holds the role.
const QString &stepOf(StepRole role);

} // namespace undock
