#!/bin/bash
#: id: e-config
#: stage: E
#: title: Put the adapted openclaw.json into the copy
#: effect: switches
#: time-limit: 120
#: undone-by: openclaw.json.bak.<time> beside it; {proves-copy} makes the copy anew
#: params: config_new config_sha256 ts
#: secret-params: config_new
#: facts: config_sha256
#: secret-output: no
#: place: switch 110
#: required: stage
#: role: places-config
#: deviates: mode-local if gateway_mode=local, backups-private
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/put_config.sh
. "$UNDOCK_LIB/put_config.sh"

require_no_cutover
require_staging

new=$(param_file config_new)
require_json "$new" openclaw.json
ts=$(param ts)
put_config "$new" "$STAGING/openclaw.json" "${ts//[^0-9]/}" "$(param config_sha256)" "$STAGING/openclaw.json"
# The panel's was written from what it was before the stop, if it is written already.
if is_kept panel_config_made_from; then
    found=$(config_sum "$SRC_PANEL/panel.config.json")
    [ "$found" = "$(kept panel_config_made_from)" ] ||
        fail panel-config-changed path="$SRC_PANEL/panel.config.json"
fi
# Older backups of the configuration hold the same secrets.
tool put_config.py private "$STAGING/openclaw.json"
sum=$(config_sum "$STAGING/openclaw.json")
fact config_sha256 "$sum"
