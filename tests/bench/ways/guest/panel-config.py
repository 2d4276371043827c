"""panel-config.py REPOSITORY: the panel's configuration for services instead of containers."""
import json
import os
import sys

old, new = "/data/panel/panel.config.json", "/etc/openclaw-panel/panel.config.json"
os.makedirs(os.path.dirname(new), exist_ok=True)
config = {}
if os.path.exists(old):
    with open(old, encoding="utf-8") as file:
        config = json.load(file)
config["runtime"] = {"mode": "systemd"}
for section, values in {
        "panel": {"listen_host": "127.0.0.1", "listen_port": 28080},
        "openclaw": {"config_path": "/root/.openclaw/openclaw.json", "service_name": "openclaw-gateway",
                     "gateway_port": 28789, "gateway_ws_url": ""},
        "docker": {"enabled": False},
        "log": {"source": "journal", "file_path": "/root/.openclaw/logs/gateway.log"},
        "update": {"bot_release_repo": "openclaw/openclaw", "panel_release_repo": sys.argv[1],
                   "panel_service_name": "openclaw-panel", "panel_app_dir": "/opt/openclaw-panel"}}.items():
    config.setdefault(section, {}).update(values)
config["update"].setdefault("github_token", "")
descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
os.write(descriptor, (json.dumps(config, ensure_ascii=False, indent=2) + "\n").encode())
os.close(descriptor)
