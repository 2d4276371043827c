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
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

require_confirmation r-restore
require_direct_stopped
require_no_cutover
ensure_docker_runs
folder=$(backup_dir) || fail backup-gone "The backup folder of this run is not there any more; nothing was changed."
(cd "$folder" && sha256sum --quiet -c SHA256SUMS.txt) ||
    fail backup-damaged "The backup's checksums do not fit (see above); nothing was changed."

parts=("data-openclaw:$SRC_STATE" "data-panel:$SRC_PANEL" "opt-openclaw:$COMPOSE_DIR")
unpack=(tar -xz --xattrs '--xattrs-include=*' --acls --numeric-owner --same-owner -p --sparse --warning=no-timestamp)
works=()
for part in "${parts[@]}"; do
    name=${part%%:*} place=${part#*:}
    [ -f "$folder/$name.tgz" ] || { say "$place is not in the backup; it stays as it is"; continue; }
    # Beside its place, so that the last step is a rename.
    work=${place%/*}/.undock-restore-$name-$UNDOCK_RUN_NAME
    works+=("$work")
    rm -rf -- "$work"
    at_exit rm -rf -- "$work"
    mkdir -m 700 "$work"
    "${unpack[@]}" -C "$work" -f "$folder/$name.tgz" || fail restore-failed "$name.tgz could not be unpacked (see above); nothing was changed."
    if [ -f "$folder/supplement-deleted.nul" ]; then
        while IFS= read -r -d '' gone; do
            case $gone in "$place"/*) rm -rf -- "${work:?}$gone" ;; esac
        done <"$folder/supplement-deleted.nul"
    fi
    # By tar's default what stands there is removed first; --overwrite would write into a file's other names too.
    [ ! -f "$folder/supplement-$name.tgz" ] || "${unpack[@]}" -C "$work" -f "$folder/supplement-$name.tgz" ||
        fail restore-failed "supplement-$name.tgz could not be unpacked (see above); nothing was changed."
    [ -d "$work$place" ] || fail restore-failed "$name.tgz does not hold $place; nothing was changed."
    [ "$place" = "$COMPOSE_DIR" ] || tool restore_backup.py "$place" "$work$place"
done
sync

stop_containers
for part in "${parts[@]}"; do
    name=${part%%:*} place=${part#*:}
    work=${place%/*}/.undock-restore-$name-$UNDOCK_RUN_NAME
    [ -d "$work$place" ] || continue
    if [ -e "$place" ]; then
        aside=$(free_name "$place.before-restore-$(stamp)")
        mv -T -- "$place" "$aside"
        fact kept_as "$aside"
        say "$place as it was is kept as $aside"
    fi
    mv -T -- "$work$place" "$place"
    fact restored "$place"
done
sync
start_containers
restore_policies
tool docker_back.py 120
