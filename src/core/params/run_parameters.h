#pragma once

#include "core/params/choices.h"
#include "core/params/guest_ip.h"
#include "core/params/node_target.h"
#include "core/params/openclaw_version.h"
#include "core/params/operator_name.h"
#include "core/params/panel_repo.h"
#include "core/params/panel_tag.h"
#include "core/params/sha256_sum.h"
#include "core/params/source_url.h"
#include "core/params/thresholds.h"
#include "core/params/vmid.h"

#include <QMap>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

namespace undock {

/// Everything that one run is told. A snapshot of it stands at the head of the
/// run's journal. Every member is a checked value: whoever holds a
/// RunParameters need not check again.
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

    friend bool operator==(const RunParameters &, const RunParameters &) = default;
};

/// Field names: `vmid ip node panel_tag panel_repo openclaw_version gateway_mode
/// order installer_url panel_source npm_registry installer_sha256 panel_sha256 steady_seconds least_free_mib operator`. The same names are
/// used in JSON, in queue files, by step scripts and as Error::where.
QStringList runParameterFields();

/// What a field gets that is not given; empty where there is no default
/// (`vmid`, `node` and `operator` must be given; an empty `ip`, `npm_registry` or pinned sum means absent).
QString defaultFor(const QString &field);

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
