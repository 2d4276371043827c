"""Acceptance: what the panel's own interface says, and a configuration save that changes nothing."""

import hashlib
import json
import os

import step_io
import user_file
import web

PORT = 28080
CONFIG = "/root/.openclaw/openclaw.json"


def ask(path, method="GET", body=None, timeout=40):
    return web.request(PORT, path, method, body, timeout=timeout)


def answers(checks):
    for name, path, method in (("health", "/api/health", "GET"), ("settings", "/api/settings", "GET"),
                               ("dashboard", "/api/dashboard/summary", "GET")):
        answer = ask(path, method)
        value = answer.json() or {}
        checks.critical(f"panel-api-{name}", answer.status == 200 and value.get("ok") is True, "200 and ok",
                        f"{answer.told()}, ok {value.get('ok')}")


def result_of(answer):
    """What the panel says of a call: r4 puts it under `result`, beside its own `ok`."""
    value = answer.json() or {}
    return value.get("result") if isinstance(value.get("result"), dict) else value


def service_status(checks):
    """The panel sees the gateway through systemd, not through Docker."""
    answer = ask("/api/service/status", "POST", {})
    found = result_of(answer)
    active = found.get("active") is True and found.get("runtimeMode") == "systemd"
    checks.critical("panel-service-status", answer.status == 200 and active, "200, the gateway's service is active",
                    f"{answer.told()}, {'active' if active else 'not active'}")


def bare(tag):
    return str(tag or "").strip().lstrip("vV")


def update(checks, target, expected):
    answer = ask(f"/api/update/check?target={target}", timeout=90)
    said = result_of(answer)
    tag, warning = said.get("currentTag"), said.get("warning")
    if answer.status == 200 and tag:
        step_io.fact("found_" + {"bot": "openclaw"}.get(target, target), bare(tag) if target == "bot" else str(tag))
    found = f"{answer.told()}, currentTag {tag}" + (f", warning: {str(warning)[:200]}" if warning else "")
    good = answer.status == 200 and said.get("ok") is True and bare(tag) == bare(expected)
    if good and warning:
        checks.tell(f"update-{target}", "info", "warning", f"currentTag {expected}", found)
    else:
        checks.critical(f"update-{target}", good, f"currentTag {expected}", found)


def update_bot(checks):
    update(checks, "bot", checks.values["openclaw_version"])


def update_panel(checks):
    update(checks, "panel", checks.values["panel_tag"])


def content():
    """(sha256 of the bytes, the value) of openclaw.json on disk."""
    data = user_file.read(CONFIG)
    try:
        return hashlib.sha256(data).hexdigest(), json.loads(data)
    except ValueError:
        return hashlib.sha256(data).hexdigest(), None


def save(checks):
    """Reads the configuration through the panel and saves just that: values, owner and mode stay."""
    answer = ask("/api/openclaw-config/raw")
    value = answer.json() or {}
    text = value.get("rawText")
    if answer.status != 200 or not isinstance(text, str):
        checks.critical("config-save-round-trip", False, "the configuration can be read", answer.told())
        return
    before = content()
    if before[1] is not None and text and json.loads(text) != before[1]:
        checks.critical("config-save-round-trip", False, f"the panel shows {CONFIG}", "the panel shows another file's content")
        return
    saved = ask("/api/openclaw-config/raw", "PUT", {"rawText": text, "expectedMtimeMs": value.get("mtimeMs")})
    after = content()
    user_file.make_private(os.path.dirname(CONFIG), os.path.basename(CONFIG) + ".bak*")
    status = os.lstat(CONFIG)
    same = after[0] == before[0] or before[1] is not None and after[1] == before[1]
    private = status.st_mode & 0o077 == 0 and status.st_uid == 0
    checks.critical("config-save-round-trip", saved.status == 200 and same and private,
                    "200, the same content, root's and private",
                    f"{saved.told()}, content {'the same' if same else 'changed'}, mode {status.st_mode & 0o777:o}, uid {status.st_uid}")


ALL = [("panel-api", "critical", answers), ("panel-service-status", "critical", service_status),
       ("update-bot", "critical", update_bot), ("update-panel", "critical", update_panel)]
LAST = [("config-save-round-trip", "critical", save)]
