"""Scan: whether what the later stages write, rename and start can be: places, ports, units, installers.

In the procedure's order all of it happens while the bot is down.
"""

import fcntl
import glob
import os
import re
import struct

import containers
import installers
import mounts
import processes
import put_config
from scan_tools import TARGET, existing, read, run, text_of, which
from step_io import fact, finding, phrase, show

STATE_LINK = "/home/node/.openclaw"
PANEL_DIR, PANEL_ETC = "/opt/openclaw-panel", "/etc/openclaw-panel"
PANEL_CONFIG, ENV_FILE = f"{PANEL_ETC}/panel.config.json", "/etc/openclaw-gateway.env"
SYSTEM_UNITS = "/etc/systemd/system"
UNITS = ("openclaw-gateway.service", "openclaw-panel.service")
UNIT_MARK = b"# Written by openclaw-undock"
# Renamed away or renamed onto: none may be a mount point. The source itself only for a restore.
RENAMED = (TARGET, STATE_LINK, PANEL_DIR, PANEL_CONFIG, ENV_FILE, *(f"{SYSTEM_UNITS}/{unit}" for unit in UNITS))
# In these something new is made.
FOLDERS = ("/root", "/opt", "/etc", SYSTEM_UNITS, "/home/node", PANEL_ETC, "/var/lib/openclaw-undock", "/tmp", "/run")
INSTALLED_TO = ("/usr/bin", "/usr/lib", "/usr/local/bin")
FS_IOC_GETFLAGS = 0x80086601 if struct.calcsize("l") == 8 else 0x80046601
IMMUTABLE, APPEND_ONLY = 0x10, 0x20
PORTS = {28789: containers.GATEWAY, 28080: containers.PANEL}
# Drop-ins that only bound a service leave it the one that it is meant to be.
HARMLESS = re.compile(r"(?:Memory|CPU|IO|Tasks|Limit|OOM|Nice|Slice|TimeoutSt|StartLimit|Restart(?:Sec|Steps)|After|Documentation|Description)\w*\s*=")


def flags_of(path):
    """The file's flags (chattr), 0 where the file system has none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return 0
    try:
        return int.from_bytes(fcntl.ioctl(descriptor, FS_IOC_GETFLAGS, bytes(8))[:4], "little")
    except OSError:
        return 0
    finally:
        os.close(descriptor)


def writable():
    """Folders in which something is made, and what is replaced in them."""
    folders = [*FOLDERS, *(INSTALLED_TO if not (which("openclaw") and which("node")) else ())]
    refused = set()
    for folder in folders:
        place = existing(folder)
        if place in refused:
            continue
        if not os.path.isdir(place):
            refused.add(place)
            finding("blocks", "place-odd", phrase("place-no-folder", place=show(place)))
        elif os.statvfs(place).f_flag & os.ST_RDONLY or not os.access(place, os.W_OK):
            refused.add(place)
            finding("blocks", "place-read-only", phrase("place-read-only", place=show(place)))
    for path in {*(existing(folder) for folder in folders), *RENAMED, TARGET + "/openclaw.json"}:
        if flags_of(path) & (IMMUTABLE | APPEND_ONLY):
            finding("blocks", "place-immutable", phrase("place-immutable", path=show(path)))


def renamed():
    for path in RENAMED:
        if kind := mounts.at(path):
            finding("blocks", "place-is-mount", phrase("place-is-mount", path=show(path), kind=kind))
    for path in ("/data/openclaw", "/data/panel"):
        if kind := mounts.at(path):
            finding("attention", "source-is-mount", phrase("source-is-mount", path=show(path), kind=kind))


def kinds():
    """What the later steps refuse to replace."""
    if os.path.islink(PANEL_DIR):
        finding("blocks", "panel-is-link", phrase("panel-is-link", panel_dir=PANEL_DIR))
    for path in (PANEL_CONFIG,):  # the source's are scan_data's
        if os.path.islink(path):
            put_config.tell_link(path)
        elif os.path.lexists(path) and not os.path.isfile(path):
            finding("blocks", "place-odd", phrase("place-no-file", path=show(path)))
    for path in ("/home/node", PANEL_ETC):
        if os.path.islink(path) and not os.path.isdir(path):
            finding("blocks", "place-odd", phrase("place-no-folder", place=show(path)))


def published(project):
    """{(address, port): container} of what Docker's proxy holds for running containers."""
    found = {}
    for item in project.items:
        for bindings in ((item.get("NetworkSettings") or {}).get("Ports") or {}).values():
            for binding in bindings or []:
                found[(binding.get("HostIp") or "0.0.0.0"), str(binding.get("HostPort"))] = item
    return found


