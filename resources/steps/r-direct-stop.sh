#!/bin/bash
#: id: r-direct-stop
#: stage: R
#: title: Stop and disable the direct services
#: effect: switches
#: time-limit: 180
#: undone-by: {starts-direct}
#: params:
#: facts: stopped
#: secret-output: no
#: place: rollback 20, restore 20
#: role: stops-direct
#: deviates: direct-disabled
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_own_cutover
end_warm_up at-once

ours=()
for unit in "$GATEWAY_UNIT" "$PANEL_UNIT"; do
    if unit_is_ours "$unit"; then
        ours+=("$unit")
    elif unit_is "$unit" active; then
        fail unit-of-another unit="$unit"
    fi
done
if [ ${#ours[@]} -eq 0 ]; then
    fact stopped none
    say "there are no direct services of this program; nothing to stop"
    exit 0
fi
# The two do not wait for each other; the panel does not go by itself.
systemctl stop --no-block "${ours[@]}"
systemctl stop "$GATEWAY_UNIT" 2>/dev/null || true
for _ in $(seq 20); do
    unit_is "$PANEL_UNIT" active || [ "$(systemctl show --property=ActiveState --value "$PANEL_UNIT")" = deactivating ] || break
    sleep 0.1
done
systemctl kill --signal=SIGKILL "$PANEL_UNIT" 2>/dev/null || true
systemctl stop "${ours[@]}"
systemctl --quiet disable "${ours[@]}" 2>/dev/null
for unit in "${ours[@]}"; do
    ! unit_is "$unit" active || fail not-stopped unit="$unit"
    ! unit_is "$unit" enabled || fail not-disabled unit="$unit"
    systemctl reset-failed "$unit" 2>/dev/null || true
done
fact stopped "${ours[*]}"
say "stopped and not started at boot any more: ${ours[*]}"
