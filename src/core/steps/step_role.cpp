#include "core/steps/step_role.h"

#include "core/steps/step.h"

namespace undock {

namespace {

struct RoleName {
    StepRole role;
    const char *name;
};

/// The one table of names, in the order of the enumeration; tests/guest/check_steps.py reads it too.
constexpr RoleName roleNames[] = {
    { StepRole::Scans, "scans" },
    { StepRole::ReadsConfigs, "reads-configs" },
    { StepRole::MakesBackup, "makes-backup" },
    { StepRole::ProvesBackup, "proves-backup" },
    { StepRole::NotesPolicies, "notes-policies" },
    { StepRole::StopsDocker, "stops-docker" },
    { StepRole::CompletesBackup, "completes-backup" },
    { StepRole::ListsSource, "lists-source" },
    { StepRole::InstallsOpenclaw, "installs-openclaw" },
    { StepRole::CopiesEarly, "copies-early" },
    { StepRole::ProvesCopy, "proves-copy" },
    { StepRole::CarriesEnvironment, "carries-environment" },
    { StepRole::AdaptsPaths, "adapts-paths" },
    { StepRole::PlacesConfig, "places-config" },
    { StepRole::PlacesCopy, "places-copy" },
    { StepRole::InstallsPanel, "installs-panel" },
    { StepRole::PlacesPanelConfig, "places-panel-config" },
    { StepRole::WritesUnits, "writes-units" },
    { StepRole::StartsDirect, "starts-direct" },
    { StepRole::ReadsOutage, "reads-outage" },
    { StepRole::Accepts, "accepts" },
    { StepRole::SavesContainers, "saves-containers" },
    { StepRole::DeletesContainers, "deletes-containers" },
    { StepRole::ChecksDeletion, "checks-deletion" },
    { StepRole::DeletesImages, "deletes-images" },
    { StepRole::StartsDaemon, "starts-daemon" },
    { StepRole::StopsDirect, "stops-direct" },
    { StepRole::SavesNewData, "saves-new-data" },
    { StepRole::RestoresData, "restores-data" },
    { StepRole::StartsDocker, "starts-docker" },
    { StepRole::ProvesDocker, "proves-docker" },
    { StepRole::CarriesBack, "carries-back" },
    { StepRole::ListsConfigs, "lists-configs" },
    { StepRole::RestoresConfig, "restores-config" },
    { StepRole::ListsLeftovers, "lists-leftovers" },
    { StepRole::RemovesLeftover, "removes-leftover" },
};
static_assert(std::size(roleNames) == stepRoleCount);

} // namespace

const std::array<StepRole, stepRoleCount> &allStepRoles()
{
    static const std::array<StepRole, stepRoleCount> all = [] {
        std::array<StepRole, stepRoleCount> roles{};
        for (size_t n = 0; n < roles.size(); ++n)
            roles[n] = roleNames[n].role;
        return roles;
    }();
    return all;
}

QString stepRoleName(StepRole role)
{
    return QLatin1String(roleNames[static_cast<size_t>(role)].name);
}

std::optional<StepRole> stepRoleFromName(QStringView name)
{
    for (const RoleName &known : roleNames) {
        if (name == QLatin1String(known.name))
            return known.role;
    }
    return std::nullopt;
}

const QString &stepOf(StepRole role)
{
    return StepCatalog::own().holder(role);
}

} // namespace undock
