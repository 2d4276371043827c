#pragma once

#include "core/params/choices.h"
#include "core/params/field.h"
#include "core/params/guest_ip.h"
#include "core/params/node_target.h"
#include "core/params/openclaw_version.h"
#include "core/params/operator_name.h"
#include "core/params/panel_repo.h"
#include "core/params/panel_tag.h"
#include "core/params/sha256_sum.h"
#include "core/params/source_url.h"
#include "core/params/thresholds.h"
#include "core/params/vm_id.h"

#include <QMap>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace undock {

/// Everything that one run is told. A snapshot of it stands at the head of the
/// run's journal. Every member is a checked value: whoever holds a
/// RunParameters need not check again.
///
/// A new member is a new row of the table in run_parameters.cpp, at the same place; see docs/architecture.md.
struct RunParameters {
    Vmid vmid;
    std::optional<GuestIp> ip; ///< absent: take the node's word for it (`qm config`)
    NodeTarget node;
    PanelTag panelTag;
    PanelRepo panelRepo;
    OpenclawVersion openclawVersion;
    GatewayMode gatewayMode;
    Order order;
    SourceUrl installerUrl;
    SourceUrl panelSource; ///< base of a GitHub-like API
    std::optional<SourceUrl> npmRegistry; ///< absent: the package client's own default
    std::optional<Sha256Sum> installerSha256; ///< absent: not pinned
    std::optional<Sha256Sum> panelSha256; ///< of the panel's tarball
    int steadySeconds; ///< see parseSteadySeconds()
    int leastFreeMib; ///< see parseLeastFreeMib()
    OperatorName operatorName;

    VmId vm() const { return { node, vmid }; }

    friend bool operator==(const RunParameters &, const RunParameters &) = default;
};

/// The names of all fields, in their order (nameOf()).
QStringList runParameterFields();

/// Checks all fields and reports every bad one, not only the first. A field
/// that is missing or empty gets its default. Errors: those of the types, and
/// `field-missing`, `field-unknown`.
tl::expected<RunParameters, std::vector<Error>> makeRunParameters(const QMap<QString, QString> &fields);

/// The inverse of makeRunParameters(); absent values are empty strings.
QMap<QString, QString> toFields(const RunParameters &parameters);

/// Keys in the order of runParameterFields(); vmid as a number, absent values as null.
nlohmann::ordered_json toJson(const RunParameters &parameters);

/// Checks like makeRunParameters() and reports the first error. Keys it does
/// not know are passed over, so that a newer version's journal can be read.
/// Errors also: `not-an-object`, `field-type`.
Result<RunParameters> runParametersFromJson(const nlohmann::ordered_json &json);

} // namespace undock
