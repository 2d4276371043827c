#!/bin/bash
#: id: e-place
#: stage: E
#: title: Put the copy in its place
#: effect: switches
#: time-limit: 120
#: undone-by: {saves-new-data} (puts back what stood there)
#: params:
#: facts: placed aside
#: secret-output: no
#: place: switch 120
#: required: stage
#: role: places-copy
#: deviates: target-kept
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_no_cutover
require_stopped
require_proven

placed() { is_kept placed_inode && [ -d "$TARGET" ] && [ ! -L "$TARGET" ] && [ "$(stat -c %i "$TARGET")" = "$(kept placed_inode)" ]; }

if ! placed; then
    require_staging
    if [ -e "$TARGET" ] || [ -L "$TARGET" ]; then
        aside=$(free_name "$DISPLACED")
        keep displaced "$aside"
        mv -T -- "$TARGET" "$aside"
        say "$TARGET, which was there, was moved to $aside"
    fi
    chmod 700 "$STAGING"
    keep placed_inode "$(stat -c %i "$STAGING")"
    mv -T -- "$STAGING" "$TARGET"
    sync -- /root
fi
aside=none
is_kept displaced && aside=$(kept displaced)

# The container's paths go on working: transcripts and users' files name them.
if [ "$(readlink -- "$STATE_LINK" || true)" != "$TARGET" ]; then
    if [ ! -d "$NODE_HOME" ]; then
        install -d -m 755 "$NODE_HOME"
        keep node_home_made yes
    fi
    if [ -e "$STATE_LINK" ] || [ -L "$STATE_LINK" ]; then
        other=$(free_name "$STATE_LINK.before-$UNDOCK_RUN_NAME")
        keep link_displaced "$other"
        mv -T -- "$STATE_LINK" "$other"
        fact link_aside "$other"
        say "$STATE_LINK, which was there, was moved to $other"
    fi
    ln -sT -- "$TARGET" "$STATE_LINK"
    sync -- "$NODE_HOME"
fi
fact placed "$TARGET"
fact aside "$aside"
say "$TARGET is in place, $STATE_LINK leads there"
