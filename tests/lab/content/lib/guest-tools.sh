# shellcheck shell=bash
# Small helpers for what runs in a guest.

die() { printf '%s\n' "$*" >&2; exit 1; }

wait_for() { # SECONDS WHAT COMMAND…
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || die "waited in vain for $what"
        sleep 0.5
    done
}

http_is() { # CODE URL [CURL-OPTION…]
    [ "$(curl -s -o /dev/null -m 5 -w '%{http_code}' "${@:3}" "$2")" = "$1" ]
}

# A mark that a test can look for wherever no secret may be; the same at every making.
secret() { # PURPOSE
    printf 'LABSECRET-%s-%s' "$1" "$(printf 'lab %s' "$1" | sha256sum | cut -c1-24)"
}
