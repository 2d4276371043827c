"""Scan: the data. Sizes and counts, what openclaw.json is written in, room on the disk."""

import errno
import json
import os
import stat

import backup
import beneath
import copied_mode
import job_store
import json5
import mounts
import tree
import user_file
from scan_tools import STATE_IN_CONTAINER, TARGET, existing, human, which
from step_io import fact, finding, listed, phrase, say, show

FACT_NAMES = {"data-openclaw": "openclaw", "data-panel": "panel", "opt-openclaw": "compose", "root-ssh": "ssh"}
INSTALL_BYTES = 1400 << 20  # Node, OpenClaw (650 MB unpacked) and the download beside them
PANEL_BYTES = 200 << 20
SLACK_BYTES = 512 << 20
RUN_BYTES = 128 << 20  # the run's own folder: manifests, the panel's download and its packages
TMP_BYTES = 128 << 20  # what OpenClaw compiles at its first start, and what installers unpack
MOST_UNREADABLE = 20


class Measured:
    """What lies under some roots."""

    def __init__(self):
        self.size = self.allocated = self.files = self.others = 0
        self.odd, self.unreadable = Oddities(), []  # unreadable: (path, why)


def why(error):
    return error.strerror or str(error)


def try_to_open(place, status):
    """A file of a dead mount, or one that root may not read, has a size like any other."""
    if stat.S_ISLNK(status.st_mode):
        os.readlink(place)
    elif stat.S_ISREG(status.st_mode):
        os.close(beneath.open_file(place))


class Oddities:
    """Paths of what is not copied as it is."""

    def __init__(self):
        self.sockets, self.devices, self.set_id = [], [], []

    def note(self, path, status):
        if stat.S_ISSOCK(status.st_mode):
            self.sockets.append(path)
        elif stat.S_ISBLK(status.st_mode) or stat.S_ISCHR(status.st_mode):
            self.devices.append(path)
        elif copied_mode.mode_of(stat.S_ISREG(status.st_mode), status.st_mode, status.st_uid, status.st_gid) != status.st_mode:
            self.set_id.append(path)


def measure(roots):
    """Measured: apparent and allocated bytes, files, everything else, oddities under the roots."""
    found, seen = Measured(), set()

    def refuse(path, error):
        found.unreadable.append((path, why(error)))

    for root in roots:
        if hung := [point for point, _ in mounts.inside(root) if not mounts.answers(point)]:
            # A walk would hang there like whoever else looks at it.
            found.unreadable += [(point, "it does not answer") for point in hung]
            continue
        for path, place, status in beneath.walk(root, refuse):
            try:
                try_to_open(place, status)
            except OSError as error:
                if error.errno not in (errno.ENOENT, errno.EINVAL, errno.ELOOP):  # vanished, or something else by now
                    refuse(os.path.join(root, path), error)
                continue
            found.odd.note(f"{root}/{path}", status)
            if stat.S_ISREG(status.st_mode):
                found.files += 1
                if (status.st_dev, status.st_ino) not in seen:
                    seen.add((status.st_dev, status.st_ino))
                    found.size += status.st_size
                    found.allocated += status.st_blocks * 512
            else:
                found.others += 1
    return found


def tell_oddities(odd, copied):
    """copied: whether these are what the move copies; what is archived only keeps all that an archive can hold."""
    for path in odd.sockets[:20]:
        finding("fine", "socket", phrase("socket", path=show(path)))
    if not copied:
        return
    fact("device_files", len(odd.devices))
    fact("set_id_files", len(odd.set_id))
    for path in odd.devices[:20]:
        finding("blocks", "device-file", phrase("device-file", path=show(path)))
    for path in odd.set_id[:20]:
        say(f"set-uid or set-gid: {show(path)}")
    if odd.set_id:
        finding("attention", "set-id-files", phrase("set-id-files", count=len(odd.set_id), set_id=show(odd.set_id[0])))


