"""Scan: how this VM answers while Docker's version runs. What comes after is judged by it.

Which credential the gateway accepts, scan_token finds out.
"""

import calendar
import concurrent.futures
import json
import os
import re
import time
import traceback

import behaviour
import checks_http
import checks_panel
import containers
import gateway_token
import job_store
import layout
import login_file
import processes
import step_io
import web
from scan_tools import GATEWAY as GATEWAY_CONTAINER
from scan_tools import PANEL as PANEL_CONTAINER
from step_io import fact, finding, keep, phrase, say, show

CONTAINERS = {behaviour.GATEWAY: GATEWAY_CONTAINER, behaviour.PANEL: PANEL_CONTAINER}
CONFIG = layout.SRC_CONFIG
# Seconds for a container that does not answer, and for one that was only just started.
PATIENCE, PATIENCE_YOUNG = 10.0, 240.0


def listeners(port):
    return sorted({(name, owner) for _, _, name, owner in processes.listeners(port)})


def base_path(config):
    gateway = config.get("gateway") if isinstance(config.get("gateway"), dict) else {}
    interface = gateway.get("controlUi") if isinstance(gateway.get("controlUi"), dict) else {}
    path = interface.get("basePath")
    return "/" + path.strip("/") if isinstance(path, str) and re.fullmatch(r"/?[A-Za-z0-9._~/-]{1,100}", path) and path.strip("/") else ""


def answer(port, path, pair=None):
    return web.request(port, path, headers=login_file.header(port, pair), timeout=10).status


def http(port, paths, pair=None, patience=0.0):
    """{path: {way: status}}. patience: seconds for a container that runs but does not answer yet."""
    found = {}
    until = time.monotonic() + patience
    for path in paths:
        status = answer(port, path)
        while not status and time.monotonic() < until:
            time.sleep(0.5)
            status = answer(port, path)
        found[path] = {"anonymous": status}
        if pair:
            found[path]["login"] = answer(port, path, pair)
    return found


def patience_with(docker, name):
    """A gateway that was just started compiles for a while; what the scan sees then is not how it answers."""
    if not docker.running(name):
        return 0.0
    started = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)", str(docker.containers[name]["State"].get("StartedAt")))
    age = time.time() - calendar.timegm(time.strptime(started[1], "%Y-%m-%dT%H:%M:%S")) if started else PATIENCE_YOUNG
    return max(PATIENCE, PATIENCE_YOUNG - max(0.0, age))


def websocket(port, paths, pair):
    """The first place that greets, or what the first one says."""
    seen = [checks_http.greeting(port, path, pair) for path in paths]
    return next((one for one in seen if one["greeted"]), seen[0])


def take(docker):
    config = gateway_token.config_of(CONFIG)
    base = base_path(config)
    paths = {port: list(dict.fromkeys(["/", *([base + "/"] if base and port == behaviour.GATEWAY else []), *behaviour.HEALTH[port]]))
             for port in behaviour.NAMES}
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        # What stands before them answers by them: first they, then the front.
        direct = {port: pool.submit(http, port, paths[port], patience=patience_with(docker, CONTAINERS[port])) for port in behaviour.NAMES}
        answers = {port: one.result() for port, one in direct.items()}
        pair = checks_http.working_login()
        front = {behaviour.FRONT_OF[port]: pool.submit(http, behaviour.FRONT_OF[port], paths[port], pair) for port in behaviour.NAMES}
        answers.update((port, one.result()) for port, one in front.items())
        greeted = {"direct": pool.submit(websocket, behaviour.GATEWAY, ["/", *([base + "/"] if base else [])], None),
                   "front": pool.submit(websocket, behaviour.FRONT_OF[behaviour.GATEWAY], ["/", *([base + "/"] if base else [])], pair)}
        panel = pool.submit(checks_panel.seen)
        return {
            "taken_ms": int(time.time() * 1000),
            "ports": {str(port): {"http": found, "listeners": listeners(port)} for port, found in answers.items()},
            "websocket": {name: one.result() for name, one in greeted.items()},
            "login": {"works": pair is not None}, "panel": panel.result(),
            "containers": {name: str(one.get("State", {}).get("Status")) for name, one in docker.containers.items()},
        }


