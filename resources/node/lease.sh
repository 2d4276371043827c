#!/bin/bash
# Who works on which VM of this node.
# usage: hold VMID RUN GENERATION MODE HOLDER HOST PROGRAM REASON
#        override VMID HOLDER REASON  takes a card away whose program is gone, whatever its job; kept in overrides
#        list
# cards/<vmid> is the claim and outlives programs; live/<vmid> is locked while a program is
# connected; generations/<vmid> only ever grows, so that a desk that lost the VM can be told.
# shellcheck disable=SC2015,SC2154  # `a && b || stop` is meant; prelude.sh stands before this
slots=3
lifetime=${UNDOCK_LEASE_LIFETIME:-60} # seconds without a heartbeat

for folder in cards generations live; do
    make_folder "$undock_root/$folder" || not_asked node-unwritable path="$undock_root"
done

locked() { # for the length of one change
    exec 5>>"$undock_root/lock" && flock -w 20 5 || not_asked node-busy
}
unlocked() { exec 5>&-; }
is_live() { # VMID; a shared lock, so that two who look do not see each other
    ! ( flock -n -s 6 ) 6>>"$undock_root/live/$1"
}
occupies() { # VMID: whether its card takes a slot
    local card=$undock_root/cards/$1 written
    value_of job "$card"
    case $REPLY in
    unfinished* | unknown*)
        # Its last word is how many seconds the guest may take for what it has. A VM that nobody gets
        # an answer from keeps its slot so long from the card's writing, and not for ever.
        is_number "${REPLY##* }" && written=$(stat -c %Y "$card") || return 0
        [ $(($(date +%s) - written)) -gt "${REPLY##* }" ] || return 0
        ;;
    esac
    is_live "$1"
}
card_numbers() {
    local card
    for card in "$undock_root"/cards/*; do
        [[ -f $card && ${card##*/} =~ ^[1-9][0-9]+$ ]] && printf '%s\n' "${card##*/}"
    done
}
whose() { # CARD: for messages, into the array $whose
    local name
    whose=()
    for name in holder host since; do
        value_of "$name" "$1"
        whose+=("$name=${REPLY:-?}")
    done
}
write_card() {
    printf '%s: %s\n' vmid "$vmid" holder "$holder" host "$host" program "$program" since "$since" \
        run "$run" step "$step" job "$job" generation "$generation" |
        write_durably "$undock_root/cards/$vmid"
}
still_ours() {
    value_of run "$undock_root/cards/$vmid"
    [ "$REPLY" = "$run" ] || return 1
    value_of generation "$undock_root/cards/$vmid"
    [ "$REPLY" = "$generation" ]
}

free_slot() { # refuses when the others take all
    local other taken=0 names=''
    while read -r other; do
        if [ "$other" != "$vmid" ] && occupies "$other"; then
            taken=$((taken + 1)) names+=" $other"
        fi
    done < <(card_numbers)
    [ "$taken" -lt "$slots" ] || refuse slots-full count="$slots" names="${names# }"
}

next_generation() {
    local last=0
    [ -f "$undock_root/generations/$vmid" ] && read -r last <"$undock_root/generations/$vmid"
    is_number "$last" || last=0
    value_of generation "$card"
    if is_number "$REPLY" && [ "$REPLY" -gt "$last" ]; then last=$REPLY; fi
    generation=$((last + 1))
    printf '%s\n' "$generation" | write_durably "$undock_root/generations/$vmid" ||
        not_asked node-unwritable path="$undock_root"
}

take() { # decide, then write the card, all under the lock
    local old_run old_generation
    value_of run "$card"; old_run=$REPLY
    value_of generation "$card"; old_generation=$REPLY
    if [ "$wanted" -gt 0 ]; then
        # The same program again after its link broke: only if nobody came in between.
        [ "$old_run" = "$run" ] && [ "$old_generation" = "$wanted" ] || {
            whose "$card"
            refuse lease-lost "${whose[@]}"
        }
    elif [ -f "$card" ] && [ "$old_run" != "$run" ] && [ "$mode" != take-over ]; then
        whose "$card"
        if is_live "$vmid"; then refuse vm-taken "${whose[@]}"; fi
        refuse vm-left "${whose[@]}"
    fi
    if ! { [ -f "$card" ] && occupies "$vmid"; }; then free_slot; fi

    since=$(now) step='' job=none
    if [ -f "$card" ]; then
        previous=$(base64 -w0 <"$card")
        # What the guest may still be doing does not depend on who holds the VM.
        value_of step "$card"; step=$REPLY
        value_of job "$card"; job=${REPLY:-none}
    fi
    if [ "$wanted" -gt 0 ]; then
        generation=$wanted
        value_of since "$card"; since=$REPLY
        unset previous
    else
        next_generation
    fi
    write_card || not_asked node-unwritable path="$undock_root"
}

