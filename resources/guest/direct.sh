#!/bin/bash
# Sourced by the steps of stages D to R: what they share about the direct installation.
# Needs prelude.sh, which the supervisor has sourced before.
# shellcheck disable=SC2034  # the constants are for the steps

readonly UNIT_DIR=/etc/systemd/system
readonly STAGING=/root/.openclaw.undock-$UNDOCK_RUN_NAME
readonly DISPLACED=/root/.openclaw.before-$UNDOCK_RUN_NAME
readonly ROLLED_BACK=/root/.openclaw.rolledback-$UNDOCK_RUN_NAME
readonly NODE_HOME=/home/node
readonly STATE_LINK=$NODE_HOME/.openclaw
# Written into our units, so that a later step can tell them from someone else's.
readonly UNIT_MARK='# Written by openclaw-undock'
readonly LAYER_DIR_NAME=docker-layer
# Makes OpenClaw's caches root's at each boot, before anybody else can.
readonly CACHE_RULE=/etc/tmpfiles.d/openclaw-direct.conf
readonly WARM_UNIT=openclaw-undock-warm-$UNDOCK_RUN_NAME.service
readonly WARM_HOME=/run/openclaw-undock-warm-$UNDOCK_RUN_NAME

stamp() { date +%Y%m%d%H%M%S; }
sha_of() { local sum; sum=$(sha256sum <"$1") && printf '%s\n' "${sum%% *}"; }
fetch() { # URL FILE SECONDS: what was asked for with TLS is not fetched without it, wherever the answer leads
    local how='=https,http'
    [[ $1 != [Hh][Tt][Tt][Pp][Ss]://* ]] || how='=https'
    curl -fsSL --proto "$how" --proto-redir "$how" --retry 2 --connect-timeout 15 --max-time "$3" -o "$2" -- "$1"
}
free_name() { # PATH: the path itself, or with -2, -3 … when something stands there already
    local path=$1 number=2
    while [ -e "$path" ] || [ -L "$path" ]; do
        path=$1-$number
        number=$((number + 1))
    done
    printf '%s\n' "$path"
}

put_file() { # TEMPORARY PATH: durable rename into place
    sync -- "$1"
    mv -fT -- "$1" "$2"
    sync -- "$(dirname -- "$2")"
}

unit_is_ours() { [ -f "$UNIT_DIR/$1" ] && grep -qF "$UNIT_MARK" "$UNIT_DIR/$1"; }
require_our_unit() { # UNIT [AS TOLD]
    unit_is_ours "$1" || fail unit-missing unit="${2-$1}"
}
unit_is() { # UNIT active|enabled
    systemctl --quiet "is-$2" "$1" 2>/dev/null
}

use_direct_tools() { # sets NODE_BIN OPENCLAW_BIN and puts node's folder first in PATH
    NODE_BIN=$(kept node_bin)
    OPENCLAW_BIN=$(kept openclaw_bin)
    [ -x "$NODE_BIN" ] || fail node-vanished path="$NODE_BIN"
    [ -x "$OPENCLAW_BIN" ] || fail openclaw-vanished path="$OPENCLAW_BIN"
    PATH=${NODE_BIN%/*}:$PATH
    export PATH
}

default_path_finds() { # PROGRAM PATH: is it this one that a service finds by its name in the PATH that systemd gives it?
    [ "$(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin type -P "$1" || true)" = "$2" ]
}

require_this_cutover() { # the marker that stands is this run's
    grep -qx "run=$UNDOCK_RUN_NAME" "$CUTOVER" ||
        fail cutover-of-another path="$CUTOVER"
}
require_own_cutover() { # where a marker stands, this run's services are the live ones
    [ ! -e "$CUTOVER" ] || grep -qx "run=$UNDOCK_RUN_NAME" "$CUTOVER" ||
        fail cutover-of-another @cutover-of-live-run path="$CUTOVER" run="$(sed -n 's/^run=//p' "$CUTOVER")"
}

# shellcheck disable=SC2120  # the deletion gives it a phrase
require_proven() { # [@PHRASE]: stage E compared the copy with the source
    [ "$(kept equal)" = yes ] || fail not-proven "$@"
}
require_staging() { [ -d "$STAGING" ] || fail staging-missing folder="$STAGING"; }

end_warm_up() { # [at-once]: the throw-away gateway of the warm-up, if it is still there
    # Node writes what it compiled as it exits, which makes the first start a sixth shorter; where
    # somebody waits, that is not waited for.
    [ "${1-}" != at-once ] || systemctl kill --signal=SIGKILL "$WARM_UNIT" 2>/dev/null || true
    systemctl stop "$WARM_UNIT" 2>/dev/null || true
    # Only now: nobody writes there any more. What cannot be kept costs the first start some seconds, no more.
    if is_kept warm_tmp && [ -d "$(kept warm_tmp)" ]; then
        tool warm_cache.py carry "$(kept warm_tmp)" || say "what the warm-up compiled could not be kept"
        rm -rf -- "$(kept warm_tmp)"
    fi
    rm -rf -- "$WARM_HOME"
}

ensure_docker_runs() {
    require_docker_command
    timeout 30 docker version >/dev/null 2>&1 || systemctl start docker.service
    require_docker
}

# -- refusals of several steps: the code stands here, each step says its own phrase --
direct_not_up() { # [@PHRASE]
    fail direct-not-up "$@"
}
not_up() { # [@PHRASE] NAME=VALUE…
    fail not-up "$@"
}
source_unreadable() { # [@PHRASE] NAME=VALUE…
    fail source-unreadable "$@"
}
# What source_diff.py found, which has run before.
source_is() { grep -q "^source_equal=$1" "$UNDOCK_JOB/facts"; } # yes|no|unknown
source_changed() { fail source-changed @source-differs-from-manifest; }
tell_source_changed() {
    finding attention source-changed @source-changed
}

show_journal() { # UNIT LINES: the unit's last words, with secrets taken out
    journalctl --unit "$1" --lines "$2" --no-pager --output cat 2>/dev/null | tool redact.py
}

backup_dir() { # prints the folder of this run's backup, if stage B made one
    local dir
    is_kept backup_dir || return 1
    dir=$(kept backup_dir)
    [ -d "$dir" ] || return 1
    printf '%s\n' "$dir"
}
require_backup() { # prints it
    backup_dir || fail backup-gone
}
require_whole_backup() { # prints it, its sums proved
    local folder
    folder=$(require_backup) || return 1
    (cd "$folder" && sha256sum --quiet -c SHA256SUMS.txt) >&2 || fail backup-damaged
    printf '%s\n' "$folder"
}
