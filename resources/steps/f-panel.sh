#!/bin/bash
#: id: f-panel
#: stage: F
#: title: Deploy the panel's release
#: effect: adds
#: time-limit: 1200
#: undone-by: nothing (adds /opt/openclaw-panel only; what was there is kept beside it)
#: params: panel_source panel_repo panel_tag npm_registry panel_sha256
#: facts: panel_tag panel_commit
#: secret-output: no
#: place: procedure switch 130, early prepare 40
#: required: stage early
#: role: installs-panel
#: usually: 30
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_no_cutover
use_direct_tools
tool warm_cache.py secure
tag=$(param panel_tag)
repo=$(param panel_repo)
source=$(param panel_source)
new=/opt/.openclaw-panel.new-$UNDOCK_RUN_NAME
# Without an address of its own the package client asks its own registry.
registry=()
[ -z "$(param npm_registry)" ] || registry=("npm_config_registry=$(param npm_registry)")

if unit_is "$PANEL_UNIT" active; then
    fail panel-runs unit="$PANEL_UNIT"
fi
[ ! -L "$PANEL_DIR" ] || fail panel-is-link @panel-folder-is-link path="$PANEL_DIR"

done_before() { # this run deployed this release already
    is_kept panel_deployed && [ "$(kept panel_deployed)" = "$repo $tag" ] && [ -d "$PANEL_DIR/node_modules" ] &&
        grep -qF "\"tag\": \"$tag\"" "$PANEL_DIR/.panel-release.json"
}

if ! done_before; then
    rm -rf -- "$new"
    at_exit rm -rf -- "$new" "$UNDOCK_JOB/panel.tar.gz" "$UNDOCK_JOB/npm-cache"
    url=${source%/}/repos/$repo/tarball/$tag
    fetch "$url" "$UNDOCK_JOB/panel.tar.gz" 600 ||
        fail panel-unreachable @panel-not-fetched url="$url"
    sum=$(sha_of "$UNDOCK_JOB/panel.tar.gz")
    fact panel_sha256 "$sum"
    if has_param panel_sha256 && [ "$sum" != "$(param panel_sha256)" ]; then
        fail panel-differs @panel-not-run sum="$sum"
    fi
    commit=$(umask 022 && tool panel_release.py "$UNDOCK_JOB/panel.tar.gz" "$new")
    for name in .runtime .git; do
        [ ! -e "$PANEL_DIR/$name" ] || cp -a -- "$PANEL_DIR/$name" "$new/$name"
    done

    say "installing the panel's dependencies"
    dependencies() { # ci|install
        (
            umask 022
            cd "$new" || exit
            env "${registry[@]}" npm_config_cache="$UNDOCK_JOB/npm-cache" \
                npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false npm_config_loglevel=warn \
                npm "$1" --omit=dev
        )
    }
    if [ -f "$new/package-lock.json" ] || [ -f "$new/npm-shrinkwrap.json" ]; then
        # What the release names with sums, and nothing newer.
        said=$UNDOCK_JOB/npm-ci
        at_exit rm -f -- "$said"
        if dependencies ci 2>"$said"; then
            installed=locked
        # npm's own word for it, at the beginning of a line: what a registry says of a package comes behind another.
        elif grep -qxE 'npm (error|ERR!) code EUSAGE' "$said"; then
            finding attention panel-lock-unfit @panel-lock-unfit
            dependencies install && installed=unlocked
        fi
        cat -- "$said" >&2
    else
        dependencies install && installed=unlocked
    fi
    [ -n "${installed-}" ] || fail panel-dependencies
    fact panel_dependencies "$installed"
    "$NODE_BIN" --check "$new/src/server.js" || fail panel-broken node="$NODE_BIN"

    # Values are data: the file is written by a program that quotes them.
    tool release_mark.py "$new/.panel-release.json" "$tag" "$repo"
    chmod 644 "$new/.panel-release.json"
    sync -f "$new"
    if [ -e "$PANEL_DIR" ]; then
        aside=$(free_name "$PANEL_DIR.before-$UNDOCK_RUN_NAME")
        keep panel_displaced "$aside"
        mv -T -- "$PANEL_DIR" "$aside"
        fact panel_aside "$aside"
        say "the panel that was there is kept as $aside"
    fi
    mv -T -- "$new" "$PANEL_DIR"
    sync -- /opt
    keep panel_commit "$commit"
    keep panel_deployed "$repo $tag"
fi
fact panel_tag "$tag"
fact panel_commit "$(kept panel_commit)"
say "panel $tag ($(kept panel_commit)) is in $PANEL_DIR"
