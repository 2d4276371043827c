#!/bin/bash
#: id: d-warm
#: stage: D
#: title: Let OpenClaw compile what its first start needs
#: effect: adds
#: time-limit: 300
#: undone-by: nothing (fills caches under /tmp only)
#: params:
#: facts: warmed
# A first start compiles for some 20 s, into /tmp. Here a throw-away gateway does it before the
# bot is stopped: the user's own configuration (so that the same plugins are loaded), but no
# network beside its own loopback, no data, and no way to write but its own places and /tmp. It can
# neither answer a message nor touch a file. When it does not work, nothing is lost but time.
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

limit=150
unit=openclaw-undock-warm-$UNDOCK_RUN_NAME.service

if [ -e "$CUTOVER" ]; then
    fact warmed no
    say "the direct gateway runs already; nothing to warm up"
    exit 0
fi
use_direct_tools
home=$(mktemp -d /tmp/openclaw-undock-warm.XXXXXX)
at_exit rm -rf -- "$home"
mkdir -m 700 "$home/.openclaw"
[ ! -f "$SRC_STATE/openclaw.json" ] || install -m 600 "$SRC_STATE/openclaw.json" "$home/.openclaw/openclaw.json"

at_exit systemctl stop "$unit"
systemctl stop "$unit" 2>/dev/null || true
systemd-run --quiet --collect --unit="$unit" \
    --property=PrivateNetwork=yes --property=ProtectSystem=strict --property=ReadWritePaths=/tmp \
    --property="InaccessiblePaths=-/data -$TARGET -/run/docker.sock -/var/lib/docker -$UNDOCK_ROOT" \
    --property=NoNewPrivileges=yes --property=Nice=5 --property=RuntimeMaxSec="$limit" \
    --property=WorkingDirectory="$home" --setenv=HOME="$home" --setenv=PATH="$PATH" \
    --setenv=OPENCLAW_GATEWAY_TOKEN=warm-up --setenv=OPENCLAW_SKIP_CHANNELS=1 --setenv=OPENCLAW_SKIP_CRON=1 \
    --property=StandardOutput=null --property=StandardError=null \
    -- "$OPENCLAW_BIN" gateway run --bind loopback --port "$GATEWAY_PORT" --allow-unconfigured ||
    { warn warm-up-failed "The warm-up could not be started; the first start will take some 20 s longer."; fact warmed no; exit 0; }

began=$(date +%s)
up=no
while [ $(($(date +%s) - began)) -lt "$limit" ] && unit_is "$unit" active; do
    pid=$(systemctl show --property=MainPID --value "$unit")
    # Its loopback is its own: look from inside.
    if nsenter --net="/proc/$pid/ns/net" curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$GATEWAY_PORT/" 2>/dev/null; then
        up=yes
        break
    fi
    sleep 0.5
done
fact warmed "$up"
if [ "$up" = yes ]; then
    say "a first start would have taken $(($(date +%s) - began)) s; what it compiled is kept in /tmp"
else
    say "the throw-away gateway did not get up; the first start may take some 20 s longer"
fi
