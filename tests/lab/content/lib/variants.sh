# shellcheck shell=bash disable=SC2154
# In what the guests differ.

VARIANTS=(plain shim restart-always existing-home no-panel-config json5)

known_variant() { [[ " ${VARIANTS[*]} " == *" $1 "* ]]; }
variant_function() { printf 'variant_%s' "${1//-/_}"; }
restart_policy() { case $1 in restart-always) echo always ;; *) echo unless-stopped ;; esac; }
has_large_file() { case $1 in plain | json5) echo large ;; *) echo small ;; esac; }

workspace_of() { # as it is in the guest
    case $1 in
    json5) echo '/data/openclaw/spaces/工作 区' ;;
    *) echo /data/openclaw/workspace ;;
    esac
}

variant_plain() { :; }
variant_restart_always() { :; }
variant_json5() { :; }

# A leftover of an installation that someone took away by half.
variant_shim() {
    cat >/usr/bin/openclaw <<'SHIM'
#!/bin/sh
exec /opt/node-v20/bin/node /opt/openclaw-npm/openclaw.mjs "$@"
SHIM
    chmod 755 /usr/bin/openclaw
    ! command -v node >/dev/null
}

# Someone tried a direct install before; nothing of it may be lost.
variant_existing_home() {
    local units=/root/.config/systemd/user
    mkdir -p /root/.openclaw/workspace /root/.openclaw/agents/main/sessions "$units"
    cat >/root/.openclaw/openclaw.json <<JSON
{
  "gateway": { "mode": "local", "port": 18789, "auth": { "token": "$(secret earlier-token)" } }
}
JSON
    chmod 600 /root/.openclaw/openclaw.json
    printf 'EARLIER=1\n' >/root/.openclaw/.env
    printf 'notes from the first attempt\n' >'/root/.openclaw/workspace/earlier notes.md'
    printf '{}\n' >/root/.openclaw/agents/main/sessions/sessions.json
    cat >"$units/openclaw-gateway.service" <<'UNIT'
[Unit]
Description=OpenClaw Gateway (user)

[Service]
ExecStart=/usr/bin/openclaw gateway run --port 18789
Restart=always

[Install]
WantedBy=default.target
UNIT
}

variant_no_panel_config() { rm -f /data/panel/panel.config.json; }
