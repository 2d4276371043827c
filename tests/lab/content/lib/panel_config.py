#!/usr/bin/env python3
"""panel_config.py GITHUB_TOKEN: the panel's configuration in its Docker days."""

import json
import sys

CONFIG = {
    "runtime": {"mode": "docker"},
    "panel": {"listen_host": "0.0.0.0", "listen_port": 18080,
              "container_name": "openclaw-panel", "image_repo": "openclaw/openclaw-panel"},
    "reverse_proxy": {"enabled": True, "provider": "nginx", "panel_port": 18080,
                      "gateway_port": 18789, "basic_auth": True,
                      "note": "前端端口由 nginx 负责"},
    "openclaw": {"config_path": "/data/openclaw/openclaw.json", "service_name": "",
                 "container_name": "openclaw-gateway", "image_repo": "openclaw/openclaw",
                 "gateway_port": 18789, "gateway_ws_url": "ws://openclaw-gateway:18789",
                 "gateway_media_root": "/home/node/.openclaw/media"},
    "docker": {"enabled": True, "socket_path": "/var/run/docker.sock"},
    # Stale in every mode but this one: after the migration there is no such file.
    "log": {"source": "docker", "file_path": "/home/node/.openclaw/logs/gateway.log"},
    "update": {"github_token": sys.argv[1], "bot_release_repo": "openclaw/openclaw",
               "panel_release_repo": "Bianshumeng/openclaw-panel-public",
               "panel_service_name": "", "panel_app_dir": "/opt/panel"},
    "ui": {"theme": "dark", "language": "zh-CN"},
}

sys.stdout.reconfigure(encoding="utf-8")
print(json.dumps(CONFIG, ensure_ascii=False, indent=2))
