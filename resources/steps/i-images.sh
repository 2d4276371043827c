#!/bin/bash
#: id: i-images
#: stage: I
#: title: Delete the two images (Docker's version cannot come back after this)
#: effect: deletes
#: time-limit: 600
#: undone-by: nothing (the images would have to be fetched from their registry again)
#: params: confirm generation
#: facts: images_removed
#: secret-output: no
#: role: deletes-images
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"
# shellcheck source=../guest/deletion.sh
. "$UNDOCK_LIB/deletion.sh"

require_confirmation i-images
require_docker
require_deletable
left=$(compose_containers -a)
[ -z "$left" ] || fail containers-there

images=$(kept images)

removed=''
while read -r name image reference; do
    [ -n "$image" ] || continue
    if [ -z "$(image_id "$image")" ]; then
        say "the image of $name is gone already"
        continue
    fi
    # By its names first, so that the same image under another name stays; a name that leads to
    # another image by now is not ours to take.
    gone=no
    for tag in "$reference" "$KEPT_IMAGE:$name"; do
        [ "$(image_id "$tag")" != "$image" ] || ! docker image rm -- "$tag" || gone=yes
    done
    if [ "$gone" = yes ] || docker image rm -- "$image"; then
        removed+="$reference "
    else
        phrase image-in-use name="$name" reference="$reference"
        warn image-in-use "$REPLY"
    fi
done <<<"$images"
fact images_removed "${removed:-none}"
