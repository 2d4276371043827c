#!/bin/bash
# One command in a guest: payload in, the guest's answer out, as qm gives it.
# usage: VMID TIMEOUT PATIENCE [RUN GENERATION]
# With a TIMEOUT of 0 the answer is not waited for: qm tells the command's pid.
# With RUN and GENERATION the payload starts a deletion, and is passed on only while no hold
# is on this node and that run holds the VM.
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
vmid=$1 timeout=$2 patience=$3
is_vmid "$vmid" && is_number "$timeout" && is_number "$patience" || exit 64
need_qm
make_folder "$undock_root/calls" || not_asked node-unwritable path="$undock_root"

# Callers at the same time have been given each other's answers. The lock is inherited by qm on
# purpose: should this shell be killed, the call that is still under way keeps others out.
exec 9>>"$undock_root/calls/$vmid" || not_asked node-unwritable path="$undock_root"
flock -w "$patience" 9 || not_asked guest-call-busy

may_delete() { # RUN GENERATION
    local hold found=0 names=''
    for hold in "$undock_root"/holds/*; do
        [ -f "$hold" ] && [[ ${hold##*/} =~ ^[0-9]+$ ]] && names+=" ${hold##*/}"
    done
    [ -z "$names" ] || refuse hold-present names="${names# }"
    must_hold_vm "$1" "$2"
    # Only a lock in the way proves that the lease is alive; a file that cannot be opened proves nothing.
    ( flock -n -s -E 75 6 ) 2>/dev/null 6>>"$undock_root/live/$vmid" || found=$?
    [ "$found" = 75 ] || refuse lease-not-held @lease-not-alive
}
if [ $# -ge 5 ]; then
    # Shared among deletions, exclusive for whoever places a hold: it waits until this one is sent.
    exec 7>>"$undock_root/delete.lock" || not_asked node-unwritable path="$undock_root"
    flock -s -w 30 7 || not_asked delete-locked @hold-being-placed
    may_delete "$4" "$5"
fi

printf 'undock-node: sending\n' >&2
if [ "$timeout" = 0 ]; then
    qm guest exec "$vmid" --synchronous 0 --pass-stdin 1 -- /bin/bash -s
else
    qm guest exec "$vmid" --timeout "$timeout" --pass-stdin 1 -- /bin/bash -s
fi
