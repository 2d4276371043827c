#!/bin/bash
#: id: c-probe
#: stage: C
#: title: Begin to measure the outage from inside the guest
#: effect: adds
#: time-limit: 60
#: undone-by: nothing (ends by itself when both answer again)
#: params:
#: facts: probe
#: secret-output: no
#: place: switch 10
#: redo-on: containers-running containers-ran-again
# A unit of its own: it has to outlive this chain, and a rollback if there is one.
unit=openclaw-undock-probe-$UNDOCK_RUN_NAME.service
mkdir -p "$UNDOCK_STATE"
if systemctl --quiet is-active "$unit"; then
    say "the probe runs already"
else
    systemd-run --quiet --collect --unit="$unit" --description="OpenClaw Undock outage probe" \
        --property=StandardOutput=null --property=StandardError=journal \
        -- /usr/bin/env python3 -S -s -B "$UNDOCK_LIB/outage_probe.py" "$UNDOCK_STATE/outage.json"
    say "$GATEWAY_PORT and $PANEL_PORT are asked every 100 ms from now on"
fi
fact probe "$unit"
