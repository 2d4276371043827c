#!/bin/bash
# The mark "no Docker is deleted on this node": holds/<vmid>.
# usage: place VMID RUN provisional|definite HOLDER HOST REASON
#        lift VMID RUN GENERATION  its acceptance passed, and that run still holds the VM
#        resolve VMID RUN GENERATION  it was rolled back, and that run still holds the VM
#        release VMID HOLDER REASON
#        override VMID HOLDER REASON  an operator's word against the rule for release, kept in overrides
#        list
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
make_folder "$undock_root/holds" && make_folder "$undock_root/holds-ended" ||
    not_asked node-unwritable path="$undock_root"

alone() { # no deletion is being sent while a mark changes
    exec 7>>"$undock_root/delete.lock" && flock -w 150 7 ||
        not_asked delete-locked @deletion-being-sent
}
archive() { # WHY: a mark that ends stays readable
    local file
    file=$undock_root/holds-ended/$vmid-$(date +%s)
    { cat "$hold"; printf 'ended: %s\nwhy: %s\n' "$(now)" "$1"; } | write_durably "$file" &&
        remove_durably "$hold" || not_asked node-unwritable path="$undock_root"
}
with_line() { # KEY VALUE: the mark's text with that line set
    grep -v "^$1: " "$hold"
    printf '%s: %s\n' "$1" "$2"
}

place() {
    local run=$2 kind=$3 holder host reason
    is_run "$run" && [[ $kind = provisional || $kind = definite ]] || exit 64
    one_line "$4"; holder=$REPLY
    one_line "$5"; host=$REPLY
    one_line "$6"; reason=$REPLY
    alone
    value_of kind "$hold"
    # An acceptance that begins again does not make an earlier failure less certain.
    if [ "$kind" = provisional ] && [ "$REPLY" = definite ]; then
        # But what had resolved it is undone: the VM is on its way forward again.
        value_of resolved "$hold"
        [ -z "$REPLY" ] || grep -v '^resolved: ' "$hold" | write_durably "$hold" ||
            not_asked node-unwritable path="$undock_root"
    else
        printf '%s: %s\n' vmid "$vmid" kind "$kind" run "$run" holder "$holder" host "$host" \
            since "$(now)" reason "$reason" | write_durably "$hold" ||
            not_asked node-unwritable path="$undock_root"
    fi
}
# Who was taken over may have seen an acceptance pass, or a rollback end; the mark there now is the one of the
# colleague's own acceptance, and the same file.
lift() {
    is_run "$2" && is_number "$3" || exit 64
    alone
    must_hold_vm "$2" "$3"
    if [ -f "$hold" ]; then archive "passed its acceptance in run $2"; fi
}
resolve() {
    is_run "$2" && is_number "$3" || exit 64
    alone
    must_hold_vm "$2" "$3"
    [ -f "$hold" ] || return 0
    with_line resolved rolled-back | write_durably "$hold" || not_asked node-unwritable path="$undock_root"
}
must_be_gone() { # only a VM that is nowhere in the cluster has nothing more to lose
    type -P qm >/dev/null || not_asked vm-place-unread @no-qm-here
    whereabouts "$vmid"
    case $REPLY in
    gone) ;;
    node\ *) refuse vm-moved @vm-moved-with-hold vmid="$vmid" host="${REPLY#node }" ;;
    container\ *) refuse vm-is-container @vm-now-container vmid="$vmid" host="${REPLY#container }" ;;
    here) refuse hold-unresolved vmid="$vmid" ;;
    *) not_asked vm-place-unread vmid="$vmid" why="${REPLY#unread }" ;;
    esac
}
release() {
    local holder reason
    one_line "$2"; holder=$REPLY
    one_line "$3"; reason=$REPLY
    [ -n "${reason// /}" ] || refuse reason-missing
    alone
    [ -f "$hold" ] || refuse no-hold vmid="$vmid"
    value_of resolved "$hold"
    [ -n "$REPLY" ] || must_be_gone
    archive "released by $holder: $reason"
}
override() { # a VM that never lets its hold resolve must not keep Docker on all others for ever
    local holder reason
    one_line "$2"; holder=$REPLY
    one_line "$3"; reason=$REPLY
    [ -n "${holder// /}" ] && [ -n "${reason// /}" ] || refuse reason-missing @override-needs-reason
    alone
    [ -f "$hold" ] || refuse no-hold vmid="$vmid"
    overridden "hold of VM $vmid" "$holder" "$reason"
    archive "overridden by $holder: $reason"
}
list() {
    local file
    for file in "$undock_root"/holds/*; do
        [[ -f $file && ${file##*/} =~ ^[1-9][0-9]+$ ]] || continue
        printf 'hold %s\n' "$(base64 -w0 <"$file")"
    done
}

verb=$1
shift
if [ "$verb" != list ]; then
    vmid=$1
    is_vmid "$vmid" || exit 64
    hold=$undock_root/holds/$vmid
fi
case $verb in
place) place "$@" ;;
lift) lift "$@" ;;
resolve) resolve "$@" ;;
release) release "$@" ;;
override) override "$@" ;;
list) list ;;
*) exit 64 ;;
esac
printf 'end\n'
