#!/bin/bash
#: id: k-remove
#: stage: K
#: title: Remove one thing that a migration left behind
#: effect: deletes
#: time-limit: 3600
#: undone-by: nothing (what is removed is gone)
#: params: confirm generation item seen
#: facts: item_removed freed
#: secret-output: no
#: role: removes-leftover
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

require_confirmation k-remove
require_generation
go_gently
tool remove_leftover.py
