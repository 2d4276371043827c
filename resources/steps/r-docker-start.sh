#!/bin/bash
#: id: r-docker-start
#: stage: R
#: title: Start Docker's version again
#: effect: switches
#: time-limit: 600
#: undone-by: {notes-policies}, {stops-docker}
#: params:
#: facts: source_equal started
#: secret-output: no
#: place: rollback 50, restore 50
#: role: starts-docker
#: deviates: made-anew if after deletes-containers
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

require_direct_stopped
require_data_saved
ensure_docker_runs

# Once the containers run they write; whether the data came through unharmed is seen now.
if [ -z "$(running_containers)" ]; then
    tool source_diff.py
    # No warning: the chain would wait at it, and the bot with it.
    ! source_is no || tell_source_changed
else
    fact source_equal unknown
    say "containers run already; the old data is not compared"
fi
# The bot first: it need not wait for what matters at the next reboot.
start_containers
restore_policies
# As they were noted; the next run notes them anew.
rm -f -- "$UNDOCK_ROOT/policies"
# A copy that was never placed holds nothing that the source does not.
if [ ! -e "$CUTOVER" ] && [ -d "$STAGING" ] && [ ! -L "$STAGING" ]; then
    rm -rf -- "$STAGING"
    rm -f -- "$UNDOCK_STATE/copy-index.jsonl" "$UNDOCK_STATE/staging-manifest.jsonl"
    say "the copy that was not put in place, $STAGING, was removed"
fi
fact started "$(running_containers | tr '\n' ' ')"
