#pragma once

#include "core/config/docker_addresses.h"
#include "core/config/transform.h"
#include "core/params/choices.h"

namespace undock {

/// openclaw.json for the direct install (procedure §5.6, corrected by facts.md §3).
///
/// Sets `gateway.port`, `gateway.remote.url`, adds the two front addresses to
/// `gateway.controlUi.allowedOrigins`, and fills in `gateway.bind` (loopback)
/// and `gateway.mode` where they are unset. Where the printed procedure would
/// write "remote", `modeWhenUnset` is written. Paths of the container's state
/// directory are rewritten, and so are `addresses` of Docker's own. Key order and all else stay.
/// `text` is JSON; a JSON5 file is turned into JSON in the guest before.
/// Errors: those of parseJsonText(), `config-shape`.
Result<TransformResult> transformOpenclawConfig(
    const QByteArray &text, GatewayMode modeWhenUnset, const AddressChanges &addresses = {});

} // namespace undock
