"""The panel's own interface: what it says, before and after, and a configuration save that changes nothing."""

import concurrent.futures
import hashlib
import json
import os

import behaviour
import layout
import step_io
import user_file
import web
from layout import PANEL_PORT as PORT

CONFIG = layout.TARGET_CONFIG


def ask(path, method="GET", body=None, timeout=40):
    return web.request(PORT, path, method, body, timeout=timeout)


def result_of(answer):
    """What the panel says of a call: r4 puts it under `result`, beside its own `ok`."""
    value = answer.json() or {}
    return value.get("result") if isinstance(value.get("result"), dict) else value


INTERFACE = (("health", "/api/health"), ("settings", "/api/settings"), ("dashboard", "/api/dashboard/summary"))


def brief(answer):
    """What is kept of an answer: never its content."""
    value = answer.json() or {}
    return {"status": answer.status, "ok": value.get("ok")}


def seen():
    """For the scan: what the panel in its container says."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        asked = {name: pool.submit(ask, path) for name, path in INTERFACE}
        asked["config"] = pool.submit(ask, "/api/openclaw-config/raw")
        asked["service"] = pool.submit(ask, "/api/service/status", "POST", {})
        asked["sessions"] = pool.submit(ask, "/api/chat/sessions")
        asked.update((f"update-{target}", pool.submit(ask, f"/api/update/check?target={target}", timeout=90)) for target in ("bot", "panel"))
        answers = {name: one.result() for name, one in asked.items()}
    found = {name: brief(answer) for name, answer in answers.items()}
    found["sessions"]["total"] = total_of(answers["sessions"])
    for target in ("bot", "panel"):
        found[f"update-{target}"]["tag"] = str(result_of(answers[f"update-{target}"]).get("currentTag") or "")[:100]
    return found


def worked(before):
    return before is None or (before.get("status") == 200 and before.get("ok") is not False)


def was(before):
    """In words, "" where the scan did not ask."""
    return "" if before is None else step_io.phrase("status-and-ok", status=behaviour.told(before.get("status")), ok=before.get("ok"))


def tell(checks, identifier, before, good, expected, answer, found):
    """Good is what the procedure wants; what the panel did not give before either (a login of its own) is no failure."""
    if good or worked(before):
        checks.critical(identifier, good, expected, found, was(before))
    elif behaviour.same(before.get("status"), answer.status):
        checks.tell(identifier, "info", "passed" if answer.status in behaviour.GUARDED else "warning",
                    step_io.phrase("same-as-before", before=behaviour.told(before.get("status"))), found, was(before))
    else:
        verdict, weight = behaviour.judge(before.get("status") or 0, answer.status)
        checks.tell(identifier, weight if verdict == "failed" else "info", verdict if verdict == "failed" else "warning",
                    step_io.phrase("as-before-or-better", before=behaviour.told(before.get("status"))), found, was(before))


def answers(checks):
    for name, path in INTERFACE:
        answer = behaviour.settle(lambda path=path: ask(path), lambda answer: answer.status)
        value = answer.json() or {}
        tell(checks, f"panel-api-{name}", checks.before.part("panel", name), answer.status == 200 and value.get("ok") is True, step_io.phrase("status-200-ok"),
             answer, step_io.phrase("status-and-ok", status=answer.told(), ok=value.get("ok")))


def total_of(answer):
    """How many sessions it lists; None when it does not say."""
    value = result_of(answer)
    if isinstance(value.get("total"), int):
        return value["total"]
    return len(value["sessions"]) if isinstance(value.get("sessions"), list) else None


def sessions(checks):
    """The list of sessions that users see. They may have ended some since; not all of them."""
    before = checks.before.part("panel", "sessions")
    had = (before or {}).get("total")
    if before is None or had is None:
        checks.tell("panel-sessions", "info", "passed", step_io.phrase("nothing-to-compare"), step_io.phrase("panel-listed-no-sessions") if before else
                    step_io.phrase("scan-did-not-ask"), was(before))
        return
    answer = behaviour.settle(lambda: ask("/api/chat/sessions"), lambda answer: (total_of(answer) or 0) >= had)
    now = total_of(answer)
    found = step_io.phrase("status-no-list", status=answer.told()) if now is None else \
        step_io.phrase("status-and-sessions", status=answer.told(), sessions=now)
    expected, told = step_io.phrase("sessions-unless-users-ended", sessions=had), step_io.phrase("sessions", sessions=had)
    if now is None or (had and not now):
        checks.critical("panel-sessions", False, expected, found, told)
    else:
        checks.info("panel-sessions", now >= had, expected, found, told)


def service_status(checks):
    """The panel sees the gateway through systemd, not through Docker."""
    answer = ask("/api/service/status", "POST", {})
    found = result_of(answer)
    active = found.get("active") is True and found.get("runtimeMode") == "systemd"
    tell(checks, "panel-service-status", checks.before.part("panel", "service"), answer.status == 200 and active,
         step_io.phrase("status-200-service-active"), answer, step_io.phrase("status-and-service", status=answer.told(), state=step_io.phrase("active" if active else "not-active")))


def bare(tag):
    return str(tag or "").strip().lstrip("vV")


def update(checks, target, expected):
    answer = ask(f"/api/update/check?target={target}", timeout=90)
    said = result_of(answer)
    tag, warning = said.get("currentTag"), said.get("warning")
    if answer.status == 200 and tag:
        step_io.fact("found_" + {"bot": "openclaw"}.get(target, target), bare(tag) if target == "bot" else str(tag))
    found = step_io.phrase("status-tag-warning", status=answer.told(), tag=tag, warning=str(warning)[:200]) if warning else \
        step_io.phrase("status-and-tag", status=answer.told(), tag=tag)
    good = answer.status == 200 and said.get("ok") is True and bare(tag) == bare(expected)
    before = checks.before.part("panel", f"update-{target}")
    was_tag = was(before) and step_io.phrase(
        "status-and-tag", status=behaviour.told(before.get("status")), tag=before.get("tag") or step_io.phrase("none"))
    if good and warning:
        checks.tell(f"update-{target}", "info", "warning", f"currentTag {expected}", found, was_tag)
    elif good or worked(before):
        checks.critical(f"update-{target}", good, f"currentTag {expected}", found, was_tag)
    else:
        tell(checks, f"update-{target}", before, False, f"currentTag {expected}", answer, found)


def update_bot(checks):
    update(checks, "bot", checks.values["openclaw_version"])


def update_panel(checks):
    update(checks, "panel", checks.values["panel_tag"])


def content():
    """(sha256 of the bytes, the value) of openclaw.json on disk."""
    data = user_file.read(CONFIG)
    try:
        return hashlib.sha256(data).hexdigest(), json.loads(data)
    except (ValueError, RecursionError):
        return hashlib.sha256(data).hexdigest(), None


def save(checks):
    """Reads the configuration through the panel and saves just that: values, owner and mode stay."""
    answer = ask("/api/openclaw-config/raw")
    value = answer.json() or {}
    text, before_move = value.get("rawText"), checks.before.part("panel", "config")
    if answer.status != 200 or not isinstance(text, str):
        tell(checks, "config-save-round-trip", before_move, False, step_io.phrase("configuration-can-be-read"), answer, answer.told())
        return
    before = content()
    if before[1] is not None and text and json.loads(text) != before[1]:
        checks.critical("config-save-round-trip", False, step_io.phrase("panel-shows", config=CONFIG), step_io.phrase("panel-shows-another-file"))
        return
    saved = ask("/api/openclaw-config/raw", "PUT", {"rawText": text, "expectedMtimeMs": value.get("mtimeMs")})
    after = content()
    user_file.make_private(os.path.dirname(CONFIG), os.path.basename(CONFIG) + ".bak*")
    status = os.lstat(CONFIG)
    same = after[0] == before[0] or before[1] is not None and after[1] == before[1]
    private = status.st_mode & 0o077 == 0 and status.st_uid == 0
    checks.critical("config-save-round-trip", saved.status == 200 and same and private,
                    step_io.phrase("saved-the-same-private"),
                    step_io.phrase("saved-content-mode-owner", status=saved.told(), content=step_io.phrase("the-same" if same else "changed"),
                                   mode=f"{status.st_mode & 0o777:o}", owner=status.st_uid),
                    was(before_move))


ALL = [("panel-api", "critical", answers), ("panel-service-status", "critical", service_status), ("panel-sessions", "critical", sessions),
       ("update-bot", "critical", update_bot), ("update-panel", "critical", update_panel)]
LAST = [("config-save-round-trip", "critical", save)]
