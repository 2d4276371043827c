#!/bin/bash
# The lab's installer of OpenClaw: takes what the published one takes, and like it asks
# questions unless told not to. Everything comes from the server it came from.
#
#   install.sh [--version X] [--no-prompt] [--no-onboard]
#   OPENCLAW_VERSION, OPENCLAW_NO_PROMPT=1, OPENCLAW_NO_ONBOARD=1
set -euo pipefail

site=${OPENCLAW_INSTALL_SITE:-https://sources.lab.test}
version=${OPENCLAW_VERSION:-latest}
prompt=$([ "${OPENCLAW_NO_PROMPT:-0}" = 1 ] && echo no || echo yes)
onboard=$([ "${OPENCLAW_NO_ONBOARD:-0}" = 1 ] && echo no || echo yes)
work=

say() { printf 'openclaw installer: %s\n' "$*"; }
die() { printf 'openclaw installer: %s\n' "$*" >&2; exit 1; }

read_options() {
    while [ $# -gt 0 ]; do
        case $1 in
        --version) version=${2:?--version needs a value}; shift ;;
        --version=*) version=${1#*=} ;;
        --no-prompt) prompt=no ;;
        --no-onboard) onboard=no ;;
        --prompt) prompt=yes ;;
        --onboard) onboard=yes ;;
        --install-method) shift ;;
        --npm | --verbose | --no-git-update) ;;
        --help | -h) sed -n '2,6p' "$0" 2>/dev/null || true; exit 0 ;;
        *) die "unknown option: $1" ;;
        esac
        shift
    done
}

# A question from a script without a terminal waits for an answer that never comes;
# the limit keeps a forgotten one from staying for ever.
ask() {
    local answer=
    [ "$prompt" = yes ] || return 0
    say "$1 [Y/n]"
    if [ -r /dev/tty ] && { : </dev/tty; } 2>/dev/null; then
        read -r -t "${OPENCLAW_PROMPT_SECONDS:-600}" answer </dev/tty || true
    else
        sleep "${OPENCLAW_PROMPT_SECONDS:-600}"
        die 'no answer'
    fi
    case $answer in [Nn]*) die 'stopped by you' ;; esac
}

fetch() { curl -fsSL --retry 2 --max-time 600 "$site/$1"; }

# field EXPRESSION < JSON; python is there before node is
field() { python3 -c "import json,sys; d=json.load(sys.stdin); print($1)"; }

newer_or_same() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n1)" = "$2" ]; }

node_is_good() { # NODE_BINARY WANTED_RANGE, of which the first number decides
    local have want
    have=$("$1" --version 2>/dev/null) || return 1
    want=$(printf '%s' "$2" | grep -oE '[0-9]+(\.[0-9]+)*' | head -n1)
    newer_or_same "${have#v}" "${want:-22}"
}

install_node() { # WANTED_RANGE
    local major=22
    case $1 in *24.*) major=24 ;; esac
    ask "node is missing or too old. Install node $major under /usr?"
    say "installing node $(fetch "files/node-$major.version")"
    rm -rf /usr/lib/node_modules/npm
    # A leftover script by the name of a binary would be written through if it were a link.
    rm -f /usr/bin/node /usr/bin/npm /usr/bin/npx
    fetch "files/node-$major.tar" | tar -C /usr --no-same-owner --no-overwrite-dir -xf -
    mkdir -p /usr/etc
    # npm trusts only its own list of authorities; the system's has the lab's.
    printf 'cafile=/etc/ssl/certs/ca-certificates.crt\n' >/usr/etc/npmrc
}

install_openclaw() { # VERSION
    local root prefix fresh
    root=$(npm root -g)
    prefix=$(npm prefix -g)
    fresh=$root/.openclaw-install.$$
    mkdir -p "$fresh" "$prefix/bin"
    work=$fresh
    fetch "files/openclaw-$1.tar" | tar -C "$fresh" --no-same-owner -xf -
    rm -rf "$root/openclaw"
    mv "$fresh/openclaw" "$root/openclaw"
    rm -f "$prefix/bin/openclaw"
    ln -s "$(realpath --relative-to="$prefix/bin" "$root/openclaw/openclaw.mjs")" \
        "$prefix/bin/openclaw"
}

main() {
    local document range
    read_options "$@"
    trap 'rm -rf "$work"' EXIT
    document=$(fetch "npm/openclaw/$version") || die "version $version cannot be had"
    version=$(field 'd["version"]' <<<"$document")
    range=$(field 'd.get("engines",{}).get("node","")' <<<"$document")
    ask "Install OpenClaw $version?"
    if ! command -v npm >/dev/null || ! node_is_good "$(command -v node)" "$range"; then
        install_node "$range"
        hash -r
    fi
    say "installing OpenClaw $version"
    install_openclaw "$version"
    say "installed: $("$(npm prefix -g)/bin/openclaw" --version)"
    if [ "$onboard" = yes ]; then
        ask 'Set OpenClaw up now?'
        say 'the lab has nothing to set up'
    fi
}

# Nothing runs before the whole file has arrived.
main "$@"
