#!/bin/bash
#: id: r-carry-back
#: stage: R
#: title: Carry what users wrote since the cutover back into Docker's data
#: effect: switches
#: time-limit: 7200
#: undone-by: the copy of the old data that is made first (data/openclaw.before-carry-…)
#: params: confirm
#: facts: carried removed conflicts saved_as check
#: secret-output: no
#: role: carries-back
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"
# shellcheck source=../guest/docker_side.sh
. "$UNDOCK_LIB/docker_side.sh"

require_confirmation r-carry-back
require_direct_stopped
require_no_cutover
ensure_docker_runs
if is_kept unsaved; then
    save_users_data "$(kept rolled_back)" || snapshot_failed "$(kept rolled_back)"
fi
snapshot=$(kept snapshot)
[ -f "$snapshot.deleted" ] || fail snapshot-gone snapshot="$snapshot"

# Everything that can fail without harm comes before the bot is stopped.
work=$UNDOCK_STATE/carry-back
rm -rf -- "$work"
at_exit rm -rf -- "$work"
mkdir -m 700 "$work"
if [ -f "$snapshot.tgz" ]; then
    tar -C "$work" -xzf "$snapshot.tgz" --xattrs --xattrs-include='*' --acls --numeric-owner --same-owner -p --warning=no-timestamp ||
        fail snapshot-broken snapshot="$snapshot.tgz"
fi
# Where the archive was made from the directory that the rollback had put aside.
if is_kept rolled_back && [ -d "$work$(kept rolled_back)" ]; then mv -T -- "$work$(kept rolled_back)" "$work$TARGET"; fi
mkdir -p "$work$TARGET"
# The bot still runs: files come and go, which du ends badly for, with a sum all the same.
need=$({ du -sB1 --apparent-size -- "$SRC_STATE" 2>/dev/null || true; } | cut -f1)
[[ $need =~ ^[0-9]+$ ]] || source_unreadable @source-size-unread path="$SRC_STATE"
require_room /data $((need + (64 << 20))) path="$SRC_STATE" needed="$need"

saved=''
done=no
take_back() { # whatever goes wrong once the bot is stopped: the data as it was, and the bot running
    [ "$done" = no ] || return 0
    if [ -n "$saved" ] && [ -d "$saved" ]; then
        mv -T -- "$SRC_STATE" "$(free_name "$SRC_STATE.failed-carry-$(stamp)")"
        mv -T -- "$saved" "$SRC_STATE"
        say "carrying back failed; $SRC_STATE is what it was before"
    fi
    (start_containers)
}
at_exit take_back

stop_containers
copy=$(free_name "$SRC_STATE.before-carry-$(stamp)")
tool copy_tree.py "$SRC_STATE" "$copy" --keep
tool manifest.py make "$UNDOCK_STATE/carry-before.jsonl" "$SRC_STATE" >/dev/null
tool manifest.py check "$UNDOCK_STATE/carry-before.jsonl" "$SRC_STATE" --at "$copy" --ignore hard ||
    fail copy-differs @old-copy-differs
saved=$copy
fact saved_as "$saved"
say "the old data as it is now is kept as $saved"

skills=
is_kept openclaw_root && skills=$(kept openclaw_root)/skills
tool carry_back.py "$work$TARGET" "$snapshot.deleted" "$SRC_STATE" "$UNDOCK_STATE/source-manifest.jsonl" \
    "$(free_name "$snapshot.conflicts")" "$skills"
done=yes
start_containers
tool docker_back.py 120
