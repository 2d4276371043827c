#!/bin/bash
# What this node says of itself, and of one VM or of all that it lists. Reads only.
# usage: [VMID [addresses] | all]
# Of all VMs: `of-VMID` is the configuration of each.
# Of each question either the answer comes (`list`), with what was said beside it on stderr (`list-said`), or why there
# is none (`list-trouble`). A missing answer is never an empty one.
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
need_qm

zone() {
    local link
    if link=$(readlink /etc/localtime) && [[ $link == */zoneinfo/* ]]; then
        printf %s "${link#*/zoneinfo/}"
    else
        cat /etc/timezone
    fi
}

vmid=${1-}
[ "$vmid" != all ] || vmid=
[ -z "$vmid" ] || is_vmid "$vmid" || exit 64
most_at_once=6 # calls of qm that are made side by side: each takes most of a second of a core
# Each start of qm costs most of a second, so they are started side by side; each speaks into files
# of its own, so that their lines do not mix.
spoken=$(mktemp -d) || not_asked node-unwritable path="${TMPDIR:-/tmp}"
trap 'kill "$undock_ticker" 2>/dev/null; rm -rf "$spoken"' EXIT
asked=()
ask() { # NAME COMMAND…
    local name=$1
    shift
    "$@" >"$spoken/$name" 2>"$spoken/$name.err" </dev/null
    printf %s $? >"$spoken/$name.exit"
}
aside() { # NAME COMMAND…: while the others run
    ask "$@" &
    asked+=($!)
}
bytes() { head -c "$2" "$spoken/$1" | base64 -w0; }
tell() { # NAME
    local name=$1 code said
    code=$(<"$spoken/$name.exit")
    if [ "$code" = 0 ]; then
        printf '%s %s\n' "$name" "$(bytes "$name" 1048576)"
        [ ! -s "$spoken/$name.err" ] || printf '%s-said %s\n' "$name" "$(bytes "$name.err" 4096)"
        return
    fi
    said=$(head -c 4096 "$spoken/$name.err")
    printf '%s-trouble %s\n' "$name" "$(encoded "${said:-it ended with $code and gave no reason}")"
}
qm_answered() { # NAME: whether it is worth to go on asking qm
    local said
    said=$(head -c 4096 "$spoken/$1.err")
    [ "$(<"$spoken/$1.exit")" = 0 ] || ! is_cluster_trouble "$said" ||
        not_asked cluster-down error="$said"
}
addresses() { # VMID: what the guest's own agent says; one call to a VM at a time, as in qm-call.sh
    make_folder "$undock_root/calls" && exec 9>>"$undock_root/calls/$1" && flock -w 10 9 || return 75
    qm guest cmd "$1" network-get-interfaces
}

# iptables exists twice, and each shows only its own tables. The other one is asked only where its tables are known
# to be there: the question alone would make them.
nat_legacy() {
    [[ $(iptables -V) != *legacy* ]] || return 0
    if [ -r "$undock_proc_net/ip_tables_names" ]; then
        grep -qx nat "$undock_proc_net/ip_tables_names" || return 0
    else
        grep -q legacy "$spoken/nat.err" || return 0
    fi
    if ! type -P iptables-legacy >/dev/null; then
        echo "there are tables of iptables-legacy, which is not installed" >&2
        return 1
    fi
    iptables-legacy -w 5 -t nat -S
}
nat_nft() {
    type -P nft >/dev/null || return 0
    if [[ $(iptables -V) == *legacy* ]] && nft list table ip nat >/dev/null 2>&1; then
        iptables-nft -w 5 -t nat -S
    fi
}
nft_dnat() { # rules that lead somewhere else in tables that no iptables shows
    type -P nft >/dev/null || return 0
    local rules
    rules=$(nft list ruleset) || return
    awk '/^table /{ours = $2 == "ip" && $3 == "nat"} !ours && /[ \t]dnat[ \t]/{sub(/^[ \t]+/, ""); print}' <<<"$rules" |
        head -n 200
}

each_config() { # of the VMs that the list names
    local number going=0
    while read -r number; do
        is_vmid "$number" || continue
        [ "$going" -lt "$most_at_once" ] || { wait -n || true; going=$((going - 1)); }
        aside "of-$number" qm config "$number" --current
        going=$((going + 1))
    done < <(awk '$1 ~ /^[0-9]+$/ { print $1 }' "$spoken/list")
    wait "${asked[@]}"
}

aside list qm list
if [ -n "$vmid" ]; then
    aside config qm config "$vmid" --current
    aside status qm status "$vmid"
    [ "${2-}" != addresses ] || aside addresses addresses "$vmid"
fi
ask host-name hostname
ask proxmox-version pveversion
ask time-zone zone
ask nat iptables -w 5 -t nat -S
ask nat-legacy nat_legacy
ask nat-nft nat_nft
ask nft-dnat nft_dnat
clock=$(date +%s%3N)
wait "${asked[@]}"

qm_answered list
[ "${1-}" != all ] || each_config
if [ -n "$vmid" ]; then
    qm_answered config
    qm_answered status
fi
printf 'clock %s\n' "$clock"
for name in "$spoken"/*.exit; do
    name=${name##*/}
    tell "${name%.exit}"
done
if [ -n "$vmid" ] && [ "$(<"$spoken/config.exit")" != 0 ]; then
    whereabouts "$vmid"
    printf 'vm-place %s\n' "$(encoded "$REPLY")"
fi
printf 'end\n'
