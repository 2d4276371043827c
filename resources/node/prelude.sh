#undock: the fixed command on the node evaluates nothing that does not begin with this word
# shellcheck shell=bash
# Put before every node script. Arguments come on stdin, each ended by NUL, their count first;
# what follows them on stdin is the script's payload. Values are data here, never code.
# shellcheck disable=SC2034  # the constants are for the scripts
set -u
umask 077
export LC_ALL=C PATH=${UNDOCK_NODE_PATH:+$UNDOCK_NODE_PATH:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
cd / || exit 70

# From here on something may have happened: the program tells this line from "never ran".
printf 'undock-node: begun\n' >&2
# What stands before this line on stdout was printed by the login shell, not by a script. The number is the
# program's, new for each call, so that nobody else can have printed it.
[ -z "${undock_mark:-}" ] || printf 'undock-node: out %s\n' "$undock_mark"

# The variables UNDOCK_… exist for the tests alone; neither sshd nor sudo lets them in.
undock_root=${UNDOCK_NODE_ROOT:-/var/lib/openclaw-undock}
undock_pve=${UNDOCK_NODE_PVE:-/etc/pve}
undock_proc_net=${UNDOCK_NODE_PROC_NET:-/proc/net}

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
phrase() { # CODE [@PHRASE] [NAME=VALUE…]: the phrase of that name, or of the code's, into $REPLY (src/core/text/phrase.h)
    local told=@$1 argument value
    shift
    if [[ ${1-} == @* ]]; then told=$1; shift; fi
    for argument; do
        value=${argument#*=}
        value=${value//%/%25} value=${value//$'\n'/%0A} value=${value//[[:cntrl:]]/%3F} value=${value// /%20}
        [[ $value != @* ]] || value=%40${value:1}
        told+=" ${argument%%=*}=$value"
    done
    REPLY=$told
}
refuse() { # as phrase takes it: a rule forbids it
    phrase "$@"
    printf 'undock-node: refused %s %s\n' "$1" "$(encoded "$REPLY")" >&2
    exit 98
}
not_asked() { # as phrase takes it: it could not be tried
    phrase "$@"
    printf 'undock-node: not-asked %s %s\n' "$1" "$(encoded "$REPLY")" >&2
    exit 97
}

# Files that people may read with cat: `key: value` lines, replaced whole and durably.
own_root() { # the state on the node is this user's alone: who can write there can give leases, and take holds away
    [ -e "$undock_root" ] || return 0
    # stat does not follow a link: that one is none either.
    if [ "$(stat -c '%F %u' -- "$undock_root")" != "directory $EUID" ]; then
        refuse state-not-ours path="$undock_root"
    fi
    if [ "$(stat -c %a -- "$undock_root")" != 700 ] && ! chmod 700 -- "$undock_root"; then
        refuse state-not-ours @state-open path="$undock_root"
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
        write_durably "$undock_root/overrides" || not_asked node-unwritable path="$undock_root"
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
must_hold_vm() { # RUN GENERATION: who was taken over must not speak for $vmid any more
    # shellcheck disable=SC2154  # the script's
    value_of run "$undock_root/cards/$vmid"
    [ "$REPLY" = "$1" ] || refuse lease-not-held
    value_of generation "$undock_root/cards/$vmid"
    [ "$REPLY" = "$2" ] || refuse lease-not-held @lease-taken-over
}
one_line() { # TEXT: into $REPLY, without anything that could forge another line
    REPLY=${1//[[:cntrl:]]/ }
}
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# The one way to qm. It cuts a byte beyond ASCII off a word without a sign; the guest's agent then waits for the rest
# for ever and answers nobody until it is restarted.
is_ascii() { # WORD…
    local word
    for word in "$@"; do
        [[ $word != *[$'\x80'-$'\xff']* ]] || return 1
    done
}
qm() { # WORD…
    is_ascii "$@" || {
        printf 'a word for qm is not ASCII; it was not called\n' >&2
        return 98
    }
    command qm "$@"
}
need_qm() { type -P qm >/dev/null || refuse not-a-proxmox-node; }

# While the cluster file system restarts, qm ends before it asks anybody, and may take each VM for one that is not there.
is_cluster_trouble() { # TEXT
    [[ $1 == *'Unable to load access control list'* || $1 == *ipcc_send_rec*failed* ]]
}

# Where the VM with this number is, for whoever must not take "not on this node" for "nowhere". Into $REPLY: `here`,
# `node NAME` (another node of the cluster), `container NAME` (no VM: a container, on that node), `gone` (the cluster
# was asked and has no such number), or `unread WHY`.
whereabouts() { # VMID
    local said code list file
    said=$(qm config "$1" --current 2>&1 </dev/null)
    code=$?
    REPLY=here
    [ "$code" -ne 0 ] || return 0
    one_line "${said:0:500}"
    if is_cluster_trouble "$said" || [[ $said != *"Configuration file '"*"' does not exist"* ]]; then
        REPLY="unread qm ended with $code: $REPLY"
        return 0
    fi
    for file in "$undock_pve"/nodes/*/qemu-server/"$1.conf" "$undock_pve"/nodes/*/lxc/"$1.conf"; do
        [ -e "$file" ] || continue
        file=${file#"$undock_pve"/nodes/}
        case $file in
        */lxc/*) REPLY="container ${file%%/*}" ;;
        *) REPLY="node ${file%%/*}" ;;
        esac
        return 0
    done
    # The cluster file system writes this list as it is read: where it does not run, there is none.
    if ! list=$(cat "$undock_pve/.vmlist" 2>&1) || [[ $list != *'"ids"'* ]]; then
        one_line "${list:0:300}"
        REPLY="unread the cluster's list of machines cannot be read: $REPLY"
    elif [[ $list =~ \"$1\"[[:space:]]*:[[:space:]]*\{([^}]*)\} ]]; then
        list=${BASH_REMATCH[1]}
        file='an unknown node'
        [[ $list =~ \"node\"[[:space:]]*:[[:space:]]*\"([^\"]*)\" ]] && file=${BASH_REMATCH[1]}
        if [[ $list =~ \"type\"[[:space:]]*:[[:space:]]*\"lxc\" ]]; then REPLY="container $file"; else REPLY="node $file"; fi
    elif grep -qsE '"quorate"[[:space:]]*:[[:space:]]*0' "$undock_pve/.members"; then
        REPLY="unread this node is cut off from its cluster (no quorum); what it has of the others is old"
    else
        REPLY=gone
    fi
}
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
