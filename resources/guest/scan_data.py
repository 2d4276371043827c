"""Scan: the data. Sizes and counts, what openclaw.json is written in, room on the disk."""

import json
import os
import stat

import backup
import json5
from scan_tools import STATE_IN_CONTAINER, TARGET, human, read, which
from step_io import fact, finding, say, show
from tree import walk

FACT_NAMES = {"data-openclaw": "openclaw", "data-panel": "panel", "opt-openclaw": "compose", "root-ssh": "ssh"}
INSTALL_BYTES = 1400 << 20  # Node, OpenClaw (650 MB unpacked) and the download beside them
PANEL_BYTES = 200 << 20
SLACK_BYTES = 512 << 20


def measure(roots):
    """(apparent bytes, allocated bytes, files, everything else, oddities) under the roots."""
    size = allocated = files = others = 0
    seen, sockets = set(), []
    for root in roots:
        for path, _, status in walk(root):
            if stat.S_ISREG(status.st_mode):
                files += 1
                if (status.st_dev, status.st_ino) not in seen:
                    seen.add((status.st_dev, status.st_ino))
                    size += status.st_size
                    allocated += status.st_blocks * 512
            else:
                others += 1
                if stat.S_ISSOCK(status.st_mode):
                    sockets.append(f"{root}/{path}")
    return size, allocated, files, others, sockets


def folders():
    """Allocated bytes and entries of all that is archived, and of /data/openclaw."""
    total = state = entries = 0
    for part, roots in backup.PARTS.items():
        size, allocated, files, others, sockets = measure([root for root in roots if os.path.lexists(root)])
        fact(f"size_{FACT_NAMES[part]}", size)
        fact(f"files_{FACT_NAMES[part]}", files)
        say(f"{', '.join(roots)}: {files} files, {human(size)}")
        total += allocated
        if part == "data-openclaw":
            state, entries = allocated, files + others
        for path in sockets[:20]:
            finding("fine", "socket", f"{show(path)} is a socket: it belongs to a running program and is not archived.")
    for root in ("/data/openclaw", "/data/panel", "/opt/openclaw", "/root/.ssh"):
        if os.path.islink(root):
            finding("blocks", "source-is-link", f"{root} is a symbolic link; an archive of it would hold the link, not the data. Make it a folder, or a bind mount.")
    if not os.path.isdir("/data/openclaw"):
        finding("blocks", "source-missing", "There is no folder /data/openclaw; nothing to migrate.")
    for root in ("/data/panel", "/root/.ssh"):
        if not os.path.lexists(root):
            finding("attention", "source-absent", f"{root} is not there; the backup does without it and says so.")
    return total, state, entries


def disk(total, state, entries):
    free = os.statvfs("/root")
    available = free.f_bavail * free.f_frsize
    install = 0 if which("openclaw") and which("node") else INSTALL_BYTES
    needed = total + 2 * state + install + PANEL_BYTES + SLACK_BYTES
    fact("disk_free", available)
    fact("disk_needed", needed)
    fact("inodes_free", free.f_favail)
    if available < needed:
        finding("blocks", "disk-short", f"{human(available)} are free on /root's disk, {human(needed)} are needed for backup, copy and installation. Make room or enlarge the disk.")
    else:
        finding("fine", "disk", f"{human(available)} free, {human(needed)} needed at the most.")
    if free.f_files and free.f_favail < entries + 80000:
        finding("blocks", "inodes-short", f"Only {free.f_favail} inodes are free; the copy and the installation need about {entries + 80000}.")


def openclaw_config():
    path = "/data/openclaw/openclaw.json"
    data = read(path, 16 << 20)
    if not data:
        fact("config_state", "missing")
        finding("attention", "config-missing", f"{path} is not there or empty; the direct gateway gets one with the settings of the procedure only.")
        return
    try:
        config = json.loads(data.decode("utf-8"))
        state = "json"
    except ValueError:
        try:
            config = json5.loads(data)
            state = "json5"
        except ValueError as error:
            fact("config_state", "broken")
            finding("blocks", "config-broken", f"openclaw.json can be read neither as JSON nor as JSON5: {error}. Repair it first.")
            return
    fact("config_state", state)
    if state == "json5":
        finding("attention", "config-json5", "openclaw.json is JSON5 (comments, trailing commas or bare names). It becomes plain JSON in the direct install; the original is kept beside it.")
    if not isinstance(config, dict):
        finding("blocks", "config-broken", "openclaw.json does not hold an object.")
        return
    if b"$include" in data:
        finding("attention", "config-include", "openclaw.json includes other files ($include); they are copied, but only openclaw.json itself is adapted.")
    gateway = config.get("gateway") if isinstance(config.get("gateway"), dict) else {}
    fact("gateway_mode", gateway.get("mode") if isinstance(gateway.get("mode"), str) else "unset")
    workspace(config)


def workspace(config):
    agents = config.get("agents") if isinstance(config.get("agents"), dict) else {}
    defaults = agents.get("defaults") if isinstance(agents.get("defaults"), dict) else {}
    places = [defaults.get("workspace")]
    places += [agent.get("workspace") for agent in agents.get("list") or [] if isinstance(agent, dict)]
    for place in places:
        if not isinstance(place, str):
            continue
        fact("workspace_path", place)
        if place.startswith("/") and not (place + "/").startswith((STATE_IN_CONTAINER + "/", TARGET + "/")):
            finding("attention", "workspace-outside", f"A workspace is set to {show(place)}, which is outside the state folder: it lives in the container and is not moved. Look at what is in it before the migration.")


def panel_config():
    path = "/data/panel/panel.config.json"
    data = read(path, 16 << 20)
    if not data:
        fact("panel_config_state", "missing")
        finding("attention", "panel-config-missing", f"{path} is not there; the panel starts with the procedure's settings alone.")
        return
    try:
        json.loads(data.decode("utf-8-sig"))
        fact("panel_config_state", "json")
    except ValueError as error:
        fact("panel_config_state", "broken")
        finding("blocks", "panel-config-broken", f"{path} is not JSON: {error}. Repair it first.")


def scan():
    say("-- data")
    disk(*folders())
    openclaw_config()
    panel_config()
