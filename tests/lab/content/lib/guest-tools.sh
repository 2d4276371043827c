# shellcheck shell=bash
# Small helpers for what runs in a guest.

die() { printf '%s\n' "$*" >&2; exit 1; }

# wait_for SECONDS WHAT COMMAND…: until COMMAND succeeds. On a machine that is slow or busy everything
# takes longer and nothing fails: only SECONDS in which neither Docker nor OpenClaw did any work end it.
wait_for() {
    local limit=$1 what=$2 began=$SECONDS moved=$SECONDS seen='' now
    shift 2
    until "$@" >/dev/null 2>&1; do
        now=$(work_done)
        if [ "$now" != "$seen" ]; then
            seen=$now moved=$SECONDS
        fi
        [ $((SECONDS - moved)) -lt "$limit" ] || die "waited $((SECONDS - began)) s for $what ($*); in the last" \
            "$limit s nothing was done; Docker and node had used $seen s of the processor"
        sleep 0.5
    done
    [ $((SECONDS - began)) -lt 10 ] || printf 'waited %s s for %s\n' $((SECONDS - began)) "$what"
}

work_done() { # whole seconds of the processor that Docker's and OpenClaw's processes have used
    awk '$2 ~ /node|openclaw|docker|containerd|MainThread/ { ticks += $14 + $15 } END { print int(ticks / 100) }' \
        /proc/[0-9]*/stat 2>/dev/null || true
}

http_is() { # CODE URL [CURL-OPTION…]
    [ "$(curl -s -o /dev/null -m 5 -w '%{http_code}' "${@:3}" "$2")" = "$1" ]
}

# A mark that a test can look for wherever no secret may be; the same at every making.
secret() { # PURPOSE
    printf 'LABSECRET-%s-%s' "$1" "$(printf 'lab %s' "$1" | sha256sum | cut -c1-24)"
}
