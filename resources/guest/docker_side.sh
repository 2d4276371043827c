#!/bin/bash
# Sourced by the steps that bring Docker's version back, or take its data in hand.
# Needs direct.sh.

readonly KEPT_IMAGE=openclaw-undock/kept # :CONTAINER, for one that had no name when its container was deleted

require_confirmation() { # what is asked of a person arrives as a value that names the step and the run
    [ "$(param confirm)" = "$1:$UNDOCK_RUN_NAME" ] ||
        fail not-confirmed
}

require_generation() { # a deletion of somebody from whom this VM was taken over is refused
    local now
    now=$(generation)
    [ "$(param generation)" = "$now" ] ||
        fail wrong-generation generation="$now" mine="$(param generation)"
}

require_direct_stopped() {
    local unit
    for unit in "$GATEWAY_UNIT" "$PANEL_UNIT"; do
        ! unit_is "$unit" active || fail direct-runs unit="$unit"
    done
}

noted_policy() { # CONTAINER: the policy it had before stage C; what compose says when nothing was noted
    local file name policy
    for file in "$UNDOCK_STATE/policies" "$UNDOCK_ROOT/policies"; do
        [ -f "$file" ] || continue
        while read -r name policy; do
            if [ "$name" = "$1" ] && [ -n "$policy" ]; then
                printf '%s\n' "$policy"
                return 0
            fi
        done <"$file"
    done
    return 1
}

restore_policies() { # read back: what is not as noted would stay down at the next reboot
    local names name policy now
    # Not <(…): a daemon that does not answer would look like no containers.
    names=$(compose_containers -a) || return 1
    while IFS= read -r name; do
        [ -n "$name" ] || continue
        policy=$(noted_policy "$name") || continue
        docker update --restart="$policy" -- "$name" >/dev/null ||
            policy_not_set container="$name" policy="$policy"
        now=$(policy_of "$name") || return 1
        [ "$now" = "$policy" ] ||
            policy_not_set @policy-otherwise container="$name" now="$now" policy="$policy"
        say "$name: restart policy $policy"
        fact policy "$name $policy"
    done <<<"$names"
}

stop_containers() { # as stage C does: side by side, nothing removed
    local name grace running pids=()
    running=$(running_containers)
    while IFS= read -r name; do
        [ -n "$name" ] || continue
        grace=60
        [ "$name" = "$PANEL_CONTAINER" ] && grace=2
        docker stop --time "$grace" -- "$name" >/dev/null &
        pids+=($!)
    done <<<"$running"
    for name in "${pids[@]}"; do wait "$name" || true; done
    running=$(running_containers)
    require_all_stopped "$running"
}

images_gone() { # [@PHRASE] NAME=VALUE…
    fail images-gone "$@"
}

image_id() { # NAME OR ID: nothing when there is none
    docker image inspect --format '{{.Id}}' -- "$1" 2>/dev/null || true
}

name_images_as_before() { # compose goes by names, and one may lead to a newer image than the one that ran here
    local images name image reference now
    is_kept images || return 0
    images=$(kept images)
    while read -r name image reference; do
        if [ -z "$image" ] || [ "$(image_id "$KEPT_IMAGE:$name")" != "$image" ]; then continue; fi
        now=$(image_id "$reference")
        [ "$now" != "$image" ] || continue
        [ -z "$now" ] || docker tag "$now" "openclaw-undock/newer:$name"
        docker tag "$image" "$reference" || continue
        say "$reference is again the image that $name was made from${now:+; the newer one is openclaw-undock/newer:$name}"
    done <<<"$images"
}

container_there() { # NAME: is there such a container? A daemon that does not answer has not said no
    local said
    ! said=$(LC_ALL=C timeout 60 docker container inspect --format '{{.Id}}' -- "$1" 2>&1) || return 0
    [[ ${said,,} == *'no such container'* ]] || docker_unanswered
    return 1
}

