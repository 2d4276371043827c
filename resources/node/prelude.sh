#!/bin/bash
# Put before every node script. Arguments come on stdin, each ended by NUL, their count first;
# what follows them on stdin is the script's payload. Values are data here, never code.
# shellcheck disable=SC2034  # the constants are for the scripts
set -u
umask 077
export LC_ALL=C PATH=${UNDOCK_NODE_PATH:+$UNDOCK_NODE_PATH:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
cd / || exit 70

# From here on something may have happened: the program tells this line from "never ran".
printf 'undock-node: begun\n' >&2

# The variables UNDOCK_… exist for the tests alone; neither sshd nor sudo lets them in.
undock_root=${UNDOCK_NODE_ROOT:-/var/lib/openclaw-undock}

# A sign of life every few seconds, so that a frozen node is told from a slow command.
# It must not keep the caller's streams or a lock open: whoever waits for them would wait on.
undock_tick() {
    exec 8>&2 </dev/null >/dev/null 2>&1
    while sleep 4 8>&-; do
        kill -0 $$ || exit
        printf 'undock-node: tick\n' >&8 || exit
    done
}
undock_tick &
undock_ticker=$!
disown "$undock_ticker"
trap 'kill "$undock_ticker" 2>/dev/null' EXIT

# How a script ends without having done what was asked. Nothing may have been changed by then.
encoded() { printf %s "$1" | base64 -w0; }
refuse() { # CODE TEXT: a rule forbids it
    printf 'undock-node: refused %s %s\n' "$1" "$(encoded "$2")" >&2
    exit 98
}
not_asked() { # CODE TEXT: it could not be tried
    printf 'undock-node: not-asked %s %s\n' "$1" "$(encoded "$2")" >&2
    exit 97
}

# Files that people may read with cat: `key: value` lines, replaced whole and durably.
own_root() { # the state on the node is this user's alone: who can write there can give leases, and take holds away
    [ -e "$undock_root" ] || return 0
    # stat does not follow a link: that one is none either.
    if [ "$(stat -c '%F %u' -- "$undock_root")" != "directory $EUID" ]; then
        refuse state-not-ours "$undock_root is not a folder of root's own; look who made it, and move it away"
    fi
    if [ "$(stat -c %a -- "$undock_root")" != 700 ] && ! chmod 700 -- "$undock_root"; then
        refuse state-not-ours "$undock_root is open to others and cannot be closed"
    fi
}
make_folder() {
    own_root
    [ -d "$1" ] && return
    mkdir -p "$1" && sync "$1" "${1%/*}"
}
write_durably() { # PATH: stdin becomes its content, all of it or nothing
    local temporary=$1.tmp.$BASHPID
    if cat >"$temporary" && sync "$temporary" && mv -fT "$temporary" "$1"; then
        sync "${1%/*}"
    else
        rm -f "$temporary"
        return 1
    fi
}
remove_durably() {
    rm -f "$1" && sync "${1%/*}"
}
overridden() { # WHAT HOLDER REASON: a rule was set aside by a person's word; said where it stays, before it is done
    { cat "$undock_root/overrides" 2>/dev/null || true; printf '%s %s overridden by %s: %s\n' "$(now)" "$1" "$2" "$3"; } |
        write_durably "$undock_root/overrides" || not_asked node-unwritable "cannot write $undock_root"
}
value_of() { # KEY FILE: into $REPLY; empty when there is none
    local line
    REPLY=
    [ -f "$2" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        if [ "${line%%: *}" = "$1" ] && [ "$line" != "$1" ]; then
            REPLY=${line#*: }
            return 0
        fi
    done <"$2"
}
one_line() { # TEXT: into $REPLY, without anything that could forge another line
    REPLY=${1//[[:cntrl:]]/ }
}
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
is_number() { [[ $1 =~ ^(0|[1-9][0-9]{0,17})$ ]]; }
is_vmid() { [[ $1 =~ ^[1-9][0-9]{2,8}$ ]]; }
is_run() { [[ $1 =~ ^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$ ]]; }

undock_count=
IFS= read -r -d '' undock_count || exit 64
is_number "$undock_count" && [ "$undock_count" -le 64 ] || exit 64
set --
while [ $# -lt "$undock_count" ]; do
    IFS= read -r -d '' REPLY || exit 64
    set -- "$@" "$REPLY"
done
