#!/bin/bash
#: id: r-verify
#: stage: R
#: title: Prove that Docker's version answers
#: effect: reads
#: time-limit: 600
#: undone-by: nothing
#: params:
#: facts: check gateway_back_ms panel_back_ms
#: secret-output: no
#: place: rollback 60, restore 60
#: role: proves-docker
#: deviates: compared-with-before if scans.answered
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

require_docker
tool docker_back.py 120
say "what has changed in the old data since stage C (Docker's version writes there again):"
tool source_diff.py later
