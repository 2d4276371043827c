#!/bin/bash
# Sourced by the two steps that delete. Everything that must hold is asked here once more, in
# the guest, at that moment: what the desk knows may be old.
# Needs direct.sh, docker_side.sh.

newest_acceptance=1800 # seconds a passed acceptance is good for

require_deletable() {
    local job state newest='' ended
    require_generation
    grep -qsx "run=$UNDOCK_RUN_NAME" "$CUTOVER" ||
        fail no-cutover
    require_proven @not-proven-here

    require_whole_backup >/dev/null

    # In the order of their numbers: the hundredth job comes after the ninety-ninth.
    for job in "$UNDOCK_RUN"/[0-9][0-9]-h-checks "$UNDOCK_RUN"/[0-9][0-9][0-9]-h-checks; do
        [ -f "$job/result" ] && newest=$job
    done
    [ -n "$newest" ] || fail not-accepted
    state=$(sed -n 's/^state //p' "$newest/result")
    ended=$(sed -n 's/^ended //p' "$newest/result")
    [ "$state" = passed ] || fail not-accepted @not-accepted-state state="$state"
    [ $(($(date +%s) - ended / 1000)) -le "$newest_acceptance" ] ||
        fail acceptance-old minutes="$((newest_acceptance / 60))"

    tool wait_up.py --steady 10 5 || direct_not_up
    tool lone_gateway.py delete
}

name_image_of() { # CONTAINER: a name for its image when it has none, or the pruning would take it for waste
    local image tags
    image=$(docker container inspect --format '{{.Image}}' -- "$1")
    tags=$(docker image inspect --format '{{len .RepoTags}}' -- "$image") ||
        images_gone @image-unread container="$1" image="$image"
    [ "$tags" = 0 ] || return 0
    docker tag "$image" "$KEPT_IMAGE:$1"
    say "the image of $1 had no name and would have been pruned; it is $KEPT_IMAGE:$1 now"
}
