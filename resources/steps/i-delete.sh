#!/bin/bash
#: id: i-delete
#: stage: I
#: title: Delete Docker's containers
#: effect: deletes
#: time-limit: 600
#: undone-by: {starts-docker} (makes new containers, as long as the images are there)
#: params: confirm generation
#: facts: removed images_left
#: secret-output: no
#: place: deletion 20
#: required: stage
#: role: deletes-containers
#: deviates: images-stay
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"
# shellcheck source=../guest/deletion.sh
. "$UNDOCK_LIB/deletion.sh"

require_confirmation i-delete
require_docker
require_deletable

down=ended
existing=$(compose_containers -a)
# --remove-orphans takes every container of the project along: none of them may be in use.
running=$(running_containers)
require_none_running "$running" @containers-run-undeleted
if [ -n "$existing" ]; then
    layer=$(backup_dir)/$LAYER_DIR_NAME
    [ -s "$layer/SHA256SUMS.txt" ] || fail layer-not-saved
    while IFS= read -r name; do
        id=$(container_id "$name")
        # By its id: one that was made anew since has a layer and a log of its own.
        if [ -z "$id" ] || [ ! -s "$layer/$name.tgz" ] || ! grep -qsF "$id" "$layer/$name.inspect.json"; then
            fail layer-not-saved @layer-not-saved-of container="$name"
        fi
    done <<<"$existing"
    while IFS= read -r name; do name_image_of "$name"; done <<<"$existing"
    say "to be removed: ${existing//$'\n'/, }"
    # What is there before, by id: what of it is gone afterwards was removed, also when this step is interrupted.
    before=$(inspected_containers -a)
    earlier=''
    ! is_kept deleting || earlier=$(kept deleting)
    keep deleting "$(printf '%s\n' "$earlier" "$before" | awk -F'|' '$1 != "" && !seen[$1]++')"
    compose down --remove-orphans || down=failed
fi
# The project is asked again: compose may have left some of it.
left=$(compose_containers -a)
after=$(inspected_containers -a)
removed=''
if is_kept deleting; then
    while IFS='|' read -r id name _; do
        [ -z "$id" ] || grep -q "^$id|" <<<"$after" || removed+="$name "
    done <<<"$(kept deleting)"
fi
removed=${removed% }
if [ -n "$left" ] || [ "$down" = failed ]; then
    [ -z "$removed" ] || fact removed "$removed"
    [ "$down" = ended ] || fail down-failed removed="${removed:-–}"
    require_none_left "$left" @containers-left-direct-runs
fi
docker image prune -f
images=$(docker image ls --format '{{.Repository}}:{{.Tag}} {{.ID}} {{.Size}}')
fact removed "${removed:-none}" # none: they were gone when this step first looked
while IFS= read -r image; do
    [ -z "$image" ] || fact images_left "$image"
done <<<"$images"
[ -n "$images" ] || fact images_left none
say "pruning takes untagged images only; the tagged ones are still there:"
say "$images"
