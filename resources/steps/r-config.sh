#!/bin/bash
#: id: r-config
#: stage: R
#: title: Put back an earlier openclaw.json and stay direct
#: effect: switches
#: time-limit: 600
#: undone-by: the configuration that was in use, kept as a backup of its own
#: params: bak
#: facts: restored config_backup
#: secret-output: no
#: role: restores-config
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

bak=$(param bak)
[[ $bak =~ ^openclaw\.json\.bak[A-Za-z0-9._:+-]*$ ]] || fail bad-name "That is not the name of a backup of openclaw.json."
[ -e "$CUTOVER" ] || fail not-direct "This VM does not run directly; there is no direct configuration to put back."
unit_is_ours "$GATEWAY_UNIT" || fail unit-missing "$GATEWAY_UNIT was not written by this program; nothing was changed."
tool put_config.py back "$TARGET/openclaw.json" "$bak" "$(stamp)"
backup=$(sed -n 's/^config_backup=//p' "$UNDOCK_JOB/facts" | tail -n 1)
fact restored "$bak"
say "$bak is openclaw.json again"

systemctl restart "$GATEWAY_UNIT"
if ! tool wait_up.py --steady 180 5 gateway; then
    say "--- the last lines of $GATEWAY_UNIT ---"
    show_journal "$GATEWAY_UNIT" 40
    # The bot is not left down over this: what was in use a moment ago is known to work.
    tool put_config.py back "$TARGET/openclaw.json" "${backup##*/}" "$(stamp)"
    systemctl restart "$GATEWAY_UNIT"
    tool wait_up.py --steady 180 5 gateway ||
        fail not-up "The gateway gets up neither with $bak nor with what was in use before, which is openclaw.json again; roll back to Docker."
    fail config-unfit "The gateway does not get up with $bak; what was in use before is openclaw.json again, and the gateway answers with it."
fi
