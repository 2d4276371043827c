#!/bin/bash
#: id: e-adapt
#: stage: E
#: title: Rewrite the container's paths in the copy
#: effect: switches
#: time-limit: 600
#: undone-by: {proves-copy} (makes the copy anew; the source is not touched)
#: params:
#: facts: adapted links leftover_count
#: secret-output: no
#: place: switch 100
#: required: stage
#: role: adapts-paths
#: deviates: paths-rewritten
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_no_cutover
require_proven
require_staging

skills=
is_kept openclaw_root && skills=$(kept openclaw_root)/skills
tool adapt_paths.py "$STAGING" "$UNDOCK_STATE/copy-index.jsonl" "$skills"
