#!/bin/bash
#: id: e-copy
#: stage: E
#: title: Copy the data beside its new place and prove it equal
#: effect: adds
#: time-limit: 7200
#: undone-by: nothing (adds a staging folder only)
#: params:
#: facts: equal copied copied_bytes dropped files bytes
#: secret-output: no
#: place: switch 80
#: required: stage
#: role: proves-copy
#: redo-on: not-proven staging-missing not-placed
#: deviates: copied-beside, locks-left-out if dropped
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_no_cutover
require_stopped
keep_source_start

# Taken up again after the placing, but before the first start: the placed copy is the staging still.
if is_kept placed_inode && [ ! -e "$STAGING" ] && [ -d "$TARGET" ] && [ "$(stat -c %i "$TARGET")" = "$(kept placed_inode)" ]; then
    mv -T -- "$TARGET" "$STAGING"
    say "the copy was placed already; it is taken back to be proven again"
fi

tool prove_copy.py "$UNDOCK_STATE/source-manifest.jsonl" "$SRC_STATE" "$STAGING" \
    "$UNDOCK_STATE/staging-manifest.jsonl" "$UNDOCK_STATE/copy-index.jsonl"
keep equal yes
