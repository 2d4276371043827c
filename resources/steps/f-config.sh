#!/bin/bash
#: id: f-config
#: stage: F
#: title: Write the panel's configuration
#: effect: adds
#: time-limit: 60
#: undone-by: panel.config.json.bak.<time> beside it
#: params: panel_config_new panel_config_sha256
#: secret-params: panel_config_new
#: facts: panel_config_sha256
#: secret-output: no
#: place: procedure switch 140, early prepare 50
#: required: stage
#: role: places-panel-config
#: deviates: log-path-set
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/put_config.sh
. "$UNDOCK_LIB/put_config.sh"

require_no_cutover
new=$(param_file panel_config_new)
require_json "$new" panel.config.json
install -d -m 700 "$PANEL_ETC"
made_from=$(param panel_config_sha256)
put_config "$new" "$PANEL_CONFIG" "$(stamp)" "$made_from" "$SRC_PANEL/panel.config.json"
# Written before the stop (prepare early), it may be outdated by then: looked at again after it.
keep panel_config_made_from "$made_from"
fact panel_config_sha256 "$(sha_of "$PANEL_CONFIG")"
