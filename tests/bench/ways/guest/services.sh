# Both services, enabled and started; ends when both answer, since looking before says nothing.
set -eu
cat >/etc/systemd/system/openclaw-gateway.service <<UNIT
[Unit]
Description=OpenClaw Gateway (Direct Install)
After=network.target

[Service]
User=root
Environment=HOME=/root
EnvironmentFile=-/etc/openclaw-gateway.env
WorkingDirectory=/root
ExecStart=$(command -v openclaw) gateway run --bind loopback --port 28789 --allow-unconfigured
Restart=always
RestartSec=3

[Install]
WantedBy=multi-user.target
UNIT
cat >/etc/systemd/system/openclaw-panel.service <<UNIT
[Unit]
Description=OpenClaw Visual Panel
After=network.target

[Service]
User=root
WorkingDirectory=/opt/openclaw-panel
ExecStart=$(command -v node) /opt/openclaw-panel/src/server.js
Restart=always
RestartSec=3
Environment=PANEL_CONFIG_PATH=/etc/openclaw-panel/panel.config.json
Environment=OPENCLAW_CONFIG_OWNER_UID=0 OPENCLAW_CONFIG_OWNER_GID=0

[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now openclaw-gateway
systemctl enable --now openclaw-panel
for port in 28789 28080; do
    tries=0
    until [ "$(curl -s -m 5 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/")" = 200 ]; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || { echo "port $port does not answer"; exit 1; }
        sleep 0.5
    done
done
