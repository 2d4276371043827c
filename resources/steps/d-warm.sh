#!/bin/bash
#: id: d-warm
#: stage: D
#: title: Let OpenClaw compile what its first start needs
#: effect: adds
#: time-limit: 300
#: undone-by: nothing (fills caches of root's under /tmp only)
#: params:
#: facts: warmed
#: secret-output: no
#: place: procedure switch 70, early prepare 90
# A first start compiles for some 20 s, into /tmp. Here a throw-away gateway does it: with the same
# plugins of the package as the user's, but with no code of the user's at all (warm_config.py), with no
# right beside being root's by name, no network beside a loopback of its own, without the data, and
# unable to write but to a /tmp and a home of its own. It can neither answer a message nor touch a file.
# What it compiled comes from there into caches that are root's alone (warm_cache.py). When it does
# not work, nothing is lost but time. It takes up to 650 MB: when memory runs out, it goes before the bot does.
#
# While the bot still runs (prepare early) the step waits until all is compiled. While the bot is
# stopped it does not wait: the warm-up goes on beside the copying, and ends with the first start.
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

limit=240

if [ -e "$CUTOVER" ]; then
    fact warmed no
    say "the direct gateway was started already; nothing to warm up"
    exit 0
fi
use_direct_tools
end_warm_up at-once
install -d -m 700 "$WARM_HOME" "$WARM_HOME/.openclaw"
# Made anew under a name that nobody knows before; in /tmp, so that it can change places with what is used.
warm_tmp=$(mktemp -d /tmp/openclaw-undock-warm-XXXXXXXXXX)
keep warm_tmp "$warm_tmp"
tool warm_config.py "$GATEWAY_CONTAINER" "$(is_kept openclaw_root && kept openclaw_root)" "$WARM_HOME"

# What it needs is not under a home, as a rule; then it sees none.
homes=yes
case "$NODE_BIN:$(readlink -f -- "$OPENCLAW_BIN"):$OPENCLAW_BIN" in *:/root/* | /root/* | *:/home/* | /home/*) homes=read-only ;; esac
if ! systemd-run --quiet --collect --unit="$WARM_UNIT" \
    --property=CapabilityBoundingSet= --property=AmbientCapabilities= --property=NoNewPrivileges=yes \
    --property=RestrictSUIDSGID=yes --property=RestrictNamespaces=yes --property=RestrictRealtime=yes --property=LockPersonality=yes \
    --property=PrivateNetwork=yes --property="RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK" \
    --property=PrivateDevices=yes --property=PrivateIPC=yes --property=ProtectSystem=strict --property=ProtectHome=$homes \
    --property=ProtectKernelTunables=yes --property=ProtectKernelModules=yes --property=ProtectKernelLogs=yes \
    --property=ProtectControlGroups=yes --property=ProtectClock=yes --property=ProtectHostname=yes \
    --property=SystemCallArchitectures=native --property=UMask=0077 \
    --property="BindPaths=$warm_tmp:/tmp" --property="ReadWritePaths=/tmp $WARM_HOME" \
    --property="InaccessiblePaths=-/data -$TARGET -$STAGING -$NODE_HOME -$UNDOCK_ROOT -$ENV_FILE -$PANEL_ETC -$COMPOSE_DIR -/etc/shadow -/etc/ssh -/run/systemd/private -/run/systemd/io.systemd.Manager -/run/systemd/journal -/run/systemd/notify -/run/systemd/userdb -/run/dbus -/run/docker -/run/docker.sock -/run/containerd -/var/lib/docker" \
    --property=Nice=5 --property=OOMScoreAdjust=1000 --property=RuntimeMaxSec="$limit" --property=TimeoutStopSec=15 \
    --property=WorkingDirectory="$WARM_HOME" --setenv=HOME="$WARM_HOME" --setenv=PATH="$PATH" \
    --property=EnvironmentFile="$WARM_HOME/environment" \
    --setenv=OPENCLAW_GATEWAY_TOKEN=warm-up --setenv=OPENCLAW_SKIP_CHANNELS=1 --setenv=OPENCLAW_SKIP_CRON=1 \
    --property=StandardOutput=null --property=StandardError=null \
    -- "$OPENCLAW_BIN" gateway run --bind loopback --port "$GATEWAY_PORT" --allow-unconfigured; then
    end_warm_up
    say "the warm-up could not be started; the first start may take some 20 s longer"
    fact warmed no
    exit 0
fi
if ! docker container inspect --format '{{.State.Running}}' "$GATEWAY_CONTAINER" 2>/dev/null | grep -qx true; then
    fact warmed beside
    say "the warm-up runs beside the next steps"
    exit 0
fi

at_exit end_warm_up
began=$(date +%s)
warmed=no
while [ $(($(date +%s) - began)) -lt "$limit" ] && unit_is "$WARM_UNIT" active; do
    pid=$(systemctl show --property=MainPID --value "$WARM_UNIT")
    # Its loopback is its own: look from inside.
    if nsenter --net="/proc/$pid/ns/net" curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$GATEWAY_PORT/" 2>/dev/null; then
        warmed=yes
        break
    fi
    sleep 0.5
done
fact warmed "$warmed"
if [ "$warmed" = yes ]; then
    say "compiled in $(($(date +%s) - began)) s; the first start will not have to"
else
    say "the throw-away gateway did not get up; the first start may take some 20 s longer"
fi