def image_tag(docker, name):
    reference = str((docker.containers.get(name, {}).get("Config") or {}).get("Image") or "")
    return reference.rsplit(":", 1)[1] if ":" in reference.rsplit("/", 1)[-1] else ""


def versions(seen, docker):
    """What ran, and whether what is wanted is something else: then it may answer otherwise."""
    wanted, tag = step_io.param("openclaw_version"), step_io.param("panel_tag")
    panel = (seen["panel"].get("update-panel") or {}).get("tag") or image_tag(docker, PANEL_CONTAINER)
    seen["versions"] = {"gateway": docker.version, "panel": panel}
    seen["otherwise"] = {"gateway": wanted not in ("same", docker.version), "panel": checks_panel.bare(panel) != checks_panel.bare(tag)}
    if seen["otherwise"]["gateway"]:
        finding("attention", "answers-may-differ", phrase("answers-may-differ", wanted=wanted, version=docker.version or "@unknown-version"))
    if seen["otherwise"]["panel"]:
        finding("fine", "panel-changes", phrase("panel-changes", tag=show(tag), panel=show(panel) or "@unknown-release"))


def publishes(item, port):
    bindings = (item.get("HostConfig") or {}).get("PortBindings") or {}
    return any(one.get("HostPort") == str(port) for many in bindings.values() for one in many or [])


def fronts_in_docker(docker):
    """A front port that the project's own containers publish goes silent with them; another container cannot reach the VM's loopback."""
    mine = {item.get("Id") for item in docker.containers.values()}
    try:
        others = [item for item in containers.everything() if item.get("Id") not in mine]
    except containers.Unanswered:
        others = []  # the scan of Docker blocks already
    for port in behaviour.FRONT_OF.values():
        for item in docker.containers.values():
            if publishes(item, port):
                finding("blocks", "front-in-docker", phrase("front-container-stops", port=port, item=show(containers.name_of(item))))
        for item in others:
            if publishes(item, port):
                finding("blocks", "front-in-docker", phrase("front-container-unreachable", port=port, item=show(containers.name_of(item))))


def tell(seen):
    """Bounded: a line for each port and path."""
    if not seen:
        fact("answered", "not asked")
        return
    for port in sorted(seen["ports"], key=int):
        part = seen["ports"][port]
        names = ", ".join(f"{name} ({owner or 'no unit'})" for name, owner in part["listeners"][:4]) or "nobody listens"
        fact("answered", f"{port} {names}")
        for path, ways in part["http"].items():
            told = ", ".join(f"{step_io.in_english(behaviour.told(status))}{' with the login' if way == 'login' else ''}" for way, status in ways.items())
            fact("answered", f"{port} GET {path} {told}")
            say(f"{port} GET {path}: {told} ({names})")
    for name, one in seen["websocket"].items():
        fact("answered", f"websocket {name} {one['status']} {'greeted' if one['greeted'] else 'no greeting'}")
    for name, one in seen["panel"].items():
        fact("answered", f"panel {name} {step_io.in_english(behaviour.told(one['status']))}")


def lasting(docker):
    """Is it Docker's version that answers now? Afterwards the first answers stay what is compared with."""
    if os.path.lexists(job_store.CUTOVER):
        return False
    return docker.running(GATEWAY_CONTAINER) or not step_io.is_kept(behaviour.KEPT)


def scan(docker):
    say("-- how it answers")
    if not lasting(docker):
        say("what was kept earlier stays: Docker's version does not run now")
        tell(behaviour.load().seen)
        return
    fronts_in_docker(docker)
    try:
        seen = take(docker)
    except Exception as error:  # whatever answers there in an odd way is no reason to refuse the VM
        traceback.print_exc()
        finding("attention", "answers-unread", phrase("answers-unread", error=show(str(error))))
        tell({})
        return
    versions(seen, docker)
    keep(behaviour.KEPT, json.dumps(seen))
    tell(seen)