live_note() {
    printf 'pid: %s\nholder: %s\nhost: %s\nrun: %s\n' $$ "$holder" "$host" "$run" >"$undock_root/live/$vmid"
}

become_live() {
    exec 6>>"$undock_root/live/$vmid"
    # Before the lock is given back, so that nobody counts the slots in between. Where that fails
    # a former holder is still there, and counts; it sees the new card within two seconds and leaves.
    if flock -n 6; then
        unlocked
        live_note
        return
    fi
    unlocked
    flock -w 15 6 || not_asked lease-unsure
    live_note
}

carry_out() { # one line of the desk's
    local verb number a b c
    IFS=' ' read -r verb number a b c <<<"$1"
    is_number "${number:-x}" || return 0
    case $verb in
    beat)
        live_note
        printf 'ok %s\n' "$number"
        ;;
    card)
        locked
        if still_ours; then
            step=$a job=$b${c:+ $c}
            if write_card; then printf 'ok %s\n' "$number"; else printf 'no %s node-unwritable\n' "$number"; fi
        fi
        unlocked
        ;;
    release)
        locked
        if still_ours; then
            case $job in
            unfinished* | unknown* | overdue*) printf 'no %s lease-job-open\n' "$number" ;;
            *)
                remove_durably "$card" || { printf 'no %s node-unwritable\n' "$number"; unlocked; return 0; }
                printf 'ok %s\n' "$number"
                exit 0
                ;;
            esac
        fi
        unlocked
        ;;
    esac
}

hold() {
    vmid=$1 run=$2 wanted=$3 mode=$4
    is_vmid "$vmid" && is_run "$run" && is_number "$wanted" || exit 64
    one_line "$5"; holder=$REPLY
    one_line "$6"; host=$REPLY
    one_line "$7"; program=$REPLY
    card=$undock_root/cards/$vmid
    locked
    take
    become_live
    printf 'granted %s %s\n' "$generation" "${previous:--}"

    local last=$SECONDS line='' rest status
    while :; do
        IFS= read -r -t 2 rest
        status=$?
        line+=$rest
        if [ "$status" -eq 0 ]; then
            last=$SECONDS
            carry_out "$line"
            line=
        elif [ "$status" -le 128 ]; then
            exit 0 # the desk is gone; the card stays
        fi
        if ! still_ours; then
            printf 'lost %s\n' "$(encoded "the VM is now with: $(whose "$card")")"
            exit 0
        fi
        [ $((SECONDS - last)) -lt "$lifetime" ] || exit 0
    done
}

override() { # the next one to hold this VM gets a higher generation: the guest refuses what the former still sends
    local holder reason
    vmid=$1
    is_vmid "$vmid" || exit 64
    one_line "$2"; holder=$REPLY
    one_line "$3"; reason=$REPLY
    [ -n "${holder// /}" ] && [ -n "${reason// /}" ] || refuse reason-missing @override-needs-reason
    card=$undock_root/cards/$vmid
    locked
    [ -f "$card" ] || refuse no-lease vmid="$vmid"
    whose "$card"
    ! is_live "$vmid" || refuse lease-live "${whose[@]}"
    make_folder "$undock_root/cards-ended" || not_asked node-unwritable path="$undock_root"
    overridden "lease of VM $vmid ($(whose "$card"))" "$holder" "$reason"
    next_generation
    { cat "$card"; printf 'ended: %s\nwhy: overridden by %s: %s\n' "$(now)" "$holder" "$reason"; } |
        write_durably "$undock_root/cards-ended/$vmid-$(date +%s)" && remove_durably "$card" ||
        not_asked node-unwritable path="$undock_root"
    printf 'end\n'
}

list() {
    local number seen live
    while read -r number; do
        seen=-1 live=0
        if [ -e "$undock_root/live/$number" ]; then
            seen=$(($(date +%s) - $(stat -c %Y "$undock_root/live/$number")))
            is_live "$number" && live=1
        fi
        [ -f "$undock_root/cards/$number" ] || continue
        printf 'card %s %s %s\n' "$live" "$seen" "$(base64 -w0 <"$undock_root/cards/$number")"
    done < <(card_numbers)
    printf 'end\n'
}

case $1 in
hold) shift; hold "$@" ;;
override) shift; override "$@" ;;
list) list ;;
*) exit 64 ;;
esac
