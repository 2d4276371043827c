#!/bin/bash
#: id: c-stop
#: stage: C
#: title: Stop the containers, removing nothing
#: effect: switches
#: time-limit: 300
#: undone-by: r-docker-start
#: params:
#: facts: stopped_at_ms containers
#: secret-output: no
# The gateway gets time to finish what it writes. The panel keeps nothing in memory and ignores
# the signal, so waiting for it would only lengthen the outage: the two do not wait for each other.
gateway_grace=60
panel_grace=2

require_docker
containers=$(compose_containers -a)
[ -n "$containers" ] || fail no-containers "There are no containers of $COMPOSE_DIR: nothing to stop."
running=$(running_containers)
# Only the try that finds the gateway at work sees what was running, and when the outage began;
# a later one, after an interruption, must not forget it.
if ! is_kept stopped_at_ms || grep -qx -- "$GATEWAY_CONTAINER" <<<"$running"; then
    keep containers_running "$running"
    keep stopped_at_ms "$(date +%s%3N)"
fi
stopped_at_ms=$(kept stopped_at_ms)
pids=()
while IFS= read -r name; do
    [ -n "$name" ] || continue
    grace=$gateway_grace
    [ "$name" = "$PANEL_CONTAINER" ] && grace=$panel_grace
    say "stopping $name"
    docker stop --time "$grace" -- "$name" >/dev/null &
    pids+=($!)
done <<<"$running"
for pid in "${pids[@]}"; do
    wait "$pid" || warn stop-complained "docker stop reported an error; what runs is looked at next."
done

left=$(running_containers)
for name in $left; do
    say "$name: $(docker inspect --type container --format '{{json .State}} restarts {{.RestartCount}} policy {{.HostConfig.RestartPolicy.Name}}' -- "$name")"
done
[ -z "$left" ] || fail still-running "These containers did not stop: ${left//$'\n'/, }. Nothing was removed; try again, or start them again by rolling back."
while IFS= read -r name; do
    state=$(docker inspect --type container --format 'exit {{.State.ExitCode}}, ended {{.State.FinishedAt}}' -- "$name")
    say "$name: stopped ($state)"
done <<<"$containers"
listening=$(ss -Hlnt "( sport = :$GATEWAY_PORT or sport = :$PANEL_PORT )")
[ -z "$listening" ] || fail port-still-taken "The containers are stopped, but something still listens on $GATEWAY_PORT or $PANEL_PORT: ${listening//$'\n'/; }"

fact stopped_at_ms "$stopped_at_ms"
fact containers "${containers//$'\n'/ }"
