#!/bin/bash
#: id: c-stop
#: stage: C
#: title: Stop the containers, removing nothing
#: effect: switches
#: time-limit: 300
#: undone-by: {starts-docker}
#: params:
#: facts: stopped_at_ms containers
#: secret-output: no
#: place: switch 30
#: required: stage
#: role: stops-docker
#: deviates: stopped-side-by-side
# The gateway gets time to finish what it writes. The panel keeps nothing in memory and ignores the
# signal: it need not have its ten seconds, and while it is waited for the bot still answers.
gateway_grace=60
panel_grace=2

containers=$(compose_containers -a)
require_containers "$containers"
if is_kept environment_of && [ "$(kept environment_of)" != "$(container_id "$GATEWAY_CONTAINER")" ]; then
    fail container-changed container="$GATEWAY_CONTAINER"
fi
running=$(running_containers)
# A later try, after an interruption, must not forget what an earlier one found running.
were_running=$running
! is_kept containers_running || were_running=$(printf '%s\n' "$(kept containers_running)" "$running" | sed '/^$/d' | sort -u)
keep containers_running "$were_running"

pids=()
stop_one() { # NAME GRACE
    say "stopping $1"
    docker stop --time "$2" -- "$1" >/dev/null &
    pids+=($!)
}
wait_all() {
    local pid
    for pid in "${pids[@]}"; do
        wait "$pid" || finding attention stop-complained @stop-complained
    done
    pids=()
}
if grep -qx -- "$PANEL_CONTAINER" <<<"$running"; then
    stop_one "$PANEL_CONTAINER" "$panel_grace"
    wait_all
fi
# The outage begins with the try that finds the gateway at work.
if ! is_kept stopped_at_ms || grep -qx -- "$GATEWAY_CONTAINER" <<<"$running"; then
    keep stopped_at_ms "$(date +%s%3N)"
fi
stopped_at_ms=$(kept stopped_at_ms)
while IFS= read -r name; do
    [ -z "$name" ] || [ "$name" = "$PANEL_CONTAINER" ] || stop_one "$name" "$gateway_grace"
done <<<"$running"
wait_all

mapfile -t names <<<"$containers"
states=$(docker inspect --type container \
    --format '{{slice .Name 1}}|{{.State.Running}}|{{.State.Status}}, exit {{.State.ExitCode}}, ended {{.State.FinishedAt}}, restarts {{.RestartCount}}, policy {{.HostConfig.RestartPolicy.Name}}' \
    -- "${names[@]}")
left=$(awk -F'|' '$2 != "false" { print $1 }' <<<"$states")
while IFS='|' read -r name _ state; do say "$name: $state"; done <<<"$states"
require_all_stopped "$left"
listening=$(ss -Hlnt "( sport = :$GATEWAY_PORT or sport = :$PANEL_PORT )")
[ -z "$listening" ] || fail port-still-taken gateway="$GATEWAY_PORT" panel="$PANEL_PORT" listening="${listening//$'\n'/; }"

fact stopped_at_ms "$stopped_at_ms"
fact containers "${containers//$'\n'/ }"
