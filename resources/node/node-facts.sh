#!/bin/bash
# What this node says of itself and of one VM. Reads only.
# usage: [VMID]
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

say host-name hostname
say proxmox-version pveversion
say time-zone zone
printf 'clock %s\n' "$(date +%s%3N)"
say list qm list
if [ $# -gt 0 ]; then
    is_vmid "$1" || exit 64
    if said=$(qm config "$1" 2>&1 </dev/null); then
        say config qm config "$1"
        say status qm status "$1"
    else
        printf 'vm-trouble %s\n' "$(encoded "$said")"
    fi
fi
say nat iptables -t nat -S
printf 'end\n'
