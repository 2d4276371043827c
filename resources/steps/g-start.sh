#!/bin/bash
#: id: g-start
#: stage: G
#: title: Start the direct services for the first time
#: effect: switches
#: time-limit: 420
#: undone-by: {stops-direct}, {saves-new-data}, {starts-docker}
#: params:
#: facts: gateway_up_ms panel_up_ms gateway_pid panel_pid cutover
#: secret-output: no
#: place: switch 160
#: required: stage
#: role: starts-direct
#: usually: 25
#: deviates: marked-and-steady
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

# A busy node starts it five times slower than an idle one. What dies right behind its first answer is
# told here; that they stay up, the acceptance sees over a window of its own.
limit=300
window=1

for unit in "$GATEWAY_UNIT" "$PANEL_UNIT"; do
    require_our_unit "$unit" "$UNIT_DIR/$unit"
done
require_stopped
require_proven

if [ -e "$CUTOVER" ]; then
    # Entered again after an interruption: the marker is ours, the services are started as far as they are not.
    require_this_cutover
else
    require_source_at_rest
    placed=$(stat -c %i "$TARGET" 2>/dev/null || true)
    [ "$placed" = "$(kept placed_inode)" ] ||
        fail not-placed path="$TARGET"
    tool lone_gateway.py start
    taken=$(ss -Hlntp "( sport = :$GATEWAY_PORT or sport = :$PANEL_PORT )")
    [ -z "$taken" ] || fail port-taken @ports-taken gateway="$GATEWAY_PORT" panel="$PANEL_PORT" who="${taken//$'\n'/; }"
    # What a rollback compares with to find what users wrote.
    tool native_state.py record "$TARGET" "$UNDOCK_STATE/staging-manifest.jsonl" "$UNDOCK_STATE/cutover-manifest.jsonl"
    printf 'run=%s\ntime=%s\ngeneration=%s\n' "$UNDOCK_RUN_NAME" "$(date --iso-8601=seconds)" "$(generation)" >"$CUTOVER.new"
    put_file "$CUTOVER.new" "$CUTOVER"
fi
fact cutover "$(tr '\n' ' ' <"$CUTOVER")"

# What the warm-up compiled is kept; from now on it would only take the processor from the first start.
end_warm_up at-once
tool warm_cache.py secure
systemctl reset-failed "$GATEWAY_UNIT" "$PANEL_UNIT" 2>/dev/null || true
fact started_at_ms "$(date +%s%3N)"
systemctl start --no-block "$GATEWAY_UNIT"
systemctl start --no-block "$PANEL_UNIT"
# Enabled only now: a reboot before the marker stood must not have started them.
systemctl --quiet enable "$GATEWAY_UNIT" "$PANEL_UNIT"

if ! tool wait_up.py "$limit" "$window"; then
    unit=$(sed -n 's/^trouble_unit=//p' "$UNDOCK_JOB/facts" | tail -n 1)
    what=$(sed -n 's/^trouble=//p' "$UNDOCK_JOB/facts" | tail -n 1)
    what=${what//%25/%} # as the phrase that it is
    say "--- the last lines of $unit ---"
    show_journal "$unit" 40
    not_up what:="$what"
fi
