#!/bin/bash
#: id: i-save
#: stage: I
#: title: Save the containers' logs and what they changed in their own layer
#: effect: adds
#: time-limit: 1800
#: undone-by: nothing (adds to the backup folder only)
#: params:
#: facts: saved
#: secret-output: no
#: place: deletion 10
#: required: stage
#: role: saves-containers
#: deviates: containers-saved
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_docker
folder=$(require_backup)
layer=$folder/$LAYER_DIR_NAME
install -d -m 700 "$layer"

# All that the deletion takes along, not only the two that were moved.
existing=$(compose_containers -a)
if [ -z "$existing" ]; then
    say "the containers are gone; there is nothing of them to save"
    fact saved none
    exit 0
fi
images=''
removable=''
while IFS= read -r name; do
    docker container inspect -- "$name" >"$layer/$name.inspect.json"
    timeout 600 docker logs --timestamps -- "$name" 2>&1 | gzip -1 >"$layer/$name.log.gz" || {
        phrase logs-incomplete name="$name"
        warn logs-incomplete "$REPLY"
    }
    tool layer_save.py "$name" "$layer"
    image=$(docker container inspect --format '{{.Image}}' -- "$name")
    line="$name $image $(docker container inspect --format '{{.Config.Image}}' -- "$name")"$'\n'
    images+=$line
    case $name in "$GATEWAY_CONTAINER" | "$PANEL_CONTAINER") removable+=$line ;; esac
    fact image "$name $image"
done <<<"$existing"
printf '%s' "$images" >"$layer/images"
# What the containers can be made from again, wherever it lies.
if [ -s "$UNDOCK_STATE/compose-argv" ]; then
    mapfile -d '' -t words <"$UNDOCK_STATE/compose-argv"
    printf '%q ' docker compose "${words[@]:1}" >"$layer/compose-call"
    for ((index = 1; index < ${#words[@]}; index++)); do
        case ${words[index]} in --file | --env-file) ;; *) continue ;; esac
        file=${words[index + 1]}
        [ ! -f "$file" ] || install -m 600 -T -- "$file" "$layer/compose-$index-${file##*/}"
    done
fi
chmod 600 "$layer"/*
# Only what this run's two containers were made from may be removed later.
is_kept images || keep images "$removable"
sums=$(cd "$layer" && find . -type f ! -name SHA256SUMS.txt -printf '%P\0' | sort -z | xargs -0 sha256sum)
printf '%s\n' "$sums" >"$layer/SHA256SUMS.txt"
sync -f "$layer"
fact saved "$layer"
