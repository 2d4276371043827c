#!/bin/bash
# Snapshots of one VM, on the operator's choice.
# usage: take VMID NAME DESCRIPTION | remove VMID NAME | list VMID
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
need_qm
verb=$1 vmid=$2
is_vmid "$vmid" || exit 64
if [ "$verb" != list ]; then
    [[ $3 =~ ^[A-Za-z][A-Za-z0-9_-]{0,39}$ ]] || refuse bad-snapshot-name "the snapshot's name is malformed"
    is_ascii "${4-}" || refuse not-ascii "qm takes ASCII only, and the description has other characters"
fi

run() { # COMMAND…: what qm says of a failure is the reason
    local said
    said=$("$@" 2>&1 </dev/null) || refuse snapshot-failed "${said:-qm gave no reason}"
}
names() {
    # `->` draws the tree; the entry "current" is the running state, not a snapshot.
    qm listsnapshot "$vmid" </dev/null | sed -nE 's/^[[:space:]`|]*-> ([^[:space:]]+).*/\1/p' | grep -vx current
    [ "${PIPESTATUS[0]}" -eq 0 ]
}

case $verb in
take) run qm snapshot "$vmid" "$3" --description "$4" ;;
remove) run qm delsnapshot "$vmid" "$3" ;;
list)
    found=$(names) || refuse snapshot-failed "the snapshots of VM $vmid cannot be listed"
    for name in $found; do printf 'snapshot %s\n' "$name"; done
    ;;
*) exit 64 ;;
esac
printf 'end\n'
