#pragma once

#include "core/config/transform.h"
#include "core/params/panel_repo.h"

#include <optional>

namespace undock {

/// panel.config.json for the direct install (procedure §5.8, corrected by facts.md §3).
///
/// Sets the systemd runtime, the panel's and the gateway's addresses, the
/// journal as log source and the two services' names; keeps `reverse_proxy`,
/// an update token, and all else as it was. `log.file_path` is set even where a
/// stale one stands. `text` is absent when the VM has no such file.
/// Errors: those of parseJsonText(), `config-shape`.
Result<TransformResult> transformPanelConfig(const std::optional<QByteArray> &text, const PanelRepo &repo);

} // namespace undock