def holder(project, pid, address, port):
    """The container that a listening process stands for, or None."""
    if not pid:
        return None
    if inside := processes.container_of(pid):
        return next((item for item in project.items if item["Id"] == inside), None)
    if processes.name_of(pid) in ("docker-proxy", "dockerd"):
        held = published(project)
        return held.get((address, str(port))) or held.get(("0.0.0.0" if "." in address else "::", str(port)))
    return None


def ports(docker):
    """28789 and 28080 are the containers' alone: after the stop nobody may listen there, on no address."""
    members = docker.project.members()
    for port in PORTS:
        told, known = set(), processes.listeners(port)
        strange = set(processes.listening_sockets(port).values()) - {address for address, *_ in known}
        for address, pid, name, unit in [*known, *((address, 0, "an unknown program", "") for address in sorted(strange))]:
            item = holder(docker.project, pid, address, port)
            if item is not None and item in members:
                continue
            who = f"the container {show(containers.name_of(item))}" if item else f"{show(name)} (process {pid}, {show(unit or 'no unit')})"
            if (address, who) not in told:
                told.add((address, who))
                finding("blocks", "port-taken", phrase("port-taken", port=port, address=address, who=who))


def settings(path):
    """The lines of a drop-in that set something."""
    text = read(path).decode("utf-8", "replace")
    return [line.strip() for line in text.splitlines() if "=" in line and not line.lstrip().startswith(("#", ";"))]


def units():
    for unit in UNITS:
        place = f"{SYSTEM_UNITS}/{unit}"
        state = text_of("systemctl", "show", "--property=LoadState", "--value", unit)
        masked = [path for path in (place, f"/run/systemd/system/{unit}") if os.path.islink(path) and os.path.realpath(path) == "/dev/null"]
        if state == "masked" or masked:
            finding("blocks", "unit-masked", phrase("unit-masked", unit=unit))
        elif os.path.lexists(place) and UNIT_MARK not in read(place):
            finding("attention", "unit-foreign", phrase("unit-foreign", place=show(place)))
        names = [f"{unit}.d", "openclaw-.service.d"]
        for path in sorted(path for base in (SYSTEM_UNITS, "/run/systemd/system", "/usr/lib/systemd/system", "/usr/local/lib/systemd/system")
                           for name in names for path in glob.glob(f"{base}/{name}/*.conf")):
            odd = [line for line in settings(path) if not HARMLESS.match(line)]
            if odd:
                finding("blocks", "unit-dropin", phrase("unit-dropin", path=show(path), unit=unit, setting=show(odd[0].split("=")[0])))
            else:
                finding("attention", "unit-dropins", phrase("unit-dropins", path=show(os.path.dirname(path))))


def trial():
    """Services of our own can be started at all: the environment is proven by one, the warm-up is one."""
    code, _ = run("systemd-run", "--quiet", "--wait", "--pipe", "--collect", "--", "/usr/bin/env", "true", timeout=60)
    if code != 0:
        finding("blocks", "service-trial", phrase("service-trial", result=code))


def others_at_work():
    if found := installers.found():
        installers.tell(found)


def scan(docker):
    renamed()
    writable()
    kinds()
    ports(docker)
    units()
    trial()
    others_at_work()
