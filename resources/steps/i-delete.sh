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
    [ -s "$(backup_dir)/$LAYER_DIR_NAME/SHA256SUMS.txt" ] || fail layer-not-saved "The containers' logs and layers are not saved yet; nothing was deleted."
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
