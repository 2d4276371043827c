#!/bin/bash
#: id: e-environment
#: stage: E
#: title: Carry over the container's own environment
#: effect: adds
#: time-limit: 120
#: undone-by: nothing (adds /etc/openclaw-gateway.env and what it names in /etc/openclaw-gateway.files)
#: params:
#: facts: environment token_sha256
#: secret-output: no
#: place: procedure switch 90, early prepare 70
#: required: stage
#: role: carries-environment
#: deviates: environment-carried, zone-carried if zone
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_no_cutover
require_docker

if [ -e "$ENV_FILE" ] && ! grep -q '^# .*written by openclaw-undock' "$ENV_FILE"; then
    aside=$(free_name "$ENV_FILE.bak.$(stamp)")
    mv -T -- "$ENV_FILE" "$aside"
    chmod 600 "$aside"
    fact environment_backup "$aside"
    say "an environment file that was there was kept as $aside"
fi
config=$STAGING/openclaw.json
[ -e "$config" ] || config=$SRC_STATE/openclaw.json
container=$(container_id "$GATEWAY_CONTAINER")
tool env_file.py "$GATEWAY_CONTAINER" "$ENV_FILE" "$config"
# Another container of that name may have another environment: looked at again before the stop.
keep environment_of "$container"
