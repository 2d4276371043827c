#!/bin/bash
# Which copies of a run's journal were given into a VM, by their SHA-256: journals/<vmid>. The copies lie where the VM's
# root can write; what is kept here is the node's root's alone, so that a copy proves itself.
# usage: sent VMID RUN GENERATION SHA256     a copy is about to be sent, and that run holds the VM
#        arrived VMID RUN GENERATION SHA256  the VM said that it has it: what was sent before counts no longer
#        list VMID
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
most=64 # copies that were sent one after the other and are not known to have arrived

keep() { # RUN GENERATION SHA256
    local sums=()
    is_run "$1" && is_number "$2" && [[ $3 =~ ^[0-9a-f]{64}$ ]] || exit 64
    # The lock of the leases: nobody takes the VM over between the look at its card and the writing.
    exec 5>>"$undock_root/lock" && flock -w 20 5 || not_asked node-busy
    must_hold_vm "$1" "$2"
    # Nobody knows which of those that were sent arrived; each of them is this program's word.
    value_of run "$kept"
    if [ "$verb" = sent ] && [ "$REPLY" = "$1" ]; then
        value_of sums "$kept"
        read -ra sums <<<"$REPLY"
        # The first is the one that is known to have arrived.
        [ "${#sums[@]}" -lt "$most" ] || sums=("${sums[0]}" "${sums[@]:2}")
    fi
    [[ " ${sums[*]} " == *" $3 "* ]] || sums+=("$3")
    printf '%s: %s\n' run "$1" sums "${sums[*]}" | write_durably "$kept" ||
        not_asked node-unwritable path="$undock_root"
}
list() {
    local sum sums=()
    value_of run "$kept"
    [ -n "$REPLY" ] || return 0
    printf 'run %s\n' "$REPLY"
    value_of sums "$kept"
    read -ra sums <<<"$REPLY"
    for sum in "${sums[@]}"; do printf 'sum %s\n' "$sum"; done
}

verb=$1 vmid=$2
is_vmid "$vmid" || exit 64
make_folder "$undock_root/journals" || not_asked node-unwritable path="$undock_root"
kept=$undock_root/journals/$vmid
case $verb in
sent | arrived) keep "$3" "$4" "$5" ;;
list) list ;;
*) exit 64 ;;
esac
printf 'end\n'
