"""Which processes belong to a unit, who listens where, and which of them are OpenClaw gateways.

The gateway is two processes (a starter and the one that listens), so "by the right process"
means: by a process in the unit's control group.
"""

import os
import re
import subprocess
import time
from layout import GATEWAY_UNIT as DIRECT

LISTEN = "0A"
# Its title once it runs, or its command line while it starts; calls of a running one are not gateways.
GATEWAY_TITLE = re.compile(rb"openclaw-gateway(?:\0.*)?\Z|(?:.*\0)?[^\0]*(?:openclaw|openclaw\.mjs|dist/(?:index|entry)\.m?js)"
                           rb"\0gateway(?:\0run(?:\0.*)?|\0--.*)?\Z", re.DOTALL)


# The warm-up's throw-away gateway: without a network beside its own loopback it disturbs nobody.
WARM_UP = "openclaw-undock-warm-"
# docker-ID.scope with systemd's driver, docker/ID with the other one.
CONTAINER = re.compile(r"/docker[-/]([0-9a-f]{64})(?:\.scope)?(?:/|\Z)")
LAST_SYSTEM_ACCOUNT = 999  # beyond it are people, and what a container runs as
PATIENCE = 20.0
LOOK_PACE = 0.25


def pids():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def control_group(pid):
    for line in read(f"/proc/{pid}/cgroup").decode("utf-8", "replace").splitlines():
        if line.startswith("0::"):
            return line[3:]
    return ""


def unit_of(pid):
    """The innermost service or scope that the process is in, e.g. openclaw-gateway.service."""
    for part in reversed(control_group(pid).split("/")):
        if part.endswith((".service", ".scope")):
            return part
    return ""


def container_of(pid):
    """The full id of the Docker container that the process is in, or ""."""
    found = CONTAINER.search(control_group(pid))
    return found[1] if found else ""


def command(pid):
    return read(f"/proc/{pid}/cmdline").rstrip(b"\0")


def name_of(pid):
    return read(f"/proc/{pid}/comm").decode("utf-8", "replace").strip()


def listening_sockets(port):
    """{socket inode: address} of what listens on the port in this network."""
    found = {}
    for table, width in (("/proc/net/tcp", 8), ("/proc/net/tcp6", 32)):
        for line in read(table).decode("ascii", "replace").splitlines()[1:]:
            fields = line.split()
            address, number = fields[1].rsplit(":", 1)
            if fields[3] == LISTEN and int(number, 16) == port:
                found[fields[9]] = readable(address, width)
    return found


def readable(address, width):
    if width == 8:
        return ".".join(str(int(address[i:i + 2], 16)) for i in (6, 4, 2, 0))
    return {"0" * 32: "::", "0" * 24 + "01000000": "::1"}.get(address, "ip6")


def sockets_of(pid):
    found = set()
    try:
        for name in os.listdir(f"/proc/{pid}/fd"):
            try:
                link = os.readlink(f"/proc/{pid}/fd/{name}")
            except OSError:
                continue
            if link.startswith("socket:["):
                found.add(link[8:-1])
    except OSError:
        pass
    return found


def listeners(port):
    """[(address, pid, command name, unit)] of who listens on the port."""
    sockets = listening_sockets(port)
    if not sockets:
        return []
    found = []
    for pid in pids():
        for inode in sockets_of(pid) & sockets.keys():
            found.append((sockets[inode], pid, name_of(pid), unit_of(pid)))
    return sorted(found)


def listens_in(pid, port):
    """Whether anything listens on the port in the network that a process is in."""
    for table in ("tcp", "tcp6"):
        for line in read(f"/proc/{pid}/net/{table}").decode("ascii", "replace").splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTEN and int(fields[1].rsplit(":", 1)[1], 16) == port:
                return True
    return False


