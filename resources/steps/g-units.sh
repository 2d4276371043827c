#!/bin/bash
#: id: g-units
#: stage: G
#: title: Write the two systemd units
#: effect: adds
#: time-limit: 120
#: undone-by: {stops-direct} (stops and disables them)
#: params:
#: facts: gateway_unit panel_unit exec_start
#: secret-output: no
#: place: procedure switch 150, early prepare 60
#: required: stage
#: role: writes-units
#: redo-on: unit-missing
#: deviates: paths-looked-up, starts-beside-env if starts_in
# shellcheck source=../guest/direct.sh
. "$UNDOCK_LIB/direct.sh"

use_direct_tools

word() { # one word of an ExecStart line: systemd knows quotes, backslashes, % and $ there
    local text=$1
    text=${text//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//%/%%}
    text=${text//\$/\$\$}
    case $text in *[!A-Za-z0-9_./@:=+,%-]*) text="\"$text\"" ;; esac
    printf '%s' "$text"
}

path_line() { # both services call node and openclaw by name
    local program folder path=''
    for program in "$NODE_BIN" "$OPENCLAW_BIN"; do
        folder=${program%/*}
        # Also where another of that name comes first: a node that is too old, a leftover openclaw.
        default_path_finds "${program##*/}" "$program" || case :$path in *":$folder:"*) ;; *) path+=$folder: ;; esac
    done
    [ -z "$path" ] ||
        printf 'Environment="PATH=%s/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"\n' "${path//%/%%}"
}

gateway_folder() { # OpenClaw reads .env where it starts; one in /root was never meant for it. Its own it reads anyway
    if [ -e /root/.env ] || [ -L /root/.env ]; then printf '%s\n' "$TARGET"; else echo /root; fi
}

gateway_unit() {
    cat <<UNIT
$UNIT_MARK, run $UNDOCK_RUN_NAME
[Unit]
Description=OpenClaw Gateway (Direct Install)
After=network.target

[Service]
Type=simple
User=root
Environment=HOME=/root
EnvironmentFile=-$ENV_FILE
$(path_line)
WorkingDirectory=$(gateway_folder)
ExecStart=$(word "$OPENCLAW_BIN") gateway run --bind loopback --port $GATEWAY_PORT --allow-unconfigured
Restart=always
RestartSec=3

[Install]
WantedBy=multi-user.target
UNIT
}

# The panel gives a saved openclaw.json to user 1000, the container's, unless told whose it is.
# It also keeps running when asked to end; systemd's 90 s of patience would be outage in a rollback.
panel_unit() {
    cat <<UNIT
$UNIT_MARK, run $UNDOCK_RUN_NAME
[Unit]
Description=OpenClaw Visual Panel
After=network.target

[Service]
Type=simple
User=root
WorkingDirectory=$PANEL_DIR
ExecStart=$(word "$NODE_BIN") $PANEL_DIR/src/server.js
Restart=always
RestartSec=3
TimeoutStopSec=5
Environment=PANEL_CONFIG_PATH=$PANEL_CONFIG
Environment=OPENCLAW_CONFIG_OWNER_UID=0 OPENCLAW_CONFIG_OWNER_GID=0
$(path_line)

[Install]
WantedBy=multi-user.target
UNIT
}

place_unit() { # NAME, content on stdin
    local place=$UNIT_DIR/$1 part=$UNIT_DIR/.$1.undock-part backup
    (umask 022 && cat -s >"$part")
    if [ -f "$place" ] && [ ! -L "$place" ] && cmp -s "$part" "$place"; then
        rm -f "$part"
        return 0
    fi
    if [ -e "$place" ] || [ -L "$place" ]; then
        backup=$(free_name "$place.bak.$(stamp)")
        mv -T -- "$place" "$backup"
        fact unit_backup "$backup"
        say "the unit that was there is kept as $backup"
    fi
    put_file "$part" "$place"
}

for unit in "$GATEWAY_UNIT" "$PANEL_UNIT"; do
    # Someone else's running service is not taken over silently.
    if unit_is "$unit" active && ! unit_is_ours "$unit"; then
        fail unit-in-use unit="$unit"
    fi
    if [ -d "$UNIT_DIR/$unit.d" ]; then
        phrase unit-dropins path="$UNIT_DIR/$unit.d"
        finding attention unit-dropins "$REPLY"
    fi
done
# In /tmp everybody may make a folder of that name before the gateway does, and what lies in it is run as root.
install -d -m 755 "${CACHE_RULE%/*}"
(umask 022 && cat >"$CACHE_RULE.new") <<RULE
$UNIT_MARK
d /tmp/jiti 0700 root root -
d /tmp/node-compile-cache 0700 root root -
RULE
put_file "$CACHE_RULE.new" "$CACHE_RULE"
gateway_unit | place_unit "$GATEWAY_UNIT"
panel_unit | place_unit "$PANEL_UNIT"
systemctl daemon-reload
complaints=$(systemd-analyze verify "$UNIT_DIR/$GATEWAY_UNIT" "$UNIT_DIR/$PANEL_UNIT" 2>&1 | grep -F openclaw- || true)
[ -z "$complaints" ] || say "$complaints"
for unit in "$GATEWAY_UNIT" "$PANEL_UNIT"; do
    state=$(systemctl show --property=LoadState --value "$unit")
    [ "$state" = loaded ] || fail unit-bad unit="$unit" state="$state" complaints="${complaints//$'\n'/; }"
done
[ "$(gateway_folder)" = /root ] || fact starts_in "$TARGET"
fact gateway_unit "$UNIT_DIR/$GATEWAY_UNIT"
fact panel_unit "$UNIT_DIR/$PANEL_UNIT"
fact exec_start "$(grep '^ExecStart=' "$UNIT_DIR/$GATEWAY_UNIT")"
