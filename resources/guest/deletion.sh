#!/bin/bash
# Sourced by the two steps that delete. Everything that must hold is asked here once more, in
# the guest, at that moment: what the desk knows may be old.
# Needs direct.sh, docker_side.sh.

newest_acceptance=1800 # seconds a passed acceptance is good for

require_deletable() {
    local folder job generation state newest='' ended
    generation=$(cat "$UNDOCK_ROOT/generation" 2>/dev/null || echo 0)
    [ "$(param generation)" = "$generation" ] ||
        fail wrong-generation "This VM was taken over (generation $generation, not $(param generation)); nothing was deleted."
    grep -qsx "run=$UNDOCK_RUN_NAME" "$CUTOVER" ||
        fail no-cutover "This run did not bring this VM to the direct version; nothing was deleted."
    [ "$(kept equal)" = yes ] || fail not-proven "The data was not proven equal in this run; nothing was deleted."

    folder=$(backup_dir) || fail backup-gone "The backup folder of this run is not there any more; nothing was deleted."
    (cd "$folder" && sha256sum --quiet -c SHA256SUMS.txt) ||
        fail backup-damaged "The backup's checksums do not fit (see above); nothing was deleted."

    # In the order of their numbers: the hundredth job comes after the ninety-ninth.
    for job in "$UNDOCK_RUN"/[0-9][0-9]-h-checks "$UNDOCK_RUN"/[0-9][0-9][0-9]-h-checks; do
        [ -f "$job/result" ] && newest=$job
    done
    [ -n "$newest" ] || fail not-accepted "There is no acceptance of this run in the guest; nothing was deleted."
    state=$(sed -n 's/^state //p' "$newest/result")
    ended=$(sed -n 's/^ended //p' "$newest/result")
    [ "$state" = passed ] || fail not-accepted "The newest acceptance in the guest is '$state', not passed; nothing was deleted."
    [ $(($(date +%s) - ended / 1000)) -le "$newest_acceptance" ] ||
        fail acceptance-old "The newest acceptance is older than $((newest_acceptance / 60)) minutes; run it again. Nothing was deleted."

    tool wait_up.py --steady 10 5 || fail direct-not-up "The direct services do not answer steadily; nothing was deleted."
    tool lone_gateway.py || fail other-gateway "Another gateway runs in this guest (see above); nothing was deleted."
}

name_image_of() { # CONTAINER: a name for its image when it has none, or the pruning would take it for waste
    local image tags
    image=$(docker container inspect --format '{{.Image}}' -- "$1")
    tags=$(docker image inspect --format '{{len .RepoTags}}' -- "$image") ||
        fail images-gone "The image of $1 ($image) cannot be looked at; nothing was deleted. Without it Docker's version could not come back."
    [ "$tags" = 0 ] || return 0
    docker tag "$image" "$KEPT_IMAGE:$1"
    say "the image of $1 had no name and would have been pruned; it is $KEPT_IMAGE:$1 now"
}