require_compose_files() { # those that the containers were made from
    local words=() index
    if [ -s "$UNDOCK_STATE/compose-argv" ]; then mapfile -d '' -t words <"$UNDOCK_STATE/compose-argv"; fi
    for ((index = 1; index < ${#words[@]}; index++)); do
        case ${words[index]} in
        --file | --env-file)
            [ -f "${words[index + 1]}" ] ||
                fail compose-missing @compose-file-gone path="${words[index + 1]}" folder="$COMPOSE_DIR"
            ;;
        esac
    done
    [[ " ${words[*]} " != *' --file '* ]] || return 0
    [ -f "$COMPOSE_DIR/docker-compose.yml" ] || [ -f "$COMPOSE_DIR/docker-compose.yaml" ] || [ -f "$COMPOSE_DIR/compose.yaml" ] || [ -f "$COMPOSE_DIR/compose.yml" ] ||
        fail compose-missing @compose-folder-empty folder="$COMPOSE_DIR"
}

has_image() { # REFERENCE: that name leads to an image, or will again once name_images_as_before has run
    local images name image reference
    [ -z "$(image_id "$1")" ] || return 0
    is_kept images || return 1
    images=$(kept images)
    while read -r name image reference; do
        [ "$reference" != "$1" ] || [ -z "$image" ] || [ "$(image_id "$KEPT_IMAGE:$name")" != "$image" ] || return 0
    done <<<"$images"
    return 1
}

start_containers() { # by what is there: existing containers, else new ones from the images that are there
    local name names=() services=()
    if container_there "$GATEWAY_CONTAINER" && container_there "$PANEL_CONTAINER"; then
        say "starting the existing containers"
        # Those that ran before the stop: a service that had done its work is not started once more.
        names=("$GATEWAY_CONTAINER" "$PANEL_CONTAINER")
        if is_kept containers_running; then
            while IFS= read -r name; do
                case $name in '' | "$GATEWAY_CONTAINER" | "$PANEL_CONTAINER") continue ;; esac
                ! container_there "$name" || names+=("$name")
            done <<<"$(kept containers_running)"
        fi
        # One that lives in another's network waits for it: then compose knows the order.
        docker start -- "${names[@]}" >/dev/null || compose start
    else
        require_compose_files
        say "the containers are gone; making them again from the images"
        name_images_as_before
        # By their names, so that a profile is not needed to have them.
        if is_kept compose_services; then mapfile -t services <"$UNDOCK_STATE/compose_services"; fi
        compose up -d --no-build --pull never "${services[@]}" ||
            images_gone @containers-not-made
        restore_policies
    fi
}

save_users_data() { # DIRECTORY: what users wrote in it since the cutover, as an archive in the backup folder. 1: not saved
    local folder name
    # Where it is asked whether this worked, bash does not keep -e: each thing that may fail is looked at.
    folder=$(backup_dir) || { say "the backup folder of this run is not there any more"; return 1; }
    [ -d "$1" ] || { say "$1 is not there any more"; return 1; }
    name=after-cutover-$(stamp)
    tool native_state.py save "$UNDOCK_STATE/cutover-manifest.jsonl" "$1" "$folder" "$name" || return 1
    keep snapshot "$folder/$name"
    [ "$(kept snapshot)" = "$folder/$name" ] || return 1
    rm -f -- "$UNDOCK_STATE/unsaved"
}

free_bytes() { df --output=avail -B1 -- "$1" | tail -n 1 | tr -d ' '; }
require_room() { # PLACE BYTES [@PHRASE] NAME=VALUE…
    local place=$1 needed=$2
    shift 2
    [ "$(free_bytes "$place")" -gt "$needed" ] || fail no-space "$@"
}

require_no_link() { # where the direct state directory is to stand, or stands
    [ ! -L "$TARGET" ] || fail target-replaced @target-is-link path="$TARGET"
}
tell_target_replaced() {
    phrase target-replaced target="$TARGET"
    finding attention target-replaced "$REPLY"
}

snapshot_failed() { # PLACE: where what users wrote still is
    fail snapshot-failed @snapshot-not-yet place="$1"
}
tell_snapshot_failed() { # PLACE
    phrase snapshot-failed place="$1"
    finding attention snapshot-failed "$REPLY"
}
