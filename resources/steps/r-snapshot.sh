#!/bin/bash
#: id: r-snapshot
#: stage: R
#: title: Save what users wrote since the cutover, and put back what stood there before
#: effect: adds
#: time-limit: 3600
#: undone-by: nothing (what was the direct state directory is kept beside its place)
#: params:
#: facts: changed new deleted sessions_new
#: secret-output: no
#: place: rollback 30, restore 30
#: role: saves-new-data
#: deviates: new-data-saved
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

require_direct_stopped

unknown_counts() { # users may have written, and nobody counted
    fact changed unknown
    fact new unknown
    fact deleted unknown
    fact sessions_new unknown
}

not_saved() { # PLACE: where the whole directory is, or will be in a moment
    unknown_counts
    tell_snapshot_failed "$1"
}

no_snapshot() { # what the other facts say when nothing can have been written
    fact changed 0
    fact new 0
    fact deleted 0
    fact sessions_new 0
    say "$1"
}

ours() { is_kept placed_inode && [ -d "$TARGET" ] && [ ! -L "$TARGET" ] && [ "$(stat -c %i "$TARGET")" = "$(kept placed_inode)" ]; }

moved_already() { # interrupted after the saving, before the marker was archived
    is_kept placed_inode && is_kept rolled_back && [ "$(stat -c %i "$(kept rolled_back)" 2>/dev/null)" = "$(kept placed_inode)" ]
}

if [ -e "$CUTOVER" ] && ! moved_already; then
    require_own_cutover
    require_no_link
    if ! ours && [ -d "$TARGET" ]; then
        # Somebody put another directory there, perhaps from a copy. What it holds is kept as this run's own
        # would be; a person's repair must not be what bars the way back.
        tell_target_replaced
        keep placed_inode "$(stat -c %i "$TARGET")"
    fi
    if ours; then
        # The direct services are stopped: no trouble with the archive may leave users without either version.
        save_users_data "$TARGET" || {
            keep unsaved yes
            not_saved "$(free_name "$ROLLED_BACK")"
        }
    else
        phrase target-gone target="$TARGET"
        finding attention target-gone "$REPLY"
        no_snapshot "there is no direct state directory to save"
    fi
elif is_kept unsaved; then
    # Entered again after the directory was moved: perhaps there is room by now.
    save_users_data "$(kept rolled_back)" || not_saved "$(kept rolled_back)"
elif is_kept snapshot && [ ! -f "$(kept snapshot).json" ]; then
    # Somebody took it away since. Docker's version comes back all the same: the whole directory is kept.
    unknown_counts
    say "what users wrote was saved as $(kept snapshot), which is not there any more"
elif is_kept snapshot; then
    tool native_state.py tell "$(kept snapshot)"
    say "what users wrote was saved before: $(kept snapshot)"
else
    no_snapshot "the direct gateway was never started; nobody can have written anything"
fi

if ours; then
    place=$(free_name "$ROLLED_BACK")
    keep rolled_back "$place"
    mv -T -- "$TARGET" "$place"
    sync -- /root
    say "$TARGET is kept as $place"
fi
if is_kept displaced && [ ! -e "$TARGET" ] && [ ! -L "$TARGET" ]; then
    before=$(kept displaced)
    if [ -e "$before" ] || [ -L "$before" ]; then
        mv -T -- "$before" "$TARGET"
        sync -- /root
        say "$before is $TARGET again, as before the migration"
    fi
fi
if [ "$(readlink -- "$STATE_LINK" || true)" = "$TARGET" ] && is_kept placed_inode; then
    rm -f -- "$STATE_LINK"
    if is_kept link_displaced && [ -e "$(kept link_displaced)" ]; then
        mv -T -- "$(kept link_displaced)" "$STATE_LINK"
    elif is_kept node_home_made; then
        rmdir --ignore-fail-on-non-empty -- "$NODE_HOME"
    fi
fi
if [ -e "$CUTOVER" ]; then
    # Last: as long as the marker stands, this step is entered again from its beginning.
    archived=$(free_name "$CUTOVER.archived-$UNDOCK_RUN_NAME-$(stamp)")
    mv -T -- "$CUTOVER" "$archived"
    sync -- "$UNDOCK_ROOT"
    fact cutover_archived "$archived"
fi
is_kept rolled_back && fact rolled_back "$(kept rolled_back)"
rm -f -- "$UNDOCK_STATE/placed_inode" "$UNDOCK_STATE/displaced" "$UNDOCK_STATE/link_displaced" "$UNDOCK_STATE/node_home_made" "$UNDOCK_STATE/equal"
