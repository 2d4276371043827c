"""What the procedure's own Python makes of a configuration, for comparison.

Reads a JSON list of cases {"kind": "openclaw" | "panel" | "text", "text": base64, "repo": …} on stdin and
writes a list of base64 texts, null where Python gives up. "text" only reads and writes.
"""

import base64
import json
import sys

FRONT = ("http://127.0.0.1:18789", "http://localhost:18789")

PANEL_VALUES = (
    ("panel", "listen_host", "127.0.0.1"),
    ("panel", "listen_port", 28080),
    ("openclaw", "config_path", "/root/.openclaw/openclaw.json"),
    ("openclaw", "service_name", "openclaw-gateway"),
    ("openclaw", "gateway_port", 28789),
    ("openclaw", "gateway_ws_url", ""),
    ("docker", "enabled", False),
    ("log", "source", "journal"),
)


def openclaw(document, _repo):
    gateway = document.setdefault("gateway", {})
    gateway["port"] = 28789
    for key, fallback in (("bind", "loopback"), ("mode", "remote")):
        gateway[key] = gateway.get(key) or fallback
    gateway.setdefault("remote", {})["url"] = "ws://127.0.0.1:28789"
    control = gateway.setdefault("controlUi", {})
    origins = control.get("allowedOrigins") or []
    for origin in FRONT:
        if origin not in origins:
            origins.append(origin)
    control["allowedOrigins"] = origins


def panel(document, repo):
    document["runtime"] = {"mode": "systemd"}
    for section, key, value in PANEL_VALUES:
        document.setdefault(section, {})[key] = value
    document["log"].setdefault("file_path", "/root/.openclaw/logs/gateway.log")
    update = document.setdefault("update", {})
    update.setdefault("github_token", "")
    update["bot_release_repo"] = "openclaw/openclaw"
    update["panel_release_repo"] = repo
    update["panel_service_name"] = "openclaw-panel"
    update["panel_app_dir"] = "/opt/openclaw-panel"


def result(case):
    try:
        document = json.loads(base64.b64decode(case["text"]).decode("utf-8"))
        if case["kind"] != "text":
            {"openclaw": openclaw, "panel": panel}[case["kind"]](document, case.get("repo"))
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        return base64.b64encode(text.encode("utf-8")).decode("ascii")
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None


json.dump([result(case) for case in json.load(sys.stdin)], sys.stdout)
