#!/bin/bash
#: id: e-precopy
#: stage: E
#: title: Copy the data for the first time, while the bot still runs
#: effect: adds
#: time-limit: 7200
#: undone-by: nothing (adds a staging folder only)
#: params:
#: facts: copied copied_bytes staging
#: secret-output: no
#: place: early prepare 80
#: required: early
#: role: copies-early
#: deviates: prepared-early if order=early
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_no_cutover
[ -d "$SRC_STATE" ] || fail source-missing @source-not-there path="$SRC_STATE"

tool copy_tree.py "$SRC_STATE" "$STAGING" "$UNDOCK_STATE/copy-index.jsonl" --live
# Hashes of the copy, made now so that after the stop only what was copied anew is read again.
tool manifest.py make "$UNDOCK_STATE/staging-manifest.jsonl" "$STAGING" --settled >/dev/null
fact staging "$STAGING"
