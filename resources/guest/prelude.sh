#!/bin/bash
# Sourced before every step, inside the guest: where things are, and how a step speaks.
# A step writes for people on stdout, and for the program through fact, warn, fail,
# finding, check and progress. Secrets go to neither.
# shellcheck disable=SC2034  # the constants are for the steps

# -- where things are (procedure §1, §3, §5) --
readonly SRC_STATE=/data/openclaw
readonly SRC_PANEL=/data/panel
readonly COMPOSE_DIR=/opt/openclaw
readonly CONTAINER_STATE=/home/node/.openclaw
readonly TARGET=/root/.openclaw
readonly PANEL_DIR=/opt/openclaw-panel
readonly PANEL_ETC=/etc/openclaw-panel
readonly PANEL_CONFIG=/etc/openclaw-panel/panel.config.json
readonly GATEWAY_UNIT=openclaw-gateway.service
readonly PANEL_UNIT=openclaw-panel.service
readonly GATEWAY_PORT=28789
readonly PANEL_PORT=28080
readonly FRONT_GATEWAY_PORT=18789
readonly FRONT_PANEL_PORT=18080
readonly ENV_FILE=/etc/openclaw-gateway.env
readonly LOGIN_FILE=/root/OPENCLAW_WEB_LOGIN.txt
readonly UNDOCK_ROOT=/var/lib/openclaw-undock
readonly CUTOVER=$UNDOCK_ROOT/cutover
readonly UNDOCK_STATE=$UNDOCK_RUN/state
UNDOCK_RUN_NAME=${UNDOCK_RUN##*/}
readonly UNDOCK_RUN_NAME
# -- values given to the step --
param() { # NAME: the value, byte for byte
    [ -f "$UNDOCK_JOB/params/$1" ] || fail missing-parameter name="$1"
    cat -- "$UNDOCK_JOB/params/$1"
}
has_param() { [ -f "$UNDOCK_JOB/params/$1" ]; }
param_file() { # NAME: the path of the file that holds the value (for large or secret ones)
    [ -f "$UNDOCK_JOB/params/$1" ] || fail missing-parameter name="$1"
    printf '%s\n' "$UNDOCK_JOB/params/$1"
}

# -- what the step says to the program --
undock_encode() { # TEXT [ALSO]: the text into $REPLY, with %, control characters and those in ALSO as %XX
    local LC_ALL=C text=$1 special="[%[:cntrl:]${2-}]" encoded='' index char
    if [[ $text == *$special* ]]; then
        for ((index = 0; index < ${#text}; index++)); do
            char=${text:index:1}
            # shellcheck disable=SC2053  # a pattern, on purpose
            [[ $char == $special ]] && printf -v char '%%%02X' "'$char"
            encoded+=$char
        done
        text=$encoded
    fi
    REPLY=$text
}

fact() { # KEY VALUE…: keys may repeat
    local key=$1 REPLY
    shift
    undock_encode "$*"
    local LC_ALL=C # bytes: a value is at most so long, whoever chose its text
    printf '%s=%s\n' "$key" "${REPLY:0:4096}" >>"$UNDOCK_JOB/facts"
}
say() { printf '%s\n' "$*"; }
phrase() { # CODE [NAME=VALUE…]: the phrase into $REPLY (see src/core/text/phrase.h); the words are in words_en.json
    # NAME:=VALUE is a value that is a phrase itself, or plain text.
    local told="@$1" argument name
    shift
    for argument; do
        name=${argument%%=*}
        undock_encode "${argument#*=}" ' '
        [[ $name == *: || $REPLY != @* ]] || REPLY=%40${REPLY:1}
        told+=" ${name%:}=$REPLY"
    done
    REPLY=$told
}
in_english() { # TEXT: what people read into $REPLY. Text that is no phrase stays as it is
    local text=$1 line words='' name value plain values
    REPLY=$text
    [[ $text == @* && $text != *' @'* && -r $UNDOCK_LIB/words_en.json ]] || return 0
    IFS=' ' read -r -a values <<<"$text"
    while IFS= read -r line; do
        if [[ $line == *'"said": {'* ]]; then words=''; fi # a check may be called like a phrase
        if [[ $line == *"\"${values[0]#@}\": \""* ]]; then words=${line#*'": "'}; fi
    done <"$UNDOCK_LIB/words_en.json"
    [ -n "$words" ] || return 0
    # shellcheck disable=SC1003  # a quote and a backslash of JSON
    words=${words%,} words=${words%'"'} words=${words//'\"'/'"'} words=${words//'\\'/'\'}
    for value in "${values[@]:1}"; do
        name=${value%%=*} value=${value#*=}
        # shellcheck disable=SC1003
        plain=${value//'\'/'\\'}
        printf -v plain '%b' "${plain//'%'/'\x'}"
        if [[ $value == @* ]]; then
            in_english "$plain"
            plain=$REPLY
        fi
        words=${words//"{$name}"/"$plain"}
    done
    REPLY=$words
}
progress() { # DONE TOTAL bytes|files|seconds
    printf '%s %s %s\n' "$1" "$2" "$3" >"$UNDOCK_JOB/progress.new" && mv -f "$UNDOCK_JOB/progress.new" "$UNDOCK_JOB/progress"
}
# A TEXT is a phrase as `phrase` left it in $REPLY, or plain text: output of another program, a sentence in English.
warn() { # CODE TEXT: the step's verdict becomes warning
    local REPLY
    in_english "$2"
    printf 'warning: %s\n' "$REPLY"
    fact warning "$1 $2"
}
fail() { # CODE [@PHRASE] [NAME=VALUE…]: what happened and what to do, by the phrase of that name (the code's own without
    # one). In $(…) it ends the subshell; set -e then ends the step.
    local code=$1 words=$1 REPLY said
    shift
    if [[ ${1-} == @* ]]; then
        words=${1#@}
        shift
    fi
    phrase "$words" "$@"
    said=$REPLY
    in_english "$said"
    printf 'failed: %s\n' "$REPLY" >&2
    fact failure "$code $said"
    exit 1
}
finding() { # fine|attention|blocks CODE TEXT (stage A)
    local REPLY
    in_english "$3"
    printf '%-9s %s\n' "$1" "$REPLY"
    fact finding "$1 $2 $3"
}
check() { # ID critical|info passed|warning|failed|unknown EXPECTED FOUND [BEFORE] (stage H)
    local REPLY expected found before=''
    in_english "$4"
    expected=$REPLY
    in_english "$5"
    printf '%-8s %s: expected %s, found %s\n' "$3" "$1" "$expected" "$REPLY"
    undock_encode "$4" '|'
    expected=$REPLY
    undock_encode "$5" '|'
    found=$REPLY
    if [ -n "${6-}" ]; then
        undock_encode "$6" '|'
        before="|$REPLY"
    fi
    # Encoded here already, so past fact's own encoding: a reader takes the fields apart, then decodes each.
    printf 'check=%s|%s|%s|%s|%s%s\n' "$1" "$2" "$3" "$expected" "$found" "$before" >>"$UNDOCK_JOB/facts"
}

# -- what one step leaves for later ones of the same run --
fsync_path() { sync -- "$@"; }
keep() { # NAME VALUE
    mkdir -p "$UNDOCK_STATE"
    printf '%s' "$2" >"$UNDOCK_STATE/.$1.new"
    fsync_path "$UNDOCK_STATE/.$1.new"
    mv -f "$UNDOCK_STATE/.$1.new" "$UNDOCK_STATE/$1"
    fsync_path "$UNDOCK_STATE"
}
is_kept() { [ -f "$UNDOCK_STATE/$1" ]; }
kept() { # NAME
    is_kept "$1" || fail missing-state name="$1"
    cat -- "$UNDOCK_STATE/$1"
}

# -- the tools in Python beside this file --
tool() { # NAME.py ARGUMENTS… (they import step_io to speak as the functions above do)
    local name=$1
    shift
    python3 -S -s -B "$UNDOCK_LIB/$name" "$@"
}
go_gently() { # from here on this step yields to the bot, which still runs
    renice -n 10 -p "$BASHPID" >/dev/null
    if command -v ionice >/dev/null; then ionice -c 2 -n 7 -p "$BASHPID"; fi
}

# -- conditions that several steps need --
docker_unanswered() { fail docker-unreachable @docker-silent; }
require_docker_command() {
    command -v docker >/dev/null || fail docker-missing @docker-command-missing
}
require_docker() {
    require_docker_command
    timeout 60 docker version >/dev/null 2>&1 || docker_unanswered
}
learn_containers() { # as the scan of this run found them: compose may have chosen other names (containers.py)
    GATEWAY_CONTAINER=openclaw-gateway PANEL_CONTAINER=openclaw-panel COMPOSE_PROJECT=''
    [ ! -s "$UNDOCK_STATE/gateway_container" ] || GATEWAY_CONTAINER=$(<"$UNDOCK_STATE/gateway_container")
    [ ! -s "$UNDOCK_STATE/panel_container" ] || PANEL_CONTAINER=$(<"$UNDOCK_STATE/panel_container")
    [ ! -s "$UNDOCK_STATE/compose_project" ] || COMPOSE_PROJECT=$(<"$UNDOCK_STATE/compose_project")
}
learn_containers
inspected_containers() { # [docker ps options]: id|name|running|project|folder of each container of this machine, from `inspect`
    local ids
    # What goes away between the two questions makes the second fail: then both are asked again. A daemon
    # that does not answer is not "nothing runs".
    for _ in 1 2 3; do
        ids=$(timeout 60 docker ps --no-trunc --quiet "$@") || break
        [ -n "$ids" ] || return 0
        # shellcheck disable=SC2086  # ids have no spaces
        timeout 60 docker inspect --type container --format '{{.Id}}|{{slice .Name 1}}|{{.State.Running}}|{{index .Config.Labels "com.docker.compose.project"}}|{{index .Config.Labels "com.docker.compose.project.working_dir"}}' -- $ids && return 0
    done
    docker_unanswered
}
project_containers() { # [docker ps options]: id|name|running|… of the project's containers and the two that are moved, by name
    local list
    list=$(inspected_containers "$@") || return 1
    awk -F'|' -v project="$COMPOSE_PROJECT" -v folder="$COMPOSE_DIR" -v gateway="$GATEWAY_CONTAINER" -v panel="$PANEL_CONTAINER" \
        '$2 == gateway || $2 == panel || (project == "" ? $5 == folder : $4 == project)' <<<"$list" | sort -t '|' -k 2,2
}
# shellcheck disable=SC2120  # steps give it -a
compose_containers() { # [docker ps options]: names of the project's containers, one a line
    local list
    # Said to the caller: in a subshell bash does not keep -e, and "could not ask" would become "nothing".
    list=$(project_containers "$@") || return 1
    awk -F'|' '{ print $2 }' <<<"$list" | sed '/^$/d'
}
running_containers() { # names of those that run now. `docker ps` may still list one for a while after `docker stop` returned; inspect knows
    local list
    list=$(project_containers) || return 1
    awk -F'|' '$3 == "true" { print $2 }' <<<"$list"
}
compose() { # docker compose, with the project, files, environment file and profiles that the containers were made with
    local words=()
    if [ -s "$UNDOCK_STATE/compose-argv" ]; then mapfile -d '' -t words <"$UNDOCK_STATE/compose-argv"; fi
    (cd "${words[0]:-$COMPOSE_DIR}" && docker compose "${words[@]:1}" "$@")
}
require_containers() { # NAMES, one a line: what is to be stopped is there
    [ -n "$1" ] || fail no-containers folder="$COMPOSE_DIR"
}
require_all_stopped() { # NAMES, one a line: those that still run after a stop
    [ -z "$1" ] || fail still-running containers="${1//$'\n'/, }"
}
# shellcheck disable=SC2120  # the deletion gives it a phrase
require_none_running() { # NAMES, one a line [@PHRASE]: those that run though they were stopped
    local running=$1
    shift
    [ -z "$running" ] || fail containers-running "$@" containers="${running//$'\n'/, }"
}
# shellcheck disable=SC2120  # the deletion gives it a phrase
require_none_left() { # NAMES, one a line [@PHRASE]: those that are there though they were deleted
    local left=$1
    shift
    [ -z "$left" ] || fail containers-left "$@" containers="${left//$'\n'/, }"
}
container_id() { # NAME: prints its id; nothing when there is none
    timeout 60 docker container inspect --format '{{.Id}}' "$1" 2>/dev/null || true
}
policy_of() { # CONTAINER: NAME or NAME:TIMES, the restart policy as stage C notes it
    local policy
    policy=$(docker inspect --type container --format '{{.HostConfig.RestartPolicy.Name}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}}' -- "$1") || return 1
    printf '%s\n' "${policy%:0}"
}
policy_not_set() { # [@PHRASE] NAME=VALUE…
    fail policy-not-set "$@"
}
require_stopped() { # after C and before the cutover: a reboot or a person may have brought them back
    local running
    require_docker_command
    running=$(running_containers)
    require_none_running "$running"
}
keep_source_start() { # what is copied from now on is what the gateway left at the end of that run
    keep source_started "$(source_start)"
}
source_start() {
    timeout 60 docker container inspect --format '{{.State.StartedAt}}' "$GATEWAY_CONTAINER" 2>/dev/null || true
}
require_source_at_rest() { # stopped now, but did it run meanwhile? Its users may have written then
    ! is_kept source_started || [ "$(source_start)" = "$(kept source_started)" ] ||
        fail containers-ran-again container="$GATEWAY_CONTAINER"
}
require_no_cutover() {
    [ ! -e "$CUTOVER" ] ||
        fail cutover-present @cutover-there path="$CUTOVER"
}
require_data_saved() { # while the marker stands, what users wrote since the cutover is nowhere else
    [ ! -e "$CUTOVER" ] || fail cutover-present
}

generation() { # of the desk that works on this VM, as job_server.py notes it
    cat "$UNDOCK_ROOT/generation" 2>/dev/null || echo 0
}

# -- how a step ends --
undock_cleanups=()
at_exit() { # COMMAND…: run when the step ends, last one first (use this, not trap … EXIT)
    local words
    printf -v words '%q ' "$@"
    undock_cleanups=("$words" "${undock_cleanups[@]}")
}
undock_on_exit() {
    local code=$? command
    set +e
    trap - ERR
    for command in "${undock_cleanups[@]}"; do eval "$command"; done
    # A step that set -e ended without a word still says where.
    if [ "$code" != 0 ] && ! grep -q '^failure=' "$UNDOCK_JOB/facts" 2>/dev/null; then
        phrase step-aborted exit="$code" line="${undock_where:--}"
        fact failure "step-aborted $REPLY"
    fi
    exit "$code"
}
set -E
trap 'undock_where=$LINENO' ERR
trap undock_on_exit EXIT
touch "$UNDOCK_JOB/facts"
