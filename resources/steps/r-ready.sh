#!/bin/bash
#: id: r-ready
#: stage: R
#: title: See that Docker's version can be started, before anything is stopped
#: effect: reads
#: time-limit: 3600
#: undone-by: nothing (reads only)
#: params: restore
#: facts: ready
#: secret-output: no
#: place: rollback 10, restore 10
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

least_room=$((64 << 20)) # bytes that new containers want for their layers and logs

require_docker
[ ! -e "$CUTOVER" ] || require_no_link

services=()
if container_there "$GATEWAY_CONTAINER" && container_there "$PANEL_CONTAINER"; then
    ready=containers
    say "$GATEWAY_CONTAINER and $PANEL_CONTAINER are there and can be started"
else
    require_compose_files
    if is_kept compose_services; then mapfile -t services <"$UNDOCK_STATE/compose_services"; fi
    wanted=$(compose config --images "${services[@]}") ||
        fail compose-broken
    [ -n "$wanted" ] || fail compose-broken @compose-without-image
    missing=$(while IFS= read -r image; do has_image "$image" || printf '%s ' "$image"; done <<<"$wanted")
    [ -z "$missing" ] ||
        images_gone missing="$missing"
    place=$(docker info --format '{{.DockerRootDir}}')
    require_room "$place" "$least_room" @no-space-for-containers place="$place"
    ready=images
    say "the containers are gone; their images are there: ${wanted//$'\n'/, }"
fi

if has_param restore; then
    require_whole_backup >/dev/null
    need=0
    for place in "$SRC_STATE" "$SRC_PANEL"; do
        [ ! -d "$place" ] || need=$((need + $(du -sB1 --apparent-size -- "$place" | cut -f1)))
    done
    require_room "${SRC_STATE%/*}" $((need + least_room)) @no-space-for-restore needed="$need"
fi
fact ready "$ready"
