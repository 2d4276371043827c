"""What the desk makes of the guest's two configurations, as far as the tests of the guest steps need it."""

import base64
import json

OLD, NEW = "/home/node/.openclaw", "/root/.openclaw"


def moved(value):
    if isinstance(value, dict):
        return {key: moved(part) for key, part in value.items()}
    if isinstance(value, list):
        return [moved(part) for part in value]
    if isinstance(value, str) and (value == OLD or value.startswith(OLD + "/")):
        return NEW + value[len(OLD):]
    return value


def read(part):
    return json.loads(base64.b64decode(part.get("json_b64") or part["text_b64"])) if part else {}


def written(value):
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def openclaw(part):
    config = moved(read(part))
    gateway = config.setdefault("gateway", {})
    gateway.update(port=28789, bind=gateway.get("bind") or "loopback", mode=gateway.get("mode") or "local")
    gateway.setdefault("remote", {})["url"] = "ws://127.0.0.1:28789"
    control = gateway.setdefault("controlUi", {})
    wanted = ["http://127.0.0.1:18789", "http://localhost:18789"]
    known = control.get("allowedOrigins") or []
    control["allowedOrigins"] = known + [origin for origin in wanted if origin not in known]
    return written(config)


def panel(part, repository):
    config = read(part)
    config["runtime"] = {"mode": "systemd"}
    config.setdefault("panel", {}).update(listen_host="127.0.0.1", listen_port=28080)
    config.setdefault("openclaw", {}).update(config_path=NEW + "/openclaw.json", service_name="openclaw-gateway",
                                             gateway_port=28789, gateway_ws_url="")
    config.setdefault("docker", {})["enabled"] = False
    config.setdefault("log", {}).update(source="journal", file_path=NEW + "/logs/gateway.log")
    config.setdefault("update", {}).setdefault("github_token", "")
    config["update"].update(bot_release_repo="openclaw/openclaw", panel_release_repo=repository,
                            panel_service_name="openclaw-panel", panel_app_dir="/opt/openclaw-panel")
    return written(config)


def parameters(document, repository):
    """The values of e-config and f-config, from what a-config read."""
    return {"config_new": openclaw(document["openclaw"]), "config_sha256": document["openclaw"]["sha256"],
            "panel_config_new": panel(document["panel"], repository),
            "panel_config_sha256": document["panel"]["sha256"] if document["panel"] else "missing"}
