#!/bin/bash
#: id: i-delete
#: stage: I
#: title: Delete Docker's containers
#: effect: deletes
#: time-limit: 600
#: undone-by: r-docker-start (makes new containers, as long as the images are there)
#: params: confirm generation
#: facts: removed images_left
#: secret-output: no
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"
# shellcheck source=../guest/deletion.sh
. "$UNDOCK_LIB/deletion.sh"

require_confirmation i-delete
require_docker
require_deletable

existing=$(compose_containers -a)
# --remove-orphans takes every container of the project along: none of them may be in use.
running=$(running_containers)
[ -z "$running" ] || fail containers-running "These containers run: ${running//$'\n'/, }; nothing was deleted. Run the acceptance again."
if [ -n "$existing" ]; then
    layer=$(backup_dir)/$LAYER_DIR_NAME
    [ -s "$layer/SHA256SUMS.txt" ] || fail layer-not-saved "The containers' logs and layers are not saved yet; nothing was deleted."
    while IFS= read -r name; do
        id=$(container_id "$name")
        # By its id: one that was made anew since has a layer and a log of its own.
        if [ -z "$id" ] || [ ! -s "$layer/$name.tgz" ] || ! grep -qsF "$id" "$layer/$name.inspect.json"; then
            fail layer-not-saved "The log and layer of $name are not saved yet; nothing was deleted. Run stage I from its beginning."
        fi
    done <<<"$existing"
    while IFS= read -r name; do name_image_of "$name"; done <<<"$existing"
    say "to be removed: ${existing//$'\n'/, }"
    compose down --remove-orphans || fail down-failed "docker compose down failed (see above); the direct version runs on."
fi
left=$(existing_containers)
[ -z "$left" ] || fail containers-left "These containers are still there: ${left//$'\n'/, }; the direct version runs on."
docker image prune -f
images=$(docker image ls --format '{{.Repository}}:{{.Tag}} {{.ID}} {{.Size}}')
removed=${existing//$'\n'/ }
fact removed "${removed:-none}" # none: an earlier attempt removed them and could not say so
while IFS= read -r image; do
    [ -z "$image" ] || fact images_left "$image"
done <<<"$images"
[ -n "$images" ] || fact images_left none
say "pruning takes untagged images only; the tagged ones are still there:"
say "$images"