def is_main_process(pid):
    """Of a service of the system; a process of a container or of a user's manager is none."""
    unit = unit_of(pid)
    if not unit.endswith(".service") or container_of(pid) or "/user@" in control_group(pid):
        return False
    return unit_states(unit).get(unit, {}).get("MainPID") == str(pid)


def is_root_s(pid):
    """Started by root from a file that only root may change; a worker that gave its rights up counts with its root parent, and
    what systemd runs as a system account (caddy does so) as what it is: only root says what a unit of the system starts."""
    try:
        program, process = os.stat(f"/proc/{pid}/exe"), os.stat(f"/proc/{pid}")
        if program.st_uid != 0 or program.st_mode & 0o022:
            return False
        if process.st_uid == 0:
            return True
        if process.st_uid <= LAST_SYSTEM_ACCOUNT and is_main_process(pid):
            return True
        parent = int(re.search(rb"^PPid:\s*(\d+)", read(f"/proc/{pid}/status"), re.M)[1])
        starter = os.stat(f"/proc/{parent}/exe")
        return os.stat(f"/proc/{parent}").st_uid == 0 and (starter.st_dev, starter.st_ino) == (program.st_dev, program.st_ino)
    except (OSError, TypeError):
        return False


def front_is_root_s(port):
    """Whether all that listens there is root's own, as nginx is: a program of a user's could listen in its place.
    Where nothing listens and something answers, it is because root's own rules lead elsewhere."""
    return all(is_root_s(pid) for _, pid, _, _ in listeners(port))


def listens_anywhere(pid):
    """Whether a process has any listening TCP socket of its own network."""
    mine = sockets_of(pid)
    for table in ("tcp", "tcp6"):
        for line in read(f"/proc/{pid}/net/{table}").decode("ascii", "replace").splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTEN and fields[9] in mine:
                return True
    return False


def gateways(patience=PATIENCE):
    """{unit or "container ID": [pids]} of running gateways.

    A passing `openclaw gateway call` bears the same title for a moment. In a shell it is known by
    listening nowhere; in a service that is not the direct one it may as well be a gateway that is
    only starting, so it is waited for (seconds), and counts when it listens or stays.
    """
    until = time.monotonic() + patience
    while True:
        found, undecided = look_for_gateways()
        if not undecided:
            return found
        if time.monotonic() >= until:
            for place, pid in undecided:
                found.setdefault(place, []).append(pid)
            return found
        time.sleep(LOOK_PACE)


def look_for_gateways():
    """({unit: [pids]}, [(unit, pid)] of those that cannot be told from a call yet), now."""
    found, undecided = {}, []
    for pid in pids():
        if not GATEWAY_TITLE.match(command(pid)):
            continue
        unit = unit_of(pid)
        if unit.startswith(WARM_UP):
            continue
        group = control_group(pid)
        container = container_of(pid)
        place = f"container {container[:12]}" if container else unit
        name = f"{place}{' of a user' if '/user@' in group else ''}" or "no unit"
        if name == DIRECT or container or listens_anywhere(pid):
            found.setdefault(name, []).append(pid)
        elif unit.endswith(".service") and not unit.startswith("openclaw-undock-"):
            undecided.append((name, pid))
    return found, undecided


def working_directory(unit):
    """Where a unit's main process is; "" when it does not run."""
    pid = unit_states(unit).get(unit, {}).get("MainPID", "0")
    try:
        return os.readlink(f"/proc/{pid}/cwd") if pid not in ("0", "") else ""
    except OSError:
        return ""


def unit_states(*units):
    """{unit: {property: value}} by one call."""
    answer = subprocess.run(
        ["systemctl", "show", "--property=Id,MainPID,NRestarts,ActiveState,SubState,UnitFileState,ExecMainStatus", "--", *units],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30, check=False)
    states = {}
    for block in answer.stdout.decode("utf-8", "replace").strip().split("\n\n"):
        fields = dict(line.split("=", 1) for line in block.splitlines() if "=" in line)
        if "Id" in fields:
            states[fields["Id"]] = fields
    return states
