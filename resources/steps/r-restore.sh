#!/bin/bash
#: id: r-restore
#: stage: R
#: title: Restore Docker's data from the backup
#: effect: switches
#: time-limit: 7200
#: undone-by: the folders that were there, kept beside their places (….before-restore-…)
#: params: confirm
#: facts: restored kept_as check
#: secret-output: no
#: place: restore 40
#: role: restores-data
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

require_confirmation r-restore
require_direct_stopped
require_no_cutover
ensure_docker_runs
folder=$(require_whole_backup)

parts=("data-openclaw:$SRC_STATE" "data-panel:$SRC_PANEL" "opt-openclaw:$COMPOSE_DIR")
for part in "${parts[@]}"; do
    name=${part%%:*} place=${part#*:}
    [ -f "$folder/$name.tgz" ] || { say "$place is not in the backup; it stays as it is"; continue; }
    # Beside its place, so that the last step is a rename.
    at_exit rm -rf -- "${place%/*}/.undock-restore-$name-$UNDOCK_RUN_NAME"
    tool restore_part.py unpack "$name" "$place" "$folder"
done
sync

stop_containers
for part in "${parts[@]}"; do
    name=${part%%:*} place=${part#*:}
    [ ! -f "$folder/$name.tgz" ] || tool restore_part.py place "$name" "$place"
done
sync
start_containers
restore_policies
tool docker_back.py 120
