#!/bin/bash
#: id: d-install
#: stage: D
#: title: Install Node and OpenClaw
#: effect: adds
#: time-limit: 1800
#: undone-by: nothing (adds programs only; Docker's version does not use them)
#: params: openclaw_version installer_url npm_registry installer_timeout installer_sha256
#: facts: node_version openclaw_version node_bin openclaw_bin before
#: secret-output: no
#: place: procedure switch 60, early prepare 30
#: required: stage early
#: role: installs-openclaw
#: redo-on: node-vanished openclaw-vanished
#: usually: 20
#: deviates: given-version if openclaw_version!=latest, installer-alone
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/find_openclaw.sh
. "$UNDOCK_LIB/find_openclaw.sh"

wanted=$(param openclaw_version)
url=$(param installer_url)
limit=$(param installer_timeout)

settle() { # what is there now becomes what the later stages use
    [ -n "$FOUND_NODE" ] || fail node-missing
    [ -n "$FOUND_OPENCLAW" ] || fail openclaw-missing
    if [ "$wanted" != latest ] && [ "$FOUND_VERSION" != "$wanted" ]; then
        fail wrong-version version="$FOUND_VERSION" wanted="$wanted"
    fi
    if [ -n "$FOUND_ROOT" ] && ! node_suits "$FOUND_ROOT" "$FOUND_NODE_VERSION"; then
        fail node-too-old node="$FOUND_NODE" node_version="$FOUND_NODE_VERSION" version="$FOUND_VERSION" needed="$WANTED_NODE"
    fi
    keep node_bin "$FOUND_NODE"
    keep openclaw_bin "$FOUND_OPENCLAW"
    keep openclaw_root "$FOUND_ROOT"
    keep openclaw_version "$FOUND_VERSION"
    fact node_version "$FOUND_NODE_VERSION"
    fact openclaw_version "$FOUND_VERSION"
    fact node_bin "$FOUND_NODE"
    fact openclaw_bin "$FOUND_OPENCLAW"
    fact openclaw_root "$FOUND_ROOT"
    say "node $FOUND_NODE_VERSION at $FOUND_NODE, openclaw $FOUND_VERSION at $FOUND_OPENCLAW"
}

newest() { # the version that the registry calls latest, or nothing
    local registry
    registry=$(tool registry.py "$(param npm_registry)")
    [ -n "$registry" ] || return 0
    curl -fsS --proto =https,http --max-time 20 -- "$registry/openclaw" 2>/dev/null |
        python3 -I -c 'import json, sys; print(json.load(sys.stdin)["dist-tags"]["latest"])' 2>/dev/null || true
}

# The installer calls openclaw, which makes a state directory: folders and a file of "{}". When
# there was none before, that shell is nobody's data.
# shellcheck disable=SC2153  # TARGET is the prelude's
drop_empty_shell() {
    if [ "$home_was_there" = no ] && [ -d "$TARGET" ] && [ -z "$(find "$TARGET" -type f -size +8c -print -quit)" ]; then
        find "$TARGET" \( -type f -size -9c -o -type d \) -depth -delete
    fi
}

# From here on root runs node, npm and openclaw, which keep what they compiled in /tmp.
tool warm_cache.py secure

home_was_there=no
[ -e "$TARGET" ] && home_was_there=yes

exec 9>"$UNDOCK_ROOT/install.lock"
flock -w 60 9 || tool installers.py ours

find_direct_tools
before="node ${FOUND_NODE_VERSION:-none}, openclaw ${FOUND_VERSION:-none}"
broken=$(type -P openclaw || true)
[ -z "$FOUND_OPENCLAW" ] && [ -n "$broken" ] && before+=" ($broken is there but does not run)"
fact before "$before"
say "before: $before"

target=$wanted
[ "$wanted" = latest ] && target=$(newest)
if [ -n "$FOUND_OPENCLAW" ] && [ "$FOUND_VERSION" = "$target" ] && { [ -z "$FOUND_ROOT" ] || node_suits "$FOUND_ROOT" "$FOUND_NODE_VERSION"; }; then
    say "the wanted version runs already; nothing is installed"
    fact installed no
    settle
    exit 0
fi

# Two installers at once hang each other.
tool installers.py wait

# A file that npm did not put there stops npm; it is kept under another name.
if [ -z "$FOUND_OPENCLAW" ] && [ -n "$broken" ] && [ ! -L "$broken" ]; then
    aside=$(free_name "$broken.before-$UNDOCK_RUN_NAME")
    mv -T -- "$broken" "$aside"
    fact shim_aside "$aside"
    say "$broken, which does not run, was renamed to $aside"
fi

script=$UNDOCK_JOB/installer
at_exit rm -f "$script"
fetch "$url" "$script" 120 ||
    fail installer-unreachable @installer-not-fetched url="$url"
[ "$(head -c 2 "$script")" = '#!' ] || fail installer-odd url="$url"
sum=$(sha_of "$script")
fact installer_sha256 "$sum"
if has_param installer_sha256 && [ "$sum" != "$(param installer_sha256)" ]; then
    fail installer-differs @installer-not-run sum="$sum"
fi

arguments=(--no-prompt --no-onboard)
[ "$wanted" = latest ] || arguments+=(--version "$wanted")
registry=()
[ -z "$(param npm_registry)" ] || registry=("npm_config_registry=$(param npm_registry)")
code=0
env "${registry[@]}" HOME=/root OPENCLAW_NO_PROMPT=1 OPENCLAW_NO_ONBOARD=1 NONINTERACTIVE=1 CI=1 DEBIAN_FRONTEND=noninteractive \
    npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false \
    timeout --kill-after=10 "$limit" bash "$script" "${arguments[@]}" </dev/null 9>&- || code=$?
drop_empty_shell
case $code in
0) ;;
124 | 137) fail installer-hung limit="$limit" ;;
*) fail installer-failed exit="$code" ;;
esac
fact installed yes

hash -r
find_direct_tools
if [ "$wanted" = latest ] && [ -n "$target" ] && [ -n "$FOUND_VERSION" ] && [ "$FOUND_VERSION" != "$target" ]; then
    phrase not-latest latest="$target" version="$FOUND_VERSION"
    warn not-latest "$REPLY"
fi
settle
