#!/bin/bash
# What this node says of itself, and of one VM or of all. Reads only.
# usage: [VMID | all]
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
command -v qm >/dev/null || refuse not-a-proxmox-node "there is no 'qm' on this machine: it is not a Proxmox node"

say() { # KEY COMMAND…: its output, if it succeeds
    local key=$1 out
    shift
    out=$("$@" 2>/dev/null </dev/null | base64 -w0; exit "${PIPESTATUS[0]}") && printf '%s %s\n' "$key" "$out"
}
zone() {
    local link
    if link=$(readlink /etc/localtime) && [[ $link == */zoneinfo/* ]]; then
        printf %s "${link#*/zoneinfo/}"
    else
        cat /etc/timezone
    fi
}

config() { # VMID: what qm says of it, or why it says nothing
    local said
    if said=$(qm config "$1" 2>&1 </dev/null); then
        printf 'config %s\n' "$(encoded "$said"$'\n')"
    else
        printf 'vm-trouble %s\n' "$(encoded "$said")"
    fi
}

each_config() { # the same of every VM, a few at a time
    local number going=0
    while read -r number; do
        is_vmid "$number" || continue
        [ "$going" -lt 6 ] || { wait -n || true; going=$((going - 1)); }
        aside "of-$number" config_of "$number"
        going=$((going + 1))
    done < <(sed -n 's/^list //p' "$spoken/list" | base64 -d | awk '$1 ~ /^[0-9]+$/ { print $1 }')
}
config_of() { # VMID
    config "$1" | sed "s/ / $1 /; s/^/of-/"
}

[ $# = 0 ] || [ "$1" = all ] || is_vmid "$1" || exit 64
# Each start of qm costs most of a second, so they are started side by side; each speaks into a
# file of its own, so that their lines do not mix.
spoken=$(mktemp -d) || not_asked node-unwritable "cannot make a temporary folder"
trap 'kill "$undock_ticker" 2>/dev/null; rm -rf "$spoken"' EXIT
asked=()
aside() { # NAME COMMAND…
    local name=$1
    shift
    "$@" >"$spoken/$name" &
    asked+=($!)
}
aside list say list qm list
if [ "${1-}" = all ]; then
    wait "${asked[@]}"
    each_config
elif [ $# -gt 0 ]; then
    aside config config "$1"
    aside status say status qm status "$1"
fi

say host-name hostname
say proxmox-version pveversion
say time-zone zone
printf 'clock %s\n' "$(date +%s%3N)"
wait "${asked[@]}"
cat "$spoken"/*
say nat iptables -t nat -S
printf 'end\n'