def folders():
    """Allocated bytes and entries of all that is archived, and of /data/openclaw."""
    total = state = entries = 0
    for part, roots in backup.PARTS.items():
        found = measure([root for root in roots if os.path.lexists(root) or mounts.at(root)])
        fact(f"size_{FACT_NAMES[part]}", found.size)
        fact(f"files_{FACT_NAMES[part]}", found.files)
        say(f"{', '.join(roots)}: {found.files} files, {human(found.size)}")
        total += found.allocated
        if part == "data-openclaw":
            state, entries = found.allocated, found.files + found.others
        tell_oddities(found.odd, part == "data-openclaw")
        for path, reason in found.unreadable[:MOST_UNREADABLE]:
            tree.tell_unreadable(path, reason)
        if len(found.unreadable) > MOST_UNREADABLE:
            say(f"  … and {len(found.unreadable) - MOST_UNREADABLE} more that cannot be read")
        for root in roots:
            for point, kind in mounts.inside(root):
                finding("attention", "mount-inside", phrase("mount-inside", point=show(point), kind=kind))
    for root in ("/data/openclaw", "/data/panel", "/opt/openclaw", "/root/.ssh"):
        if os.path.islink(root):
            finding("blocks", "source-is-link", phrase("source-is-link", root=root))
    if not os.path.isdir("/data/openclaw"):
        finding("blocks", "source-missing", phrase("source-missing"))
    for root in ("/data/panel", "/root/.ssh"):
        if not os.path.lexists(root):
            finding("attention", "source-absent", phrase("source-absent", root=root))
    return total, state, entries


def needs(total, state, install):
    """[(place, bytes)]: what is written where until the acceptance. Places on one file system share its room."""
    # npm puts a package under its own prefix, and keeps what it fetched in root's home until it is done.
    return [("/root", total + 2 * state + SLACK_BYTES + install // 2), ("/usr", install // 2), ("/opt", PANEL_BYTES),
            (job_store.ROOT, RUN_BYTES), ("/tmp", TMP_BYTES)]


def disk(total, state, entries):
    install = 0 if which("openclaw") and which("node") else INSTALL_BYTES
    systems = {}  # device → [places, bytes needed]
    for place, size in needs(total, state, install):
        device = os.stat(existing(place)).st_dev
        there = systems.setdefault(device, [[], 0])
        there[0].append(place)
        there[1] += size
    short = False
    for places, needed in systems.values():
        free = os.statvfs(existing(places[0]))
        available = free.f_bavail * free.f_frsize
        if "/root" in places:
            fact("disk_free", available)
            fact("disk_needed", needed)
            fact("inodes_free", free.f_favail)
            if free.f_files and free.f_favail < entries + 80000:
                finding("blocks", "inodes-short", phrase("inodes-short", free=free.f_favail, needed=entries + 80000))
        if available < needed:
            short = True
            finding("blocks", "disk-short", phrase("disk-short", available=human(available), places=", ".join(places), needed=human(needed)))
        elif "/root" in places:
            finding("fine", "disk", phrase("disk", available=human(available), needed=human(needed)))
    return short


def user_s(path, name):
    """The content, empty when it is not there; None when it is there and cannot be read, which is told."""
    try:
        data = user_file.read(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        fact(name, "unread")
        finding("blocks", "config-unreadable", phrase("config-unreadable", path=path, error=user_file.reason(error)))
        return None
    if user_file.is_link(path):
        finding("attention", "config-link", phrase("config-link", path=path))
    return data


def openclaw_config():
    path = "/data/openclaw/openclaw.json"
    data = user_s(path, "config_state")
    if data is None:
        return
    if not data:
        fact("config_state", "missing")
        finding("attention", "config-missing", phrase("config-missing", path=path))
        return
    try:
        config = json.loads(data.decode("utf-8"))
        state = "json"
    except (ValueError, RecursionError):
        try:
            config = json5.loads(data)
            state = "json5"
        except ValueError as error:
            fact("config_state", "broken")
            finding("blocks", "config-broken", phrase("config-neither-json-nor-json5", error=error))
            return
    fact("config_state", state)
    if state == "json5":
        finding("attention", "config-json5", phrase("config-json5"))
    if not isinstance(config, dict):
        finding("blocks", "config-broken", phrase("config-no-object"))
        return
    if b"$include" in data:
        finding("attention", "config-include", phrase("config-include"))
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
        listed("workspace_path", place)
        if place.startswith("/") and not (place + "/").startswith((STATE_IN_CONTAINER + "/", TARGET + "/")):
            finding("attention", "workspace-outside", phrase("workspace-outside", place=show(place)))


def panel_config():
    path = "/data/panel/panel.config.json"
    data = user_s(path, "panel_config_state")
    if data is None:
        return
    if not data:
        fact("panel_config_state", "missing")
        finding("attention", "panel-config-missing", phrase("panel-config-missing", path=path))
        return
    try:
        json.loads(data.decode("utf-8-sig"))
        fact("panel_config_state", "json")
    except (ValueError, RecursionError) as error:
        fact("panel_config_state", "broken")
        finding("blocks", "panel-config-broken", phrase("panel-config-broken", path=path, error=error))


def scan():
    say("-- data")
    disk(*folders())
    openclaw_config()
    panel_config()
