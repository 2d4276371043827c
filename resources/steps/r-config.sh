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
[[ $bak =~ ^openclaw\.json\.bak[A-Za-z0-9._:+-]*$ ]] || fail bad-name
[ -e "$CUTOVER" ] || fail not-direct
require_our_unit "$GATEWAY_UNIT"
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
        not_up @not-up-with-either backup="$bak"
    fail config-unfit backup="$bak"
fi
