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
if [ -e "$CUTOVER" ] && [ -L "$TARGET" ]; then
    fail target-replaced "$TARGET is a symbolic link now, which this run did not make. Look where it leads and put the directory back in its place, then roll back again. Nothing was stopped."
fi

services=()
if container_there "$GATEWAY_CONTAINER" && container_there "$PANEL_CONTAINER"; then
    ready=containers
    say "$GATEWAY_CONTAINER and $PANEL_CONTAINER are there and can be started"
else
    require_compose_files
    if is_kept compose_services; then mapfile -t services <"$UNDOCK_STATE/compose_services"; fi
    wanted=$(compose config --images "${services[@]}") ||
        fail compose-broken "docker compose does not accept the files that the containers were made from (see above), so they cannot be made again. Nothing was stopped."
    [ -n "$wanted" ] || fail compose-broken "The compose files name no image. Nothing was stopped."
    missing=$(while IFS= read -r image; do has_image "$image" || printf '%s ' "$image"; done <<<"$wanted")
    [ -z "$missing" ] ||
        fail images-gone "The containers are gone, and so are images that they would be made from: $missing. Docker's version cannot be started. Nothing was stopped; the images must come from their registry first."
    place=$(docker info --format '{{.DockerRootDir}}')
    [ "$(free_bytes "$place")" -gt "$least_room" ] ||
        fail no-space "There is no room in $place for new containers; free some space first. Nothing was stopped."
    ready=images
    say "the containers are gone; their images are there: ${wanted//$'\n'/, }"
fi

if has_param restore; then
    folder=$(backup_dir) || fail backup-gone "The backup folder of this run is not there any more; nothing was stopped."
    (cd "$folder" && sha256sum --quiet -c SHA256SUMS.txt) ||
        fail backup-damaged "The backup's checksums do not fit (see above); nothing was stopped."
    need=0
    for place in "$SRC_STATE" "$SRC_PANEL"; do
        [ ! -d "$place" ] || need=$((need + $(du -sB1 --apparent-size -- "$place" | cut -f1)))
    done
    [ "$(free_bytes "${SRC_STATE%/*}")" -gt $((need + least_room)) ] ||
        fail no-space "There is no room for the restored data beside the old ($need bytes); free some space first. Nothing was stopped."
fi
fact ready "$ready"
